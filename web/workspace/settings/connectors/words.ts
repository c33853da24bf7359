import type { ConnectorView } from '#shared/connector.ts';
import type { CallState, RunKind, RunState } from '#shared/connector-words.ts';

export const RUN_KIND_NAMES: Readonly<Record<RunKind, string>> = {
  full: 'All devices',
  incremental: 'Changes',
  alerts: 'Alerts',
  test: 'Test',
};
export const RUN_STATE_NAMES: Readonly<Record<RunState, string>> = {
  running: 'Running',
  done: 'Done',
  failed: 'Failed',
  broken_off: 'Broken off',
};
export const CALL_STATE_NAMES: Readonly<Record<CallState, string>> = {
  new: 'Waiting',
  done: 'Taken',
  malformed: 'Not understood',
  refused: 'Refused',
  failed: 'Failed',
};

/** What is wrong with a connector, or null: the state that a person set, then what a task met. */
export function troubleOf({ state, tasks }: ConnectorView): string | null {
  if (state === 'refused') return 'Credentials refused';
  return tasks.some(({ trouble }) => trouble !== null) ? 'Trouble' : null;
}

const COUNT_NAMES: Readonly<Record<string, string>> = {
  sites: 'sites',
  devices: 'devices',
  created: 'new',
  changed: 'changed',
  unchanged: 'unchanged',
  unmapped: 'of nobody’s site',
  gone: 'gone',
  failed: 'not taken',
  alerts: 'alerts open',
};

/** What a run counted: "41 devices, 2 new, 39 unchanged". */
export const countWords = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(COUNT_NAMES)
    .filter(([key]) => (counts[key] ?? 0) > 0)
    .map(([key, name]) => `${counts[key]} ${name}`)
    .join(', ');

/** So often in words: "every 15 minutes", "every day". */
export function everyWords(minutes: number): string {
  if (minutes % 1_440 === 0) return minutes === 1_440 ? 'every day' : `every ${minutes / 1_440} days`;
  if (minutes % 60 === 0) return minutes === 60 ? 'every hour' : `every ${minutes / 60} hours`;
  return minutes === 1 ? 'every minute' : `every ${minutes} minutes`;
}
