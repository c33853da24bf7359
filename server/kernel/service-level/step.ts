import { applyClockEvent, settleClock } from '../clock/reduce.ts';
import type { CalendarSource, ClockEvent } from '../clock/types.ts';
import type { Moment, Reaction, Slot, Slots } from './moment.ts';
import { react } from './react.ts';
import type { Asking } from './rules.ts';

/** What a moment made of one clock. */
export type Step = { readonly target: string; readonly slot: Slot; readonly events: readonly ClockEvent[] };

/** What a moment does to a ticket's clocks: those that change or begin. Pure, and the same live, rebuilt or simulated. */
export function step(slots: Slots, moment: Moment, calendars: CalendarSource, asking: Asking): Step[] {
  const steps: Step[] = [];
  const look = (target: string, slot: Slot | null) => {
    // It may have been missed since it last changed.
    const now = slot && { ...slot, clock: settleClock(slot.clock, moment.at, calendars) };
    const reaction = react(target, now, moment, asking);
    const next = reaction && after(now, reaction, calendars);
    if (next) steps.push({ target, slot: next, events: reaction.events });
  };
  for (const [target, slot] of slots) look(target, slot);
  for (const target in moment.promise) if (!slots.has(target)) look(target, null);
  return steps;
}

function after(slot: Slot | null, { events, held, override }: Reaction, calendars: CalendarSource): Slot | null {
  const clock = events.reduce((at, event) => applyClockEvent(at, event, calendars) ?? at, slot?.clock ?? null);
  return clock && { clock, held, override };
}

/** A clock with all that ever happened to it. */
export type Replayed = Slot & { readonly history: readonly ClockEvent[] };

/** A ticket's clocks from all that happened to it, in order; settled at `now` where given. */
export function replay(
  moments: readonly Moment[],
  calendars: CalendarSource,
  asking: Asking,
  now?: string,
): Map<string, Replayed> {
  const slots = new Map<string, Replayed>();
  for (const moment of moments)
    for (const { target, slot, events } of step(slots, moment, calendars, asking))
      slots.set(target, { ...slot, history: [...(slots.get(target)?.history ?? []), ...events] });
  if (now !== undefined)
    for (const [target, slot] of slots) slots.set(target, { ...slot, clock: settleClock(slot.clock, now, calendars) });
  return slots;
}
