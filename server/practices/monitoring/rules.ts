import { sql } from 'kysely';
import { ALERT_VARIABLES, type RuleTerms } from '#kernel/alert.ts';
import { compileCondition } from '#kernel/conditions.ts';
import { type FieldError, invalid, notFound } from '#kernel/errors.ts';
import { type Ctx, requireAllClients } from '#platform/context/index.ts';
import {
  createDrafted,
  type Drafted,
  type DraftedPlace,
  type DraftedRow,
  draftedVersions,
  lockDrafted,
  publishDrafted,
  refuseTakenName,
  removeDrafted,
  saveDrafted,
  withdrawDrafted,
} from '#platform/record/index.ts';
import type { AlertRuleVersion, AlertRuleView, CreateAlertRule, PublishRule, SaveAlertRule } from '#shared/alert.ts';

/** Where rules about alerts are kept. */
export const RULES: Drafted = { table: 'alert_rules', versions: 'alert_rule_versions', subject: 'alert_rule' };
type RuleRow = DraftedRow<RuleTerms> & DraftedPlace;
const placeOf = ({ client_id, group_id }: RuleRow): DraftedPlace => ({ client_id, group_id });

/** Begins a rule as a draft, which decides about nothing until it is published. It is asked last unless a position says otherwise. */
export async function createRule(ctx: Ctx, input: CreateAlertRule): Promise<string> {
  const place = { clientId: input.clientId ?? null, groupId: input.groupId ?? null };
  await refusePlace(ctx, place);
  await refuseTerms(ctx, input.terms);
  return createDrafted(ctx, RULES, input, { client_id: place.clientId, group_id: place.groupId });
}

/** Changes name, position or draft of a rule. What is in force stays, but for where it stands. */
export async function saveRule(ctx: Ctx, id: string, input: SaveAlertRule): Promise<void> {
  const before = await lockRule(ctx, id, input.version);
  if (input.terms) await refuseTerms(ctx, input.terms);
  if (input.name !== undefined) await refuseTakenName(ctx, RULES, input.name, id, placeOf(before));
  await saveDrafted(ctx, RULES, before, input);
}

/** Puts the draft in force, as the rule’s next version: it decides about what is heard from now on. */
export const publishRule = async (ctx: Ctx, id: string, { version, note }: PublishRule): Promise<void> =>
  publishDrafted(ctx, RULES, await lockRule(ctx, id, version), note, refuseTerms);

/** Takes a rule out of force; it stays as a draft. */
export const withdrawRule = async (ctx: Ctx, id: string, { version, note }: PublishRule): Promise<void> =>
  withdrawDrafted(ctx, RULES, await lockRule(ctx, id, version), note);

/** Throws a rule away. What it decided stays as it is, and says its name. */
export const removeRule = async (ctx: Ctx, id: string): Promise<void> =>
  removeDrafted(ctx, RULES, await lockRule(ctx, id, null));

async function lockRule(ctx: Ctx, id: string, version: number | null): Promise<RuleRow> {
  const row = (await lockDrafted<RuleTerms>(ctx, RULES, id, version)) as RuleRow;
  if (row.client_id === null) requireAllClients(ctx, 'A rule of the provider or of a group');
  return row;
}

type Place = { clientId: string | null; groupId: string | null };

/** Refuses a place that is none, or that reaches clients whom the writer does not see. */
export async function refusePlace(ctx: Ctx, { clientId, groupId }: Place): Promise<void> {
  if (clientId !== null && groupId !== null)
    throw invalid([{ path: 'groupId', message: 'a rule belongs to a client or to a group, not both' }]);
  if (clientId === null) requireAllClients(ctx, 'A rule of the provider or of a group');
  const of = clientId === null ? ('client_groups' as const) : ('clients' as const);
  const id = clientId ?? groupId;
  if (id === null) return;
  const found = await ctx.tx.selectFrom(of).select('id').where('id', '=', id).executeTakeFirst();
  if (!found) throw notFound(clientId === null ? 'client group' : 'client');
}

/** Refuses terms that cannot be meant, each fault with its field. */
export async function refuseTerms(ctx: Ctx, { condition, outcome }: RuleTerms): Promise<void> {
  const read = condition.trim() === '' ? null : compileCondition(condition, ALERT_VARIABLES, 'terms.condition');
  const faults: FieldError[] = read === null || read.ok ? [] : [...read.errors];
  if (outcome.does === 'ticket' && outcome.teamId) {
    const team = await ctx.tx
      .selectFrom('teams')
      .select('id')
      .where('id', '=', outcome.teamId)
      .where('active', '=', true)
      .executeTakeFirst();
    if (!team) faults.push({ path: 'terms.outcome.teamId', message: 'is not a team in use' });
  }
  if (faults.length > 0) throw invalid(faults);
}

/** Every rule that the reader sees, in the order in which they are asked. */
export async function listRules(ctx: Ctx, id: string | null = null): Promise<AlertRuleView[]> {
  const { rows } = await sql<AlertRuleView>`
    select r.id, r.name, r.position, r.terms, r.draft, r.published_at as "publishedAt",
      case when r.terms is not null then (select max(v.number) from alert_rule_versions v where v.rule_id = r.id) end as number, r.fault, r.version,
      case when r.client_id is not null then 'client' when r.group_id is not null then 'group' else 'provider' end as level,
      case when c.id is null then null else json_build_object('id', c.id, 'name', c.name) end as client,
      case when g.id is null then null else json_build_object('id', g.id, 'name', g.name) end as "group"
    from alert_rules r left join clients c on c.id = r.client_id left join client_groups g on g.id = r.group_id
    where ${id}::uuid is null or r.id = ${id}::uuid
    order by r.client_id is null, r.group_id is null, c.name, g.name, r.position, r.id limit 2000`.execute(ctx.tx);
  return rows;
}

export async function viewRule(ctx: Ctx, id: string): Promise<AlertRuleView> {
  const [found] = await listRules(ctx, id);
  if (!found) throw notFound('rule');
  return found;
}

/** Every version of a rule, newest first. */
export async function ruleVersions(ctx: Ctx, ruleId: string): Promise<AlertRuleVersion[]> {
  await viewRule(ctx, ruleId);
  return draftedVersions<NonNullable<AlertRuleVersion['terms']>>(ctx, RULES, ruleId);
}
