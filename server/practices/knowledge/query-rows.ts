import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '#platform/context/index.ts';
import type { ArticleRow } from '#shared/knowledge.ts';

export type Row = Omit<ArticleRow, 'found'> & { text: string };

/** The day by which a review is due; the same for everybody, so that lists agree. */
export const today = (ctx: Ctx): string => ctx.now.slice(0, 10);

/** What is said of an article `a` in a list, with its version in force `v` and its draft `d`. */
export function articleColumns(ctx: Ctx): RawBuilder<unknown> {
  return sql`a.id, coalesce(v.title, d.title, '') as title, a.state, a.draft_state as "draftState", a.visibility, a.language,
    coalesce((select json_agg(json_build_object('id', c.id, 'name', c.name) order by c.name_key)
      from article_clients ac join clients c on c.id = ac.client_id where ac.article_id = a.id), '[]') as clients,
    case when g.id is null then null else json_build_object('id', g.id, 'name', g.path) end as category,
    case when s.id is null then null else json_build_object('id', s.id, 'name', s.name) end as service,
    case when o.id is null then null else json_build_object('id', o.id, 'name', o.name) end as owner,
    a.review_on as "reviewOn", coalesce(a.state = 'published' and a.review_on < ${today(ctx)}::date, false) as overdue,
    a.published_at as "publishedAt", a.updated_at as "updatedAt", ${MEASURES} as measures`;
}

/** What is counted of an article, as far as the reader sees its readers. */
const MEASURES = sql`(select json_build_object(
    'views', reads.all + visits.visitor, 'staffViews', visits.staff, 'typed', reads.typed, 'deflected', reads.deflected,
    'helpful', votes.helpful, 'unhelpful', votes.unhelpful,
    'uses', (select count(*) from ticket_articles t where t.article_id = a.id))
  from
    (select count(*) as all, count(*) filter (where r.typed and r.raised is not null) as typed,
      count(*) filter (where r.typed and not r.raised) as deflected from article_reads r where r.article_id = a.id) reads,
    (select count(*) filter (where o.helpful) as helpful, count(*) filter (where not o.helpful) as unhelpful
      from article_votes o where o.article_id = a.id) votes,
    (select coalesce(sum(s.visits) filter (where s.kind = 'visitor'), 0) as visitor,
      coalesce(sum(s.visits) filter (where s.kind = 'staff'), 0) as staff from article_visits s where s.article_id = a.id) visits)`;

/** How often an article is said to be outdated, and nobody has seen to it. */
export const OPEN_FLAGS = sql`(select count(*)::int from article_flags f where f.article_id = a.id and f.settled_at is null)`;

export const ARTICLE_TABLES = sql`articles a
  left join article_versions v on v.article_id = a.id and v.number = a.published_number
  left join article_drafts d on d.article_id = a.id
  left join categories g on g.id = a.category_id
  left join services s on s.id = a.service_id
  left join staff o on o.id = a.owner_id`;
