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
import { type DueAlert, type StandingAlert, standingAlerts, waitingAlerts } from './due.ts';
import { suppressedNow } from './maintenance.ts';
import { refusedBecause } from './refused-because.ts';
import { noteRuleFaults, rulesInForce } from './rules-in-force.ts';
import type { ALERTS } from './settings.ts';
import type { Settled } from './settle.ts';
import { gatherTickets, makeTicket, reopenTicket, tellTicket, weighedBecause } from './tickets.ts';
import { clientValues, valuesOf } from './values.ts';

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
  const quiet = left.filter((one) => !asksWork(one));
  tally.suppressed += suppressed.size;
  tally.inbox += quiet.length;
  const settled: Settled[] = [
    ...asking.flatMap((one): Settled[] => {
      const why = suppressed.get(one.id);
      return why
        ? [{ ...plain(one), state: 'suppressed', decision: told(one, why.decision), decide_at: why.again }]
        : [];
    }),
    ...quiet.map((one): Settled => {
      const fate = fates.get(one.id) as Fate;
      const ignored = fate.outcome.does === 'ignore';
      return { ...plain(one), state: ignored ? 'suppressed' : 'open', decision: told(one, decisionOf(fate, one)) };
    }),
  ];
  const work = left.filter(asksWork);
  await noteRuleFaults(ctx, faults);
  if (work.length === 0) return settled;
  const waiting = await waitingAlerts(ctx, clientId);
  const held = await suppressedNow(ctx, clientId, waiting);
  for (const one of waiting) if (!held.has(one.id)) fates.set(one.id, judge(one));
  const standing = await standingAlerts(ctx, clientId);
  const pending = [
    ...work.map((one) => ({ one, due: true })),
    ...waiting.filter(asksWork).map((one) => ({ one, due: false })),
  ];
  const upstream = await upstreamOf(ctx, clientId, [
    ...new Set([...work, ...waiting, ...standing].flatMap((one) => one.item_id ?? [])),
  ]);
  const verdicts = decideAlerts(
    pending.map(({ one, due }) => ({ ...asAsking(one), due })),
    standing.map((one) => ({ ...asAsking(one), causeId: one.cause_id, held: one.held, storm: one.storm })),
    upstream,
    { alerts: says.stormAlerts, minutes: says.stormMinutes },
    ctx.now,
  );
  const done = await carryOut(ctx, clientId, {
    verdicts,
    pending: new Map(pending.map(({ one }) => [one.id, one])),
    standing: new Map(standing.map((one) => [one.id, one])),
    fates,
    says,
    tally,
  });
  return [...settled, ...done];
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
  readonly fates: ReadonlyMap<string, Fate>;
  readonly says: Says;
  readonly tally: Tally;
};
type Joining = Extract<Verdict, { does: 'join' }>;

/** Makes what was decided so: one ticket for each alert that stands for itself, with those that join it. */
async function carryOut(ctx: Ctx, clientId: string, plan: Plan): Promise<Settled[]> {
  const joins = plan.verdicts.filter((one): one is Joining => one.does === 'join');
  const byCause = Map.groupBy(joins, ({ cause }) => cause);
  const storms = new Map(plan.verdicts.flatMap((one) => (one.does === 'ticket' ? [[one.id, one.storm] as const] : [])));
  const settled: Settled[] = [];
  for (const id of new Set([...storms.keys(), ...byCause.keys()]))
    settled.push(...(await leadWith(ctx, clientId, plan, id, storms.get(id) ?? false, byCause.get(id) ?? [])));
  return settled;
}

async function leadWith(
  ctx: Ctx,
  clientId: string,
  plan: Plan,
  id: string,
  storm: boolean,
  joins: readonly Joining[],
): Promise<Settled[]> {
  const { says, tally, pending, standing, fates } = plan;
  const fresh = pending.get(id);
  const stands = standing.get(id);
  const moving = joins.flatMap((join) => standing.get(join.id)?.ticket_id ?? []);
  let ticketId = stands?.ticket_id ?? null;
  const failed = await refusedBecause(ctx, 'make a ticket of an alert', async () => {
    // A cause that is heard late has a ticket that is about it, which takes in those of what it explains.
    if (fresh) ticketId ??= await ownTicket(ctx, fresh, plan, storm);
    if (ticketId !== null && moving.length > 0) await gatherTickets(ctx, clientId, ticketId, moving);
  });
  const members = joins.map((join) => ({ join, alert: pending.get(join.id) ?? standing.get(join.id) }));
  if (failed !== null)
    return fresh ? refused(ctx, [fresh, ...members.flatMap(({ join }) => pending.get(join.id) ?? [])], failed) : [];
  const until = storm ? new Date(Date.parse(ctx.now) + says.stormMinutes * 60_000).toISOString() : null;
  const settled: Settled[] = [];
  const place = { ticket_id: ticketId, decide_at: null };
  if (fresh) {
    const flapping = fresh.lately > says.flapTimes;
    if (flapping && ticketId !== null) await tellFlapping(ctx, ticketId, fresh);
    const fate = fates.get(id) as Fate;
    const weighed = weighedBecause(fresh, fate.outcome);
    const decision = {
      ...decisionOf(fate, fresh),
      ...(weighed ? { weighed } : {}),
      ...(flapping ? { flapping } : {}),
    };
    settled.push({
      ...place,
      id,
      state: 'ticketed',
      decision: told(fresh, decision),
      cause_id: null,
      storm_until: until,
    });
  } else if (stands && storm) {
    const { state, decision } = stands;
    settled.push({ ...place, id, state, decision: decision as Decision, cause_id: null, storm_until: until });
  }
  const name = fresh?.title ?? stands?.title ?? '';
  for (const { join, alert } of members) {
    if (!alert) continue;
    const decision: Decision = {
      ...{ by: join.by, does: 'join', id, name },
      ...(join.by === 'storm' ? { alerts: says.stormAlerts, minutes: says.stormMinutes } : {}),
      told: 'count' in alert ? alert.count : (alert.decision.told ?? 1),
    };
    const state = alert.state === 'acknowledged' ? 'acknowledged' : 'correlated';
    settled.push({ ...place, id: join.id, state, decision, cause_id: id, storm_until: null });
  }
  tally.joined += members.length;
  if (members.length > 0 && ticketId !== null)
    await tellTicket(ctx, { client_id: clientId, id: ticketId }, 'alerts_joined', joinedWords(joins, name), {
      count: members.length,
    });
  return settled;
}

/** The ticket of an alert that stands for itself: the one that it had, opened again, else a new one. */
async function ownTicket(ctx: Ctx, fresh: DueAlert, { fates, says, tally }: Plan, storm: boolean): Promise<string> {
  // What only joined a ticket that ended has its own from now on.
  const back = fresh.cause_id === null ? fresh.ticket_id : null;
  if (back !== null && (await reopenTicket(ctx, back, says.reopenHours, fresh))) return back;
  const made = await makeTicket(ctx, fresh, fates.get(fresh.id)?.outcome ?? null, { storm });
  tally.tickets += 1;
  return made.id;
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
