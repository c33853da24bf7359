-- Whoever looks after a company reads who got in and who of the provider worked with what is the company's.

grant select (client_id, at, type, subject_type, subject_id, actor_kind, actor_id, actor_name, data) on fettle.events to fettle_search;
create policy own_access on fettle.events for select to fettle_search using (true);
-- What a contact reads of the timeline by themselves; the function below reads as its owner.
drop policy own_timeline on fettle.events;
create policy own_timeline on fettle.events as restrictive for select to fettle_app using (
  (select app.contact()) is null
  or (subject_type = 'ticket' and exists (
    select from fettle.tickets t where t.client_id = events.client_id and t.id = events.subject_id)));

grant create on schema app to fettle_search;
-- Of the caller's own company between two instants, for whoever looks after it, the newest first: signing in and what concerns it, what
-- was refused, and each day of the company's clock on which somebody of the provider, or a key of theirs, changed something of it.
create function app.own_access(from_at timestamptz, until_at timestamptz, zone text, at_most integer)
returns table (at timestamptz, what text, contact_id uuid, staff text, by_way text, address text, changes integer)
language sql stable security definer set search_path = fettle, pg_catalog, pg_temp as $$
  with own as (
    select e.at, e.type, e.subject_type, e.subject_id, e.actor_kind, e.actor_id, e.actor_name, e.data from events e
    where (select app.contact()) is not null and (select app.company_wide()) and e.client_id = any ((select app.clients())::uuid[])
      and e.at >= from_at and e.at < until_at)
  (select o.at, split_part(o.type, '.', 2), case when o.subject_type = 'contact' then o.subject_id end,
     case when o.actor_kind in ('staff', 'key') then o.actor_name end, o.data ->> 'by', o.data ->> 'address', null::integer
   from own o
   where o.type = 'access.denied' or (o.subject_type = 'contact' and o.type in ('contact.signed_in', 'contact.sign_in_refused', 'contact.signed_out',
     'contact.created', 'contact.invited', 'contact.sign_in_link_made', 'contact.password_set', 'contact.password_changed',
     'contact.second_factor_on', 'contact.second_factor_off', 'contact.second_factor_reset', 'contact.recovery_codes_renewed',
     'contact.identity_linked', 'contact.identity_unlinked'))
   union all
   select max(o.at), 'worked', null, max(o.actor_name), null, null, count(*)::integer
   from own o where o.actor_kind in ('staff', 'key') and o.type <> 'access.denied'
   group by (o.at at time zone zone)::date, o.actor_kind, o.actor_id)
  order by 1 desc, 2, 3 limit at_most
$$;
alter function app.own_access owner to fettle_search;
revoke create on schema app from fettle_search;
revoke all on function app.own_access from public;
grant execute on function app.own_access to fettle_app;
