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
  too_large: 'Too large',
  failed: 'Failed',
};

/** What is wrong with a connector, or null: the state that a person set, then what a task met. */
export function troubleOf({ state, tasks }: ConnectorView): string | null {
  if (state === 'refused') return 'Credentials refused';
  return tasks.some(({ trouble }) => trouble !== null) ? 'Trouble' : null;
}

/** "1 device", "2,000 devices". */
export const counted = (count: number, one: string): string =>
  `${count.toLocaleString('en')} ${one}${count === 1 ? '' : 's'}`;

const of = (words: string) => (count: number) => `${count.toLocaleString('en')} ${words}`;
const COUNT_WORDS: Readonly<Record<string, (count: number) => string>> = {
  sites: (count) => counted(count, 'site'),
  devices: (count) => counted(count, 'device'),
  created: of('new'),
  changed: of('changed'),
  unchanged: of('unchanged'),
  unmapped: of('of nobody’s site'),
  gone: of('gone'),
  failed: of('not taken'),
  alerts: (count) => `${counted(count, 'alert')} open`,
};

/** What a run counted: "41 devices, 2 new, 39 unchanged". */
export const countWords = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(COUNT_WORDS)
    .flatMap(([key, words]) => (counts[key] ? [words(counts[key])] : []))
    .join(', ');

/** So often in words: "every 15 minutes", "every day". */
export function everyWords(minutes: number): string {
  if (minutes % 1_440 === 0) return minutes === 1_440 ? 'every day' : `every ${minutes / 1_440} days`;
  if (minutes % 60 === 0) return minutes === 60 ? 'every hour' : `every ${minutes / 60} hours`;
  return minutes === 1 ? 'every minute' : `every ${minutes} minutes`;
}
