import type { Occurrence, Severity } from '#kernel/alert.ts';
import { newId } from '#kernel/ids.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { AlertKind } from '#shared/estate-words.ts';

/** An occurrence as it is kept: whose it is, and of which alert; of none while only its end was heard. */
export type KeptOccurrence = Occurrence & {
  readonly id: string;
  readonly clientId: string;
  readonly alertId: string | null;
};

type Row = {
  client_id: string;
  id: string;
  external_id: string;
  occurrence: string;
  ends_all: boolean;
  alert_id: string | null;
  raised: boolean;
  ended: boolean;
  started_at: string;
  ended_at: string | null;
  severity: number;
  kind: string;
  title: string;
  text: string;
  url: string | null;
  acknowledged_by: string | null;
  said_at: string | null;
  said_weight: number;
};

const KNOWN = `
select o.* from unnest($2::text[], $3::text[], $4::boolean[]) as asked (external_id, occurrence, ends_all)
join alert_occurrences o on o.connector_id = $1 and o.external_id = asked.external_id
  and o.occurrence = asked.occurrence and o.ends_all = asked.ends_all`;

/** Those of a source that are known already, whichever client's they are. */
export async function knownOccurrences(
  ctx: Ctx,
  connectorId: string,
  asked: readonly Occurrence[],
): Promise<KeptOccurrence[]> {
  const rows = await ctx.hot<Row>('alert_occurrences_known', KNOWN, [
    connectorId,
    asked.map(({ externalId }) => externalId),
    asked.map(({ occurrence }) => occurrence),
    asked.map(({ endsAll }) => endsAll),
  ]);
  return rows.map((row) => ({
    id: row.id,
    clientId: row.client_id,
    alertId: row.alert_id,
    externalId: row.external_id,
    occurrence: row.occurrence,
    raised: row.raised,
    ended: row.ended,
    endsAll: row.ends_all,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    said: {
      severity: row.severity as Severity,
      kind: row.kind as AlertKind,
      title: row.title,
      text: row.text,
      url: row.url,
      acknowledgedBy: row.acknowledged_by,
      saidAt: row.said_at,
      weight: row.said_weight as 0 | 1 | 2,
    },
  }));
}

const COLUMNS = `client_id uuid, id uuid, external_id text, occurrence text, ends_all boolean, alert_id uuid, raised boolean,
  ended boolean, started_at timestamptz, ended_at timestamptz, severity smallint, kind text, title text, text text, url text,
  acknowledged_by text, said_at timestamptz, said_weight smallint`;
const NAMES = COLUMNS.replace(/ (uuid|text|boolean|timestamptz|smallint)(?=,|$)/g, '');

/** What only ended was may turn out to be another client's: it is put there. */
const FORGET = 'delete from alert_occurrences where connector_id = $1 and id = any ($2::uuid[]) and alert_id is null';
const PUT = `
insert into alert_occurrences (${NAMES}, connector_id, heard_at, updated_at)
select ${NAMES}, $2, $3, $3 from jsonb_to_recordset($1::jsonb) as said (${COLUMNS})
on conflict (client_id, connector_id, external_id, occurrence, ends_all) do update set
  alert_id = excluded.alert_id, raised = excluded.raised, ended = excluded.ended, started_at = excluded.started_at,
  ended_at = excluded.ended_at, severity = excluded.severity, kind = excluded.kind, title = excluded.title, text = excluded.text,
  url = excluded.url, acknowledged_by = excluded.acknowledged_by, said_at = excluded.said_at,
  said_weight = excluded.said_weight, updated_at = excluded.updated_at`;

/** Keeps occurrences as they are now; `strays` are ends that were kept for another client before. */
export async function putOccurrences(
  ctx: Ctx,
  connectorId: string,
  all: readonly KeptOccurrence[],
  strays: readonly string[],
): Promise<void> {
  if (strays.length > 0) await ctx.hot('alert_occurrences_forget', FORGET, [connectorId, strays]);
  const rows = all.map(
    (one): Row => ({
      client_id: one.clientId,
      id: one.id,
      external_id: one.externalId,
      occurrence: one.occurrence,
      ends_all: one.endsAll,
      alert_id: one.alertId,
      raised: one.raised,
      ended: one.ended,
      started_at: one.startedAt,
      ended_at: one.endedAt,
      severity: one.said.severity,
      kind: one.said.kind,
      title: one.said.title,
      text: one.said.text,
      url: one.said.url,
      acknowledged_by: one.said.acknowledgedBy,
      said_at: one.said.saidAt,
      said_weight: one.said.weight,
    }),
  );
  await ctx.hot('alert_occurrences_put', PUT, [JSON.stringify(rows), connectorId, ctx.now]);
}

/** Ends of everything reach what began before them, whichever of the two was heard first. */
const END_ALL = `
update alert_occurrences o set ended = true, ended_at = x.at, updated_at = $4 from (
  select o.client_id, o.id, least(o.ended_at, min(e.ended_at)) as at
  from alert_occurrences o join alert_occurrences e on e.connector_id = o.connector_id and e.external_id = o.external_id
    and e.ends_all and e.ended_at >= o.started_at
  where o.connector_id = $1 and o.external_id = any ($2::text[]) and o.raised and (o.id = any ($3::uuid[]) or e.id = any ($3::uuid[]))
  group by o.client_id, o.id, o.ended_at) x
where o.client_id = x.client_id and o.id = x.id and (not o.ended or o.ended_at is distinct from x.at)
returning o.alert_id as "alertId"`;

/** Of each id the occurrence that began last keeps its alert open, until it ends. */
const COUNT = `
with last as (
  select distinct on (o.external_id) o.external_id, o.id, not o.ended as lasts
  from unnest($2::text[]) asked (external_id)
  cross join lateral (
    select * from alert_occurrences o where o.connector_id = $1 and o.external_id = asked.external_id and o.raised
    order by o.started_at desc, o.occurrence collate "C" desc limit 1) o)
update alert_occurrences o set counts = (o.id = last.id and last.lasts) from last
where o.connector_id = $1 and o.external_id = last.external_id and (o.counts or o.id = last.id)
  and o.counts is distinct from (o.id = last.id and last.lasts)
returning o.alert_id as "alertId"`;

/** Settles which occurrences of these ids are over. Returns the alerts for which that changed something. */
export async function settleOccurrences(
  ctx: Ctx,
  connectorId: string,
  externalIds: readonly string[],
  changed: readonly string[],
): Promise<string[]> {
  const ended = await ctx.hot<{ alertId: string }>('alert_occurrences_end', END_ALL, [
    connectorId,
    externalIds,
    changed,
    ctx.now,
  ]);
  const counted = await ctx.hot<{ alertId: string }>('alert_occurrences_count', COUNT, [connectorId, externalIds]);
  return [...ended, ...counted].map(({ alertId }) => alertId);
}

/** A new occurrence's place among those that are kept. */
export const asKept = (one: Occurrence, clientId: string, alertId: string | null): KeptOccurrence => ({
  ...one,
  id: newId(),
  clientId,
  alertId,
});
