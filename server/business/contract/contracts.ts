import { sql } from 'kysely';
import { Fault, type FieldError, invalid, notFound } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { createRecord, lockRecord, updateRecord } from '#platform/record/index.ts';
import { resolveSetting } from '#platform/settings/index.ts';
import { signatureOf } from '#server/business/signature/index.ts';
import type { CreateContract, SaveContract } from '#shared/contract.ts';
import type { ContractState } from '#shared/contract-words.ts';
import { refuseUnknownClient } from './refuse-client.ts';
import { CURRENCY, currencyFaults } from './settings.ts';
import { standByName } from './template/stand.ts';

/** What of a contract decides what is billed, and is settled once it is active. */
const SETTLED = ['currency', 'begins', 'billsFrom', 'everyMonths', 'advance'] as const;

/** Whose a contract is; `not_found` where the reader sees none of that id. */
export async function clientOfContract(ctx: Ctx, id: string): Promise<string> {
  const { rows } = await sql<{ client_id: string }>`select client_id from contracts where id = ${id}`.execute(ctx.tx);
  const [row] = rows;
  if (!row) throw notFound('contract');
  return row.client_id;
}

/**
 * Adds a contract as a draft, in the client's currency unless another is given, billed monthly in advance. `invalid` by field for a client
 * out of sight, an unknown currency or days that do not follow each other. Returns its id.
 */
export async function createContract(ctx: Ctx, { clientId, ...input }: CreateContract): Promise<string> {
  await refuseUnknownClient(ctx, clientId);
  const { value } = await resolveSetting(ctx, CURRENCY, clientId);
  const fields = { currency: value.currency, everyMonths: 1, advance: true, billsFrom: input.begins, ...input };
  refuseFaults(faultsOf(fields));
  return createRecord(ctx, 'contracts', 'contract', { ...fields, state: 'draft' }, clientId);
}

/**
 * Changes a contract, or where it stands: a draft becomes active, an active one ends. What decides about billing (currency, beginning,
 * schedule) is settled from then on, `conflict` says so. Lines of the same kind and name stand for those of a template that it is held against.
 */
export async function saveContract(ctx: Ctx, id: string, { state, ...input }: SaveContract): Promise<void> {
  const clientId = await clientOfContract(ctx, id);
  const before = (await lockRecord(ctx, 'contracts', 'contract', id, input.version, clientId)) as unknown as Before;
  const { version: _, ...given } = input;
  if (state === undefined || state === before.state || Object.keys(given).length > 0) refuseSent(before.state);
  refuseSettled(before, input);
  await refuseOtherTerms(ctx, before, input.terms);
  if (state !== undefined && state !== before.state) await refuseMove(ctx, before, state);
  refuseFaults(
    faultsOf({
      currency: input.currency ?? before.currency,
      begins: input.begins ?? before.begins,
      billsFrom: input.billsFrom ?? before.bills_from,
      ends: input.ends === undefined ? before.ends : input.ends,
      renewsMonths: input.renewsMonths === undefined ? before.renews_months : input.renewsMonths,
    }),
  );
  if (input.templateId !== undefined) await standByName(ctx, { clientId, contractId: id }, input.templateId);
  const ended = state === 'ended' && input.ends === undefined && before.ends === null;
  const fields = { ...input, ...(state ? { state } : {}), ...(ended ? { ends: ctx.now.slice(0, 10) } : {}) };
  await updateRecord(ctx, 'contracts', 'contract', id, fields, clientId);
}

type Before = {
  client_id: string;
  id: string;
  state: ContractState;
  currency: string;
  begins: string;
  bills_from: string;
  ends: string | null;
  renews_months: number | null;
  terms: string;
};

function refuseSettled(before: Before, input: Omit<SaveContract, 'state'>): void {
  if (before.state === 'draft') return;
  const given = SETTLED.filter((field) => input[field] !== undefined);
  if (given.length > 0)
    throw invalid(
      given.map((path) => ({ path, message: 'is settled once a contract is active: end it, and begin another' })),
    );
}

/** Terms that a client has signed stay as they were signed. */
async function refuseOtherTerms(ctx: Ctx, { client_id, id, terms }: Before, given: string | undefined): Promise<void> {
  if (given === undefined || given === terms) return;
  if (await signatureOf(ctx, client_id, { contractId: id }))
    throw invalid([{ path: 'terms', message: 'were signed as they stand: draft another contract for other terms' }]);
}

const SIGNED = 'This contract was signed as it stands. Make it active first.';

/** `conflict` where a client has a contract before them, or has signed it: it stays as they were shown it. */
export function refuseSent(state: string): void {
  if (state === 'sent')
    throw new Fault('conflict', 'This contract waits to be signed as it stands. Take it back first.');
  if (state === 'signed') throw new Fault('conflict', SIGNED);
}

async function refuseMove(ctx: Ctx, before: Before, state: ContractState): Promise<void> {
  if (state === 'sent' || state === 'signed')
    throw new Fault('conflict', 'Send it for signature: it is signed by the client, in the portal.');
  if (before.state === 'sent') refuseSent(before.state);
  if (before.state === 'signed' && state !== 'active') throw new Fault('conflict', SIGNED);
  if (before.state === 'draft' && state === 'ended')
    throw new Fault('conflict', 'A draft has never held, so it cannot end. Only an active contract ends.');
  if (state === 'draft' || before.state === 'ended')
    throw new Fault('conflict', `A contract that is ${before.state} cannot become ${state}.`);
  if (state !== 'active') return;
  const { rows } =
    await sql`select from contract_lines where client_id = ${before.client_id} and contract_id = ${before.id} limit 1`.execute(
      ctx.tx,
    );
  if (rows.length === 0) throw new Fault('conflict', 'A contract needs at least one line before it is active.');
}

type Held = { currency: string; begins: string; billsFrom: string; ends?: string | null; renewsMonths?: number | null };

function faultsOf({ currency, begins, billsFrom, ends = null, renewsMonths = null }: Held): FieldError[] {
  const faults = currencyFaults(currency);
  if (ends !== null && ends <= begins) faults.push({ path: 'ends', message: 'must be after the contract begins' });
  if (billsFrom < begins) faults.push({ path: 'billsFrom', message: 'must not be before the contract begins' });
  if (renewsMonths !== null && ends === null)
    faults.push({ path: 'ends', message: 'must be given where a contract renews: it says when' });
  return faults;
}

/** `invalid` where anything is wrong. */
export function refuseFaults(faults: readonly FieldError[]): void {
  if (faults.length > 0) throw invalid(faults);
}
