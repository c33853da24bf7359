import type { Selectable } from 'kysely';
import type { Asking, Moment, Slot, Step, TicketFacts, TicketPromise } from '#kernel/service-level.ts';
import { NOBODY_ASKS, step } from '#kernel/service-level.ts';
import { type Ctx, readOnce } from '#platform/context/index.ts';
import type { Tables } from '#platform/database/index.ts';
import { type EndedClock, endPagesOf } from '#server/practices/escalation/index.ts';
import { calendarSource, type Place } from './calendars.ts';
import { earliestDue } from './due.ts';
import { noteFault } from './fault.ts';
import { type KeptPromise, promiseById, promiseFor } from './promise.ts';
import { type ClockRow, slotOf } from './rows.ts';
import { valuesFor } from './surroundings.ts';
import { targetName } from './target-name.ts';
import { clocksOf, insertClocks, sourceOf, writeClock } from './write.ts';

export type Ticket = Selectable<Tables['tickets']>;

/** Columns that conditions and targets look at: a change of one of them asks anew what is promised. */
const ASKED = [
  'priority',
  'impact',
  'urgency',
  'service_id',
  'category_id',
  'team_id',
  'requester_id',
  'site_id',
  'source',
  'tags',
] as const satisfies readonly (keyof Ticket)[];

/** Columns whose change a clock may have to follow by itself. */
const WATCHED = ['status', 'status_category', 'hold_reason', 'first_response_at', 'assignee_id', ...ASKED] as const;

const PLACE = `
select c.time_zone, c.country, c.region, s.time_zone as site_zone
from clients c left join sites s on s.client_id = c.id and s.id = $2 where c.id = $1`;

/** Where a ticket's hours are counted: the time zone of its site, else of its client. */
async function placeOf(ctx: Ctx, { client_id, site_id }: Pick<Ticket, 'client_id' | 'site_id'>): Promise<Place> {
  const [found] = await readOnce(ctx, `place ${client_id} ${site_id}`, () =>
    ctx.hot<{ time_zone: string; country: string; region: string; site_zone: string | null }>('sla_place', PLACE, [
      client_id,
      site_id,
    ]),
  );
  if (!found) throw new Error(`There is no client ${client_id}`);
  return { timeZone: found.site_zone ?? found.time_zone, country: found.country, region: found.region };
}

/** What a ticket is promised as it is now, by the policies that bind it. */
export async function promiseOfTicket(ctx: Ctx, ticket: Ticket): Promise<KeptPromise> {
  const at = ticket.promised_at ?? ticket.created_at;
  return promiseFor(ctx, ticket.client_id, ticket, await placeOf(ctx, ticket), at);
}

/**
 * What a ticket is promised after a change of it, where that is another promise than before; null where it is the same. Policies
 * are asked only when something changed that they may look at.
 */
export async function promisedAnew(ctx: Ctx, before: Ticket, after: Ticket): Promise<KeptPromise | null> {
  const asks = before.promise_id === null || ASKED.some((column) => differ(before[column], after[column]));
  if (!asks) return null;
  const promise = await promiseOfTicket(ctx, after);
  return promise.id === before.promise_id ? null : promise;
}

const differ = (a: unknown, b: unknown): boolean =>
  Array.isArray(a) ? JSON.stringify(a) !== JSON.stringify(b) : a !== b;

/** What a change meant besides the columns that changed. */
export type Told = { readonly answers: boolean; readonly undone: boolean };

/** Whether an event of this type takes back what was done to the ticket before. */
export const takesBack = (type: string): boolean => type === 'ticket.undone' || type === 'ticket.unmerged';

/**
 * Lets a ticket's clocks follow a change of the ticket; `after` names the promise that holds from now on.
 * @returns the ticket's earliest due instant if it may have changed, else undefined
 */
export async function followClocks(
  ctx: Ctx,
  before: Ticket,
  after: Ticket,
  { answers, undone }: Told,
): Promise<string | null | undefined> {
  const moved = WATCHED.some((column) => differ(before[column], after[column]));
  if (!moved && !answers && before.promise_id === after.promise_id) return undefined;
  if (after.promise_id === null) return undefined;
  const promise = await promiseById(ctx, after.client_id, after.promise_id);
  const { promise_id: was } = before;
  const promisedBefore =
    was === null || was === after.promise_id ? promise : await promiseById(ctx, before.client_id, was);
  const person = ctx.actor.kind === 'staff' || ctx.actor.kind === 'key';
  return moveClocksBy(ctx, after, {
    type: 'changed',
    at: ctx.now,
    by: ctx.actor.name,
    before,
    after,
    promise,
    promisedBefore,
    answers,
    undone,
    person,
  });
}

/**
 * Does to a ticket's clocks what a moment does, and writes those that change.
 * @returns the ticket's earliest due instant
 */
export async function moveClocksBy(ctx: Ctx, ticket: Ticket, moment: Moment): Promise<string | null> {
  const rows = await clocksOf(ctx, ticket);
  const slots = new Map(rows.map((row) => [row.target, slotOf(row)]));
  const calendars = await calendarSource(ctx, [
    ...rows.map((row) => row.calendar_id),
    ...Object.values(moment.promise).map(({ calendarId }) => calendarId),
  ]);
  const steps = step(slots, moment, calendars, await askingOf(ctx, ticket.client_id, moment.after, moment.promise));
  for (const row of rows) {
    const one = steps.find(({ target }) => target === row.target) ?? promisedByAnother(row, moment.promise);
    if (one) await writeClock(ctx, row, one, moment.promise);
  }
  await endPagesOf(ctx, ticket, await endedBy(ctx, steps));
  await insertClocks(
    ctx,
    ticket,
    steps.filter(({ target }) => !slots.has(target)),
    moment.promise,
  );
  return earliestDue(withSteps(slots, steps));
}

/** A running clock that stays as it is, but whose target another priority or policy promises now: it is to say so. */
function promisedByAnother(row: ClockRow, promise: TicketPromise): Step | null {
  const slot = slotOf(row);
  return sourceOf(row, { slot }, promise) === row.source ? null : { target: row.target, slot, events: [] };
}

/** The clocks that are over by these steps, or whose round is. */
async function endedBy(ctx: Ctx, steps: readonly Step[]): Promise<EndedClock[]> {
  const ended: EndedClock[] = [];
  for (const { target, slot, events } of steps) {
    const over = slot.clock.stoppedAt !== null;
    const again = events.some(({ type }) => type === 'reset');
    if (!over && !again) continue;
    const how = over ? ENDS[slot.clock.state] : 'began a new round';
    ended.push({ target, text: `the ${await targetName(ctx, target)} target ${how}` });
  }
  return ended;
}

const ENDS: Readonly<Record<string, string>> = {
  met: 'is met',
  breached: 'was missed, and what it asked for is done',
  cancelled: 'is cancelled',
};

function withSteps(slots: ReadonlyMap<string, Slot>, steps: readonly Step[]) {
  const now = new Map(slots);
  for (const { target, slot } of steps) now.set(target, slot);
  return [...now.values()].map(({ clock }) => clock);
}

/** How the rules of a promise are asked about a ticket; where there are none, nothing is read for it. */
export async function askingOf(
  ctx: Ctx,
  clientId: string,
  facts: TicketFacts,
  promise: TicketPromise,
): Promise<Asking> {
  const ruled = Object.values(promise).find(({ rules }) => Object.values(rules).some((rule) => rule !== null));
  if (!ruled) return NOBODY_ASKS;
  const values = await valuesFor(ctx, clientId, facts);
  return { values, fault: (fault) => void noteFault(ctx, ruled.rulesOf ?? '', fault) };
}
