-- What was counted, imported and decided is changed by nobody, whichever role asks: bills name it.
create function private.refuse_change() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  raise exception '% are never changed', tg_table_name using errcode = 'restrict_violation';
end $$;
revoke all on function private.refuse_change() from public;
create trigger kept before update or delete or truncate on fettle.count_snapshots
  for each statement execute function private.refuse_change();
create trigger kept before update or delete or truncate on fettle.count_decisions
  for each statement execute function private.refuse_change();
create trigger kept before update or delete or truncate on fettle.vendor_lists
  for each statement execute function private.refuse_change();
create trigger kept before update or delete or truncate on fettle.vendor_list_rows
  for each statement execute function private.refuse_change();
