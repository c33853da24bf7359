import { wallClock } from '../calendar/local.ts';
import { formatDuration, formatWallClock } from '../duration.ts';
import type { LedgerInterval } from './ledger.ts';
import { clockLedger } from './ledger.ts';
import type { Cause } from './standing.ts';
import { consumedAt } from './time.ts';
import type { CalendarSource, Clock, ClockEvent } from './types.ts';

export type ClockExplanation = {
  readonly clock: Clock;
  readonly sentence: string;
  readonly intervals: readonly LedgerInterval[];
  readonly arithmetic: {
    readonly targetSeconds: number;
    /** The seconds of each stretch of this round that ran, in order; together they are `consumedSeconds`. */
    readonly ran: readonly number[];
    readonly consumedSeconds: number;
    /** Negative once the target is exceeded. */
    readonly leftSeconds: number;
    readonly pausedSeconds: number;
  };
};

/** How a clock is spoken of: its target's name, and whether that target was set for its ticket alone. */
export type Spoken = { readonly name: string; readonly own: boolean };

/** Answers "why does this clock say so?" at an instant, or null where it never started. */
export function explainClock(
  events: readonly ClockEvent[],
  calendars: CalendarSource,
  now: string,
  spoken?: Spoken,
): ClockExplanation | null {
  const { clock, intervals } = clockLedger(events, calendars, now);
  if (clock === null) return null;
  const round = intervals.at(-1)?.round ?? 1;
  const mine = intervals.filter((interval) => interval.round === round);
  const consumedSeconds = consumedAt(clock, intervals.at(-1)?.to ?? now, calendars);
  const paused = mine.filter(({ kind }) => kind === 'paused');
  const arithmetic = {
    targetSeconds: clock.targetSeconds,
    ran: mine.filter(({ kind }) => kind === 'ran').map(({ seconds }) => seconds),
    consumedSeconds,
    leftSeconds: clock.targetSeconds - consumedSeconds,
    pausedSeconds: paused.reduce((sum, { seconds }) => sum + seconds, 0),
  };
  const told = spoken ?? { name: words(clock.target), own: false };
  return { clock, sentence: sentence(clock, told, arithmetic, mine, calendars), intervals, arithmetic };
}

const VERDICTS = {
  running: 'is running',
  paused: 'is waiting',
  met: 'was met',
  breached: 'was missed',
  cancelled: 'was cancelled',
};

/** How a clock stands that is not over and whose round is not missed. */
const standing = ({ state, pauseReason }: Clock) =>
  state !== 'breached' ? state : pauseReason === null ? 'running' : 'paused';

/** How a clock ended whose last round was not missed. */
const endedAs = ({ state }: Clock) =>
  state === 'breached' ? 'was kept in its last round, which ended' : VERDICTS[state];

function sentence(
  clock: Clock,
  { name, own }: Spoken,
  { targetSeconds, consumedSeconds, pausedSeconds, leftSeconds }: ClockExplanation['arithmetic'],
  intervals: readonly LedgerInterval[],
  calendars: CalendarSource,
): string {
  const calendar = calendars(clock.calendarId);
  const when = (iso: string) =>
    `${formatWallClock(wallClock(calendar.timeZone, Date.parse(iso)))} (${calendar.timeZone})`;
  const target = `${formatDuration(targetSeconds)}${own ? ', set for this ticket alone,' : ''}`;
  const ended = clock.stoppedAt !== null && when(clock.stoppedAt);
  // What was missed stays missed, also where it was another round than this one.
  const isMissed = clock.state === 'breached' && leftSeconds < 0;
  const verdict =
    isMissed || !ended ? VERDICTS[isMissed ? 'breached' : standing(clock)] : `${endedAs(clock)} on ${ended}`;
  const used = `${formatDuration(consumedSeconds)} of ${target} used under "${calendar.name}"`;
  const parts = [`The ${name} target ${verdict}: ${used}`];
  if (leftSeconds < 0) parts.push(`${formatDuration(-leftSeconds)} too much`);
  if (isMissed && clock.dueAt !== null) parts.push(`it was due ${when(clock.dueAt)}`);
  if (isMissed && ended) parts.push(`it ended ${ended}`);
  if (!isMissed && clock.breachedAt !== null) parts.push(`an earlier round was missed on ${when(clock.breachedAt)}`);
  if (clock.state === 'running' && clock.dueAt !== null) parts.push(`due ${when(clock.dueAt)}`);
  const causes = intervals.at(-1)?.causes ?? [];
  if (clock.pauseReason !== null) parts.push(`at present: ${causes.map(causeInWords).join(', ')}`);
  const ran = contributors(intervals.filter(({ kind }) => kind === 'ran'));
  const paused = contributors(intervals.filter(({ kind }) => kind === 'paused'));
  // One reason alone is all of it, which the sum has said already.
  if (ran.length > 1) parts.push(`most of it: ${ran.join(', ')}`);
  if (paused.length > 0) parts.push(`${formatDuration(pausedSeconds)} of pauses not counted: ${paused.join(', ')}`);
  return `${parts.join('; ')}.`;
}

const causeInWords = ({ why, by }: Cause): string => `${words(why ?? 'paused')}${by === null ? '' : ` (${by})`}`;

/** A status or reason by its key, as people read it. */
const words = (key: string): string => key.replaceAll('_', ' ');

/** The three largest reasons among the stretches that name one; what took no working time at all explains nothing. */
function contributors(stretches: readonly LedgerInterval[]): string[] {
  const byWhy = new Map<string, number>();
  for (const { why, seconds } of stretches) if (why !== null) byWhy.set(why, (byWhy.get(why) ?? 0) + seconds);
  return [...byWhy]
    .filter(([, seconds]) => seconds > 0)
    .sort((a, b) => b[1] - a[1])
    .slice(0, 3)
    .map(([why, seconds]) => `${words(why)} ${formatDuration(seconds)}`);
}
