import { namelessEvent, namelessSlot, PROMISED_BEFORE_MOVE } from '#kernel/service-level.ts';
import type { Ctx } from '#platform/context/index.ts';
import { keepCalendar } from './calendars.ts';
import { calendarsOf, historyOf } from './explain.ts';
import { moveClocksBy, promiseOfTicket, type Ticket } from './follow.ts';
import { withNameless } from './nameless-calendars.ts';
import type { KeptPromise } from './promise.ts';
import { type ClockRow, slotOf } from './rows.ts';
import { clocksOf, rewriteClock } from './write.ts';

/**
 * Gives the clocks of a ticket that has just moved to another client the promise of that client; the time used up stays used up,
 * and a finished clock keeps its verdict. Nothing in them says any more what was typed or named for the client they come from; the
 * event of the move must say `nameless`, so that the log makes the same clocks.
 * @returns the promise, and the ticket's earliest due instant
 */
export async function moveClocks(ctx: Ctx, ticket: Ticket): Promise<{ promise: KeptPromise; dueAt: string | null }> {
  const rows = await clocksOf(ctx, ticket);
  await forgetNames(ctx, rows);
  const promise = await promiseOfTicket(ctx, ticket);
  const dueAt = await moveClocksBy(ctx, ticket, {
    type: 'changed',
    at: ctx.now,
    by: ctx.actor.name,
    before: ticket,
    after: ticket,
    promise: promise.terms,
    promisedBefore: Object.fromEntries(rows.map(({ target }) => [target, { source: PROMISED_BEFORE_MOVE }])),
    answers: false,
    undone: false,
    person: false,
    why: 'moved from another client',
  });
  return { promise, dueAt };
}

async function forgetNames(ctx: Ctx, rows: readonly ClockRow[]): Promise<void> {
  const { namelessOf, made } = withNameless(await calendarsOf(ctx, rows));
  const ours = await namesOfOurs(ctx, rows);
  const isNamed = (by: string) => ours.has(withoutKey(by));
  const written = rows.map((row) => ({
    row,
    slot: namelessSlot(slotOf(row), namelessOf),
    history: historyOf(row).map((event) => namelessEvent(event, namelessOf, isNamed)),
  }));
  for (const [id, calendar] of made) await keepCalendar(ctx, id, calendar);
  for (const { row, slot, history } of written) await rewriteClock(ctx, row, slot, PROMISED_BEFORE_MOVE, history);
}

/** Of those who brought things about, our own people: they are still named, and the other client's are not theirs to know. */
async function namesOfOurs(ctx: Ctx, rows: readonly ClockRow[]): Promise<ReadonlySet<string>> {
  const names = new Set(rows.flatMap(historyOf).flatMap(({ by }) => (by === undefined ? [] : withoutKey(by))));
  const found = await ctx.hot<{ name: string }>('clocks_ours', 'select name from staff where name = any ($1)', [
    [...names],
  ]);
  return new Set(found.map(({ name }) => name));
}

/** A name without the key that somebody used: `Ann (key sync)` is Ann. */
const withoutKey = (by: string): string => by.replace(/ \(key [^)]*\)$/, '');
