import type { Static } from 'typebox';
import {
  type Decision,
  decideAlerts,
  type Outcome,
  outcomeFor,
  type Rule,
  type RuleFault,
  ruleFor,
  type Verdict,
} from '#kernel/alert.ts';
import type { Ctx } from '#platform/context/index.ts';
import { upstreamOf } from '#server/practices/configuration/index.ts';
import type { Tally } from './decide.ts';
import { tellFlapping } from './decide-repeated.ts';
import {
  type DueAlert,
  dueAlert,
  type KeptAlert,
  keptAlerts,
  type StandingAlert,
  standingAlerts,
  waitingAlerts,
} from './due.ts';
import { suppressedNow } from './maintenance.ts';
import { refusedBecause } from './refused-because.ts';
import { noteRuleFaults, rulesInForce } from './rules-in-force.ts';
import type { ALERTS } from './settings.ts';
import type { Settled } from './settle.ts';
import { gatherTickets, makeTicket, nameTicket, reopenTicket, tellTicket, weighedBecause } from './tickets.ts';
import { clientValues, valuesOf } from './values.ts';
import { type Whose, whoseTickets } from './whose-tickets.ts';

type Says = Static<(typeof ALERTS)['schema']>;
/** What an alert would become by itself, and by which rule. */
type Fate = { readonly outcome: Outcome; readonly rule: Rule | null };

/** Minutes until a ticket that could not be made is tried again. */
const AGAIN = 5;

/** Decides about alerts that are nobody's yet. What asks for a ticket is seen together with what waits and what stands already. */
export async function decideAsking(
  ctx: Ctx,
  clientId: string,
  asking: readonly DueAlert[],
  says: Says,
  tally: Tally,
): Promise<Settled[]> {
  if (asking.length === 0) return [];
  const suppressed = await suppressedNow(ctx, clientId, asking);
  const left = asking.filter(({ id }) => !suppressed.has(id));
  const { judge, faults } = await judgeFor(ctx, clientId, says);
  const fates = new Map(left.map((one) => [one.id, judge(one)]));
  const asksWork = (one: DueAlert) => fates.get(one.id)?.outcome.does === 'ticket';
  const work = left.filter(asksWork);
  // What is ignored is not looked at again, whatever explains it.
  const quiet = left.filter((one) => fates.get(one.id)?.outcome.does === 'inbox' && one.item_id !== null);
  await noteRuleFaults(ctx, faults);
  const done =
    work.length + quiet.length === 0 ? [] : await together(ctx, clientId, { work, quiet, fates, judge, says, tally });
  const explained = new Set(done.map(({ id }) => id));
  const rest = left.filter((one) => !asksWork(one) && !explained.has(one.id));
  tally.suppressed += suppressed.size;
  tally.inbox += rest.length;
  return [
    ...asking.flatMap((one): Settled[] => {
      const why = suppressed.get(one.id);
      return why
        ? [{ ...plain(one), state: 'suppressed', decision: told(one, why.decision), decide_at: why.again }]
        : [];
    }),
    ...rest.map((one): Settled => {
      const fate = fates.get(one.id) as Fate;
      const ignored = fate.outcome.does === 'ignore';
      return { ...plain(one), state: ignored ? 'suppressed' : 'open', decision: told(one, decisionOf(fate, one)) };
    }),
    ...done,
  ];
}

type Asked = {
  readonly work: readonly DueAlert[];
  /** What asks for no ticket, and may be explained by what does. */
  readonly quiet: readonly DueAlert[];
  readonly fates: Map<string, Fate>;
  readonly judge: (one: DueAlert) => Fate;
  readonly says: Says;
  readonly tally: Tally;
};

/** Sees what is due together with what waits, what stands, and what was kept for no work a moment ago. */
async function together(ctx: Ctx, clientId: string, { work, quiet, fates, judge, says, tally }: Asked) {
  const waiting = await waitingAlerts(ctx, clientId);
  const held = await suppressedNow(ctx, clientId, waiting);
  for (const one of waiting) if (!held.has(one.id)) fates.set(one.id, judge(one));
  const standing = await standingAlerts(ctx, clientId);
  const coming = waiting.filter((one) => fates.get(one.id)?.outcome.does === 'ticket');
  // A cause was heard some minutes ago at the most, and explains what was heard some minutes before it.
  const since = new Date(Date.parse(ctx.now) - 2 * says.stormMinutes * 60_000).toISOString();
  const kept = work.length + coming.length === 0 ? [] : await keptAlerts(ctx, clientId, since);
  const pending = [
    ...work.map((one) => ({ one, asks: true, due: true })),
    ...quiet.map((one) => ({ one, asks: false, due: true })),
    ...coming.map((one) => ({ one, asks: true, due: false })),
  ];
  const upstream = await upstreamOf(ctx, clientId, [
    ...new Set([...work, ...quiet, ...coming, ...standing, ...kept].flatMap((one) => one.item_id ?? [])),
  ]);
  const verdicts = decideAlerts(
    pending.map(({ one, asks, due }) => ({ ...asAsking(one), asks, due })),
    [
      ...standing.map((one) => ({
        ...{ ...asAsking(one), asks: one.decision.quiet !== true },
        ...{ causeId: one.cause_id, held: one.held, storm: one.storm },
      })),
      ...kept.map((one) => ({ ...asAsking(one), asks: false, causeId: null, held: false, storm: false })),
    ],
    upstream,
    { alerts: says.stormAlerts, minutes: says.stormMinutes },
    ctx.now,
  );
  return carryOut(ctx, clientId, {
    verdicts,
    pending: new Map(pending.map(({ one }) => [one.id, one])),
    standing: new Map(standing.map((one) => [one.id, one])),
    kept: new Map(kept.map((one) => [one.id, one])),
    ...{ fates, judge, says, tally },
  });
}

/** What somebody took apart is put to nothing by what it is on. */
const asAsking = (one: Pick<DueAlert, 'id' | 'item_id' | 'severity' | 'heard_at' | 'decision'>) => ({
  ...{ id: one.id, severity: one.severity, heardAt: one.heard_at },
  itemId: one.decision.does === 'apart' ? null : one.item_id,
});

/** One that stands for itself without a ticket. */
const plain = ({ id, ticket_id }: DueAlert) => ({ id, ticket_id, cause_id: null, decide_at: null, storm_until: null });

const told = ({ count }: Pick<DueAlert, 'count'>, decision: Decision): Decision => ({ ...decision, told: count });

function decisionOf({ rule, outcome }: Fate, { kind, severity }: DueAlert): Decision {
  const { does } = outcome;
  return rule
    ? { by: 'rule', does, id: rule.id, name: rule.name, level: rule.level, number: rule.number }
    : { by: 'usual', does, kind, severity };
}

/** Says what an alert of the client would become by itself, and gathers which rules could not be answered. */
async function judgeFor(ctx: Ctx, clientId: string, says: Says) {
  const rules = await rulesInForce(ctx, clientId);
  const client = await clientValues(ctx, clientId);
  const faults: RuleFault[] = [];
  const judge = (one: DueAlert): Fate => {
    const ruled = ruleFor(rules, valuesOf(one, client));
    faults.push(...ruled.faults);
    return { rule: ruled.rule, outcome: outcomeFor(ruled.rule, one, says.ticketUpTo) };
  };
  return { judge, faults };
}

type Plan = {
  readonly verdicts: readonly Verdict[];
  readonly pending: ReadonlyMap<string, DueAlert>;
  readonly standing: ReadonlyMap<string, StandingAlert>;
  readonly kept: ReadonlyMap<string, KeptAlert>;
  readonly fates: ReadonlyMap<string, Fate>;
  readonly judge: (one: DueAlert) => Fate;
  readonly says: Says;
  readonly tally: Tally;
};
type Joining = Extract<Verdict, { does: 'join' }>;
/** An alert with those that join it. `own`: whether it stands for itself by this decision; `storm`: for all that come with it. */
type Group = {
  readonly id: string;
  readonly own: boolean;
  readonly storm: boolean;
  readonly joins: readonly Joining[];
};

/** Makes what was decided so: one ticket for each alert that stands for itself, with those that join it. */
async function carryOut(ctx: Ctx, clientId: string, plan: Plan): Promise<Settled[]> {
  const joins = plan.verdicts.filter((one): one is Joining => one.does === 'join');
  const byCause = Map.groupBy(joins, ({ cause }) => cause);
  const storms = new Map(plan.verdicts.flatMap((one) => (one.does === 'ticket' ? [[one.id, one.storm] as const] : [])));
  const tickets = whoseTickets([...plan.standing.values()], plan.verdicts);
  const settled: Settled[] = [];
  for (const id of new Set([...storms.keys(), ...byCause.keys()])) {
    const [own, storm] = [storms.has(id), storms.get(id) ?? false];
    settled.push(...(await leadWith(ctx, clientId, plan, tickets, { id, own, storm, joins: byCause.get(id) ?? [] })));
  }
  return settled;
}

async function leadWith(ctx: Ctx, clientId: string, plan: Plan, tickets: Whose, group: Group): Promise<Settled[]> {
  const { tally, pending, standing, fates } = plan;
  const { id, own, storm, joins } = group;
  const fresh = pending.get(id);
  const stands = standing.get(id);
  // What stood under another, and stands for itself from now on.
  const raised = own && stands && stands.cause_id !== null ? await dueAlert(ctx, id) : undefined;
  const fate = fates.get(id) ?? (raised && plan.judge(raised));
  const below = [...standing.values()].filter((one) => one.cause_id === id);
  // Of a cause that has ended meanwhile, what stands under it still has its ticket.
  const before = fresh ? null : ((stands ?? below[0])?.ticket_id ?? null);
  let ticketId = raised && !tickets.keeps(id) ? null : before;
  const failed = await refusedBecause(ctx, 'make a ticket of an alert', async () => {
    // A cause that is heard late has a ticket that is about it, which takes in those of what it explains.
    if (fresh) ticketId = await ownTicket(ctx, fresh, plan, storm);
    else if (raised && ticketId === null) ticketId = await newTicket(ctx, raised, fate, plan, storm);
    if (ticketId === null) return;
    await gatherTickets(ctx, clientId, ticketId, [...tickets.goingTo(id)]);
    if (own && stands && !stands.held)
      await nameTicket(ctx, ticketId, raised ?? (await dueAlert(ctx, id)), {
        storm: storm && joins.length + below.length > 0,
        ...(raised ? { left: tickets.leftTo(id)?.item_id ?? null } : {}),
      });
  });
  if (failed !== null)
    return refused(ctx, [...(fresh ? [fresh] : []), ...joins.flatMap((join) => pending.get(join.id) ?? [])], failed);
  const settled: Settled[] = [];
  const lead = fresh ?? raised;
  if (lead && fate) settled.push(await ownWork(ctx, plan, group, ticketId, lead, fate));
  else if (stands && own) settled.push({ ...atTop(ctx, plan, group, ticketId), ...asBefore(stands) });
  const name = fresh?.title ?? stands?.title ?? '';
  const joined = joins.flatMap((join) => joinedTo(plan, join, name, ticketId));
  tally.joined += joined.length;
  if (joined.length > 0 && ticketId !== null)
    await tellTicket(ctx, { client_id: clientId, id: ticketId }, 'alerts_joined', joinedWords(joins, name), {
      count: joined.length,
    });
  return [...settled, ...joined];
}

const atTop = (ctx: Ctx, { says }: Plan, { id, storm }: Group, ticketId: string | null) => ({
  ...{ id, cause_id: null, ticket_id: ticketId, decide_at: null },
  storm_until: storm ? new Date(Date.parse(ctx.now) + says.stormMinutes * 60_000).toISOString() : null,
});

const asBefore = ({ state, decision }: StandingAlert) => ({ state, decision: decision as Decision });

/** How an alert stands that is work of its own from now on. */
async function ownWork(
  ctx: Ctx,
  plan: Plan,
  group: Group,
  ticketId: string | null,
  lead: DueAlert,
  fate: Fate,
): Promise<Settled> {
  const flapping = lead.lately > plan.says.flapTimes;
  if (flapping && ticketId !== null) await tellFlapping(ctx, ticketId, lead);
  const weighed = weighedBecause(lead, fate.outcome);
  const decision = {
    ...decisionOf(fate, lead),
    ...(weighed ? { weighed } : {}),
    ...(flapping ? { flapping } : {}),
  };
  return { ...atTop(ctx, plan, group, ticketId), state: 'ticketed', decision: told(lead, decision) };
}

/** How an alert stands that joined another. */
function joinedTo(plan: Plan, join: Joining, name: string, ticketId: string | null): Settled[] {
  const { pending, standing, kept, fates, says } = plan;
  const alert = pending.get(join.id) ?? standing.get(join.id) ?? kept.get(join.id);
  if (!alert) return [];
  const quiet = pending.has(join.id)
    ? fates.get(join.id)?.outcome.does !== 'ticket'
    : kept.has(join.id) || alert.decision.quiet === true;
  const decision: Decision = {
    ...{ by: join.by, does: 'join', id: join.cause, name },
    ...(join.by === 'storm' ? { alerts: says.stormAlerts, minutes: says.stormMinutes } : {}),
    ...(quiet ? { quiet } : {}),
    told: pending.get(join.id)?.count ?? alert.decision.told ?? 1,
  };
  const state = alert.state === 'acknowledged' ? 'acknowledged' : 'correlated';
  return [
    {
      ...{ id: join.id, state, decision, cause_id: join.cause },
      ...{ ticket_id: ticketId, decide_at: null, storm_until: null },
    },
  ];
}

async function newTicket(
  ctx: Ctx,
  alert: DueAlert,
  fate: Fate | undefined,
  { tally }: Plan,
  storm: boolean,
): Promise<string> {
  const made = await makeTicket(ctx, alert, fate?.outcome ?? null, { storm });
  tally.tickets += 1;
  return made.id;
}

/** The ticket of an alert that stands for itself: the one that it had, opened again, else a new one. */
async function ownTicket(ctx: Ctx, fresh: DueAlert, plan: Plan, storm: boolean): Promise<string> {
  // What only joined a ticket that ended has its own from now on.
  const back = fresh.cause_id === null ? fresh.ticket_id : null;
  if (back !== null && (await reopenTicket(ctx, back, plan.says.reopenHours, fresh))) return back;
  return newTicket(ctx, fresh, plan.fates.get(fresh.id), plan, storm);
}

function joinedWords(joins: readonly Joining[], name: string): string {
  const many = joins.length === 1 ? 'an alert' : `${joins.length} alerts`;
  const depends = `of what depends on what “${name}” is about`;
  const storm = joins.filter(({ by }) => by === 'storm').length;
  if (storm === joins.length) return `${many} of the same storm`;
  return storm === 0 ? `${many} ${depends}` : `${many}: ${joins.length - storm} ${depends}, ${storm} of the same storm`;
}

/** What could not become a ticket stays in the inbox, says why, and is tried again. */
function refused(ctx: Ctx, alerts: readonly DueAlert[], error: string): Settled[] {
  const later = new Date(Date.parse(ctx.now) + AGAIN * 60_000).toISOString();
  return alerts.map((one) => ({
    ...plain(one),
    state: 'open',
    decision: { by: 'fault', does: 'inbox', error },
    decide_at: later,
  }));
}
