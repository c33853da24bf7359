import { sql } from 'kysely';
import { exact, toMinor } from '#kernel/billing.ts';
import { notFound } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import type {
  ContractDrift,
  ContractTemplateQuery,
  ContractTemplateRow,
  ContractTemplateView,
} from '#shared/contract-template.ts';
import { minorDigits } from '#shared/money-words.ts';
import { countedName } from '../counted-by.ts';
import { coveredBy } from '../covers-names.ts';
import { drifted, driftOf } from './drift.ts';
import { templateOf } from './kept.ts';
import type { KeptLine } from './lines.ts';

const GROUP = sql`case when g.id is not null then jsonb_build_object('id', g.id, 'name', g.name) end as "group"`;

type Row = Omit<ContractTemplateRow, 'lines' | 'monthly' | 'contracts' | 'drifted'> & { lines: KeptLine[] };

/** The templates with what became of them, those in use first; for a client those of its tier first, and none of another tier. */
export async function listTemplates(ctx: Ctx, { clientId }: ContractTemplateQuery): Promise<ContractTemplateRow[]> {
  const client = clientId ?? null;
  const { rows } = await sql<Row>`
    select m.id, m.name, m.description, m.currency, m.lines, m.active, ${GROUP}
    from contract_templates m left join client_groups g on g.id = m.group_id
    where ${client}::uuid is null or m.group_id is null
      or m.group_id = (select c.group_id from clients c where c.id = ${client}::uuid)
    order by not m.active, ${client}::uuid is not null and m.group_id is null, lower(m.name)`.execute(ctx.tx);
  const drift = await driftOf(ctx, rows);
  return rows.map(({ lines, ...row }) => {
    const made = drift.get(row.id) ?? [];
    const monthly = lines.reduce((sum, { quantity, price }) => sum + cost(quantity, price, row.currency), 0);
    return { ...row, lines: lines.length, monthly, contracts: made.length, drifted: made.filter(drifted).length };
  });
}

const cost = (quantity: string | null, price: string | null, currency: string): number =>
  quantity === null || price === null ? 0 : toMinor(exact(quantity).mul(exact(price)), minorDigits(currency));

/** A template with its lines. `not_found` where there is none. */
export async function viewTemplate(ctx: Ctx, id: string): Promise<ContractTemplateView> {
  const { rows } = await sql<Omit<ContractTemplateView, 'covered'>>`
    select m.id, m.name, m.description, ${GROUP}, m.currency, m.every_months as "everyMonths", m.advance, m.term_months as "termMonths",
      m.renews_months as "renewsMonths", m.notice_days as "noticeDays", m.uplift_percent as "upliftPercent",
      m.uplift_months as "upliftMonths", m.active, m.version,
      coalesce((select jsonb_agg(case when l->'counts' = 'null' then l else jsonb_set(l, '{counts,name}', to_jsonb(${COUNTED})) end order by nth)
        from jsonb_array_elements(m.lines) with ordinality as x (l, nth)), '[]') as lines
    from contract_templates m left join client_groups g on g.id = m.group_id where m.id = ${id}`.execute(ctx.tx);
  const [row] = rows;
  if (!row) throw notFound('contract template');
  return { ...row, covered: await coveredBy(ctx, null, row.lines) };
}

const COUNTED = countedName(
  sql`l->'counts'->>'source'`,
  sql`l->'counts'->>'classKey'`,
  sql`(l->'counts'->>'productId')::uuid`,
);

/** How the contracts that were made from a template differ from it today; those that do not come last. */
export async function templateDrift(ctx: Ctx, id: string): Promise<ContractDrift[]> {
  const template = await templateOf(ctx, id);
  const made = (await driftOf(ctx, [template])).get(id) ?? [];
  return made.toSorted((a, b) => Number(drifted(b)) - Number(drifted(a)));
}
