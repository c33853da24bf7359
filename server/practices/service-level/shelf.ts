import type { Calendar } from '#kernel/calendar.ts';
import type { TicketPromise } from '#kernel/service-level.ts';
import type { Ctx, Services } from '#platform/context/index.ts';

type Shelf = {
  /** Calendars by id. Their content never changes, so they are kept for good; a program meets tens of them. */
  readonly calendars: Map<string, Calendar>;
  /** The id of a set of hours at a place in a year, so that holidays are not worked out for every ticket. */
  readonly calendarIds: Map<string, string>;
  /** Promises by id, whose content never changes either: some for each client and priority. */
  readonly promises: Map<string, TicketPromise>;
  /** Those that are stored for good: a row of a transaction that is still open may be taken back. */
  readonly kept: Set<string>;
};

/**
 * SQL: whether the row was there before this transaction, and so stays. One of our own may still be taken back, also by a savepoint,
 * whose rows bear a transaction id of their own: later than ours, and so of less age.
 */
export const THERE_BEFORE = 'age(xmin) > age(pg_current_xact_id()::xid)';

/** More promises than this are never in use at once; beyond it the memory is given back. */
const MOST = 20_000;

/** One shelf per running program: what one database holds says nothing about another. */
const shelves = new WeakMap<Services, Shelf>();

/** What this program has met of what never changes. Whoever looks by an id has been let see the row that names it. */
export function shelfOf({ services }: Ctx): Shelf {
  const found = shelves.get(services);
  if (found && found.promises.size > MOST) {
    found.promises.clear();
    found.kept.clear();
  }
  if (found) return found;
  const made: Shelf = { calendars: new Map(), calendarIds: new Map(), promises: new Map(), kept: new Set() };
  shelves.set(services, made);
  return made;
}
