import { sql } from 'kysely';
import { notFound } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { KeptLine } from './lines.ts';

export type KeptTemplate = {
  id: string;
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

/** The template of an id as it is kept; null where there is none. */
export async function findTemplate(ctx: Ctx, id: string): Promise<KeptTemplate | null> {
  const { rows } = await sql<KeptTemplate>`
    select id, currency, every_months, advance, term_months, renews_months, notice_days, uplift_percent, uplift_months, active, lines
    from contract_templates where id = ${id}`.execute(ctx.tx);
  return rows[0] ?? null;
}

/** The same; `not_found` without. */
export async function templateOf(ctx: Ctx, id: string): Promise<KeptTemplate> {
  const template = await findTemplate(ctx, id);
  if (!template) throw notFound('contract template');
  return template;
}
