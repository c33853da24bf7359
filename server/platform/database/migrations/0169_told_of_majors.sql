-- What clients were told of a major incident can be kept on paper there: an announcement says of which it is. Its people read it by
-- their own client's row of ticket_spans, so that nothing refers from here into another client.
alter table fettle.announcements add column whole_id uuid;
create index announcements_whole on fettle.announcements (whole_id) where whole_id is not null;

alter table fettle.announcements no force row level security;
alter table fettle.major_incidents no force row level security;
alter table fettle.ticket_spans no force row level security;
update fettle.announcements a set whole_id = m.ticket_id from fettle.major_incidents m where m.announcement_id = a.id;
-- The review has words for clients besides, which staff alone release.
update fettle.major_incidents set review = review || '{"forClients": ""}' where review is not null;
update fettle.ticket_spans s set brief = s.brief || jsonb_build_object('review', '', 'declaredAt',
  to_char(m.declared_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
from fettle.major_incidents m where m.client_id = s.whole_client_id and m.ticket_id = s.whole_id;
alter table fettle.announcements force row level security;
alter table fettle.major_incidents force row level security;
alter table fettle.ticket_spans force row level security;
