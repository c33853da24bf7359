import { CompiledQuery } from 'kysely';
import type { Ctx } from '#platform/context/index.ts';
import { decodeCursor, pageOf } from '#platform/http/index.ts';
import { personIn } from '#platform/identity/index.ts';
import { resolveSetting } from '#platform/settings/index.ts';
import { callingReader, inWordsOf } from '#platform/words/index.ts';
import { answers, statusWords, withdrawnStatus } from '#server/channels/contact/index.ts';
import { messagesOf } from '#server/desk/conversation/index.ts';
import { CLOSING, findTicket, type TicketRecord } from '#server/desk/ticket/index.ts';
import { changesTold } from '#server/practices/request/index.ts';
import type { PortalTicket, PortalTicketQuery, PortalTicketRow } from '#shared/portal.ts';
import { earlierResolutions } from './earlier.ts';
import { rowSaid, ticketSaid } from './said.ts';

type Row = TicketRecord & { requester_name: string | null; waits_for_decision: boolean };
/** As `waitsForDecision` of a row says it: somebody of the company is asked to approve and has not decided. */
const WAITS_FOR_DECISION = `(t.is_open and exists (
  select from approvals a join approval_steps s on s.client_id = a.client_id and s.approval_id = a.id and s.state = 'open'
  where a.client_id = t.client_id and a.ticket_id = t.id and a.state = 'pending' and s.people @> '[{"kind": "contact", "vote": null}]'))`;
/** As `waitsForYou` of a row, or `waitsForDecision`, says it. */
export const WAITS_FOR_CLIENT = `(t.status_category = 'resolved' or (t.is_open and t.hold_reason is not distinct from 'client')
  or ${WAITS_FOR_DECISION})`;
const DAY_MS = 86_400_000;

async function presentRow(ctx: Ctx, row: Row): Promise<PortalTicketRow> {
  return {
    id: row.id,
    key: row.key,
    kind: row.kind as PortalTicketRow['kind'],
    title: row.title,
    status: await statusWords(ctx, row),
    statusCategory: row.status_category as PortalTicketRow['statusCategory'],
    waitsForYou: row.status_category === 'resolved' || (row.is_open === true && row.hold_reason === 'client'),
    waitsForDecision: row.waits_for_decision,
    requester: row.requester_id && row.requester_name ? { id: row.requester_id, name: row.requester_name } : null,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    lastMessage: row.last_message_at
      ? { at: row.last_message_at, by: personIn(row.last_message_by ?? ''), text: row.last_message_text ?? '' }
      : null,
  };
}

/** The tickets that the caller was let follow. */
async function followedBy(ctx: Ctx): Promise<string[]> {
  const rows = await ctx.hot<{ id: string }>(
    'followed_tickets',
    `select ticket_id as id from ticket_watchers where client_id = $1 and watcher_kind = 'contact' and watcher_id = $2 and sees`,
    [ctx.scope.clientIds[0], ctx.scope.contactId],
  );
  return rows.map(({ id }) => id);
}

/** The caller's tickets, those they follow and their site's as far as they see it among them, or the company's, newest change first. */
export async function listOwnTickets(ctx: Ctx, query: PortalTicketQuery) {
  const limit = query.limit ?? 50;
  const { clientIds, contactId, companyWide, siteId } = ctx.scope;
  const values: unknown[] = [clientIds[0]];
  const value = (given: unknown) => `$${values.push(given)}`;
  const cursor = decodeCursor(query.cursor, ['instant', 'id']);
  const followed = companyWide ? [] : await followedBy(ctx);
  /** Theirs: asked for by them, of the site that they see, or one that they follow. */
  const theirs = () => {
    const ways = [`t.requester_id = ${value(contactId)}`];
    if (siteId) ways.push(`t.site_id = ${value(siteId)}`);
    if (followed.length > 0) ways.push(`t.id = any (${value(followed)}::uuid[])`);
    return ways.length === 1 ? (ways[0] ?? '') : `(${ways.join(' or ')})`;
  };
  const conditions = [
    't.client_id = $1',
    ...(companyWide ? [] : [theirs()]),
    ...(query.state === undefined
      ? []
      : [
          query.state === 'open'
            ? "t.status_category not in ('closed', 'cancelled')"
            : "t.status_category in ('closed', 'cancelled')",
        ]),
    ...(query.waits === undefined ? [] : [`${query.waits === 'you' ? '' : 'not '}${WAITS_FOR_CLIENT}`]),
    ...(query.siteId ? [`t.site_id = ${value(query.siteId)}`] : []),
    ...(cursor ? [`(t.updated_at, t.id) < (${value(cursor[0])}::timestamptz, ${value(cursor[1])}::uuid)`] : []),
  ];
  const text = `select t.*, r.name as requester_name, ${WAITS_FOR_DECISION} as waits_for_decision from tickets t
    left join contacts r on r.client_id = t.client_id and r.id = t.requester_id
    where ${conditions.join(' and ')} order by t.updated_at desc, t.id desc limit ${limit + 1}`;
  const { rows } = await ctx.tx.executeQuery<Row>(CompiledQuery.raw(text, values));
  const written: PortalTicketRow[] = [];
  for (const row of rows) written.push(await presentRow(ctx, row));
  const reader = await callingReader(ctx);
  const items = await inWordsOf(ctx, reader, (say) => written.map((row) => rowSaid(row, reader.language, say)));
  return pageOf(items, limit, (row) => [row.updatedAt, row.id]);
}

const MORE = `
select r.name as requester_name, ${WAITS_FOR_DECISION} as waits_for_decision
from tickets t left join contacts r on r.client_id = t.client_id and r.id = t.requester_id where t.client_id = $1 and t.id = $2`;

/** One ticket as its requester may see it, with the public conversation: of one that was merged, what is theirs of where it goes on. */
export async function ownTicketView(ctx: Ctx, idOrKey: string): Promise<PortalTicket> {
  const ticket = await findTicket(ctx, idOrKey);
  const [more] = await ctx.hot<Pick<Row, 'requester_name' | 'waits_for_decision'>>('portal_ticket_more', MORE, [
    ticket.client_id,
    ticket.id,
  ]);
  const messages = await messagesOf(ctx, ticket.client_id, await whereItGoesOn(ctx, ticket));
  const { confirm, decline } = await answers(ctx, ticket);
  const reader = await callingReader(ctx);
  // Whoever only follows it, or sees its site, says something, but not whether it is solved.
  const decides = ticket.requester_id === ctx.actor.id || ctx.scope.companyWide === true;
  const written: PortalTicket = {
    ...(await presentRow(ctx, { ...ticket, requester_name: null, waits_for_decision: false, ...more })),
    clientId: ticket.client_id,
    joined: ticket.merged_into_id !== null,
    description: ticket.description,
    byMail: ticket.source === 'email',
    attachments: await loggedWith(ctx, ticket),
    conversation: [
      ...(await earlierResolutions(ctx, ticket)),
      ...(await changesTold(ctx, ticket, reader)),
      ...messages
        // Row-level security has left them out already.
        .filter((message) => message.visibility === 'public')
        .map(({ id, author, body, source, quoted, createdAt, attachments }) => ({
          id,
          author: {
            kind: author.kind === 'contact' ? ('client' as const) : ('desk' as const),
            name: personIn(author.name),
          },
          mine: author.kind === 'contact' && author.id === ctx.actor.id,
          body,
          byMail: source === 'email',
          quoted,
          createdAt,
          attachments,
        })),
    ].sort((a, b) => a.createdAt.localeCompare(b.createdAt)),
    resolution: await resolutionOf(ctx, ticket),
    can: {
      reply:
        ticket.merged_into_id !== null ||
        ticket.is_open === true ||
        ticket.status_category === 'resolved' ||
        decline !== null,
      confirm: decides && confirm !== null,
      decline: decides && decline !== null,
      addPeople:
        decides && ticket.merged_into_id === null && (ticket.is_open === true || ticket.status_category === 'resolved'),
      withdraw: decides && (await withdrawnStatus(ctx, ticket)) !== null,
    },
    raisedBy: await raisedBy(ctx, ticket),
  };
  return inWordsOf(ctx, reader, (say) => ticketSaid(written, reader.language, say));
}

/** The ticket in which this one goes on, over however many merges; itself where it was not merged. */
async function whereItGoesOn(ctx: Ctx, ticket: TicketRecord): Promise<string> {
  if (ticket.merged_into_id === null) return ticket.id;
  const last = await ctx.tx
    .selectFrom('ticket_joins')
    .select('into_id')
    .where('client_id', '=', ticket.client_id)
    .where('ticket_id', '=', ticket.id)
    .orderBy('steps', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last?.into_id ?? ticket.merged_into_id;
}

/** Who raised it for whoever asked; null where they did themselves, or the desk did. */
async function raisedBy(ctx: Ctx, ticket: TicketRecord): Promise<string | null> {
  const [told] = await ctx.hot<{ by: string }>(
    'raised_by',
    `select actor_name as by from events where client_id = $1 and subject_id = $2 and type = 'ticket.raised_for' limit 1`,
    [ticket.client_id, ticket.id],
  );
  return told?.by ?? null;
}

/** The files that came with the report, as far as the caller may see them. */
async function loggedWith(ctx: Ctx, ticket: TicketRecord): Promise<PortalTicket['attachments']> {
  return ctx.tx
    .selectFrom('files')
    .select(['id', 'name', 'media_type as mediaType', 'size'])
    .where('client_id', '=', ticket.client_id)
    .where('subject_id', '=', ticket.id)
    .where('message_id', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

async function resolutionOf(ctx: Ctx, ticket: TicketRecord): Promise<PortalTicket['resolution']> {
  if (ticket.resolved_at === null) return null;
  const { value } = await resolveSetting(ctx, CLOSING, ticket.client_id);
  const closesAt = new Date(Date.parse(ticket.resolved_at) + value.closeAfterDays * DAY_MS).toISOString();
  return {
    note: ticket.resolution_note ?? '',
    at: ticket.resolved_at,
    closesAt: ticket.status_category === 'resolved' ? closesAt : null,
  };
}
