import { type Rule, type Ruling, ruleAbout, type Stage } from '#kernel/change.ts';
import { notFound } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { ChangeSimulation, SimulateChangeRule } from '#shared/change-rule.ts';
import type { ChangeRow } from './rows.ts';
import { refuseTerms } from './rules.ts';
import { rulesInForce } from './rules-in-force.ts';
import { AROUND_COLUMNS, AROUND_JOINS, type Around, valuesOf } from './values.ts';

/** Changes that are judged, and those that come out otherwise and are shown. */
const JUDGED = 10_000;
const SHOWN = 100;
const DRAFT = '00000000-0000-0000-0000-000000000000';
const DAY_MS = 86_400_000;
const STAGES_OF: Readonly<Record<string, readonly Stage[]>> = {
  normal: ['before'],
  emergency: ['expedited', 'afterwards'],
  standard: [],
};

const PAST = `
select c.ticket_id as id, t.key, c.type, c.risk_level, c.outage, c.cost_minor, c.currency, c.reach, c.outcome, ${AROUND_COLUMNS}
from changes c ${AROUND_JOINS}
where c.created_at > $1 and ($2::uuid[] is null or c.client_id = any ($2::uuid[]))
order by c.created_at desc, c.ticket_id limit ${JUDGED + 1}`;
type Past = Around &
  Pick<ChangeRow, 'type' | 'risk_level' | 'outage' | 'cost_minor' | 'currency' | 'reach' | 'outcome'> & {
    id: string;
    key: string;
  };

/**
 * Who would have been asked otherwise about the changes of the last months, had a rule been so: each is judged by the rules in force and
 * again by these with the draft in its place, by what is known of the change today.
 */
export async function simulateRule(ctx: Ctx, input: SimulateChangeRule): Promise<ChangeSimulation> {
  if (input.terms) await refuseTerms(ctx, input.terms);
  const before = await rulesInForce(ctx);
  const draft = await draftOf(ctx, input, before);
  const after = [...before.filter(({ id }) => id !== draft.id), ...(draft.terms === null ? [] : [draft as Rule])];
  const since = new Date(Date.parse(ctx.now) - (input.days ?? 365) * DAY_MS).toISOString();
  const clients = ctx.scope.allClients ? null : ctx.scope.clientIds;
  const past = await ctx.hot<Past>('change_simulate', PAST, [since, clients]);
  const result: ChangeSimulation = {
    ...{ judged: Math.min(past.length, JUDGED), capped: past.length > JUDGED, fits: 0, stricter: 0, easier: 0 },
    ...{ extraSteps: 0, notWell: 0, notWellStricter: 0, examples: [], fault: null },
  };
  for (const change of past.slice(0, JUDGED)) judge(result, change, { before, after, draft });
  return result;
}

function judge(
  result: ChangeSimulation,
  change: Past,
  { before, after, draft }: { before: readonly Rule[]; after: readonly Rule[]; draft: { id: string; name: string } },
): void {
  const values = valuesOf(change, change);
  const cost =
    change.cost_minor === null || change.currency === null
      ? null
      : { minor: change.cost_minor, currency: change.currency };
  const stages = STAGES_OF[change.type] ?? [];
  const rulings = (rules: readonly Rule[]) => stages.map((stage) => ruleAbout(rules, stage, values, cost));
  const [was, is] = [rulings(before), rulings(after)];
  result.fault ??= is.flatMap(({ faults }) => faults).find(({ ruleId }) => ruleId === draft.id)?.error ?? null;
  if (is.some(({ decision }) => decision.by.includes(draft.name))) result.fits += 1;
  const [stepsBefore, stepsAfter] = [was.flatMap(stepsIn), is.flatMap(stepsIn)];
  const isNotWell = change.outcome !== null && change.outcome !== 'successful';
  if (isNotWell) result.notWell += 1;
  const more = stepsAfter.length - stepsBefore.length;
  result.extraSteps += more;
  if (more > 0) result.stricter += 1;
  if (more < 0) result.easier += 1;
  if (more > 0 && isNotWell) result.notWellStricter += 1;
  if (stepsBefore.join('\n') === stepsAfter.join('\n') || result.examples.length >= SHOWN) return;
  result.examples.push({
    ...{ id: change.id, key: change.key, title: change.title, client: change.client },
    ...{ risk: change.risk_level, outcome: change.outcome, before: stepsBefore, after: stepsAfter },
  });
}

const stepsIn = ({ decision }: Ruling): string[] =>
  decision.does === 'authorise'
    ? []
    : decision.joined.needs.filter(({ needed }) => needed).map(({ step }) => step.name);

const OWN = 'select id, name, position from change_rules where id = $1';

/** The rule as the draft would have it. */
async function draftOf(ctx: Ctx, input: SimulateChangeRule, rules: readonly Rule[]) {
  const [own] =
    input.id === undefined
      ? []
      : await ctx.hot<Pick<Rule, 'id' | 'name' | 'position'>>('change_rule_own', OWN, [input.id]);
  if (input.id !== undefined && !own) throw notFound('rule');
  const last = Math.max(0, ...rules.map(({ position }) => position));
  const position = input.position ?? own?.position ?? last + 10;
  return { id: own?.id ?? DRAFT, name: own?.name ?? 'Draft', position, terms: input.terms };
}
