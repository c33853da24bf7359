-- Suggesting articles compared every article in sight with every word of a ticket, and took each article's words out of storage to do so:
-- a tenth of a second at a few hundred articles, and more with each further one. Now the index of words says which articles have a word,
-- and the words of titles, which are few, lie beside the document.

alter table fettle.article_documents add column title_words tsvector;
update fettle.article_documents set title_words = strip(ts_filter(words, '{a}'));
alter table fettle.article_documents alter column title_words set not null;

create or replace function app.index_article(article uuid, text_kind text, title text, body text)
returns void language plpgsql security definer set search_path = fettle, pg_catalog, pg_temp as $$
declare
  named tsvector := setweight(app.words(title), 'A');
  found tsvector := named || setweight(app.words(body), 'D');
begin
  if app.principal() not in ('staff', 'system') or not exists (select from articles a where a.id = article) then
    raise insufficient_privilege;
  end if;
  insert into article_documents (article_id, kind, words, title_words) values (article, text_kind, found, strip(named))
  on conflict (article_id, kind) do update set words = excluded.words, title_words = excluded.title_words;
  insert into article_words (word)
    select lexeme from unnest(tsvector_to_array(found)) lexeme where length(lexeme) between 3 and 40 order by lexeme
  on conflict (word) do nothing;
end $$;

-- Published articles that have some of the words (each may be a beginning), the best first: a word counts the more the fewer of the
-- articles that the reader sees have it, and twice in a title. `hits` are the places of the words that were found, from 1.
-- A small table tempts the database to read it from end to end, which costs as many comparisons as there are articles and words.
create or replace function app.suggest_articles(asked text[], at_most integer)
returns table (article_id uuid, score real, hits integer[], titled boolean)
language sql stable security definer set search_path = fettle, pg_catalog, pg_temp set enable_seqscan = off as $$
  with seen as materialized (select a.id from articles a where a.state = 'published'),
  titles as materialized (
    select d.article_id, d.title_words from article_documents d where d.kind = 'published' and d.article_id in (select id from seen)),
  wanted as materialized (
    select w.place::integer as place, (quote_literal(w.word) || ':*')::tsquery as query
    from unnest(asked) with ordinality w (word, place)),
  found as materialized (
    select w.place, w.query, d.article_id from wanted w, lateral (
      select d.article_id from article_documents d where d.words @@ w.query and d.kind = 'published' offset 0) d),
  weighed as (
    select f.place, f.article_id, t.title_words @@ f.query as in_title,
      ln(1 + (select count(*) from seen)::real / count(*) over (partition by f.place)) as weight
    from found f join titles t on t.article_id = f.article_id)
  select w.article_id, sum(w.weight * case when w.in_title then 2 else 1 end)::real as score,
    array_agg(w.place order by w.place), bool_or(w.in_title)
  from weighed w group by w.article_id
  having count(*) >= least(2, cardinality(asked)) or bool_or(w.in_title)
  order by score desc, w.article_id desc limit at_most
$$;
