/** One thing that is known of a client's service: so many of a kind, or an outage. */
export type FactRow = {
  readonly client: string;
  readonly service: string;
  readonly what:
    | 'incident'
    | 'major open'
    | 'major over'
    | 'change failed'
    | 'change causing'
    | 'alert severe'
    | 'alert other'
    | 'outage';
  readonly count: number;
  readonly priority: number | null;
  readonly outage: {
    readonly id: string;
    readonly title: string;
    readonly beganAt: string;
    readonly endedAt: string | null;
    readonly planned: boolean;
    readonly share: number;
    readonly lasts: boolean;
  } | null;
};

/** $1 clients in sight (null: all), $2 one of them, $3 a service, $4 now, $5 since when; the conditions of a table's client and service. */
const of = (client: string, service: string) =>
  `($1::uuid[] is null or ${client} = any ($1::uuid[])) and ($2::uuid is null or ${client} = $2)
    and ${service} is not null and ($3::uuid is null or ${service} = $3)`;

/**
 * What is known of clients' services: outages since then and now, open incidents, major incidents and what hangs under them, changes
 * that went wrong, and open alerts on items that stand for the service.
 */
export const FACTS = `
with majors as (
  select m.client_id, m.ticket_id, m.state, m.restored_at, m.ticket_id as whole from major_incidents m
  where m.state in ('declared', 'stabilised') or m.restored_at >= $5
), touched as (
  select majors.*, t.service_id as service, t.client_id as client from majors
  join tickets t on t.client_id = majors.client_id and t.id = majors.ticket_id
  union
  select majors.*, t.service_id, t.client_id from majors
  join ticket_span_links l on l.whole_id = majors.whole join tickets t on t.client_id = l.client_id and t.id = l.ticket_id
), went_wrong as (
  select c.client_id as client, s.service_id as service, c.ticket_id, c.outcome from changes c
  join change_services s on s.client_id = c.client_id and s.change_id = c.ticket_id where c.outcome_at >= $5
  union
  select i.client_id, s.service_id, c.ticket_id, c.outcome from changes c
  join change_services s on s.client_id = c.client_id and s.change_id = c.ticket_id
  join change_items i on i.change_client_id = c.client_id and i.change_id = c.ticket_id where c.outcome_at >= $5
)
select client_id as client, service_id as service, 'outage' as what, 1 as count, null::int as priority,
  json_build_object('id', id, 'title', title, 'planned', planned, 'share', share,
    'beganAt', to_char(began_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'endedAt', to_char(ended_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'lasts', ended_at is null or ended_at > $4) as outage
from outages where withdrawn_at is null and began_at <= $4 and (ended_at is null or ended_at > $5) and ${of('client_id', 'service_id')}
union all
select client_id, service_id, 'incident', count(*)::int, priority::int, null from tickets
where is_open and kind = 'incident' and merged_into_id is null and ${of('client_id', 'service_id')} group by client_id, service_id, priority
union all
select client, service, case when state in ('declared', 'stabilised') then 'major open' else 'major over' end,
  count(distinct ticket_id)::int, null, null
from touched where ${of('client', 'service')} group by 1, 2, 3
union all
select client, service, 'change failed', count(*)::int, null, null from went_wrong
where outcome in ('failed', 'backed_out') and ${of('client', 'service')} group by client, service
union all
select client, service, 'change causing', count(*)::int, null, null from went_wrong
where ${of('client', 'service')} and exists (
  select from ticket_span_links l where l.whole_id = went_wrong.ticket_id and l.how = 'change' and l.client_id = went_wrong.client)
group by client, service
union all
select a.client_id, i.service_id, case when a.severity <= 2 then 'alert severe' else 'alert other' end, count(*)::int, null, null
from alerts a join configuration_items i on i.client_id = a.client_id and i.id = a.item_id
where a.is_open and a.state in ('open', 'ticketed', 'acknowledged') and ${of('a.client_id', 'i.service_id')} group by 1, 2, 3`;
