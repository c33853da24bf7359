import type { ScriptRunState } from '#shared/script-words.ts';

/** How a run of a script stands. */
export const RUN_NAMES: Readonly<Record<ScriptRunState, string>> = {
  asked: 'Waits for somebody to agree',
  waiting: 'About to begin',
  starting: 'About to begin',
  queued: 'Waits for the device',
  running: 'Running',
  succeeded: 'Ended well',
  failed: 'Failed',
  expired: 'Never run',
  refused: 'Refused',
  cancelled: 'Taken back',
  unknown: 'May have begun',
};

/** The colour of its mark; grey while nothing is decided. */
export const RUN_COLOURS: Readonly<Partial<Record<ScriptRunState, string>>> = {
  asked: 'yellow',
  running: 'blue',
  succeeded: 'green',
  failed: 'red',
  refused: 'red',
  unknown: 'orange',
};
