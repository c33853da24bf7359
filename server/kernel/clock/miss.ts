import { businessSecondsBetween } from '../calendar/arithmetic.ts';
import { formatDuration } from '../duration.ts';
import type { LedgerInterval } from './ledger.ts';
import type { CalendarSource } from './types.ts';

/** How a ticket stood from an instant on, in names that people read. */
export type Stage = {
  readonly at: string;
  readonly status: string;
  readonly team: string | null;
  readonly assignee: string | null;
};

/** What working time went by in one status, with one team and one person. */
export type Contributor = Omit<Stage, 'at'> & { readonly seconds: number };

export type Miss = {
  readonly sentence: string;
  readonly targetSeconds: number;
  readonly usedSeconds: number;
  /** Where the working time went, the largest share first; together `usedSeconds`. */
  readonly contributors: Contributor[];
  /** Working time of pauses, which did not count, the largest first. */
  readonly waited: { readonly why: string; readonly seconds: number }[];
};

/**
 * Answers "why was this missed?" for the round in which it was, from the stretches of the clock and how the ticket stood meanwhile.
 * @param stages in order; the first one also holds before its instant
 */
export function explainMiss(
  intervals: readonly LedgerInterval[],
  breachedAt: string,
  stages: readonly Stage[],
  calendars: CalendarSource,
): Miss {
  const round = missedRound(intervals, breachedAt);
  const mine = intervals.filter((interval) => interval.round === round && interval.kind !== 'over');
  const contributors = summed(
    mine.filter(({ kind }) => kind === 'ran').flatMap((interval) => shares(interval, stages, calendars)),
    ({ status, team, assignee }) => JSON.stringify([status, team, assignee]),
  );
  const waited = summed(
    mine.filter(({ kind }) => kind === 'paused').map(({ why, seconds }) => ({ why: words(why ?? 'paused'), seconds })),
    ({ why }) => why,
  );
  const usedSeconds = contributors.reduce((sum, { seconds }) => sum + seconds, 0);
  const targetSeconds = mine.at(-1)?.targetSeconds ?? 0;
  return {
    sentence: sentence(targetSeconds, usedSeconds, contributors, waited, promisedBefore(mine)),
    targetSeconds,
    usedSeconds,
    contributors,
    waited,
  };
}

/** The round in which a clock was missed. */
export const missedRound = (intervals: readonly LedgerInterval[], breachedAt: string): number | undefined =>
  intervals.find(({ to }) => Date.parse(to) >= Date.parse(breachedAt))?.round;

/** What was promised until a change in the round that was missed, and which change that was; null where it was the same all along. */
function promisedBefore(mine: readonly LedgerInterval[]): { seconds: number; why: string | null } | null {
  const index = mine.findLastIndex(({ targetSeconds }, at) => at > 0 && targetSeconds !== mine[at - 1]?.targetSeconds);
  const [before, after] = [mine[index - 1], mine[index]];
  return before && after ? { seconds: before.targetSeconds, why: after.since?.why ?? null } : null;
}

/** A stretch that ran, cut where the ticket came into other hands. */
function shares({ from, to, calendarId }: LedgerInterval, stages: readonly Stage[], calendars: CalendarSource) {
  const calendar = calendars(calendarId);
  const [begin, end] = [Date.parse(from), Date.parse(to)];
  const pieces: Contributor[] = [];
  for (const [index, { status, team, assignee, at }] of stages.entries()) {
    const next = stages[index + 1];
    const start = index === 0 ? begin : Math.max(begin, Date.parse(at));
    const stop = next ? Math.min(end, Date.parse(next.at)) : end;
    if (stop <= start) continue;
    pieces.push({ status, team, assignee, seconds: businessSecondsBetween(calendar, start, stop) });
  }
  return pieces;
}

function summed<T extends { readonly seconds: number }>(parts: readonly T[], keyOf: (part: T) => string): T[] {
  const sums = new Map<string, T>();
  for (const part of parts) {
    const key = keyOf(part);
    sums.set(key, { ...part, seconds: part.seconds + (sums.get(key)?.seconds ?? 0) });
  }
  return [...sums.values()].filter(({ seconds }) => seconds > 0).sort((a, b) => b.seconds - a.seconds);
}

/** More than so many would make nothing clearer. */
const NAMED = 3;

function sentence(
  target: number,
  used: number,
  contributors: readonly Contributor[],
  waited: Miss['waited'],
  before: ReturnType<typeof promisedBefore>,
): string {
  const rounded = roundedBy(used - target);
  const rest = contributors.slice(NAMED).reduce((sum, { seconds }) => sum + seconds, 0);
  const shares = [
    ...contributors.slice(0, NAMED).map((one) => ({ seconds: one.seconds, words: hands(one) })),
    ...(rest > 0 ? [{ seconds: rest, words: 'besides' }] : []),
  ];
  const parts = (isExact(used - target) ? shares : addingUp(shares, used)).map(
    ({ seconds, words }) => `${rounded(seconds)} ${words}`,
  );
  const most = waited.slice(0, NAMED - 1).map(({ why, seconds }) => `${rounded(seconds)} (${why})`);
  return [
    `Missed by ${rounded(used - target)}: ${rounded(used)} of working time went by where ${rounded(target)} was promised`,
    parts.length > 0 && `, namely ${listed(parts)}`,
    before && `; ${rounded(before.seconds)} was promised before${before.why ? ` (${before.why})` : ''}`,
    most.length > 0 && `; not counted: ${most.join(' and ')}`,
    '.',
  ]
    .filter(Boolean)
    .join('');
}

/** In whose hands it was: `“New” with Network, nobody assigned`. */
function hands({ status, team, assignee }: Contributor): string {
  if (assignee) return `“${status}” with ${assignee}${team ? ` of ${team}` : ''}`;
  return `“${status}” with ${team ? `${team}, nobody` : 'nobody'} assigned`;
}

/** A sentence is read: seconds only where what was missed by is so short that they weigh. */
const isExact = (over: number): boolean => over < 600;

const roundedBy =
  (over: number) =>
  (seconds: number): string =>
    formatDuration(isExact(over) || seconds < 60 ? seconds : seconds - (seconds % 60));

/** Shares whose whole minutes make those of the sum: what is cut off comes to those that lose the most of a minute. */
function addingUp<T extends { readonly seconds: number }>(shares: readonly T[], sum: number): T[] {
  const minutes = ({ seconds }: T) => Math.floor(seconds / 60);
  const isWhole = shares.reduce((all, { seconds }) => all + seconds, 0) === sum;
  const short = Math.floor(sum / 60) - shares.reduce((all, share) => all + minutes(share), 0);
  const losing = [...shares].sort((a, b) => (b.seconds % 60) - (a.seconds % 60)).slice(0, isWhole ? short : 0);
  return shares.map((share) => (losing.includes(share) ? { ...share, seconds: (minutes(share) + 1) * 60 } : share));
}

const listed = (parts: readonly string[]): string =>
  parts.length < 3 ? parts.join(' and ') : `${parts.slice(0, -1).join('; ')}; and ${parts.at(-1)}`;

const words = (key: string): string => key.replaceAll('_', ' ');
