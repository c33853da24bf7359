import { sql } from 'kysely';
import { type FieldError, forbidden, invalid, staleVersion } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import type { Ctx } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import { isProvider } from '#server/business/client/index.ts';
import { dropExpenseCharge, refuseUnknownClient } from '#server/business/contract/index.ts';
import { refuseSettled, zoneOf } from '#server/business/time/index.ts';
import type { AddExpense, EditExpense } from '#shared/expense.ts';
import { formatMoney } from '#shared/money-words.ts';
import { currencyOf, kindFor } from './kinds.ts';
import { lockExpense } from './rows.ts';
import { refuseDay, worthOf } from './worth.ts';

/**
 * Records what the acting person paid or drove for a client, on a ticket or without one. Throws `invalid` by field for a kind, day, amount or
 * currency that cannot be. Returns its id.
 */
export async function addExpense(ctx: Ctx, { clientId, ticketId, ...input }: AddExpense): Promise<string> {
  const staffId = ctx.scope.principalId;
  if (ctx.scope.principal !== 'staff' || !staffId) throw forbidden('Expenses are recorded by people who work here.');
  const place = await placeOf(ctx, clientId, ticketId);
  const kind = await kindFor(ctx, input.kindId);
  refuseDay(ctx, input.day, await zoneOf(ctx, staffId));
  const { provider, client_id } = place;
  const chargeable = input.chargeable ?? (kind.chargeable && !provider);
  refuseCharged(provider, chargeable);
  const currency = input.currency ?? (await currencyOf(ctx, client_id));
  refusePricing(ctx, input.markup);
  const markup = input.markup ?? kind.markup;
  const worth = worthOf(kind, { ...input, currency, markup });
  const id = newId();
  const row = {
    ...{
      client_id,
      id,
      staff_id: staffId,
      ticket_id: place.ticket_id,
      kind_id: kind.id,
      day: input.day,
      currency,
      chargeable,
      markup,
    },
    ...{ ...worth, paid_by: input.paidBy, client_note: input.clientNote?.trim() ?? '', note: input.note?.trim() ?? '' },
    ...{ created_at: ctx.now, updated_at: ctx.now },
  };
  await ctx.tx.insertInto('expenses').values(row).execute();
  await tell(ctx, row, 'added', spell(kind.name, row));
  return id;
}

/** Changes an expense of one’s own that is open or was returned; whoever approves may change what is submitted too. `conflict` for what is approved. */
export async function editExpense(ctx: Ctx, id: string, { version, ...input }: EditExpense): Promise<void> {
  const before = await lockExpense(ctx, id);
  if (before.version !== version) throw staleVersion('expense', before.version);
  refuseSettled(ctx, before, 'expense');
  const kind = await kindFor(ctx, input.kindId ?? before.kind_id, before.kind_id);
  const same = kind.id === before.kind_id;
  const day = input.day ?? before.day;
  refuseDay(ctx, day, await zoneOf(ctx, before.staff_id));
  const currency = input.currency ?? before.currency;
  refusePricing(ctx, input.markup);
  const markup = input.markup ?? (same ? before.markup : kind.markup);
  const chargeable = input.chargeable ?? before.chargeable;
  refuseCharged(await isProvider(ctx, before.client_id), chargeable);
  const kept = same && currency === before.currency ? (before.rate ?? undefined) : undefined;
  // Another amount has another tax, unless that is said too.
  const amount = input.amount ?? (same && kind.unit === '' ? before.amount : undefined);
  const tax = input.tax ?? (same && kind.unit === '' && input.amount === undefined ? before.tax : undefined);
  // A kind that has no unit any more has an amount.
  const quantity = input.quantity ?? (same && kind.unit !== '' ? (before.quantity ?? undefined) : undefined);
  const worth = worthOf(kind, { day, currency, markup, quantity, rate: kept, amount, tax });
  const ticket_id =
    input.ticketId === undefined ? before.ticket_id : await ticketThere(ctx, before.client_id, input.ticketId);
  const row = {
    ...{ kind_id: kind.id, day, currency, markup, chargeable, ticket_id, ...worth },
    ...{ paid_by: input.paidBy ?? before.paid_by, note: input.note?.trim() ?? before.note },
    client_note: input.clientNote?.trim() ?? before.client_note,
  };
  await ctx.tx
    .updateTable('expenses')
    .set({ ...row, version: before.version + 1, updated_at: ctx.now })
    .where('client_id', '=', before.client_id)
    .where('id', '=', before.id)
    .execute();
  await tell(ctx, { ...before, ticket_id }, 'changed', spell(kind.name, row));
}

/** Takes an expense away that is not approved, with its receipts; one’s own or, for whoever approves, anybody’s. */
export async function removeExpense(ctx: Ctx, id: string): Promise<void> {
  const before = await lockExpense(ctx, id);
  refuseSettled(ctx, before, 'expense');
  const { name } = await kindFor(ctx, before.kind_id, before.kind_id);
  await dropExpenseCharge(ctx, { clientId: before.client_id, expenseId: before.id });
  await ctx.tx.deleteFrom('expenses').where('client_id', '=', before.client_id).where('id', '=', before.id).execute();
  await tell(ctx, before, 'removed', spell(name, before));
}

const spell = (kind: string, { amount, currency }: { amount: number; currency: string }) =>
  `${kind}, ${formatMoney({ minor: amount, currency })}`;

/** On a ticket its timeline tells of it. */
const tell = (
  ctx: Ctx,
  { client_id, ticket_id, id }: { client_id: string; ticket_id: string | null; id: string },
  verb: 'added' | 'changed' | 'removed',
  text: string,
) =>
  appendEvent(ctx, {
    clientId: client_id,
    ...(ticket_id
      ? { subjectType: 'ticket', subjectId: ticket_id, type: `ticket.expense_${verb}` }
      : { subjectType: 'expense', subjectId: id, type: `expense.${verb}` }),
    data: { text, expenseId: id },
  });

type Place = { client_id: string; ticket_id: string | null; provider: boolean };

/** Where an expense belongs: the client of its ticket, which is not merged or moved meanwhile, or the one that is named. */
async function placeOf(ctx: Ctx, clientId: string | undefined, ticketId: string | undefined): Promise<Place> {
  if (ticketId !== undefined) {
    const { rows } = await sql<{ id: string; client_id: string }>`
      select id, client_id from tickets where id = ${ticketId} and merged_into_id is null for share`.execute(ctx.tx);
    const [ticket] = rows;
    if (!ticket) throw invalid([{ path: 'ticketId', message: 'is not a ticket that you see' }]);
    if (clientId !== undefined && clientId.toLowerCase() !== ticket.client_id)
      throw invalid([{ path: 'clientId', message: 'is not the client of this ticket' }]);
    return { client_id: ticket.client_id, ticket_id: ticket.id, provider: await isProvider(ctx, ticket.client_id) };
  }
  if (clientId === undefined) throw invalid([{ path: 'clientId', message: 'must be given where there is no ticket' }]);
  await refuseUnknownClient(ctx, clientId);
  return { client_id: clientId.toLowerCase(), ticket_id: null, provider: await isProvider(ctx, clientId) };
}

async function ticketThere(ctx: Ctx, clientId: string, ticketId: string | null): Promise<string | null> {
  if (ticketId === null) return null;
  const { rows } = await sql<{ id: string }>`
    select id from tickets where client_id = ${clientId} and id = ${ticketId} and merged_into_id is null for share`.execute(
    ctx.tx,
  );
  if (!rows[0]) throw invalid([{ path: 'ticketId', message: 'is not a ticket of this client' }]);
  return rows[0].id;
}

/** What clients pay on top is said by whoever may change prices; for all others as the kind has it. */
function refusePricing(ctx: Ctx, markup: string | undefined): void {
  const message = 'is for those who may change contracts and rates; leave it out, then it is as the kind says';
  if (markup !== undefined && !ctx.can('contract.manage')) throw invalid([{ path: 'markup', message }]);
}

function refuseCharged(provider: boolean, chargeable: boolean): void {
  const fault: FieldError = { path: 'chargeable', message: 'must be false: your own company is not billed' };
  if (provider && chargeable) throw invalid([fault]);
}
