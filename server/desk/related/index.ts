import { sql } from 'kysely';
import type { Ctx } from '#platform/context/index.ts';
import { defineRoute } from '#platform/http/index.ts';
import { findTicket, type TicketRecord, viewTicket } from '#server/desk/ticket/index.ts';
import { type RelatedTicket, RelatedTickets } from '#shared/related.ts';
import { TicketRef, type TicketRefView } from '#shared/ticket.ts';
import { type Line, ofClient, ofRequester } from './lines.ts';
import { alikeTo, similarAmong } from './similar.ts';

export { alikeTo } from './similar.ts';

const RECENT = 5;
const MOST_SIBLINGS = 50;

async function relatedTo(ctx: Ctx, ticket: TicketRecord): Promise<RelatedTickets> {
  const [view, siblings, alike, fromRequester, atClient] = await Promise.all([
    viewTicket(ctx, ticket),
    siblingsOf(ctx, ticket),
    alikeTo(ctx, ticket),
    ticket.requester_id ? ofRequester(ctx, ticket.client_id, ticket.requester_id, RECENT + 1) : [],
    ofClient(ctx, ticket.client_id, 2 * RECENT + 2),
  ]);
  const { parent, children, links, duplicateOf, mergedInto, mergedFrom } = view;
  const family = { parent, children, links, duplicateOf, mergedInto, mergedFrom };
  const related = [
    parent,
    duplicateOf,
    mergedInto,
    ...children,
    ...siblings,
    ...mergedFrom,
    ...links.map((link) => link.ticket),
  ];
  const known = new Set(related.flatMap((one) => one?.id ?? []));
  const { category, ...similar } = await similarAmong(
    ctx,
    ticket,
    alike.filter(({ id }) => !known.has(id)),
  );
  const others = (lines: readonly Line[], why: string, except: readonly { id: string }[] = []): RelatedTicket[] =>
    lines
      .filter((line) => line.id !== ticket.id && !except.some((one) => one.id === line.id))
      .slice(0, RECENT)
      .map(({ categoryId: _compared, ...line }) => ({ ...line, why }));
  return {
    ...family,
    siblings,
    similar,
    category,
    fromRequester: others(fromRequester, `also from ${view.requester?.name ?? 'the requester'}`),
    atClient: others(atClient, `recent at ${view.client.name}`, fromRequester),
  };
}

async function siblingsOf(ctx: Ctx, ticket: TicketRecord): Promise<TicketRefView[]> {
  if (ticket.parent_id === null) return [];
  const { rows } = await sql<TicketRefView>`
    select id, key, title, status, status_category as "statusCategory", priority from tickets
    where client_id = ${ticket.client_id} and parent_id = ${ticket.parent_id} and id <> ${ticket.id}
    order by number limit ${MOST_SIBLINGS}`.execute(ctx.tx);
  return rows;
}

export const relatedModule = {
  name: 'related',
  routes: [
    defineRoute(
      {
        method: 'GET',
        url: '/api/v1/tickets/:idOrKey/related',
        access: 'ticket.read',
        tag: 'Tickets',
        summary: 'What stands around a ticket: family, links, similar ones, and what else its people have',
        params: TicketRef,
        response: RelatedTickets,
      },
      async (ctx, { params }) => relatedTo(ctx, await findTicket(ctx, params.idOrKey)),
    ),
  ],
};
