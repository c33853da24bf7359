-- Scope: who sees what, enforced by the database.
-- The program states its scope in the setting fettle.ctx, signed with a key that only the owner role can read, inside a
-- transaction (SET LOCAL). Without a valid signature every function below answers "nobody", and every policy "nothing".

create schema app;
create schema private;
grant usage on schema app, fettle to fettle_app, fettle_search;

-- HMAC pads (RFC 2104) of the installation's context key; filled by the program before the first connection.
create table private.context_key (
  only_row boolean primary key default true check (only_row),
  inner_pad bytea not null,
  outer_pad bytea not null
);

-- The verified context: {expiry, principal kind, principal id, all clients, contact id, company wide, client ids} or null.
create function app.context() returns text[]
language plpgsql stable parallel safe security definer set search_path = pg_catalog, pg_temp as $$
declare
  raw text := nullif(current_setting('fettle.ctx', true), '');
  payload text;
  pads private.context_key;
  parts text[];
begin
  if raw is null then return null; end if;
  payload := substr(raw, 66);
  select * into pads from private.context_key;
  if encode(sha256(pads.outer_pad || sha256(pads.inner_pad || convert_to(payload, 'UTF8'))), 'hex')
     is distinct from left(raw, 64) then
    return null;
  end if;
  parts := string_to_array(payload, '|');
  if parts[1]::bigint < extract(epoch from clock_timestamp()) then return null; end if;
  return parts;
end $$;

create function app.principal() returns text
language sql stable parallel safe security definer set search_path = pg_catalog, pg_temp as
$$ select coalesce((app.context())[2], 'nobody') $$;

create function app.sees_all() returns boolean
language sql stable parallel safe security definer set search_path = pg_catalog, pg_temp as
$$ select coalesce((app.context())[4] = 'all', false) $$;

create function app.clients() returns uuid[]
language sql stable parallel safe security definer set search_path = pg_catalog, pg_temp as
$$ select coalesce(string_to_array(nullif((app.context())[7], ''), ',')::uuid[], '{}') $$;

-- The contact (end user) the transaction speaks for; null for staff and system.
create function app.contact() returns uuid
language sql stable parallel safe security definer set search_path = pg_catalog, pg_temp as
$$ select nullif((app.context())[5], '')::uuid $$;

create function app.company_wide() returns boolean
language sql stable parallel safe security definer set search_path = pg_catalog, pg_temp as
$$ select coalesce((app.context())[6] = 'company', false) $$;

grant execute on all functions in schema app to fettle_app, fettle_search;

-- How a migration puts a table under its policy. Kinds: 'client' rows carry client_id and follow the scope;
-- 'staff_client' the same but never for contacts; 'global' rows belong to the provider: staff and system only;
-- 'shared' the same but contacts may read; 'identity' rows are for the sign-in code (system) alone.
create procedure private.protect(target text, kind text, rights text default 'select, insert, update, delete')
language plpgsql as $$
declare
  in_scope constant text := '((select app.sees_all()) or client_id = any ((select app.clients())::uuid[]))';
  is_staff constant text := '((select app.principal()) in (''staff'', ''system''))';
begin
  execute format('alter table fettle.%I enable row level security', target);
  execute format('alter table fettle.%I force row level security', target);
  execute format('grant %s on fettle.%I to fettle_app', rights, target);
  case kind
    when 'client', 'staff_client' then
      execute format('create policy scope on fettle.%I using (%s) with check (%s)', target, in_scope, in_scope);
      if kind = 'staff_client' then
        execute format('create policy staff_only on fettle.%I as restrictive using (%s) with check (%s)', target, is_staff, is_staff);
      end if;
    when 'global' then
      execute format('create policy staff_only on fettle.%I using (%s) with check (%s)', target, is_staff, is_staff);
    when 'shared' then
      execute format('create policy staff_only on fettle.%I using (%s) with check (%s)', target, is_staff, is_staff);
      execute format('create policy readers on fettle.%I for select using ((select app.principal()) = ''contact'')', target);
    when 'identity' then
      execute format('create policy system_only on fettle.%I using ((select app.principal()) = ''system'') with check ((select app.principal()) = ''system'')', target);
    else raise exception 'unknown kind of protection %', kind;
  end case;
end $$;
revoke all on procedure private.protect from public;
