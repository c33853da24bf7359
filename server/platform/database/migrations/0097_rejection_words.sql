-- What was said with the rejection that ended an approval, and by whom: for whoever asked, who reads no votes.
alter table fettle.approvals add column ended_words text not null default '';
update fettle.approvals a set ended_words = (
  select coalesce(v.voted_for_by, v.name) || ': ' || v.comment from fettle.approval_voters v
  where v.client_id = a.client_id and v.approval_id = a.id and v.vote = 'reject' order by v.voted_at desc limit 1)
where a.state = 'rejected' and exists (
  select from fettle.approval_voters v where v.client_id = a.client_id and v.approval_id = a.id and v.vote = 'reject');
