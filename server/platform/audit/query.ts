import { sql } from 'kysely';
import type { AuditEntry, AuditQuery } from '#shared/audit.ts';
import type { Ctx } from '../context/index.ts';
import { decodeCursor, pageOf } from '../http/index.ts';

type Row = Omit<AuditEntry, 'changes' | 'data'> & { data: AuditEntry['data'] & { changes?: AuditEntry['changes'] } };

/**
 * What of the provider's own somebody limited to some clients reads about. All else that is nobody's client's (views, macros,
 * replies, keys, changes of many tickets) may name clients that they do not see, in fields that no policy looks into.
 */
const SHARED =
  `staff role team service category custom_field ticket_template checklist_template client_group setting lifecycle
  identity_provider installation`.split(/\s+/);

/** How the subject is called now, where its table has names. Policies apply to these as to any reading. */
const NAMES = sql`case e.subject_type
        when 'client' then c.name
        when 'contact' then (select name from contacts where client_id = e.client_id and id = e.subject_id)
        when 'site' then (select name from sites where client_id = e.client_id and id = e.subject_id)
        when 'staff' then (select name from staff where id = e.subject_id)
        when 'team' then (select name from teams where id = e.subject_id)
        when 'role' then (select name from roles where key = e.data ->> 'key')
        when 'service' then (select name from services where id = e.subject_id)
        when 'category' then (select name from categories where id = e.subject_id)
        when 'article' then (select coalesce(v.title, d.title) from articles a
          left join article_versions v on v.article_id = a.id and v.number = a.published_number
          left join article_drafts d on d.article_id = a.id where a.id = e.subject_id)
        when 'announcement' then (select a.title from announcements a where a.id = e.subject_id) end`;

/** What happened, newest first, as far as the reader may see it. */
export async function auditTrail(
  ctx: Ctx,
  query: AuditQuery,
): Promise<{ items: AuditEntry[]; nextCursor: string | null }> {
  const limit = query.limit ?? 50;
  const cursor = decodeCursor(query.cursor, ['instant', 'id']);
  const types = query.type ?? [];
  const whole = types.filter((type) => type.includes('.'));
  const nouns = types.filter((type) => !type.includes('.'));
  const { rows } = await sql<Row>`
    select e.id, e.at, e.type, json_build_object('type', e.subject_type, 'id', e.subject_id,
        'label', coalesce(t.key, ${NAMES}, e.data ->> 'name', e.data ->> 'key', e.data ->> 'kind')) as subject,
      case when c.id is null then null else json_build_object('id', c.id, 'name', c.name) end as client,
      json_build_object('kind', e.actor_kind, 'id', e.actor_id, 'name', e.actor_name) as actor,
      e.on_behalf_of as "onBehalfOf", coalesce(e.request_id, '') as "requestId", e.visibility,
      case when e.client_id is null and not ${ctx.scope.allClients}::boolean then e.data - 'clientIds' else e.data end as data
    from events e
    left join clients c on c.id = e.client_id
    left join tickets t on e.subject_type = 'ticket' and t.client_id = e.client_id and t.id = e.subject_id
    where (${ctx.scope.allClients}::boolean or (e.client_id is null and e.subject_type = any (${SHARED}::text[]))
        or e.client_id = any (${ctx.scope.clientIds}::uuid[]))
      and (${types.length === 0}::boolean or e.type = any (${whole}::text[]) or split_part(e.type, '.', 1) = any (${nouns}::text[]))
      and (${query.subjectType ?? null}::text is null or e.subject_type = ${query.subjectType ?? null})
      and (${query.subjectId ?? null}::uuid is null or e.subject_id = ${query.subjectId ?? null})
      and (${query.actorId ?? null}::uuid is null or e.actor_id = ${query.actorId ?? null}
        or (e.subject_id = ${query.actorId ?? null} and split_part(e.type, '.', 1) = 'sign_in'))
      ${query.people ? sql`and (e.actor_kind <> 'system' or e.type in ('sign_in.succeeded', 'sign_in.refused'))` : sql``}
      and (${query.clientId ?? null}::uuid is null or e.client_id = ${query.clientId ?? null})
      and (${query.after ?? null}::timestamptz is null or e.at >= ${query.after ?? null})
      and (${query.before ?? null}::timestamptz is null or e.at < ${query.before ?? null})
      and (${cursor?.[0] ?? null}::timestamptz is null or (e.at, e.id) < (${cursor?.[0] ?? null}::timestamptz, ${cursor?.[1] ?? null}::uuid))
    order by e.at desc, e.id desc limit ${limit + 1}`.execute(ctx.tx);
  const items = rows.map(({ data: { changes = {}, ...data }, ...row }) => ({ ...row, changes, data }));
  return pageOf(items, limit, (item) => [item.at, item.id]);
}
