import type { Rule, RuleFault } from '#kernel/change.ts';
import { type Ctx, readOnce } from '#platform/context/index.ts';
import { noteDraftedFaults } from '#platform/record/index.ts';
import { RULES } from './rules.ts';

const IN_FORCE = 'select id, name, position, terms from change_rules where terms is not null order by position, id';

/** The rules about authorisation that are in force, in their order. */
export const rulesInForce = (ctx: Ctx): Promise<Rule[]> =>
  readOnce(ctx, 'change rules', () => ctx.hot<Rule>('change_rules_in_force', IN_FORCE, []));

/** Notes on a rule that its condition could not be answered, so that people see it there. */
export const noteRuleFaults = (ctx: Ctx, faults: readonly RuleFault[]): Promise<void> =>
  noteDraftedFaults(ctx, RULES, faults);
