import { sql } from 'kysely';
import { invalid, notFound, staleVersion } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import type { Ctx } from '#platform/context/index.ts';
import { differences, toColumns } from '#platform/database/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import { decodeCursor, pageOf } from '#platform/http/index.ts';
import type { ContactQuery, ContactView, CreateContact, UpdateContact } from '#shared/client.ts';
import { viewClient } from './clients.ts';

const VIEW =
  sql.raw(`r.id, r.client_id as "clientId", c.name as "clientName", r.name, r.email, r.phone, r.title, r.language, r.site_id as "siteId",
  s.name as "siteName", r.vip, r.escalation_level as "escalationLevel", r.company_wide as "companyWide", r.notes, r.active, r.version,
  (select count(*)::int from (select from tickets t where t.client_id = r.client_id and t.requester_id = r.id and t.is_open limit 1000) o) as "openTickets"`);
const FROM = sql.raw(
  'contacts r join clients c on c.id = r.client_id left join sites s on s.client_id = r.client_id and s.id = r.site_id',
);

/** Adds a person to a client; `sameAs` says that it is the same human as a contact of another client. */
export async function createContact(ctx: Ctx, input: CreateContact): Promise<string> {
  await viewClient(ctx, input.clientId);
  const { clientId, sameAs, ...given } = input;
  const fields = { ...given, ...(given.email === undefined ? {} : { email: given.email.toLowerCase() }) };
  const twin = sameAs
    ? await ctx.tx.selectFrom('contacts').select('person_id').where('id', '=', sameAs).executeTakeFirst()
    : undefined;
  if (sameAs && !twin) throw invalid([{ path: 'sameAs', message: 'is not a contact that you see' }]);
  const id = newId();
  await ctx.tx
    .insertInto('contacts')
    .values({
      ...(toColumns(fields) as { name: string }),
      client_id: clientId,
      id,
      person_id: twin?.person_id ?? newId(),
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .execute();
  await appendEvent(ctx, {
    clientId,
    subjectType: 'contact',
    subjectId: id,
    type: 'contact.created',
    data: { name: input.name },
  });
  return id;
}

export async function updateContact(ctx: Ctx, id: string, input: UpdateContact): Promise<void> {
  const before = await ctx.tx.selectFrom('contacts').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (!before) throw notFound('contact');
  if (before.version !== input.version) throw staleVersion('contact', before.version);
  const { version: _version, ...given } = input;
  const fields = { ...given, ...(given.email === undefined ? {} : { email: given.email.toLowerCase() }) };
  const columns = toColumns(fields);
  await ctx.tx
    .updateTable('contacts')
    .set({ ...columns, version: before.version + 1, updated_at: ctx.now })
    .where('client_id', '=', before.client_id)
    .where('id', '=', id)
    .execute();
  await appendEvent(ctx, {
    clientId: before.client_id,
    subjectType: 'contact',
    subjectId: id,
    type: 'contact.changed',
    data: { changes: differences(before, columns) },
  });
}

/** People in the reader's scope, found by name, e-mail or phone, a page at a time by name. */
export async function listContacts(
  ctx: Ctx,
  query: ContactQuery,
): Promise<{ items: ContactView[]; nextCursor: string | null }> {
  const limit = query.limit ?? 50;
  const cursor = decodeCursor(query.cursor, ['text', 'id']);
  const like = query.q ? `%${query.q.toLowerCase().replace(/[\\%_]/g, '\\$&')}%` : null;
  const { rows } = await sql<ContactView>`
    select ${VIEW} from ${FROM}
    where (${ctx.scope.allClients}::boolean or r.client_id = any (${ctx.scope.clientIds}::uuid[]))
      and (${query.clientId ?? null}::uuid is null or r.client_id = ${query.clientId ?? null})
      and (${query.active ?? null}::boolean is null or r.active = ${query.active ?? null})
      and (${like}::text is null or lower(r.name) like ${like} or lower(r.email) like ${like} or r.phone like ${like})
      and (${cursor?.[0] ?? null}::text is null or (lower(r.name), r.id) > (${cursor?.[0] ?? null}, ${cursor?.[1] ?? null}::uuid))
    order by lower(r.name), r.id limit ${limit + 1}`.execute(ctx.tx);
  return pageOf(rows, limit, (row) => [row.name.toLowerCase(), row.id]);
}

export async function viewContact(ctx: Ctx, id: string): Promise<ContactView> {
  const { rows } = await sql<ContactView>`select ${VIEW} from ${FROM} where r.id = ${id}`.execute(ctx.tx);
  if (!rows[0]) throw notFound('contact');
  return rows[0];
}

/** The same person's cards at other clients, of those the reader sees. */
export async function samePerson(
  ctx: Ctx,
  id: string,
): Promise<{ id: string; clientId: string; clientName: string }[]> {
  const { rows } = await sql<{ id: string; clientId: string; clientName: string }>`
    select o.id, o.client_id as "clientId", c.name as "clientName" from contacts r join contacts o on o.person_id = r.person_id and o.id <> r.id
    join clients c on c.id = o.client_id where r.id = ${id} order by c.name`.execute(ctx.tx);
  return rows;
}
