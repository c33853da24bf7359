import { sql } from 'kysely';
import type { RuleTerms } from '#kernel/alert.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { AlertRuleVersion } from '#shared/alert.ts';
import { viewRule } from './rules.ts';

/** Adds what a rule says from now on; terms of null end it. Returns the version's number. */
export async function addRuleVersion(
  ctx: Ctx,
  ruleId: string,
  terms: RuleTerms | null,
  note: string | undefined,
): Promise<number> {
  const last = await ctx.tx
    .selectFrom('alert_rule_versions')
    .select((q) => q.fn.max('number').as('number'))
    .where('rule_id', '=', ruleId)
    .executeTakeFirst();
  const number = (last?.number ?? 0) + 1;
  await ctx.tx
    .insertInto('alert_rule_versions')
    .values({
      ...{ rule_id: ruleId, number, terms: terms === null ? null : JSON.stringify(terms), note: note?.trim() ?? '' },
      ...{ published_at: ctx.now, published_by: ctx.actor.id },
    })
    .execute();
  return number;
}

/** Every version of a rule, newest first. */
export async function ruleVersions(ctx: Ctx, ruleId: string): Promise<AlertRuleVersion[]> {
  await viewRule(ctx, ruleId);
  const { rows } = await sql<AlertRuleVersion>`
    select v.number, v.terms, v.note, v.published_at as "publishedAt", (select s.name from staff s where s.id = v.published_by) as "publishedBy"
    from alert_rule_versions v where v.rule_id = ${ruleId} order by v.number desc limit 200`.execute(ctx.tx);
  return rows;
}
