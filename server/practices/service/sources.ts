import type { OutageSource } from '#shared/service-words.ts';

/** An outage that something says there is or was, at a client. */
export type Wanted = {
  readonly client: string;
  readonly service: string;
  readonly began: string;
  readonly ended: string | null;
  readonly planned: boolean;
  /** False where the service works in part. */
  readonly whole: boolean;
  readonly title: string;
};

/** What was said of a service, for one client or for whoever has it. */
const STATUS = `
select x.client_id as client, s.service_id as service, s.from_at as began, s.until_at as ended, s.state = 'maintenance' as planned,
  s.state <> 'degraded' as whole, coalesce(nullif(s.note, ''), case s.state when 'degraded' then 'Works in part'
    when 'maintenance' then 'Maintenance' else 'Not available' end) as title
from service_states s join client_services x on x.service_id = s.service_id and (s.client_id is null or s.client_id = x.client_id)
where s.id = $1 and (s.until_at is null or s.until_at > s.from_at) and $2::timestamptz is not null`;

/** What an announcement says it does to services. Where it is for some sites of a client, the service works in part there. */
const ANNOUNCEMENT = `
select x.client_id as client, x.service_id as service, a.from_at as began,
  coalesce(a.ended_at, case when a.kind <> 'outage' then a.until_at end) as ended, a.effect = 'maintenance' as planned,
  a.effect <> 'degraded' and not exists (
    select from announcement_sites l where l.announcement_id = a.id and l.client_id = x.client_id) as whole, a.title
from announcements a join client_services x on x.service_id = any (a.service_ids)
where a.id = $1 and a.state <> 'draft' and a.effect is not null and app.announced_to(a, x.client_id)
  and (a.ended_at is null or a.ended_at > a.from_at) and $2::timestamptz is not null`;

/** What a change expected to do, from when it really began: at its client or, of the provider, at those whose items it touches. */
const CHANGE = `
select distinct x.client_id as client, x.service_id as service, c.actual_start as began,
  coalesce(c.actual_end, case when t.is_open then null else $2::timestamptz end) as ended, true as planned, true as whole,
  'Planned work' as title
from changes c join tickets t on t.client_id = c.client_id and t.id = c.ticket_id
join lateral (
  select c.client_id as client union select i.client_id from change_items i where i.change_client_id = c.client_id and i.change_id = c.ticket_id
) at on true
join client_services x on x.client_id = at.client and (
  x.service_id in (select s.service_id from change_services s where s.client_id = c.client_id and s.change_id = c.ticket_id)
  or x.service_id in (
    select i.service_id from change_items l join configuration_items i on i.client_id = l.client_id and i.id = l.item_id
    where l.change_client_id = c.client_id and l.change_id = c.ticket_id and l.client_id = x.client_id))
where c.ticket_id = $1 and c.outage and c.actual_start is not null and (c.actual_end is null or c.actual_end > c.actual_start)`;

/** How each kind of source is asked for its outages: $1 its id, $2 now. */
export const SOURCES: Readonly<Record<Exclude<OutageSource, 'hand'>, string>> = {
  status: STATUS,
  announcement: ANNOUNCEMENT,
  change: CHANGE,
};
