-- Whose a policy's draft is, so that whoever publishes something else is told whose work would be lost.
alter table fettle.sla_policies add column draft_by uuid, add column draft_at timestamptz;
-- Of those from before it is known when, and no more.
update fettle.sla_policies set draft_at = updated_at where draft is not null;
