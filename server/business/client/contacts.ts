import { sql } from 'kysely';
import { invalid, notFound, staleVersion } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import type { Ctx } from '#platform/context/index.ts';
import { differences, toColumns } from '#platform/database/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import { decodeCursor, pageOf } from '#platform/http/index.ts';
import { followLeaving } from '#platform/identity/index.ts';
import { reindexLater } from '#server/desk/search/index.ts';
import type { ContactQuery, ContactView, CreateContact, UpdateContact } from '#shared/client.ts';
import { viewClient } from './clients.ts';
import { halvesOf, meantBy } from './mend-contacts.ts';

const VIEW =
  sql.raw(`r.id, r.client_id as "clientId", c.name as "clientName", r.name, r.email, r.phone, r.title, r.language, r.site_id as "siteId",
  s.name as "siteName", r.vip, r.escalation_level as "escalationLevel", r.sees, r.manager_id as "managerId", m.name as "managerName", r.roles, r.notes, r.active, r.version,
  (select count(*)::int from (select from tickets t where t.client_id = r.client_id and t.requester_id = r.id and t.is_open limit 1000) o) as "openTickets"`);
const FROM = sql.raw(
  'contacts r join clients c on c.id = r.client_id left join sites s on s.client_id = r.client_id and s.id = r.site_id left join contacts m on m.client_id = r.client_id and m.id = r.manager_id',
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
  await refuseForeignSite(ctx, clientId, input.siteId);
  await refuseManager(ctx, clientId, null, input.managerId);
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
  await indexContact(ctx, clientId, id);
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
  await refuseForeignSite(ctx, before.client_id, input.siteId);
  await refuseManager(ctx, before.client_id, id, input.managerId);
  const { version: _version, ...given } = input;
  const fields = { ...given, ...(given.email === undefined ? {} : { email: given.email.toLowerCase() }) };
  const columns = toColumns(fields);
  const leaves = before.active && fields.active === false;
  await ctx.tx
    .updateTable('contacts')
    .set({ ...columns, ...(leaves ? { left_at: ctx.now } : {}), version: before.version + 1, updated_at: ctx.now })
    .where('client_id', '=', before.client_id)
    .where('id', '=', id)
    .execute();
  const changes = differences(before, columns);
  await indexContact(ctx, before.client_id, id);
  if ('name' in changes || 'email' in changes) await reindexLater(ctx, { clientId: before.client_id, requesterId: id });
  await appendEvent(ctx, {
    clientId: before.client_id,
    subjectType: 'contact',
    subjectId: id,
    type: 'contact.changed',
    data: { changes },
  });
  if (leaves) await followLeaving(ctx, { clientId: before.client_id, contactId: id });
}

async function refuseForeignSite(ctx: Ctx, clientId: string, siteId: string | null | undefined): Promise<void> {
  if (!siteId) return;
  const site = await ctx.tx
    .selectFrom('sites')
    .select('id')
    .where('client_id', '=', clientId)
    .where('id', '=', siteId)
    .executeTakeFirst();
  if (!site) throw invalid([{ path: 'siteId', message: 'is not a site of this client' }]);
}

const MANAGERS_ABOVE = `
with recursive line as (
  select id, manager_id, 1 as depth from contacts where client_id = $1 and id = $2
  union all
  select m.id, m.manager_id, l.depth + 1 from line l join contacts m on m.client_id = $1 and m.id = l.manager_id where l.depth < 50)
select id from line`;

/** A manager is a colleague, and nobody is above themselves. */
async function refuseManager(ctx: Ctx, clientId: string, own: string | null, managerId?: string | null): Promise<void> {
  if (!managerId) return;
  const line = await ctx.hot<{ id: string }>('managers_above', MANAGERS_ABOVE, [clientId, managerId]);
  if (line.length === 0) throw invalid([{ path: 'managerId', message: 'is not a contact of this client' }]);
  if (own !== null && line.some(({ id }) => id === own))
    throw invalid([{ path: 'managerId', message: 'would be below themselves' }]);
}

/** Keeps the words by which a person is found in step with their card. */
async function indexContact(ctx: Ctx, clientId: string, id: string): Promise<void> {
  await sql`select app.index_contact(client_id, id, name, email, phone, active) from contacts where client_id = ${clientId} and id = ${id}`.execute(
    ctx.tx,
  );
}

type Page = { items: ContactView[]; nextCursor: string | null };
/** So many people are looked at for each piece of a name with a typing error. */
const LOOKED_AT = 100;

/**
 * People in the reader's scope, found by pieces of name, e-mail or phone, a page at a time by name. Where nobody is called so, those
 * who may be meant by it with a typing error: they too are found in the reader's scope alone.
 */
export async function listContacts(ctx: Ctx, query: ContactQuery): Promise<Page> {
  const page = await findContacts(ctx, query);
  const { q = '', cursor, limit = 50 } = query;
  if (page.items.length > 0 || cursor) return page;
  const near = new Map<string, ContactView>();
  for (const piece of halvesOf(q))
    for (const person of (await findContacts(ctx, { ...query, q: piece, limit: LOOKED_AT })).items)
      near.set(person.id, person);
  return { items: meantBy(q, [...near.values()]).slice(0, limit), nextCursor: null };
}

async function findContacts(ctx: Ctx, query: ContactQuery): Promise<Page> {
  const limit = query.limit ?? 50;
  const [name, id] = decodeCursor(query.cursor, ['text', 'id']) ?? [null, null];
  const { q, clientId = null, active = null } = query;
  const found = q?.trim()
    ? sql`join app.find_contacts(${q}, ${clientId}, ${active}, ${limit + 1}, ${name}, ${id}) f on f.client_id = r.client_id and f.contact_id = r.id`
    : sql``;
  const { rows } = await sql<ContactView & { sortKey: string }>`
    select ${VIEW}, lower(r.name) as "sortKey" from ${FROM} ${found}
    where (${ctx.scope.allClients}::boolean or r.client_id = any (${ctx.scope.clientIds}::uuid[]))
      and (${clientId}::uuid is null or r.client_id = ${clientId})
      and (${active}::boolean is null or r.active = ${active})
      and (${name}::text is null or (lower(r.name), r.id) > (${name}, ${id}::uuid))
    order by lower(r.name), r.id limit ${limit + 1}`.execute(ctx.tx);
  return pageOf(rows, limit, (row) => [row.sortKey, row.id]);
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
