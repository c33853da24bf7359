-- The words by which the tickets are found, made as app.index_ticket and app.index_message make them.

insert into fettle.search_documents (client_id, ticket_id, requester_id, updated_at, is_open, public_words, all_words)
select p.client_id, p.id, p.requester_id, greatest(coalesce(said.at, p.created_at), p.ended_at), not p.over,
  shown.words, case when said.notes is null then shown.words else strip(shown.words || app.words(said.notes)) end
from bench.plan p
left join (
  select n, max(at) as at, string_agg(text, ' ') filter (where visibility = 'public') as replies,
    string_agg(text, ' ') filter (where visibility = 'internal') as notes
  from bench.messages group by n) said using (n),
lateral (select strip(app.words(concat_ws(' ', p.title, p.key, p.report, 'Device', p.asset, p.client_name, p.code, p.requester_name,
  p.requester_email, said.replies))) as words offset 0) shown;
