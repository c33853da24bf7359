import { sql } from 'kysely';
import { contractMonth } from '#kernel/billing.ts';
import { invalid } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { CreateContract } from '#shared/contract.ts';
import type { AlignContract } from '#shared/contract-template.ts';
import { clientOfContract, createContract } from '../contracts.ts';
import { addLine, saveLine, setTerms } from '../lines.ts';
import { viewContract } from '../queries.ts';
import { findTemplate, type KeptTemplate, templateOf } from './kept.ts';
import type { KeptLine } from './lines.ts';
import { standingFor, standsFor } from './stand.ts';

/**
 * Drafts a contract: by a template where one is named, with its schedule and lines unless given. What something counts at the client already
 * is as many as were counted last. `invalid` by field. Returns its id.
 */
export async function draftContract(ctx: Ctx, { templateId, ...input }: CreateContract): Promise<string> {
  if (templateId === undefined) return createContract(ctx, input);
  const template = await findTemplate(ctx, templateId);
  if (!template?.active) throw invalid([{ path: 'templateId', message: 'is not a template in use' }]);
  const id = await createContract(ctx, { ...scheduleOf(template, input.begins), ...input, templateId });
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
  const standing = await standingFor(ctx, { clientId, contractId: id });
  for (const line of known) {
    const lineId = standing.get(line.id);
    const held = contract.lines.find((one) => one.id === lineId && (one.until === null || one.until > from));
    if (!held) {
      await addTemplateLine(ctx, { clientId, contractId: id, from }, line);
      continue;
    }
    const { id: _, kind: __, quantity: ___, price, covers, ...fields } = line;
    const keeps = { itemIds: held.covers?.itemIds ?? [], contactIds: held.covers?.contactIds ?? [] };
    const terms = held.terms.findLast((one) => one.from <= from);
    const repriced = price !== null && terms !== undefined && Number(terms.price) !== Number(price);
    if (repriced) await setTerms(ctx, id, held.id, { version: held.version, from, quantity: terms.quantity, price });
    await saveLine(ctx, id, held.id, {
      ...{ version: held.version + (repriced ? 1 : 0), ...fields },
      ...(covers ? { covers: { ...covers, ...keeps } } : {}),
    });
  }
}
