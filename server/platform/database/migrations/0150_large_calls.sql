-- A call that was too large to be taken says so, and one whose sender left alerts off says how many.
alter table fettle.connector_calls drop constraint connector_calls_state_check;
alter table fettle.connector_calls add constraint connector_calls_state_check
  check (state in ('new', 'done', 'malformed', 'refused', 'too_large', 'failed'));
alter table fettle.connector_calls add column left_off integer not null default 0;
