-- What people did, among the far more that the program does; the trail begins with it.
create index events_people on fettle.events (at, id)
  where actor_kind <> 'system' or type in ('sign_in.succeeded', 'sign_in.refused');
