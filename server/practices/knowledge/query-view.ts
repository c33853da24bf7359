import { sql } from 'kysely';
import { notFound } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { ArticleView } from '#shared/knowledge.ts';
import { ARTICLE_TABLES, articleColumns } from './query-rows.ts';

type Row = Omit<ArticleView, 'may'>;

/** An article whole, for staff: what is in force, the draft, and what the reader may do. */
export async function viewArticle(ctx: Ctx, id: string): Promise<ArticleView> {
  const { rows } = await sql<Row>`
    select ${articleColumns(ctx)}, a.version, a.created_at as "createdAt",
      coalesce((select json_agg(json_build_object('id', f.id, 'note', f.note, 'at', ${instant(sql`f.created_at`)}, 'by', coalesce(p.name, 'The program'),
          'ticketKey', t.key) order by f.created_at, f.id)
        from article_flags f left join staff p on p.id = f.staff_id left join tickets t on t.client_id = f.client_id and t.id = f.ticket_id
        where f.article_id = a.id and f.settled_at is null), '[]') as flags,
      case when v.number is null then null else json_build_object('title', v.title, 'body', v.body_html, 'number', v.number,
        'at', ${instant(sql`v.published_at`)}, 'by', v.published_by_name) end as published,
      case when d.article_id is null then null else json_build_object('title', d.title, 'body', d.body_html,
        'updatedAt', ${instant(sql`d.updated_at`)}, 'updatedBy', d.updated_by_name, 'remark', d.remark) end as draft
    from ${ARTICLE_TABLES} where a.id = ${id}`.execute(ctx.tx);
  const [row] = rows;
  if (!row) throw notFound('article');
  return { ...row, may: { write: ctx.can('knowledge.write'), publish: ctx.can('knowledge.publish') } };
}

/** An instant inside JSON, written as the API writes instants. */
const instant = (column: ReturnType<typeof sql>) =>
  sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
