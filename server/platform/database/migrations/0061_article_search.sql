-- Articles found by their words. As with tickets the words belong to a role of their own and are reached through functions; who sees
-- which article is asked of the articles themselves, whose policies hold in these functions too.

create table fettle.article_documents (
  article_id uuid not null references fettle.articles (id),
  kind text not null check (kind in ('published', 'draft')),
  -- Those of the title weigh most.
  words tsvector not null,
  primary key (article_id, kind)
);
create index article_documents_words on fettle.article_documents using gin (words);

-- Every word that occurs in an article: for mending typing errors.
create table fettle.article_words (word text primary key);
create index article_words_similar on fettle.article_words using gin (word gin_trgm_ops);

alter table fettle.article_documents enable row level security;
alter table fettle.article_words enable row level security;
grant create on schema fettle, app to fettle_search;
alter table fettle.article_documents owner to fettle_search;
alter table fettle.article_words owner to fettle_search;
grant select on fettle.articles, fettle.article_clients to fettle_search;

-- Writes the words of a text of an article anew; the caller must see the article.
create function app.index_article(article uuid, text_kind text, title text, body text)
returns void language plpgsql security definer set search_path = fettle, pg_catalog, pg_temp as $$
declare
  found tsvector := setweight(app.words(title), 'A') || setweight(app.words(body), 'D');
begin
  if app.principal() not in ('staff', 'system') or not exists (select from articles a where a.id = article) then
    raise insufficient_privilege;
  end if;
  insert into article_documents (article_id, kind, words) values (article, text_kind, found)
  on conflict (article_id, kind) do update set words = excluded.words;
  insert into article_words (word)
    select lexeme from unnest(tsvector_to_array(found)) lexeme where length(lexeme) between 3 and 40 order by lexeme
  on conflict (word) do nothing;
end $$;

-- Forgets the words of a text that is no more.
create function app.forget_article(article uuid, text_kind text)
returns void language plpgsql security definer set search_path = fettle, pg_catalog, pg_temp as $$
begin
  if app.principal() not in ('staff', 'system') or not exists (select from articles a where a.id = article) then
    raise insufficient_privilege;
  end if;
  delete from article_documents d where d.article_id = article and d.kind = text_kind;
end $$;

-- Articles that have all the words, with how well they fit. Staff find drafts too.
create function app.find_articles(query tsquery, at_most integer)
returns table (article_id uuid, score real)
language sql stable security definer set search_path = fettle, pg_catalog, pg_temp as $$
  select d.article_id, max(ts_rank('{0.1, 0.2, 0.4, 1}', d.words, query, 1)) as score
  from article_documents d join articles a on a.id = d.article_id
  where d.words @@ query and (d.kind = 'published' or app.principal() in ('staff', 'system'))
  group by d.article_id order by score desc, d.article_id desc limit at_most
$$;

-- Published articles that have some of the words (each may be a beginning), the best first: a word counts the more the fewer of the
-- articles that the reader sees have it, and twice in a title. `hits` are the places of the words that were found, from 1.
create function app.suggest_articles(asked text[], at_most integer)
returns table (article_id uuid, score real, hits integer[], titled boolean)
language sql stable security definer set search_path = fettle, pg_catalog, pg_temp as $$
  with seen as materialized (select a.id from articles a where a.state = 'published'),
  found as (
    select d.article_id, w.place::integer as place, d.words @@ (quote_literal(w.word) || ':*A')::tsquery as in_title
    from unnest(asked) with ordinality w (word, place)
    join article_documents d on d.words @@ (quote_literal(w.word) || ':*')::tsquery
    where d.kind = 'published' and d.article_id in (select id from seen)),
  weighed as (
    select f.*, ln(1 + (select count(*) from seen)::real / count(*) over (partition by f.place)) as weight from found f)
  select w.article_id, sum(w.weight * case when w.in_title then 2 else 1 end)::real as score,
    array_agg(w.place order by w.place), bool_or(w.in_title)
  from weighed w group by w.article_id
  having count(*) >= least(2, cardinality(asked)) or bool_or(w.in_title)
  order by score desc, w.article_id desc limit at_most
$$;

-- The words nearest to a given one among those of articles that the reader sees; others do not exist for them. Letters swapped in a short
-- word leave little of it in common, so less likeness is asked for than usual.
create function app.similar_article_words(wanted text, at_most integer) returns setof text
language sql stable security definer set search_path = fettle, public, pg_catalog, pg_temp set pg_trgm.similarity_threshold = 0.2 as $$
  select w.word from article_words w
  where w.word % wanted and abs(length(w.word) - length(wanted)) <= 2 and exists (
    select from article_documents d join articles a on a.id = d.article_id
    where d.words @@ quote_literal(w.word)::tsquery and (d.kind = 'published' or app.principal() in ('staff', 'system')))
  order by similarity(w.word, wanted) desc, w.word limit at_most
$$;

alter function app.index_article owner to fettle_search;
alter function app.forget_article owner to fettle_search;
alter function app.find_articles owner to fettle_search;
alter function app.suggest_articles owner to fettle_search;
alter function app.similar_article_words owner to fettle_search;
revoke create on schema fettle, app from fettle_search;
revoke all on function app.index_article, app.forget_article, app.find_articles, app.suggest_articles, app.similar_article_words from public;
grant execute on function app.index_article, app.forget_article, app.find_articles, app.suggest_articles, app.similar_article_words to fettle_app;
