import type { Rule, RuleFault } from '#kernel/change.ts';
import { type Ctx, readOnce } from '#platform/context/index.ts';

const IN_FORCE = 'select id, name, position, terms from change_rules where terms is not null order by position, id';

/** The rules about authorisation that are in force, in their order. */
export const rulesInForce = (ctx: Ctx): Promise<Rule[]> =>
  readOnce(ctx, 'change rules', () => ctx.hot<Rule>('change_rules_in_force', IN_FORCE, []));

const FAULT = `
update change_rules set fault = jsonb_build_object('at', $3::timestamptz, 'error', $2::text) where id = $1
  and (fault is null or fault ->> 'error' <> $2)`;

/** Notes on a rule that its condition could not be answered, so that people see it there. */
export async function noteRuleFaults(ctx: Ctx, faults: readonly RuleFault[]): Promise<void> {
  for (const { ruleId, error } of faults) await ctx.hot('change_rule_fault', FAULT, [ruleId, error, ctx.now]);
}
