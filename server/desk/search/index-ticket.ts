import type { Selectable } from 'kysely';
import type { Ctx } from '#platform/context/index.ts';
import type { Tables } from '#platform/database/index.ts';

/** What of a ticket's row the search needs. */
export type Searched = Pick<
  Selectable<Tables['tickets']>,
  'client_id' | 'id' | 'key' | 'title' | 'description' | 'requester_id' | 'updated_at' | 'is_open'
>;

const HERE = '(m.kept_for is null or m.kept_for = m.client_id)';
const WRITE = `
select app.index_ticket($1, $2, $3, $4, $5,
  concat_ws(' ', $6::text, $7::text, $8::text, (select concat_ws(' ', c.name, c.code) from clients c where c.id = $1),
    (select concat_ws(' ', r.name, r.email) from contacts r where r.client_id = $1 and r.id = $3),
    (select string_agg(m.body_text, ' ') from messages m where m.client_id = $1 and m.ticket_id = $2 and m.visibility = 'public' and ${HERE})),
  (select coalesce(string_agg(m.body_text, ' '), '') from messages m where m.client_id = $1 and m.ticket_id = $2 and m.visibility = 'internal' and ${HERE}))`;

/**
 * Writes the words by which a ticket is found: key, title, description, client, requester and conversation. What is kept for a client
 * that the ticket has left finds it no more.
 */
export async function indexTicket(ctx: Ctx, ticket: Searched): Promise<void> {
  if (ctx.bulk) ctx.bulk.later(`words ${ticket.id}`, () => writeWords(ctx, ticket));
  else await writeWords(ctx, ticket);
}

async function writeWords(ctx: Ctx, ticket: Searched): Promise<void> {
  await ctx.hot('index_ticket', WRITE, [
    ticket.client_id,
    ticket.id,
    ticket.requester_id,
    ticket.updated_at,
    ticket.is_open,
    ticket.title,
    ticket.key,
    plain(ticket.description),
  ]);
}

/** The same for a ticket that is just being written: nothing was said on it yet. `people`: names of client and requester. */
export async function indexNewTicket(ctx: Ctx, ticket: Searched, people: string): Promise<void> {
  if (ctx.bulk) ctx.bulk.later(`words ${ticket.id}`, () => writeNewWords(ctx, ticket, people));
  else await writeNewWords(ctx, ticket, people);
}

async function writeNewWords(ctx: Ctx, ticket: Searched, people: string): Promise<void> {
  await ctx.hot('index_new_ticket', 'select app.index_ticket($1, $2, $3, $4, $5, $6, $7)', [
    ticket.client_id,
    ticket.id,
    ticket.requester_id,
    ticket.updated_at,
    ticket.is_open,
    [ticket.title, ticket.key, plain(ticket.description), people].join(' '),
    '',
  ]);
}

/** Adds the words of a new message. */
export async function indexMessage(
  ctx: Ctx,
  place: { clientId: string; ticketId: string },
  text: string,
  isPublic: boolean,
): Promise<void> {
  await ctx.hot('index_message', 'select app.index_message($1, $2, $3, $4, $5)', [
    place.clientId,
    place.ticketId,
    ctx.now,
    text,
    isPublic,
  ]);
}

/** Keeps in step whether a ticket is open, so that what is not over can be searched by itself. */
export async function indexOpenness(ctx: Ctx, ticket: Pick<Searched, 'client_id' | 'id' | 'is_open'>): Promise<void> {
  if (ctx.bulk) ctx.bulk.later(`openness ${ticket.id}`, () => writeOpenness(ctx, ticket));
  else await writeOpenness(ctx, ticket);
}

async function writeOpenness(ctx: Ctx, ticket: Pick<Searched, 'client_id' | 'id' | 'is_open'>): Promise<void> {
  await ctx.hot('index_openness', 'select app.index_openness($1, $2, $3, $4)', [
    ticket.client_id,
    ticket.id,
    ctx.now,
    ticket.is_open,
  ]);
}

/** The words of HTML; tags part words. */
function plain(html: string): string {
  return html.replace(/<[^>]*>/g, ' ').replace(/&[a-z#0-9]+;/gi, ' ');
}
