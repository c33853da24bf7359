import { type Approver, validateApproval } from '#kernel/approval.ts';
import { CHANGE_VARIABLES, type RuleTerms } from '#kernel/change.ts';
import { compileCondition } from '#kernel/conditions.ts';
import { type FieldError, invalid, notFound } from '#kernel/errors.ts';
import { type Ctx, requireAllClients } from '#platform/context/index.ts';
import {
  createDrafted,
  type Drafted,
  draftedVersions,
  lockDrafted,
  publishDrafted,
  refuseTakenName,
  removeDrafted,
  saveDrafted,
  withdrawDrafted,
} from '#platform/record/index.ts';
import type {
  ChangeRuleVersion,
  ChangeRuleView,
  CreateChangeRule,
  PublishChangeRule,
  SaveChangeRule,
} from '#shared/change-rule.ts';

/** Where rules about authorisation are kept. */
export const RULES: Drafted = { table: 'change_rules', versions: 'change_rule_versions', subject: 'change_rule' };
const WHAT = 'A rule about changes';

/** Begins a rule as a draft, which decides about nothing until it is published. It stands last unless a position says otherwise. */
export async function createRule(ctx: Ctx, input: CreateChangeRule): Promise<string> {
  requireAllClients(ctx, WHAT);
  await refuseTerms(ctx, input.terms);
  return createDrafted(ctx, RULES, input);
}

/** Changes name, position or draft of a rule. What is in force stays, but for where it stands. */
export async function saveRule(ctx: Ctx, id: string, input: SaveChangeRule): Promise<void> {
  const before = await lockRule(ctx, id, input.version);
  if (input.terms) await refuseTerms(ctx, input.terms);
  if (input.name !== undefined) await refuseTakenName(ctx, RULES, input.name, id);
  await saveDrafted(ctx, RULES, before, input);
}

/** Puts the draft in force, as the rule's next version: what is asked from now on is asked by it. */
export const publishRule = async (ctx: Ctx, id: string, { version, note }: PublishChangeRule): Promise<void> =>
  publishDrafted(ctx, RULES, await lockRule(ctx, id, version), note, refuseTerms);

/** Takes a rule out of force; it stays as a draft. */
export const withdrawRule = async (ctx: Ctx, id: string, { version, note }: PublishChangeRule): Promise<void> =>
  withdrawDrafted(ctx, RULES, await lockRule(ctx, id, version), note);

/** Throws a rule away. What was asked by it stays as it is, and says its name. */
export const removeRule = async (ctx: Ctx, id: string): Promise<void> =>
  removeDrafted(ctx, RULES, await lockRule(ctx, id, null));

function lockRule(ctx: Ctx, id: string, version: number | null) {
  requireAllClients(ctx, WHAT);
  return lockDrafted<RuleTerms>(ctx, RULES, id, version);
}

/** Refuses terms that cannot be meant, each fault with its field. */
export async function refuseTerms(ctx: Ctx, { condition, stage, outcome }: RuleTerms): Promise<void> {
  const read = condition.trim() === '' ? null : compileCondition(condition, CHANGE_VARIABLES, 'terms.condition');
  const faults: FieldError[] = read === null || read.ok ? [] : [...read.errors];
  if (outcome.does === 'authorise' && stage === 'expedited')
    faults.push({ path: 'terms.outcome.does', message: 'an emergency is let begin by somebody with the authority' });
  if (outcome.does === 'ask') {
    const under = 'terms.outcome.approval';
    faults.push(...validateApproval(outcome.approval, true).map((one) => ({ ...one, path: `${under}.${one.path}` })));
    for (const [at, { approvers }] of outcome.approval.steps.entries())
      for (const [which, approver] of approvers.entries())
        if (!(await isThere(ctx, approver)))
          faults.push({ path: `${under}.steps.${at}.approvers.${which}`, message: 'is not there any more' });
  }
  if (faults.length > 0) throw invalid(faults);
}

async function isThere(ctx: Ctx, approver: Approver): Promise<boolean> {
  if (!('id' in approver)) return true;
  const table = approver.kind === 'team' ? 'teams' : approver.kind === 'staff' ? 'staff' : 'contacts';
  const row = await ctx.tx
    .selectFrom(table)
    .select('id')
    .where('id', '=', approver.id)
    .where('active', '=', true)
    .executeTakeFirst();
  return row !== undefined;
}

const VIEW = `
select r.id, r.name, r.position, r.terms, r.draft, r.published_at as "publishedAt", r.fault, r.version,
  case when r.terms is not null then (select max(v.number) from change_rule_versions v where v.rule_id = r.id) end as number
from change_rules r where $1::uuid is null or r.id = $1 order by r.position, r.id limit 2000`;

/** Every rule about authorisation, in their order. */
export const listRules = (ctx: Ctx, id: string | null = null): Promise<ChangeRuleView[]> =>
  ctx.hot<ChangeRuleView>('change_rules_view', VIEW, [id]);

export async function viewRule(ctx: Ctx, id: string): Promise<ChangeRuleView> {
  const [found] = await listRules(ctx, id);
  if (!found) throw notFound('rule');
  return found;
}

/** Every version of a rule, newest first. */
export async function ruleVersions(ctx: Ctx, ruleId: string): Promise<ChangeRuleVersion[]> {
  await viewRule(ctx, ruleId);
  return draftedVersions<NonNullable<ChangeRuleVersion['terms']>>(ctx, RULES, ruleId);
}
