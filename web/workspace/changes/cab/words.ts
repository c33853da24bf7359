import type { AgendaEntry, MeetingView } from '#shared/cab.ts';

export const WHY_WORDS: Readonly<Record<AgendaEntry['why'], string>> = {
  decide: 'Waits for a decision',
  afterwards: 'An emergency to look at',
  failed: 'Failed, to look at',
};
export const OUTCOME_WORDS = {
  approved: 'Approved',
  rejected: 'Rejected',
  deferred: 'Deferred',
  noted: 'Looked at',
} as const;
export const STATE_WORDS: Readonly<Record<MeetingView['state'], string>> = {
  planned: 'Planned',
  running: 'Running',
  closed: 'Over',
  cancelled: 'Called off',
};

/** `4:05`; seconds. */
export const clock = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(Math.max(0, Math.floor(seconds % 60))).padStart(2, '0')}`;

/** How long a change was talked about so far, in seconds. */
export const spent = ({ seconds, begunAt }: Pick<AgendaEntry, 'seconds' | 'begunAt'>, now: number): number =>
  seconds + (begunAt === null ? 0 : Math.max(0, (now - Date.parse(begunAt)) / 1000));
