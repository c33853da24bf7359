-- A note may be of a telephone call: who called whom, and how long it took until it was written down.
alter table fettle.messages
  add column call_direction text check (call_direction in ('from_client', 'to_client')),
  add column call_minutes integer check (call_minutes between 1 and 1440),
  add constraint messages_call check ((call_direction is null) = (call_minutes is null)),
  add constraint messages_call_is_note check (call_minutes is null or visibility = 'internal');
