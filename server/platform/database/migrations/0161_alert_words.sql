-- Alerts found by a piece of what they say, however many there are. As with items, the words belong to the role of search and are reached
-- through a function that repeats the caller's scope.

create table fettle.alert_words (
  client_id uuid not null,
  alert_id uuid not null,
  words text not null,
  primary key (client_id, alert_id),
  -- What was nobody's becomes a client's.
  foreign key (client_id, alert_id) references fettle.alerts (client_id, id) on delete cascade on update cascade
);
alter table fettle.alerts no force row level security;
insert into fettle.alert_words (client_id, alert_id, words)
select client_id, id, lower(concat_ws(' ', title, condition, device ->> 'hostname', device ->> 'ip', device ->> 'externalId',
  coalesce(nullif(site_name, ''), site))) from fettle.alerts;
alter table fettle.alerts force row level security;
create index alert_words_pieces on fettle.alert_words using gin (words gin_trgm_ops);
alter table fettle.alert_words enable row level security;
grant create on schema fettle, app to fettle_search;
alter table fettle.alert_words owner to fettle_search;

-- Follows what an alert says, whichever command writes it; the caller's policy on alerts has let the write through.
create function app.follow_alert_words() returns trigger
language plpgsql security definer set search_path = fettle, pg_catalog, pg_temp as $$
begin
  insert into alert_words (client_id, alert_id, words)
  values (new.client_id, new.id, lower(concat_ws(' ', new.title, new.condition, new.device ->> 'hostname', new.device ->> 'ip',
    new.device ->> 'externalId', coalesce(nullif(new.site_name, ''), new.site))))
  on conflict (client_id, alert_id) do update set words = excluded.words where alert_words.words <> excluded.words;
  return null;
end $$;

-- Alerts in the caller's scope with a piece of text of at least three characters in what they say, at most so many, in no order.
create function app.find_alerts(piece text, only_client uuid, at_most integer) returns table (client_id uuid, alert_id uuid)
language plpgsql stable security definer set search_path = fettle, pg_catalog, pg_temp as $$
declare
  everything boolean := app.sees_all();
  mine uuid[] := app.clients();
  conditions text := 'w.words like $1';
begin
  if app.principal() not in ('staff', 'system') then return; end if;
  if not everything then conditions := conditions || ' and w.client_id = any ($2)'; end if;
  if only_client is not null then conditions := conditions || ' and w.client_id = $3'; end if;
  return query execute 'select w.client_id, w.alert_id from alert_words w where ' || conditions || ' limit $4'
    using '%' || regexp_replace(lower(piece), '([\\%_])', '\\\1', 'g') || '%', mine, only_client, at_most;
end $$;

alter function app.follow_alert_words owner to fettle_search;
alter function app.find_alerts owner to fettle_search;
revoke create on schema fettle, app from fettle_search;
revoke all on function app.follow_alert_words, app.find_alerts from public;
grant execute on function app.find_alerts to fettle_app;

create trigger alert_said after insert on fettle.alerts for each row execute function app.follow_alert_words();
create trigger alert_said_anew after update of title, condition, device, site, site_name on fettle.alerts
  for each row when ((old.title, old.condition, old.device, old.site, old.site_name)
    is distinct from (new.title, new.condition, new.device, new.site, new.site_name))
  execute function app.follow_alert_words();
