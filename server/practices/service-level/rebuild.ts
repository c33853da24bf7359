import type { CalendarSource } from '#kernel/clock.ts';
import type { Asking, Moment, NamelessCalendars, Replayed, TicketPromise } from '#kernel/service-level.ts';
import { namelessSlot, step } from '#kernel/service-level.ts';
import { takesBack } from './follow.ts';
import type { Happening, History } from './history.ts';

type Sources = {
  readonly promises: (id: string) => TicketPromise;
  readonly calendars: CalendarSource;
  readonly asking: Asking;
  readonly namelessOf: NamelessCalendars;
};

/**
 * A ticket's clocks as its log makes them, from nothing; null where the log does not say what was promised, as for tickets that were
 * logged before promises were kept.
 */
export function rebuild(
  { events }: History,
  { promises, calendars, asking, namelessOf }: Sources,
): Map<string, Replayed> | null {
  const slots = new Map<string, Replayed>();
  let promise: TicketPromise | null = null;
  for (const event of events) {
    const promisedBefore: TicketPromise | null = promise;
    if (event.data.promise) promise = promises(event.data.promise);
    if (promise === null) return null;
    if (event.data.nameless)
      for (const [target, slot] of slots) slots.set(target, { ...slot, ...namelessSlot(slot, namelessOf) });
    const moment = momentOf(event, promise, slots);
    if (moment === null) continue;
    const told = moment.type === 'changed' && promisedBefore ? { ...moment, promisedBefore } : moment;
    for (const { target, slot, events: made } of step(slots, told, calendars, asking))
      slots.set(target, { ...slot, history: [...(slots.get(target)?.history ?? []), ...made] });
  }
  return slots;
}

/** What an event of the log was to the clocks; null: nothing. */
function momentOf(event: Happening, promise: TicketPromise, slots: ReadonlyMap<string, Replayed>): Moment | null {
  const { at, by, after, data, type } = event;
  if (type !== 'ticket.sla_at_risk' && type !== 'ticket.sla_breached') return changeOf(event, promise);
  const target = data.target ?? '';
  const clock = slots.get(target)?.clock;
  const due = (percent: number) => percent > (clock?.passedPercent ?? 0) && percent <= (data.percent ?? 0);
  return { at, by, after, promise, type: 'passed', target, percents: clock?.thresholds.filter(due) ?? [] };
}

/** The same of whatever is no passing of a threshold: it needs no clock to be read. */
export function changeOf(event: Happening, promise: TicketPromise): Moment | null {
  const { at, by, after, before, data, type, person, isPublic } = event;
  const base = { at, by, after, promise };
  const target = data.target ?? '';
  switch (type) {
    case 'ticket.created':
      return { ...base, type: 'created' };
    case 'ticket.sla_held':
      return { ...base, type: 'held', target, reason: data.reason ?? '' };
    case 'ticket.sla_released':
      return { ...base, type: 'released', target };
    case 'ticket.sla_overridden':
      return { ...base, type: 'overridden', target, seconds: data.seconds ?? null, reason: data.reason ?? '' };
    case 'ticket.sla_action_failed':
    case 'ticket.sla_justified':
    // It says what the ticket looked like there; the clocks go on with its arrival.
    case 'ticket.moved_away':
      return null;
    // What holds from here on is another promise; the ticket is as it was.
    case 'ticket.sla_rebased':
      return changed(base, after, { why: data.text ?? '', answers: false, person: false, undone: false });
    case 'ticket.moved_here':
      return changed(base, after, { why: 'moved from another client', answers: false, person: false, undone: false });
    default:
      return changed(base, before ?? after, {
        answers: type === 'ticket.replied' && isPublic && person,
        undone: takesBack(type),
        person,
      });
  }
}

type Base = Pick<Moment, 'at' | 'by' | 'after' | 'promise'>;
type Changed = Moment & { type: 'changed' };

const changed = (
  base: Base,
  before: Changed['before'],
  more: Pick<Changed, 'answers' | 'undone' | 'person'> & { why?: string },
): Changed => ({ ...base, type: 'changed', before, ...more });
