-- GET /tickets/:id/articles

-- ticket_by_id
select * from tickets where id = $1;

-- suggest_articles
select article_id as id, score, hits, titled from app.suggest_articles($1::text[], $2);

-- newest_of_client
select t.client_id, t.id, t.key, t.title, t.category_id, t.status_category, t.updated_at from tickets t where t.client_id = $1 and t.merged_into_id is null order by t.updated_at desc, t.id desc limit $2;

-- tickets_like
select client_id, ticket_id as id from app.tickets_like($1::tsquery[], $2);

-- not kept prepared
select 
  a.id, coalesce(v.title, d.title, '') as title, a.state,
  coalesce(a.state = 'published' and a.review_on < $1::date, false) as overdue,
  exists (select from article_flags f where f.article_id = a.id and f.settled_at is null) as flagged,
  a.state = 'published' and (a.visibility in ('all', 'public') or (a.visibility = 'chosen'
    and exists (select from article_clients c where c.client_id = $2 and c.article_id = a.id))) as readable, t.kind, t.created_at as at, coalesce(s.name, 'The program') as by
      from ticket_articles t join articles a on a.id = t.article_id left join article_versions v on v.article_id = a.id and v.number = a.published_number
  left join article_drafts d on d.article_id = a.id left join staff s on s.id = t.staff_id
      where t.client_id = $3 and t.ticket_id = $4 order by t.created_at, a.id limit 100;

-- not kept prepared
select 
  a.id, coalesce(v.title, d.title, '') as title, a.state,
  coalesce(a.state = 'published' and a.review_on < $1::date, false) as overdue,
  exists (select from article_flags f where f.article_id = a.id and f.settled_at is null) as flagged,
  a.state = 'published' and (a.visibility in ('all', 'public') or (a.visibility = 'chosen'
    and exists (select from article_clients c where c.client_id = $2 and c.article_id = a.id))) as readable, r.at from article_reads r join articles a on a.id = r.article_id left join article_versions v on v.article_id = a.id and v.number = a.published_number
  left join article_drafts d on d.article_id = a.id
      where r.client_id = $3 and r.contact_id in ($4, $5)
        and r.at <= $6 and r.at > $7::timestamptz - interval '1 day'
      order by r.at desc limit 10;

-- candidates
select t.client_id, t.id, t.key, t.title, t.category_id, t.status_category, t.updated_at from tickets t join unnest($1::uuid[], $2::uuid[]) k (client_id, id) on t.client_id = k.client_id and t.id = k.id
  where t.merged_into_id is null;

-- not kept prepared
select 
  a.id, coalesce(v.title, d.title, '') as title, a.state,
  coalesce(a.state = 'published' and a.review_on < $1::date, false) as overdue,
  exists (select from article_flags f where f.article_id = a.id and f.settled_at is null) as flagged,
  a.state = 'published' and (a.visibility in ('all', 'public') or (a.visibility = 'chosen'
    and exists (select from article_clients c where c.client_id = $2 and c.article_id = a.id))) as readable, left(coalesce(v.body_text, ''), $3) as opening from articles a left join article_versions v on v.article_id = a.id and v.number = a.published_number
  left join article_drafts d on d.article_id = a.id
    where a.id = any ($4::uuid[]);
