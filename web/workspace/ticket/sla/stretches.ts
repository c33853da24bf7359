import type { ClockView } from '#shared/service-level.ts';

/** A part of a clock's last round, in epoch milliseconds. `ahead` is what is left until it is due. */
export type Stretch = {
  readonly kind: 'ran' | 'late' | 'paused' | 'closed' | 'ahead';
  readonly from: number;
  readonly to: number;
  /** Working seconds in it. */
  readonly seconds: number;
  /** Everything that made it count or wait, and who brought that about. */
  readonly causes: ClockView['intervals'][number]['causes'];
  /** Names of closed days in it. */
  readonly days: readonly string[];
};
type Span = Pick<Stretch, 'from' | 'to'>;

/** Of more parts than this, single nights are drawn but no longer stopped at. */
const MOST_STOPS = 60;

/** When the calendar was closed, in epoch milliseconds. */
export const closedOf = ({ closed }: Pick<ClockView, 'closed'>): (Span & { days: readonly string[] })[] =>
  closed.map(({ from, to, days }) => ({ from: Date.parse(from), to: Date.parse(to), days }));

/** The last round of a clock, as its stretches count them. */
export const lastRound = ({ intervals }: Pick<ClockView, 'intervals'>): number => intervals.at(-1)?.round ?? 1;

/** Whether the last round is missed: an earlier one may have been instead. */
export const isLastMissed = ({ state, consumedSeconds, targetSeconds }: ClockView): boolean =>
  state === 'breached' && consumedSeconds > targetSeconds;

/** A round of a clock from its beginning to its end, or to when it is due: each part with what it was. */
export function stretchesOf(clock: ClockView, round = lastRound(clock)): Stretch[] {
  const closed = closedOf(clock);
  const late = lateFrom(clock, round);
  const whole = clock.intervals
    .filter((one) => one.round === round && one.kind !== 'over')
    .flatMap((one): Stretch[] => {
      const [from, to] = [Date.parse(one.from), Date.parse(one.to)];
      const { causes, closedDays: days } = one;
      if (to <= from) return [];
      if (one.kind === 'paused') return [{ kind: 'paused', from, to, seconds: one.seconds, causes, days }];
      const turn = Math.min(Math.max(late, from), to);
      return [
        { kind: 'ran' as const, from, to: turn, seconds: openSeconds(from, turn, closed), causes, days },
        { kind: 'late' as const, from: turn, to, seconds: openSeconds(turn, to, closed), causes, days },
      ].filter((part) => part.to > part.from);
    });
  const end = whole.at(-1)?.to ?? Date.parse(clock.startedAt);
  const due = clock.dueAt === null ? 0 : Date.parse(clock.dueAt);
  if (clock.state === 'running' && round === lastRound(clock) && due > end) {
    const left = { kind: 'ahead' as const, from: end, to: due, seconds: openSeconds(end, due, closed) };
    whole.push({ ...left, causes: [], days: [] });
  }
  const cut = whole.flatMap((stretch) => cutAt(stretch, closed));
  return cut.length <= MOST_STOPS ? cut : whole;
}

/** When a round went past the target: the first second beyond it, or never. */
function lateFrom(clock: ClockView, round: number): number {
  if (round === clock.missedRound && clock.breachedAt !== null) return Date.parse(clock.breachedAt);
  const isLate = round === lastRound(clock) && isLastMissed(clock) && clock.dueAt !== null;
  return isLate ? Date.parse(clock.dueAt ?? '') + 1000 : Number.POSITIVE_INFINITY;
}

function openSeconds(from: number, to: number, closed: readonly Span[]): number {
  const shut = closed.reduce((sum, one) => sum + Math.max(0, Math.min(to, one.to) - Math.max(from, one.from)), 0);
  return Math.round((to - from - shut) / 1000);
}

/** A stretch with the closed hours in it apart: then nothing ran that could be late. A wait goes on through them. */
function cutAt(stretch: Stretch, closed: readonly (Span & { days: readonly string[] })[]): Stretch[] {
  if (stretch.kind === 'paused') return [stretch];
  const parts: Stretch[] = [];
  let at = stretch.from;
  const open = (to: number) => {
    if (to > at) parts.push({ ...stretch, from: at, to, seconds: Math.round((to - at) / 1000), days: [] });
  };
  for (const { from, to, days } of closed) {
    if (to <= at || from >= stretch.to) continue;
    open(from);
    const [begin, end] = [Math.max(from, at), Math.min(to, stretch.to)];
    parts.push({ kind: 'closed', from: begin, to: end, seconds: 0, causes: [], days });
    at = end;
  }
  open(stretch.to);
  return parts;
}
