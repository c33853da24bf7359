import { sql } from 'kysely';
import { type FieldError, invalid } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { type Ctx, requireAllClients } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import { createRecord, lockRecord, updateRecord } from '#platform/record/index.ts';
import { resolveSetting } from '#platform/settings/index.ts';
import type { CreateContractTemplate, SaveContractTemplate } from '#shared/contract-template.ts';
import { viewContract } from '../queries.ts';
import { CURRENCY, currencyFaults } from '../settings.ts';
import { type KeptLine, keptLine, keptLines } from './lines.ts';
import { standsFor } from './stand.ts';

const WHAT = 'A contract template';
const SCHEDULE = { everyMonths: 1, advance: true, noticeDays: 30, upliftMonths: 12 } as const;

/**
 * Adds a template, in the provider's currency unless another is given, billed monthly in advance. With `contractId`, schedule and lines are
 * that contract's, which counts as made from it. `invalid` by field. Returns its id.
 */
export async function createTemplate(
  ctx: Ctx,
  { contractId, lines, ...input }: CreateContractTemplate,
): Promise<string> {
  requireAllClients(ctx, WHAT);
  const { value } = await resolveSetting(ctx, CURRENCY, null);
  const taken = contractId === undefined ? null : await takenFrom(ctx, contractId);
  const fields = { currency: value.currency, ...SCHEDULE, ...taken?.schedule, ...input };
  await refuse(ctx, fields, null);
  const kept = lines ? await keptLines(ctx, lines, []) : (taken?.lines.map(({ kept: line }) => line) ?? []);
  const id = await createRecord(ctx, 'contract_templates', 'contract_template', { ...fields, lines: kept });
  if (taken && !lines) await countAsMade(ctx, id, taken);
  return id;
}

/** Changes a template. Contracts that were made from it stay as they are, and show how they differ. */
export async function saveTemplate(ctx: Ctx, id: string, { lines, ...input }: SaveContractTemplate): Promise<void> {
  requireAllClients(ctx, WHAT);
  const before = await lockRecord(ctx, 'contract_templates', 'contract_template', id, input.version);
  await refuse(ctx, input, id);
  const kept = lines && { lines: await keptLines(ctx, lines, before.lines as KeptLine[]) };
  await updateRecord(ctx, 'contract_templates', 'contract_template', id, { ...input, ...kept });
}

async function refuse(
  ctx: Ctx,
  { name, groupId, currency }: Pick<SaveContractTemplate, 'name' | 'groupId' | 'currency'>,
  id: string | null,
): Promise<void> {
  const faults: FieldError[] = currency === undefined ? [] : currencyFaults(currency);
  if (name !== undefined) {
    const { rows } = await sql`
      select from contract_templates where lower(name) = lower(${name.trim()}) and id is distinct from ${id}`.execute(
      ctx.tx,
    );
    if (rows.length > 0) faults.push({ path: 'name', message: 'is the name of another template' });
  }
  if (groupId) {
    const { rows } = await sql`select from client_groups where id = ${groupId}`.execute(ctx.tx);
    if (rows.length === 0) faults.push({ path: 'groupId', message: 'is not a group of clients' });
  }
  if (faults.length > 0) throw invalid(faults);
}

async function takenFrom(ctx: Ctx, contractId: string) {
  const { rows } = await sql`select from contracts where id = ${contractId}`.execute(ctx.tx);
  if (rows.length === 0) throw invalid([{ path: 'contractId', message: 'is not a contract that you see' }]);
  const contract = await viewContract(ctx, contractId);
  const { currency, everyMonths, advance, renewsMonths, noticeDays, upliftPercent, upliftMonths } = contract;
  const today = ctx.now.slice(0, 10);
  const lines = contract.lines
    .filter(({ until }) => until === null || until > today)
    .map(({ id: lineId, taxRate, counts, terms, ...line }) => {
      const held = terms.findLast(({ from }) => from <= today) ?? terms[0];
      const { name: _, ...by } = counts ?? { name: '' };
      const kept = keptLine(
        {
          ...line,
          taxRateId: taxRate?.id ?? null,
          counts: counts ? (by as Omit<typeof counts, 'name'>) : null,
          ...(held ? { quantity: held.quantity, price: held.price } : {}),
        },
        newId(),
      );
      return { lineId, kept };
    });
  return {
    contract,
    schedule: { currency, everyMonths, advance, renewsMonths, noticeDays, upliftPercent, upliftMonths },
    lines,
  };
}

type Taken = Pick<Awaited<ReturnType<typeof takenFrom>>, 'contract' | 'lines'>;

/**
 * The contract of which a template was taken counts as made from it. That is the firm's own, so its version stays: a client who has it before
 * them to sign has read what it says.
 */
async function countAsMade(ctx: Ctx, templateId: string, { contract, lines }: Taken): Promise<void> {
  const { id, client, template } = contract;
  await sql`update contracts set template_id = ${templateId} where client_id = ${client.id} and id = ${id}`.execute(
    ctx.tx,
  );
  await appendEvent(ctx, {
    ...{ clientId: client.id, subjectType: 'contract', subjectId: id, type: 'contract.changed' },
    data: { changes: { template_id: [template?.id ?? null, templateId] } },
  });
  for (const { lineId, kept } of lines) await standsFor(ctx, { clientId: client.id, lineId, templateLine: kept.id });
}
