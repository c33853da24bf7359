-- Who is asked in a step and who decided, without their comments: for whoever asked, who reads no votes.
alter table fettle.approval_steps add column people jsonb not null default '[]';
update fettle.approval_steps s set people = coalesce((
  select jsonb_agg(jsonb_build_object('id', v.id, 'name', v.name, 'kind', case when v.contact_id is null then 'staff' else 'contact' end,
    'why', v.why, 'vote', v.vote, 'by', v.voted_for_by, 'at', v.voted_at) order by v.name, v.id)
  from fettle.approval_voters v
  where v.client_id = s.client_id and v.approval_id = s.approval_id and v.position = s.position), '[]');
