import { type ClockEvent, HELD } from '#kernel/clock.ts';
import { SET_BY_HAND } from '#kernel/service-level.ts';
import type { ClockView } from '#shared/service-level.ts';

/** Who holds a clock, by its history; the last hold is the one that lasts, also where it went on as the ticket was opened again. */
export function heldBy(history: readonly ClockEvent[], reason: string): ClockView['hold'] {
  const event = history.findLast((one) => one.type === 'pause' && one.reason === HELD && one.by !== undefined);
  return event ? { by: event.by ?? null, at: event.at, reason } : null;
}

/** Who set a clock's target by hand, and what is promised otherwise. */
export function targetBy(history: readonly ClockEvent[], promisedSeconds: number | null): ClockView['ownTarget'] {
  const event = history.findLast((one) => one.type === 'retarget' && one.why?.startsWith(SET_BY_HAND));
  if (!event) return null;
  return { by: event.by ?? null, at: event.at, reason: event.why?.slice(SET_BY_HAND.length) ?? '', promisedSeconds };
}
