import { type Approver, validateApproval } from '#kernel/approval.ts';
import { CHANGE_VARIABLES, type RuleTerms } from '#kernel/change.ts';
import { compileCondition } from '#kernel/conditions.ts';
import { type FieldError, invalid, notFound, staleVersion } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { actingStaff, type Ctx, readAnew, requireAllClients } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import type {
  ChangeRuleVersion,
  ChangeRuleView,
  CreateChangeRule,
  PublishChangeRule,
  SaveChangeRule,
} from '#shared/change.ts';

type RuleRow = {
  id: string;
  name: string;
  position: number;
  terms: RuleTerms | null;
  draft: RuleTerms | null;
  version: number;
};
const WHAT = 'A rule about changes';

/** Begins a rule as a draft, which decides about nothing until it is published. It stands last unless a position says otherwise. */
export async function createRule(ctx: Ctx, input: CreateChangeRule): Promise<string> {
  requireAllClients(ctx, WHAT);
  await refuseTerms(ctx, input.terms);
  await refuseTaken(ctx, input.name, null);
  const id = newId();
  await ctx.tx
    .insertInto('change_rules')
    .values({
      ...{ id, name: input.name.trim(), position: input.position ?? (await nextPosition(ctx)) },
      ...{ draft: JSON.stringify(input.terms), draft_by: actingStaff(ctx), draft_at: ctx.now },
      ...{ created_at: ctx.now, updated_at: ctx.now },
    })
    .execute();
  await tell(ctx, { id, name: input.name.trim() }, 'created');
  return id;
}

const NO_DRAFT = { draft: null, draft_by: null, draft_at: null };

/** Changes name, position or draft of a rule. What is in force stays, but for where it stands. */
export async function saveRule(ctx: Ctx, id: string, input: SaveChangeRule): Promise<void> {
  const before = await lockRule(ctx, id, input.version);
  if (input.terms) await refuseTerms(ctx, input.terms);
  if (input.name !== undefined) await refuseTaken(ctx, input.name, id);
  await change(ctx, before, {
    ...(input.name === undefined ? {} : { name: input.name.trim() }),
    ...(input.position === undefined ? {} : { position: input.position }),
    ...(input.terms === undefined
      ? {}
      : input.terms === null
        ? NO_DRAFT
        : { draft: JSON.stringify(input.terms), draft_by: actingStaff(ctx), draft_at: ctx.now }),
  });
  await tell(ctx, { ...before, name: input.name?.trim() ?? before.name }, 'changed');
}

/** Puts the draft in force, as the rule's next version: what is asked from now on is asked by it. */
export async function publishRule(ctx: Ctx, id: string, { version, note }: PublishChangeRule): Promise<void> {
  const before = await lockRule(ctx, id, version);
  if (!before.draft) throw invalid([{ path: 'version', message: 'there is no draft to publish' }]);
  await refuseTerms(ctx, before.draft);
  await change(ctx, before, { ...NO_DRAFT, terms: JSON.stringify(before.draft), fault: null, published_at: ctx.now });
  const number = await addVersion(ctx, id, before.draft, note);
  await tell(ctx, before, 'published', { number, terms: before.draft, before: before.terms, ...because(note) });
}

/** Takes a rule out of force; it stays as a draft. */
export async function withdrawRule(ctx: Ctx, id: string, { version, note }: PublishChangeRule): Promise<void> {
  const before = await lockRule(ctx, id, version);
  if (!before.terms) throw invalid([{ path: 'version', message: 'it is not in force' }]);
  await change(ctx, before, { terms: null, fault: null, draft: JSON.stringify(before.draft ?? before.terms) });
  const number = await addVersion(ctx, id, null, note);
  await tell(ctx, before, 'withdrawn', { number, before: before.terms, ...because(note) });
}

/** Throws a rule away. What was asked by it stays as it is, and says its name. */
export async function removeRule(ctx: Ctx, id: string): Promise<void> {
  const before = await lockRule(ctx, id, null);
  await ctx.tx.deleteFrom('change_rules').where('id', '=', id).execute();
  readAnew(ctx);
  await tell(ctx, before, 'removed', { before: before.terms });
}

const because = (note: string | undefined) => (note?.trim() ? { reason: note.trim() } : {});

async function change(ctx: Ctx, { id, version }: RuleRow, columns: Record<string, unknown>): Promise<void> {
  await ctx.tx
    .updateTable('change_rules')
    .set({ ...columns, version: version + 1, updated_at: ctx.now })
    .where('id', '=', id)
    .execute();
  readAnew(ctx);
}

async function addVersion(
  ctx: Ctx,
  ruleId: string,
  terms: RuleTerms | null,
  note: string | undefined,
): Promise<number> {
  const last = await ctx.tx
    .selectFrom('change_rule_versions')
    .select((q) => q.fn.max('number').as('number'))
    .where('rule_id', '=', ruleId)
    .executeTakeFirst();
  const number = (last?.number ?? 0) + 1;
  await ctx.tx
    .insertInto('change_rule_versions')
    .values({
      ...{ rule_id: ruleId, number, terms: terms === null ? null : JSON.stringify(terms), note: note?.trim() ?? '' },
      ...{ published_at: ctx.now, published_by: ctx.actor.id },
    })
    .execute();
  return number;
}

async function lockRule(ctx: Ctx, id: string, version: number | null): Promise<RuleRow> {
  requireAllClients(ctx, WHAT);
  const row = await ctx.tx.selectFrom('change_rules').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (!row) throw notFound('rule');
  if (version !== null && row.version !== version) throw staleVersion('rule', row.version);
  return row as unknown as RuleRow;
}

async function refuseTaken(ctx: Ctx, name: string, own: string | null): Promise<void> {
  const rows = await ctx.tx.selectFrom('change_rules').select(['id', 'name']).execute();
  if (rows.some((row) => row.id !== own && row.name.toLowerCase() === name.trim().toLowerCase()))
    throw invalid([{ path: 'name', message: 'is the name of another rule' }]);
}

async function nextPosition(ctx: Ctx): Promise<number> {
  const last = await ctx.tx
    .selectFrom('change_rules')
    .select((q) => q.fn.max('position').as('position'))
    .executeTakeFirst();
  return Math.min(10_000, (last?.position ?? 0) + 10);
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

const tell = (ctx: Ctx, rule: { id: string; name: string }, verb: string, data: Record<string, unknown> = {}) =>
  appendEvent(ctx, {
    clientId: null,
    subjectType: 'change_rule',
    subjectId: rule.id,
    type: `change_rule.${verb}`,
    data: { text: rule.name, ...data },
  });

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

const VERSIONS = `
select v.number, v.terms, v.note, v.published_at as "publishedAt", (select s.name from staff s where s.id = v.published_by) as "publishedBy"
from change_rule_versions v where v.rule_id = $1 order by v.number desc limit 200`;

/** Every version of a rule, newest first. */
export async function ruleVersions(ctx: Ctx, ruleId: string): Promise<ChangeRuleVersion[]> {
  await viewRule(ctx, ruleId);
  return ctx.hot<ChangeRuleVersion>('change_rule_versions', VERSIONS, [ruleId]);
}
