import { sql } from 'kysely';
import { Fault, type FieldError, invalid, notFound } from '#kernel/errors.ts';
import { actingStaff, type Ctx } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import { createRecord, lockRecord, updateRecord } from '#platform/record/index.ts';
import type { AddLine, CoversShape, SaveLine, SetTerms } from '#shared/contract.ts';
import type { LineKind } from '#shared/contract-words.ts';
import { amountFaults } from './amounts.ts';
import { clientOfContract, refuseFaults, refuseSent } from './contracts.ts';
import { countedBy, refuseUnknownCount } from './counted-by.ts';
import { refuseTaxRate } from './tax-rates.ts';
import { refuseUnknownCovers } from './unknown-covers.ts';

/** What a line takes in unless it says. */
export const EVERYTHING: CoversShape = {
  ...{
    workTypeIds: [],
    kinds: [],
    categoryIds: [],
    serviceIds: [],
    staffIds: [],
    itemIds: [],
    contactIds: [],
    hours: [],
  },
};

/** Work of time is the only kind that costs nothing by itself; a fixed one takes in no work. */
export const costs = (kind: LineKind): boolean => kind !== 'time';
export const takesTime = (kind: LineKind): boolean => kind !== 'fixed';
/** Blocks are bought ahead, and time is charged as it comes: neither is for so many of something. */
const isCounted = (kind: LineKind): boolean => kind === 'fixed' || kind === 'all_inclusive';
const NOT_COUNTED: FieldError = { path: 'counts', message: 'is for lines that cost so much for each of something' };

/**
 * Adds a line to a contract that has not ended: what it costs from a day on, and which work it takes in (all of it unless said). `invalid`
 * where a line that costs has no quantity and price, or one that does not has. Returns its id.
 */
export async function addLine(ctx: Ctx, contractId: string, input: AddLine): Promise<string> {
  const { clientId, begins } = await openContract(ctx, contractId);
  const { quantity, price, from = begins, covers, counts, ...fields } = input;
  const faults = lineFaults(input);
  if (from < begins) faults.push({ path: 'from', message: 'must not be before the contract begins' });
  if (faults.length > 0) throw invalid(faults);
  await refuseUnknown(ctx, clientId, input);
  const last = await lastPosition(ctx, clientId, contractId);
  const line = {
    ...{ position: last + 1, unit: '', ...fields, contractId, fromDay: from },
    covers: takesTime(input.kind) ? { ...EVERYTHING, ...covers } : null,
    ...(counts ? countedBy(counts) : {}),
  };
  const id = await createRecord(ctx, 'contract_lines', 'contract_line', line, clientId);
  if (quantity !== undefined && price !== undefined)
    await writeTerms(ctx, { clientId, lineId: id }, { from, quantity, price, agreedOn: from });
  return id;
}

/** Changes a line, or says when it ends. What is not billed yet follows; a month that was billed gets a difference. */
export async function saveLine(ctx: Ctx, contractId: string, id: string, input: SaveLine): Promise<void> {
  const { clientId } = await openContract(ctx, contractId);
  const before = await lockLine(ctx, { clientId, contractId, id }, input.version);
  const { covers, until, counts, ...fields } = input;
  if (until && until < before.from_day)
    throw invalid([{ path: 'until', message: 'must not be before the line begins' }]);
  if (covers && !takesTime(before.kind)) throw invalid([{ path: 'covers', message: 'is for lines that take in work' }]);
  if (counts && !isCounted(before.kind)) throw invalid([NOT_COUNTED]);
  refuseFaults(amountFaults({ percent: input.percent }));
  await refuseUnknown(ctx, clientId, input);
  await updateRecord(
    ctx,
    'contract_lines',
    'contract_line',
    id,
    {
      ...fields,
      ...(until === undefined ? {} : { untilDay: until }),
      ...(covers ? { covers: { ...EVERYTHING, ...before.covers, ...covers } } : {}),
      ...(counts === undefined ? {} : countedBy(counts)),
    },
    clientId,
  );
}

/**
 * Says how many at which price a line has from a day on; what was before stays. For a day that has terms they are replaced. A price that is not
 * given, or stays the same, counts as agreed when it was before, so that it goes on rising; a new one as agreed that day, unless another is given.
 * `snapshotId`: the count by which the quantity was agreed.
 */
export async function setTerms(
  ctx: Ctx,
  contractId: string,
  id: string,
  input: SetTerms,
  snapshotId: string | null = null,
): Promise<void> {
  const { clientId } = await openContract(ctx, contractId);
  const line = await lockLine(ctx, { clientId, contractId, id }, input.version);
  if (!costs(line.kind))
    throw invalid([{ path: 'price', message: 'is not for a line of time: its work is charged by the rates' }]);
  if (input.from < line.from_day) throw invalid([{ path: 'from', message: 'must not be before the line begins' }]);
  refuseFaults(amountFaults(input));
  const [held] = await termsBefore(ctx, clientId, id, input.from);
  const price = input.price ?? held?.price;
  if (price === undefined) throw invalid([{ path: 'price', message: 'must be given: none was agreed by that day' }]);
  const agreedOn = input.agreedOn ?? (held && Number(held.price) === Number(price) ? held.agreed_on : input.from);
  await writeTerms(ctx, { clientId, lineId: id }, { ...input, price, agreedOn }, snapshotId);
  await sql`update contract_lines set version = version + 1, updated_at = ${ctx.now} where client_id = ${clientId} and id = ${id}`.execute(
    ctx.tx,
  );
  const { from, quantity } = input;
  const was = held ? { quantity: held.quantity, price: held.price } : null;
  await tell(ctx, clientId, contractId, 'terms_set', { name: line.name, from, quantity, price, was });
}

/** Takes what was counted as the quantity of a line from a day on, at the price that was agreed by then. */
export const acceptCount = (
  ctx: Ctx,
  contractId: string,
  id: string,
  { snapshotId, ...terms }: { version: number; from: string; quantity: string; snapshotId: string },
): Promise<void> => setTerms(ctx, contractId, id, terms, snapshotId);

/** Takes a line out of a draft. From an active contract it is not taken: it gets an end. */
export async function removeLine(ctx: Ctx, contractId: string, id: string): Promise<void> {
  const { clientId, state } = await openContract(ctx, contractId);
  const line = await lockLine(ctx, { clientId, contractId, id });
  if (state !== 'draft')
    throw new Fault('conflict', 'A line of an active contract is not taken away: say on which day it ends.');
  await sql`delete from contract_lines where client_id = ${clientId} and id = ${id}`.execute(ctx.tx);
  await tell(ctx, clientId, contractId, 'line_removed', { name: line.name });
}

type LineInput = Pick<AddLine, 'kind' | 'quantity' | 'price' | 'percent' | 'covers' | 'counts'>;
type Open = { clientId: string; state: string; begins: string };

async function openContract(ctx: Ctx, id: string): Promise<Open> {
  const clientId = await clientOfContract(ctx, id);
  const contract = await lockRecord(ctx, 'contracts', 'contract', id, undefined, clientId);
  if (contract.state === 'ended') throw new Fault('conflict', 'This contract has ended; its lines stay as they are.');
  refuseSent(String(contract.state));
  return { clientId, state: String(contract.state), begins: String(contract.begins) };
}

type Line = { kind: LineKind; name: string; from_day: string; covers: CoversShape | null; version: number };

async function lockLine(
  ctx: Ctx,
  { clientId, contractId, id }: { clientId: string; contractId: string; id: string },
  version?: number,
): Promise<Line> {
  const line = await lockRecord(ctx, 'contract_lines', 'contract_line', id, version, clientId);
  if (line.contract_id !== contractId) throw notFound('contract line');
  return line as unknown as Line;
}

/** Why a line cannot be as it is given, by field. */
export function lineFaults({ kind, quantity, price, percent, covers, counts }: LineInput): FieldError[] {
  const faults = amountFaults({ quantity, price, percent });
  for (const [path, value] of Object.entries({ quantity, price })) {
    if (costs(kind) && value === undefined)
      faults.push({ path, message: 'must be given: this line costs something each month' });
    if (!costs(kind) && value !== undefined)
      faults.push({ path, message: 'is not for a line of time: its work is charged by the rates' });
  }
  if (covers && !takesTime(kind)) faults.push({ path: 'covers', message: 'is for lines that take in work' });
  if (counts && !isCounted(kind)) faults.push(NOT_COUNTED);
  return faults;
}

/** `invalid` by field where a line names a tax, work or something counted that is not there; without a client, nothing of a client's. */
export async function refuseUnknown(
  ctx: Ctx,
  clientId: string | null,
  { covers, taxRateId, counts }: Pick<AddLine, 'covers' | 'taxRateId' | 'counts'>,
): Promise<void> {
  const fault = taxRateId ? await refuseTaxRate(ctx, taxRateId) : null;
  if (fault) throw invalid([fault]);
  if (covers) await refuseUnknownCovers(ctx, clientId, covers);
  if (counts) await refuseUnknownCount(ctx, counts);
}

async function lastPosition(ctx: Ctx, clientId: string, contractId: string): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    select coalesce(max(position), 0)::int as last from contract_lines
    where client_id = ${clientId} and contract_id = ${contractId}`.execute(ctx.tx);
  return rows[0]?.last ?? 0;
}

type Kept = { quantity: string; price: string; agreed_on: string };

async function termsBefore(ctx: Ctx, clientId: string, lineId: string, day: string): Promise<Kept[]> {
  const { rows } = await sql<Kept>`
    select quantity, price, agreed_on from contract_terms
    where client_id = ${clientId} and line_id = ${lineId} and from_day <= ${day} order by from_day desc limit 1`.execute(
    ctx.tx,
  );
  return rows;
}

async function writeTerms(
  ctx: Ctx,
  { clientId, lineId }: { clientId: string; lineId: string },
  { from, quantity, price, agreedOn }: { from: string; quantity: string; price: string; agreedOn: string },
  snapshotId: string | null = null,
): Promise<void> {
  await sql`
    insert into contract_terms (client_id, line_id, from_day, quantity, price, agreed_on, snapshot_id, created_by, created_at)
    values (${clientId}, ${lineId}, ${from}, ${quantity}, ${price}, ${agreedOn}, ${snapshotId}, ${actingStaff(ctx)}, ${ctx.now})
    on conflict (client_id, line_id, from_day) do update set quantity = excluded.quantity, price = excluded.price,
      agreed_on = excluded.agreed_on, snapshot_id = excluded.snapshot_id, created_by = excluded.created_by, created_at = excluded.created_at`.execute(
    ctx.tx,
  );
}

const tell = (ctx: Ctx, clientId: string, contractId: string, verb: string, data: object) =>
  appendEvent(ctx, {
    clientId,
    subjectType: 'contract',
    subjectId: contractId,
    type: `contract.${verb}`,
    data: { ...data },
  });
