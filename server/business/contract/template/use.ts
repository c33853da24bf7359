import { sql } from 'kysely';
import { contractMonth } from '#kernel/billing.ts';
import { invalid } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { CreateContract } from '#shared/contract.ts';
import type { AlignContract } from '#shared/contract-template.ts';
import { clientOfContract, createContract } from '../contracts.ts';
import { addLine, saveLine, setTerms } from '../lines.ts';
import { viewContract } from '../queries.ts';
import type { KeptLine } from './lines.ts';
import { type KeptTemplate, madeFrom, standsFor, templateOf } from './templates.ts';

/**
 * Drafts a contract: by a template where one is named, with its schedule and lines unless given. What something counts at the client already
 * is as many as were counted last. `invalid` by field. Returns its id.
 */
export async function draftContract(ctx: Ctx, { templateId, ...input }: CreateContract): Promise<string> {
  if (templateId === undefined) return createContract(ctx, input);
  const template = await templateOf(ctx, templateId).catch(() => null);
  if (!template?.active) throw invalid([{ path: 'templateId', message: 'is not a template in use' }]);
  const id = await createContract(ctx, { ...scheduleOf(template, input.begins), ...input });
  await madeFrom(ctx, { clientId: input.clientId, contractId: id, templateId });
  for (const line of template.lines) await addTemplateLine(ctx, { ...input, contractId: id, from: input.begins }, line);
  return id;
}

function scheduleOf(template: KeptTemplate, begins: string) {
  const { term_months: term, renews_months: renewsMonths } = template;
  return {
    ...{ currency: template.currency, everyMonths: template.every_months, advance: template.advance },
    ...{
      noticeDays: template.notice_days,
      upliftPercent: template.uplift_percent,
      upliftMonths: template.uplift_months,
    },
    ...(term === null ? {} : { ends: contractMonth(begins, term).from, renewsMonths }),
  };
}

type Place = { clientId: string; contractId: string; from: string };

async function addTemplateLine(ctx: Ctx, { clientId, contractId, from }: Place, line: KeptLine): Promise<void> {
  const { id: templateLine, quantity, price, covers, counts, ...fields } = line;
  const counted = counts ? await lastCount(ctx, clientId, counts) : null;
  const lineId = await addLine(ctx, contractId, {
    ...{ ...fields, from },
    ...(covers ? { covers } : {}),
    ...(counts ? { counts } : {}),
    ...(quantity !== null && price !== null ? { quantity: counted ?? quantity, price } : {}),
  });
  await standsFor(ctx, { clientId, lineId, templateLine });
}

async function lastCount(
  ctx: Ctx,
  clientId: string,
  { source, classKey, productId }: NonNullable<KeptLine['counts']>,
): Promise<string | null> {
  const { rows } = await sql<{ number: string }>`
    select number from count_snapshots where client_id = ${clientId} and source = ${source} and key = ${classKey ?? productId ?? ''}
    order by day desc, id desc limit 1`.execute(ctx.tx);
  return rows[0]?.number ?? null;
}

/**
 * Brings lines of a contract in line with its template from a day on: what they are called, take in and cost; how many there are stays. A
 * line that the contract lacks is added. `invalid` where the contract was made from no template, or has no such line.
 */
export async function alignContract(ctx: Ctx, id: string, { from, lineIds }: AlignContract): Promise<void> {
  const clientId = await clientOfContract(ctx, id);
  const contract = await viewContract(ctx, id);
  if (!contract.template) throw invalid([{ path: 'id', message: 'is a contract that was made from no template' }]);
  const { lines } = await templateOf(ctx, contract.template.id);
  const known = lines.filter((line) => lineIds.includes(line.id));
  if (known.length !== lineIds.length)
    throw invalid([{ path: 'lineIds', message: 'must name lines of the contract’s template' }]);
  const standing = await standingFor(ctx, clientId, id);
  for (const line of known) {
    const lineId = standing.get(line.id);
    const held = contract.lines.find((one) => one.id === lineId && (one.until === null || one.until > from));
    if (!held) {
      await addTemplateLine(ctx, { clientId, contractId: id, from }, line);
      continue;
    }
    const { id: _, kind: __, quantity: ___, price, covers, ...fields } = line;
    const keeps = { itemIds: held.covers?.itemIds ?? [], contactIds: held.covers?.contactIds ?? [] };
    await saveLine(ctx, id, held.id, {
      ...{ version: held.version, ...fields },
      ...(covers ? { covers: { ...covers, ...keeps } } : {}),
    });
    const terms = held.terms.findLast((one) => one.from <= from);
    if (price === null || !terms || Number(terms.price) === Number(price)) continue;
    const { version } = (await viewContract(ctx, id)).lines.find((one) => one.id === held.id) ?? held;
    await setTerms(ctx, id, held.id, { version, from, quantity: terms.quantity, price });
  }
}

/**
 * Says which template a contract is held against from now on, or with null that it is none: lines of the same kind and name stand for those of
 * the template. `invalid` for a template that is not there.
 */
export async function holdAgainst(ctx: Ctx, contractId: string, templateId: string | null): Promise<void> {
  const clientId = await clientOfContract(ctx, contractId);
  const lines = templateId === null ? [] : await linesOf(ctx, templateId);
  await sql`update contracts set template_id = ${templateId} where client_id = ${clientId} and id = ${contractId}`.execute(
    ctx.tx,
  );
  await sql`
    update contract_lines l set template_line = (
      select t.id from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as t (id uuid, kind text, name text)
      where t.kind = l.kind and lower(t.name) = lower(l.name) limit 1)
    where l.client_id = ${clientId} and l.contract_id = ${contractId}`.execute(ctx.tx);
}

async function linesOf(ctx: Ctx, templateId: string): Promise<readonly KeptLine[]> {
  const template = await templateOf(ctx, templateId).catch(() => null);
  if (!template) throw invalid([{ path: 'templateId', message: 'is not a template of contracts' }]);
  return template.lines;
}

/** The line of a contract that stands for each line of its template. */
export async function standingFor(
  ctx: Ctx,
  clientId: string,
  contractId: string,
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; template_line: string }>`
    select id, template_line from contract_lines where client_id = ${clientId} and contract_id = ${contractId}
      and template_line is not null order by from_day`.execute(ctx.tx);
  return new Map(rows.map(({ id, template_line }) => [template_line, id]));
}
