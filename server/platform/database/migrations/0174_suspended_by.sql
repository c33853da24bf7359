-- Why a template is suspended by itself: by which change, and how that ended. The sentence is made for each reader, who may not see the
-- client of the change.
alter table fettle.change_models
  add column suspended_by uuid,
  add column suspended_outcome text check (suspended_outcome in ('failed', 'backed_out')),
  add check (suspended_by is null or suspended_outcome is not null);

alter table fettle.tickets no force row level security;
update fettle.change_models m set suspended_by = t.id, state_why = '',
  suspended_outcome = case when m.state_why like '% failed.' then 'failed' else 'backed_out' end
from fettle.tickets t
where m.state = 'suspended' and t.kind = 'change' and m.state_why in (t.key || ' failed.', t.key || ' was backed out.');
alter table fettle.tickets force row level security;
