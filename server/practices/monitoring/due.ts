import type { Decision, Device, Severity } from '#kernel/alert.ts';
import { notFound } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { AlertKind, AlertState } from '#shared/estate-words.ts';
import type { Importance } from '#shared/vocabulary.ts';
import { SITE_NAME } from './site-name.ts';
import { touchedBySomebody } from './touched.ts';

/** An alert as it is decided about, with the ticket that it has. */
export type DueAlert = {
  readonly id: string;
  readonly client_id: string;
  readonly connector_id: string;
  readonly connector_name: string;
  readonly client_known: boolean;
  /** What people call the place at its source. */
  readonly site: string;
  readonly site_id: string | null;
  /** Where two items were found to be one: the one that goes on. */
  readonly item_id: string | null;
  readonly item_name: string | null;
  readonly item_class: string | null;
  readonly item_service: string | null;
  readonly item_service_name: string | null;
  readonly item_service_importance: Importance | null;
  readonly client_name: string;
  readonly client_importance: Importance;
  /** Whether a person or a source says that it is being worked on. */
  readonly item_worked: boolean;
  readonly device: Device;
  readonly condition: string;
  readonly severity: Severity;
  readonly kind: AlertKind;
  readonly title: string;
  readonly text: string;
  readonly url: string | null;
  readonly is_open: boolean;
  readonly state: AlertState;
  readonly count: number;
  readonly first_at: string;
  readonly heard_at: string;
  readonly ticket_id: string | null;
  readonly cause_id: string | null;
  readonly decision: Partial<Decision>;
  readonly storm_until: string | null;
  /** Null where there is no ticket. */
  readonly ticket_open: boolean | null;
  /** How often it was raised within the last hour, counted up to some more than matters. */
  readonly lately: number;
};

const COLUMNS = `a.id, a.client_id, a.connector_id, a.connector_name, a.client_known, ${SITE_NAME} as site, a.site_id, coalesce(i.merged_into, i.id) as item_id,
  i.name as item_name, i.class_key as item_class, i.service_id as item_service,
  s.name as item_service_name, s.importance as item_service_importance, c.name as client_name, c.importance as client_importance,
  coalesce(i.in_maintenance or i.state = 'in_maintenance', false) as item_worked, a.device, a.condition,
  a.severity, a.kind, a.title, a.text, a.url, a.is_open, a.state, a.count, a.first_at, a.heard_at, a.ticket_id, a.cause_id, a.decision, a.storm_until,
  t.is_open as ticket_open`;

const WITH = `left join tickets t on t.client_id = a.client_id and t.id = a.ticket_id
  left join configuration_items i on i.client_id = a.client_id and i.id = a.item_id
  left join services s on s.id = i.service_id
  join clients c on c.id = a.client_id`;

/** How often it was raised lately is counted no further than this. */
const MOST_COUNTED = 1_001;

const DUE = `
with due as (
  select * from alerts where client_id = $1 and decide_at <= $2 order by decide_at, id limit $3 for update skip locked)
select ${COLUMNS}, (select count(*)::int from (
  select from alert_occurrences o where o.client_id = a.client_id and o.alert_id = a.id and o.raised
    and o.started_at > $2::timestamptz - interval '1 hour' limit ${MOST_COUNTED}) l) as lately
from due a ${WITH} order by a.decide_at, a.id`;

/** Alerts of a client whose time has come, locked; those that somebody has locked come the next time. */
export const dueAlerts = (ctx: Ctx, clientId: string, limit: number) =>
  ctx.hot<DueAlert>('alerts_due', DUE, [clientId, ctx.now, limit]);

const ONE = `
select ${COLUMNS}, 0 as lately from alerts a ${WITH} where a.id = $1`;

/** The same for one that is locked already. */
export async function dueAlert(ctx: Ctx, id: string): Promise<DueAlert> {
  const [found] = await ctx.hot<DueAlert>('alert_as_due', ONE, [id]);
  if (!found) throw notFound('alert');
  return found;
}

const WAITING = `
select ${COLUMNS}, 0 as lately from alerts a ${WITH}
where a.client_id = $1 and a.is_open and a.state = 'open' and a.decide_at > $2 order by a.id limit 1000 for update of a skip locked`;

/** Those that have not settled yet: they count, and may explain one that has. */
export const waitingAlerts = (ctx: Ctx, clientId: string) =>
  ctx.hot<DueAlert>('alerts_waiting', WAITING, [clientId, ctx.now]);

export type StandingAlert = Pick<
  DueAlert,
  'id' | 'item_id' | 'severity' | 'heard_at' | 'cause_id' | 'state' | 'title' | 'decision'
> & { ticket_id: string; held: boolean; storm: boolean };

/** One that was kept for no work. */
export type KeptAlert = Omit<StandingAlert, 'ticket_id' | 'held' | 'storm'>;

const KEPT = `
select a.id, coalesce(i.merged_into, i.id) as item_id, a.severity, a.heard_at, a.cause_id, a.state, a.title, a.decision
from alerts a join configuration_items i on i.client_id = a.client_id and i.id = a.item_id
where a.client_id = $1 and a.is_open and a.heard_at >= $2 and a.state = 'open' and a.decide_at is null and a.cause_id is null
order by a.heard_at desc, a.id limit 1000 for update of a skip locked`;

/** Those in the inbox that were heard since then and are on an item: something that fails later may explain them. */
export const keptAlerts = (ctx: Ctx, clientId: string, since: string) =>
  ctx.hot<KeptAlert>('alerts_kept', KEPT, [clientId, since]);

/** What has a ticket of its own is as old as that, however often it is raised: a repeat begins no storm. */
const STANDING = `
select a.id, coalesce(i.merged_into, i.id) as item_id, a.severity, a.cause_id,
  case when a.cause_id is null and a.storm_until is null then t.created_at else a.heard_at end as heard_at, a.state, a.title, a.decision, t.id as ticket_id,
  a.storm_until is not null and a.storm_until > $2 as storm,
  a.decision ->> 'by' = 'person' or ${touchedBySomebody('a.client_id', 't.id')} as held
from alerts a join tickets t on t.client_id = a.client_id and t.id = a.ticket_id and t.is_open
left join configuration_items i on i.client_id = a.client_id and i.id = a.item_id
where a.client_id = $1 and a.is_open and a.state in ('ticketed', 'correlated', 'acknowledged')
order by a.id for update of a`;

/** Those that are work already, and whether somebody has it in hand. */
export const standingAlerts = (ctx: Ctx, clientId: string) =>
  ctx.hot<StandingAlert>('alerts_that_stand', STANDING, [clientId, ctx.now]);
