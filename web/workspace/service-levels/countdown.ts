import type { BoardClock } from '#shared/sla-board.ts';
import type { ClockSummary } from '#shared/ticket.ts';

const MINUTE = 60;
const HOUR = 3_600;
const DAY = 86_400;
/** From so much of its target on, a ring is amber: a lane of hours ahead would else be a wall of it. */
const RISKY = 0.75;

const two = (value: number) => String(value).padStart(2, '0');

/** `0:04:59`, `−1:02:03` past it, `2d 03:04:05`: how long until an instant, to the second. */
export function countdown(dueAt: number, now: number): string {
  const seconds = Math.round((dueAt - now) / 1000);
  const whole = Math.abs(seconds);
  const hours = Math.floor((whole % DAY) / HOUR);
  const rest = `${two(Math.floor((whole % HOUR) / MINUTE))}:${two(whole % MINUTE)}`;
  const days = Math.floor(whole / DAY);
  return `${seconds < 0 ? '−' : ''}${days > 0 ? `${days}d ${two(hours)}` : hours}:${rest}`;
}

/** A clock of the board as a ring draws it. What was used up is reckoned to when the board was read. */
export function faceOf(clock: BoardClock, readAt: string): ClockSummary {
  const risky = clock.consumedSeconds >= clock.targetSeconds * RISKY;
  return {
    target: clock.target,
    state: clock.state,
    targetSeconds: clock.targetSeconds,
    consumedSeconds: clock.consumedSeconds,
    runningSince: clock.state === 'running' ? readAt : null,
    dueAt: clock.dueAt,
    atRiskAt: risky ? readAt : null,
    breachedAt: clock.breachedAt,
    stoppedAt: null,
    pauseReason: clock.pauseReason,
  };
}

/** When the next clock falls due, in ms from `now`; null where none will. */
export function untilNextDue(clocks: readonly BoardClock[], now: number): number | null {
  const ahead = clocks
    .filter(({ state }) => state === 'running')
    .flatMap(({ dueAt }) => (dueAt === null ? [] : [Date.parse(dueAt) - now]))
    .filter((ms) => ms > 0);
  return ahead.length > 0 ? Math.min(...ahead) : null;
}
