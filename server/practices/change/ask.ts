import { type Ruling, ruleAbout, type Stage } from '#kernel/change.ts';
import { wallTime } from '#kernel/wall-time.ts';
import type { Ctx } from '#platform/context/index.ts';
import { htmlToText } from '#platform/text/index.ts';
import type { TicketRecord } from '#server/desk/ticket/index.ts';
import { startApproval } from '#server/practices/approval/index.ts';
import { PLAN_NAMES, PLANS, RISK_LEVELS } from '#shared/change-words.ts';
import { excludedFrom } from './excluded.ts';
import { type ChangeRow, lockChange, writeChange } from './rows.ts';
import { noteRuleFaults, rulesFor } from './rules-in-force.ts';
import { moveOn } from './take-back.ts';
import { tell } from './tell.ts';
import { AROUND_COLUMNS, AROUND_JOINS, type Around, valuesOf } from './values.ts';

/** The stage at which somebody is asked while a change stands in a status. */
export const STAGES: Readonly<Record<string, Stage>> = {
  authorise: 'before',
  expedite: 'expedited',
  retrospective: 'afterwards',
};

/** What conditions read around a change, and what who decides about it reads besides: items of its own client by name, no other's. */
export type AskedAround = Around & { readonly timeZone: string; readonly touched: readonly string[] };

const AROUND = `
select ${AROUND_COLUMNS}, k.time_zone as "timeZone", array(
  select i.name from change_items l join configuration_items i on i.client_id = l.client_id and i.id = l.item_id
  where l.client_id = c.client_id and l.change_client_id = c.client_id and l.change_id = c.ticket_id order by i.name_key limit 5) as touched
from changes c ${AROUND_JOINS} where c.client_id = $1 and c.ticket_id = $2`;

/** What conditions and approvers read around a change. */
export async function aroundOf(ctx: Ctx, ticket: TicketRecord): Promise<AskedAround> {
  const [around] = await ctx.hot<AskedAround>('change_rule_values', AROUND, [ticket.client_id, ticket.id]);
  if (!around) throw new Error(`The change ${ticket.key} vanished while it was asked about`);
  return around;
}

/** Asks whoever has to decide about a change of one client where it stands now, by the rules; where nobody has to, it is authorised at once. */
export async function askStage(
  ctx: Ctx,
  ticket: TicketRecord,
  change: ChangeRow,
  stage: Stage,
  why: string,
): Promise<void> {
  const around = await aroundOf(ctx, ticket);
  const askers = await excludedFrom(ctx, ticket, change);
  const rules = await rulesFor(ctx, change.risk_level, askers);
  const { decision, faults } = ruleAbout(rules, stage, valuesOf(change, around), costOf(change));
  await noteRuleFaults(ctx, faults);
  const given = await askOwn(ctx, ticket, change, around, { decision, why, askers });
  if (given !== null) await authorised(ctx, ticket, stage, given);
}

/** Asks about the whole of a change as it was decided. Null where somebody is asked; else why nobody is. */
export async function askOwn(
  ctx: Ctx,
  ticket: TicketRecord,
  change: ChangeRow,
  around: AskedAround,
  { decision, why, askers }: { decision: Ruling['decision']; why: string; askers: readonly string[] },
): Promise<string | null> {
  if (decision.does === 'authorise') return `no approval is needed by “${decision.by[0]}”`;
  const asked = await startApproval(ctx, {
    ticket,
    joined: decision.joined,
    why: `${whoseRules(decision.by)}${why === 'asked' ? '' : `, ${why}`}`,
    subject: {
      ...{ ticketKey: ticket.key, title: ticket.title, cost: costOf(change), reason: change.reason },
      ...{ forWhom: null, expectedOn: null, requester: await nameOfAsker(ctx, ticket) },
      lines: linesOf(change, around),
    },
    forWhom: ticket.requester_id,
    askers,
  });
  return asked === 'approved' ? 'no step is asked for this cost' : null;
}

/** Where the approval comes from, as it stands behind “By”. */
export const whoseRules = (names: readonly string[]): string =>
  names.length === 0
    ? 'default, since no rule fits'
    : `the ${names.length === 1 ? 'rule' : 'rules'} ${names.map((name) => `“${name}”`).join(', ')}`;

export const costOf = ({ cost_minor: minor, currency }: ChangeRow) =>
  minor === null || currency === null ? null : { minor, currency };

const ASKER = `
select coalesce(r.name, s.name, 'Somebody') as name from (select) one
left join contacts r on r.client_id = $1 and r.id = $2 left join staff s on s.id = $3`;

export async function nameOfAsker(ctx: Ctx, ticket: TicketRecord): Promise<string> {
  const [row] = await ctx.hot<{ name: string }>('change_asker', ASKER, [
    ticket.client_id,
    ticket.requester_id,
    ticket.created_by,
  ]);
  return row?.name ?? 'Somebody';
}

/** What is decided about, a line each, as it is now. */
function linesOf(change: ChangeRow, around: AskedAround): { label: string; value: string }[] {
  const { timeZone, touched } = around;
  const when = (at: string | null) =>
    at === null ? 'not said' : `${wallTime(at, timeZone).replace('T', ' ')} (${timeZone})`;
  const {
    services = [],
    items = 0,
    dependents = 0,
  } = change.reach as { services?: string[]; items?: number; dependents?: number };
  return [
    { label: 'Type', value: around.model },
    { label: 'Risk', value: change.risk_level === null ? 'not known' : (RISK_LEVELS[change.risk_level - 1] ?? '') },
    { label: 'Begins', value: when(change.planned_start) },
    { label: 'Ends', value: when(change.planned_end) },
    { label: 'People are without it', value: change.outage ? 'yes' : 'no' },
    ...(items > 0 ? [{ label: 'Touches', value: namedOf(touched, items) }] : []),
    ...(dependents > 0 ? [{ label: 'Hangs on them', value: dependents === 1 ? '1 item' : `${dependents} items` }] : []),
    ...(services.length > 0 ? [{ label: 'Services', value: services.join(', ') }] : []),
    ...PLANS.flatMap((plan) => {
      const text = htmlToText(change.plans[plan] ?? '').trim();
      return text === '' ? [] : [{ label: PLAN_NAMES[plan], value: text.slice(0, 2_000) }];
    }),
  ];
}

/** `srv-1, srv-2 and 3 more`, or how many there are where none is named. */
function namedOf(touched: readonly string[], items: number): string {
  if (touched.length === 0) return items === 1 ? '1 item' : `${items} items`;
  const named = touched.join(', ');
  return items > touched.length ? `${named} and ${items - touched.length} more` : named;
}

/** Notes that a change is authorised, and lets it go on. */
export async function authorised(ctx: Ctx, ticket: TicketRecord, stage: Stage, why: string): Promise<void> {
  const change = await lockChange(ctx, ticket);
  await writeChange(
    ctx,
    change,
    stage === 'afterwards'
      ? { afterwards: 'approved', afterwards_at: ctx.now }
      : { authorised_at: ctx.now, authorised_why: why },
  );
  await tell(ctx, ticket, 'authorised', { text: why, stage });
  if (stage === 'before') await moveOn(ctx, ticket.id, 'scheduled');
  if (stage === 'afterwards') await moveOn(ctx, ticket.id, 'review');
}
