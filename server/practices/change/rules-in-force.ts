import type { Rule, RuleFault } from '#kernel/change.ts';
import { type Ctx, readOnce } from '#platform/context/index.ts';
import { noteDraftedFaults } from '#platform/record/index.ts';
import { RULES } from './rules.ts';

type InForce = Rule & { readonly publishedBy: string | null };
const IN_FORCE = `
select r.id, r.name, r.position, r.terms,
  (select v.published_by from change_rule_versions v where v.rule_id = r.id order by v.number desc limit 1) as "publishedBy"
from change_rules r where r.terms is not null order by r.position, r.id`;
/** From a high risk on, whoever wrote the rule lets nothing of their own go by it. */
const HIGH = 3;

/** The rules about authorisation that are in force, in their order. */
export const rulesInForce = (ctx: Ctx): Promise<InForce[]> =>
  readOnce(ctx, 'change rules', () => ctx.hot<InForce>('change_rules_in_force', IN_FORCE, []));

/**
 * The rules that hold for a change: one by which nobody would be asked about a high risk does not, where somebody published it who has a
 * part in the change, `excluded` from deciding about it.
 */
export async function rulesFor(ctx: Ctx, riskLevel: number | null, excluded: readonly string[]): Promise<InForce[]> {
  const rules = await rulesInForce(ctx);
  if ((riskLevel ?? 0) < HIGH) return rules;
  return rules.filter(
    ({ terms, publishedBy }) => terms.outcome.does !== 'authorise' || !excluded.includes(publishedBy ?? ''),
  );
}

/** Notes on a rule that its condition could not be answered, so that people see it there. */
export const noteRuleFaults = (ctx: Ctx, faults: readonly RuleFault[]): Promise<void> =>
  noteDraftedFaults(ctx, RULES, faults);
