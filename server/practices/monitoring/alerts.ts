import type { Device, Said } from '#kernel/alert.ts';
import { newId } from '#kernel/ids.ts';
import type { Ctx } from '#platform/context/index.ts';
import { resolveSetting } from '#platform/settings/index.ts';
import { ALERTS } from './settings.ts';
import type { AlertSource } from './source.ts';

/** What an occurrence says of the alert that it is of. */
export type AlertFacts = {
  /** The alert that it had already. */
  readonly known: { readonly clientId: string; readonly alertId: string } | null;
  readonly raised: boolean;
  readonly clientId: string;
  readonly clientKnown: boolean;
  readonly siteId: string | null;
  readonly site: string;
  /** What people call it; empty where that is `site` itself. */
  readonly siteName: string;
  readonly key: string;
  readonly device: Device;
  readonly condition: string;
  readonly said: Said;
  readonly startedAt: string;
};

type Place = { readonly clientId: string; readonly alertId: string | null };

const FOUND = `
select a.client_id as "clientId", a.id as "alertId", a.key from alerts a
where a.connector_id = $1 and (a.client_id, a.key) in (select * from unnest($2::uuid[], $3::text[]))`;
const INSERT = `
insert into alerts (client_id, id, connector_id, connector_name, key, client_known, site, site_name, site_id, device, condition, severity, kind,
  title, text, url, is_open, state, count, first_at, last_at, heard_at, created_at, updated_at)
select client_id, id, $2, $3, key, client_known, site, site_name, site_id, device, condition, severity, kind, title, text, url,
  false, 'open', 0, first_at, first_at, $4, $4, $4
from jsonb_to_recordset($1::jsonb) as said (client_id uuid, id uuid, key text, client_known boolean, site text, site_name text, site_id uuid,
  device jsonb, condition text, severity smallint, kind text, title text, text text, url text, first_at timestamptz)`;

/** The alerts that occurrences are of, in their order; made where they are new. One of which only an end was heard has none. */
export async function alertsFor(ctx: Ctx, source: AlertSource, facts: readonly AlertFacts[]): Promise<Place[]> {
  const wanted = facts.filter(({ known, raised }) => known === null && raised);
  const nameOf = ({ clientId, key }: { clientId: string; key: string }) => `${clientId} ${key}`;
  const found = await ctx.hot<{ clientId: string; alertId: string; key: string }>('alerts_found', FOUND, [
    source.id,
    wanted.map(({ clientId }) => clientId),
    wanted.map(({ key }) => key),
  ]);
  const alerts = new Map(found.map((one) => [nameOf(one), one.alertId]));
  const made: object[] = [];
  for (const one of wanted) {
    if (alerts.has(nameOf(one))) continue;
    const id = newId();
    alerts.set(nameOf(one), id);
    made.push(rowOf(id, one));
  }
  if (made.length > 0) await ctx.hot('alerts_insert', INSERT, [JSON.stringify(made), source.id, source.name, ctx.now]);
  return facts.map((one): Place => {
    if (one.known) return one.known;
    return { clientId: one.clientId, alertId: one.raised ? (alerts.get(nameOf(one)) ?? null) : null };
  });
}

const rowOf = (id: string, one: AlertFacts) => ({
  ...{ client_id: one.clientId, id, key: one.key, client_known: one.clientKnown },
  ...{ site: one.site, site_name: one.siteName, site_id: one.siteId },
  ...{ device: one.device, condition: one.condition, severity: one.said.severity, kind: one.said.kind },
  ...{ title: one.said.title, text: one.said.text, url: one.said.url, first_at: one.startedAt },
});

type Before = {
  client_id: string;
  id: string;
  is_open: boolean;
  state: string;
  severity: number;
  kind: string;
  ticket_id: string | null;
  decide_at: string | null;
};

const LOCK = `
select client_id, id, is_open, state, severity, kind, ticket_id, decide_at from alerts where id = any ($1::uuid[]) order by id for update`;

/** What the occurrences make of it: whether one counts, and what the last says. */
const FOLD = `
update alerts a set is_open = x.counts, severity = x.severity, kind = x.kind, title = x.title, text = x.text, url = x.url,
  source_acknowledged_by = x.acknowledged_by, count = a.count + x.raises,
  first_at = case when a.count = 0 then x.first_raise else least(a.first_at, x.first_raise) end, last_at = x.started_at,
  cleared_at = case when x.counts then null else x.ended_at end,
  heard_at = case when x.raises > 0 then $3 else a.heard_at end, version = a.version + 1, updated_at = $3
from (
  select a.client_id, a.id, n.raises, l.*,
    exists (select from alert_occurrences c where c.client_id = a.client_id and c.alert_id = a.id and c.counts) as counts,
    (select min(f.started_at) from alert_occurrences f where f.client_id = a.client_id and f.alert_id = a.id and f.updated_at >= $3) as first_raise
  from unnest($1::uuid[], $2::int[]) n (id, raises)
  join alerts a on a.id = n.id
  cross join lateral (
    select o.severity, o.kind, o.title, o.text, o.url, o.acknowledged_by, o.started_at, o.ended_at from alert_occurrences o
    where o.client_id = a.client_id and o.alert_id = a.id and o.raised
    order by o.started_at desc, o.external_id collate "C" desc, o.occurrence collate "C" desc limit 1) l) x
where a.client_id = x.client_id and a.id = x.id
returning a.client_id, a.id, a.is_open, a.severity, a.kind`;

const STAND = `
update alerts a set state = x.state, decide_at = x.decide_at,
  acknowledged_at = case when x.state <> 'open' then a.acknowledged_at end,
  acknowledged_by = case when x.state <> 'open' then a.acknowledged_by end,
  closed_at = case when x.state <> 'open' then a.closed_at end
from jsonb_to_recordset($1::jsonb) as x (client_id uuid, id uuid, state text, decide_at timestamptz)
where a.client_id = x.client_id and a.id = x.id`;

/**
 * Brings alerts in line with their occurrences, and says when they are decided about. `raises`: how often each was raised anew.
 * @returns for each client how many were raised and how many ended
 */
export async function refoldAlerts(
  ctx: Ctx,
  ids: readonly string[],
  raises: ReadonlyMap<string, number>,
): Promise<Map<string, { raised: number; cleared: number }>> {
  const heard = new Map<string, { raised: number; cleared: number }>();
  if (ids.length === 0) return heard;
  const before = new Map((await ctx.hot<Before>('alerts_lock', LOCK, [ids])).map((row) => [row.id, row]));
  const after = await ctx.hot<Before>('alerts_fold', FOLD, [ids, ids.map((id) => raises.get(id) ?? 0), ctx.now]);
  const clients = [...new Set(after.map(({ client_id }) => client_id))];
  const settle = new Map<string, string>();
  for (const clientId of clients) settle.set(clientId, await settledAt(ctx, clientId));
  const standing: object[] = [];
  for (const row of after) {
    const was = before.get(row.id);
    if (!was) continue;
    const counts = heard.get(row.client_id) ?? { raised: 0, cleared: 0 };
    counts.raised += raises.get(row.id) ?? 0;
    counts.cleared += was.is_open && !row.is_open ? 1 : 0;
    heard.set(row.client_id, counts);
    const next = standOf(was, row, raises.get(row.id) ?? 0, {
      now: ctx.now,
      settled: settle.get(row.client_id) ?? ctx.now,
    });
    if (next.state !== was.state || next.decide_at !== was.decide_at)
      standing.push({ client_id: row.client_id, id: row.id, ...next });
  }
  if (standing.length > 0) await ctx.hot('alerts_stand', STAND, [JSON.stringify(standing)]);
  return heard;
}

type Stand = { readonly state: string; readonly decide_at: string | null };

/** Where an alert stands after what was heard of it, and when it is decided about next. */
function standOf(was: Before, is: Before, raises: number, at: { now: string; settled: string }): Stand {
  if (!is.is_open) {
    // What came and went before anybody decided about it is only counted.
    const left = was.ticket_id === null ? null : at.settled;
    if (was.state === 'closed' || was.state === 'cleared')
      return { state: was.state === 'closed' ? 'closed' : 'cleared', decide_at: was.decide_at };
    return { state: 'cleared', decide_at: left };
  }
  if (raises > 0 || !was.is_open) {
    const state = was.state === 'cleared' || was.state === 'closed' ? 'open' : was.state;
    return { state, decide_at: was.decide_at !== null && was.decide_at < at.settled ? was.decide_at : at.settled };
  }
  const graver = was.state === 'open' && (was.severity !== is.severity || was.kind !== is.kind);
  return { state: was.state, decide_at: graver ? (was.decide_at ?? at.now) : was.decide_at };
}

const STORM = 'select from alerts where client_id = $1 and storm_until > $2 limit 1';
/** Seconds that more of a storm are gathered before they are put to it. */
const STORM_PAUSE = 10;

/** When what is raised now has settled. */
async function settledAt(ctx: Ctx, clientId: string): Promise<string> {
  const { value } = await resolveSetting(ctx, ALERTS, clientId);
  const storm = await ctx.hot('alerts_storm', STORM, [clientId, ctx.now]);
  const seconds = storm.length > 0 ? Math.max(STORM_PAUSE, value.settleSeconds) : value.settleSeconds;
  return new Date(Date.parse(ctx.now) + seconds * 1000).toISOString();
}
