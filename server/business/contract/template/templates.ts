import { sql } from 'kysely';
import { type FieldError, invalid, notFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { type Ctx, requireAllClients } from '#platform/context/index.ts';
import { createRecord, lockRecord, updateRecord } from '#platform/record/index.ts';
import { resolveSetting } from '#platform/settings/index.ts';
import type { CreateContractTemplate, SaveContractTemplate } from '#shared/contract-template.ts';
import { clientOfContract } from '../contracts.ts';
import { viewContract } from '../queries.ts';
import { CURRENCY, currencyFaults } from '../settings.ts';
import { type KeptLine, keptLine, keptLines } from './lines.ts';

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
  if (taken && contractId && !lines) await countAsMade(ctx, id, contractId, taken);
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
  const contract = await viewContract(ctx, contractId).catch(() => {
    throw invalid([{ path: 'contractId', message: 'is not a contract that you see' }]);
  });
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
    schedule: { currency, everyMonths, advance, renewsMonths, noticeDays, upliftPercent, upliftMonths },
    lines,
  };
}

async function countAsMade(
  ctx: Ctx,
  id: string,
  contractId: string,
  { lines }: Awaited<ReturnType<typeof takenFrom>>,
): Promise<void> {
  const clientId = await clientOfContract(ctx, contractId);
  await madeFrom(ctx, { clientId, contractId, templateId: id });
  for (const { lineId, kept } of lines) await standsFor(ctx, { clientId, lineId, templateLine: kept.id });
}

/** Notes which template a contract was made from. */
export async function madeFrom(
  ctx: Ctx,
  { clientId, contractId, templateId }: Record<'clientId' | 'contractId' | 'templateId', string>,
): Promise<void> {
  await sql`update contracts set template_id = ${templateId} where client_id = ${clientId} and id = ${contractId}`.execute(
    ctx.tx,
  );
}

/** Notes which line of the template a line of a contract stands for. */
export async function standsFor(
  ctx: Ctx,
  { clientId, lineId, templateLine }: Record<'clientId' | 'lineId' | 'templateLine', string>,
): Promise<void> {
  await sql`update contract_lines set template_line = ${templateLine} where client_id = ${clientId} and id = ${lineId}`.execute(
    ctx.tx,
  );
}

export type KeptTemplate = {
  id: string;
  name: string;
  currency: string;
  every_months: 1 | 3 | 6 | 12;
  advance: boolean;
  term_months: number | null;
  renews_months: number | null;
  notice_days: number;
  uplift_percent: string | null;
  uplift_months: number;
  active: boolean;
  lines: KeptLine[];
};

/** The template of an id as it is kept; `not_found` without. */
export async function templateOf(ctx: Ctx, id: string): Promise<KeptTemplate> {
  const { rows } = await sql<KeptTemplate>`
    select id, name, currency, every_months, advance, term_months, renews_months, notice_days, uplift_percent, uplift_months, active, lines
    from contract_templates where id = ${id}`.execute(ctx.tx);
  const [row] = rows;
  if (!row) throw notFound('contract template');
  return row;
}
