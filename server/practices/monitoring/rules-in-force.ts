import { inRuleOrder, type Rule, type RuleFault, type RuleTerms } from '#kernel/alert.ts';
import { type Ctx, readOnce } from '#platform/context/index.ts';
import { noteDraftedFaults } from '#platform/record/index.ts';
import { RULES } from './rules.ts';

const IN_FORCE = `
select r.id, r.name, r.position, r.terms, (select max(v.number) from alert_rule_versions v where v.rule_id = r.id) as number,
  case when r.client_id is not null then 'client' when r.group_id is not null then 'group' else 'provider' end as level
from alert_rules r
where r.terms is not null and ((r.client_id is null and r.group_id is null) or r.client_id = $1
  or r.group_id = (select c.group_id from clients c where c.id = $1))`;

/** The rules that reach a client, in the order in which they are asked. */
export async function rulesInForce(ctx: Ctx, clientId: string): Promise<Rule[]> {
  const rows = await readOnce(ctx, `alert rules ${clientId}`, () =>
    ctx.hot<Omit<Rule, 'terms'> & { terms: RuleTerms }>('alert_rules_in_force', IN_FORCE, [clientId]),
  );
  return inRuleOrder(rows);
}

/** Notes on a rule that its condition could not be answered, so that people see it there. */
export const noteRuleFaults = (ctx: Ctx, faults: readonly RuleFault[]): Promise<void> =>
  noteDraftedFaults(ctx, RULES, faults);
