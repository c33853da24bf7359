import { HELD } from '../clock/held.ts';
import type { ClockEvent } from '../clock/types.ts';
import { heldWords, PROMISED_AGAIN, SET_BY_HAND } from './by-hand.ts';
import type { Slot } from './moment.ts';

/** What stands for words that were typed at a client which the ticket has left. */
const BEFORE_MOVE = 'before it moved here';

/** Where a clock's target came from that was promised at a client which the ticket has left. */
export const PROMISED_BEFORE_MOVE = `what was promised ${BEFORE_MOVE}`;

/** Another calendar for one of the same hours, by ids: one that says no names. */
export type NamelessCalendars = (calendarId: string) => string;

/** A clock of a ticket that moves to another client: as it is, but in nobody's words. */
export function namelessSlot({ clock, held, override }: Slot, calendars: NamelessCalendars): Slot {
  return {
    clock: { ...clock, calendarId: calendars(clock.calendarId) },
    held: held === null ? null : BEFORE_MOVE,
    override,
  };
}

/**
 * The same of what happened to it: nothing that was typed or named for the client it leaves, and only those people who are named to
 * the next one, too.
 */
export function namelessEvent(
  event: ClockEvent,
  calendars: NamelessCalendars,
  isNamed: (by: string) => boolean,
): ClockEvent {
  const { by, why, ...rest } = event;
  const said = why === undefined ? undefined : namelessWords(event, why);
  return {
    ...rest,
    ...('calendarId' in rest && rest.calendarId !== undefined ? { calendarId: calendars(rest.calendarId) } : {}),
    ...(said === undefined ? {} : { why: said }),
    ...(by !== undefined && isNamed(by) ? { by } : {}),
  } as ClockEvent;
}

function namelessWords(event: ClockEvent, why: string): string {
  if (event.type === 'pause' && event.reason === HELD) return heldWords(BEFORE_MOVE);
  for (const begin of [SET_BY_HAND, PROMISED_AGAIN]) if (why.startsWith(begin)) return `${begin}${BEFORE_MOVE}`;
  // Policies and calendars are named in quotation marks, and nothing else is.
  return why.includes('"') ? 'another promise holds' : why;
}
