-- When somebody was last taken for gone: what they had opened before does not open again should they come back.
alter table fettle.contacts add column left_at timestamptz;
-- What somebody had given who has gone since ends with that.
update fettle.approval_delegations d set ended_at = now() from fettle.contacts c
where c.client_id = d.client_id and c.id = d.contact_id and not c.active and d.ended_at is null;
update fettle.sessions s set ended_at = now() from fettle.contacts c
where c.client_id = s.client_id and c.id = s.contact_id and not c.active and s.ended_at is null;
