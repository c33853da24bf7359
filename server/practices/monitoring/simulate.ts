import { sql } from 'kysely';
import { inRuleOrder, type Outcome, outcomeFor, type Rule, type RuleTerms, ruleFor } from '#kernel/alert.ts';
import { notFound } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { resolveSetting } from '#platform/settings/index.ts';
import type { AlertSimulation, SimulateAlertRule } from '#shared/alert.ts';
import { refusePlace, refuseTerms } from './rules.ts';
import { ALERTS } from './settings.ts';
import { SITE_NAME } from './site-name.ts';
import { placeWords } from './tickets.ts';
import { type AlertValues, valuesOf } from './values.ts';

/** Alerts that are judged, and those of them that come out otherwise and are shown. */
const JUDGED = 10_000;
const SHOWN = 100;
const DRAFT = '00000000-0000-0000-0000-000000000000';

type Placed = Rule & { readonly clientId: string | null; readonly groupId: string | null };
type Past = AlertValues & {
  id: string;
  client_id: string;
  code: string;
  client: string;
  group_id: string | null;
  group: string | null;
  importance: string;
};
type Does = Outcome['does'];

/**
 * What a rule would have decided otherwise about the alerts that were heard of late: each is judged by the rules in force, and again by
 * these with the draft in its place. Storms, causes and maintenance are left out: a rule does not change them.
 */
export async function simulateRule(ctx: Ctx, input: SimulateAlertRule): Promise<AlertSimulation> {
  if (input.terms) await refuseTerms(ctx, input.terms);
  const before = await placedRules(ctx);
  const draft = await draftOf(ctx, input, before);
  const after = [
    ...before.filter(({ id }) => id !== input.id),
    ...(draft.terms === null ? [] : [{ ...draft, terms: draft.terms }]),
  ];
  const past = await pastAlerts(ctx, draft, input.days ?? 30);
  const counts = new Map<string, AlertSimulation['counts'][number]>();
  const examples: AlertSimulation['examples'][number][] = [];
  let [fits, changed] = [0, 0];
  let fault: string | null = null;
  const chains = new Map<string, { was: Rule[]; is: Rule[]; upTo: (typeof ALERTS)['default']['ticketUpTo'] }>();
  for (const alert of past.slice(0, JUDGED)) {
    const chain = chains.get(alert.client_id) ?? {
      was: reaching(before, alert),
      is: reaching(after, alert),
      upTo: (await resolveSetting(ctx, ALERTS, alert.client_id)).value.ticketUpTo,
    };
    chains.set(alert.client_id, chain);
    const values = valuesOf(alert, {
      ...{ code: alert.code, name: alert.client, group: alert.group },
      importance: alert.importance,
    });
    const [was, is] = [ruleFor(chain.was, values), ruleFor(chain.is, values)];
    fault ??= is.faults.find(({ ruleId }) => ruleId === draft.id)?.error ?? null;
    if (is.rule?.id === draft.id) fits += 1;
    const [outcomeBefore, outcomeAfter] = [
      outcomeFor(was.rule, alert, chain.upTo),
      outcomeFor(is.rule, alert, chain.upTo),
    ];
    count(counts, outcomeBefore.does, outcomeAfter.does);
    if (JSON.stringify(outcomeBefore) === JSON.stringify(outcomeAfter)) continue;
    changed += 1;
    if (examples.length < SHOWN)
      examples.push({
        ...{
          id: alert.id,
          title: alert.title,
          device: placeWords(alert),
          client: alert.client,
          severity: alert.severity,
        },
        ...{
          before: outcomeBefore.does,
          beforeBy: was.rule?.name ?? '',
          after: outcomeAfter.does,
          afterBy: is.rule?.name ?? '',
        },
      });
  }
  return {
    ...{ judged: Math.min(past.length, JUDGED), capped: past.length > JUDGED, fits, changed, examples, fault },
    counts: [...counts.values()],
  };
}

function count(counts: Map<string, AlertSimulation['counts'][number]>, before: Does, after: Does): void {
  const known = counts.get(`${before} ${after}`);
  counts.set(`${before} ${after}`, { before, after, count: (known?.count ?? 0) + 1 });
}

const reaching = (rules: readonly Placed[], alert: Past): Rule[] =>
  inRuleOrder(
    rules.filter(
      ({ clientId, groupId }) =>
        (clientId === null && groupId === null) ||
        clientId === alert.client_id ||
        (groupId !== null && groupId === alert.group_id),
    ),
  );

async function placedRules(ctx: Ctx): Promise<Placed[]> {
  return ctx.hot<Placed>('alert_rules_placed', RULES, []);
}

const RULES = `
select id, name, position, terms, 0 as number, client_id as "clientId", group_id as "groupId",
  case when client_id is not null then 'client' when group_id is not null then 'group' else 'provider' end as level
from alert_rules where terms is not null`;

/** The rule as the draft would have it: where it stands, and what it says. */
async function draftOf(ctx: Ctx, input: SimulateAlertRule, before: readonly Placed[]) {
  const own = input.id === undefined ? undefined : await ownRule(ctx, input.id);
  const place = own ?? { clientId: input.clientId ?? null, groupId: input.groupId ?? null };
  await refusePlace(ctx, place);
  const terms = input.terms === undefined ? (own?.draft ?? own?.terms ?? null) : input.terms;
  const last = Math.max(0, ...before.map(({ position }) => position));
  return {
    ...{ number: 0, id: own?.id ?? DRAFT, name: input.name ?? own?.name ?? 'Draft', terms: terms as RuleTerms | null },
    ...{ position: input.position ?? own?.position ?? last + 10, clientId: place.clientId, groupId: place.groupId },
    level: (place.clientId ? 'client' : place.groupId ? 'group' : 'provider') as Rule['level'],
  };
}

async function ownRule(ctx: Ctx, id: string) {
  const [found] = await ctx.hot<Omit<Placed, 'terms'> & { terms: RuleTerms | null; draft: RuleTerms | null }>(
    'alert_rule_own',
    OWN,
    [id],
  );
  if (!found) throw notFound('rule');
  return found;
}

const OWN = `
select id, name, position, terms, draft, client_id as "clientId", group_id as "groupId", 'provider' as level from alert_rules where id = $1`;

/** The alerts that the rule may reach, the newest first; one more than are judged. */
async function pastAlerts(
  ctx: Ctx,
  at: { clientId: string | null; groupId: string | null },
  days: number,
): Promise<Past[]> {
  const since = new Date(Date.parse(ctx.now) - days * 86_400_000).toISOString();
  const whose = at.clientId
    ? sql`and a.client_id = ${at.clientId}`
    : at.groupId
      ? sql`and c.group_id = ${at.groupId}`
      : sql``;
  const { rows } = await sql<Past>`
    select a.id, a.client_id, a.connector_name, a.kind, a.severity, a.condition, a.title, a.text, ${sql.raw(SITE_NAME)} as site, a.device, a.count,
      a.client_known, i.class_key as item_class, i.name as item_name,
      s.name as item_service_name, s.importance as item_service_importance, c.importance, c.code, c.name as client, c.group_id, g.name as "group"
    from alerts a join clients c on c.id = a.client_id left join client_groups g on g.id = c.group_id
    left join configuration_items i on i.client_id = a.client_id and i.id = a.item_id
    left join services s on s.id = i.service_id
    where a.last_at > ${since} ${whose} order by a.last_at desc, a.id desc limit ${JUDGED + 1}`.execute(ctx.tx);
  return rows;
}
