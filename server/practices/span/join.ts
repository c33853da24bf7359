import { type FieldError, invalid } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import { isProvider } from '#server/business/client/index.ts';
import type { TicketRecord } from '#server/desk/ticket/index.ts';
import type { SpanHow } from '#shared/span.ts';
import { HOW_WORDS, NAMELESS } from './names.ts';

const SPAN = `
insert into ticket_spans (client_id, whole_client_id, whole_id, kind, key, title, status, status_category, since, updated_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9) on conflict (client_id, whole_id) do nothing`;
const LINK = `
insert into ticket_span_links (client_id, ticket_id, whole_id, how, why, linked_by, linked_at)
values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning ticket_id`;
const UNLINK = 'delete from ticket_span_links where client_id = $1 and ticket_id = $2 and whole_id = $3 returning how';

/** Puts a ticket to the whole that stands above it. `why` says by what that is known. Returns whether it was not there before. */
export async function joinWhole(
  ctx: Ctx,
  ticket: TicketRecord,
  whole: TicketRecord,
  { how, why = '' }: { how: SpanHow; why?: string },
): Promise<boolean> {
  const faults = await joinFaults(ctx, ticket, whole);
  if (faults.length > 0) throw invalid(faults);
  const isOwn = ticket.client_id === whole.client_id;
  const title = isOwn ? whole.title : (NAMELESS[whole.kind] ?? whole.key);
  const standing = [whole.kind, whole.key, title, whole.status, whole.status_category];
  await ctx.hot('span_add', SPAN, [ticket.client_id, whole.client_id, whole.id, ...standing, ctx.now]);
  const linked = [how, why.trim(), ctx.actor.name, ctx.now];
  const added = await ctx.hot('span_link', LINK, [ticket.client_id, ticket.id, whole.id, ...linked]);
  if (added.length === 0) return false;
  await tellBoth(ctx, ticket, whole, { how, on: true });
  return true;
}

/** Takes a ticket off a whole. Returns whether it was there. What is known of the whole at its client stays. */
export async function leaveWhole(ctx: Ctx, ticket: TicketRecord, whole: TicketRecord): Promise<boolean> {
  const [gone] = await ctx.hot<{ how: SpanHow }>('span_unlink', UNLINK, [ticket.client_id, ticket.id, whole.id]);
  if (!gone) return false;
  await tellBoth(ctx, ticket, whole, { how: gone.how, on: false });
  return true;
}

/** Why a ticket cannot be put to a whole; empty where it can. */
async function joinFaults(ctx: Ctx, ticket: TicketRecord, whole: TicketRecord): Promise<FieldError[]> {
  const refuse = (message: string) => [{ path: 'ticketId', message }];
  if (ticket.id === whole.id) return refuse('is the ticket itself');
  if (ticket.merged_into_id) return refuse(`${ticket.key} is merged into another; take that one`);
  if (ticket.client_id === whole.client_id) return [];
  if (await isProvider(ctx, whole.client_id)) return [];
  return refuse(`${ticket.key} is of another client than ${whole.key}; let that one span clients first`);
}

type Move = { readonly how: SpanHow; readonly on: boolean };

/** Tells both: the ticket by the key of the whole; the whole of another client by the id alone, which is a key for whoever sees it. */
async function tellBoth(ctx: Ctx, ticket: TicketRecord, whole: TicketRecord, { how, on }: Move): Promise<void> {
  const step = on ? 'joined' : 'left';
  const tell = (of: TicketRecord, type: string, data: Record<string, unknown>) =>
    appendEvent(ctx, { clientId: of.client_id, subjectType: 'ticket', subjectId: of.id, type, data });
  await tell(ticket, `ticket.whole_${step}`, { how, wholeId: whole.id, text: `${HOW_WORDS[how]}, ${whole.key}` });
  const isOwn = ticket.client_id === whole.client_id;
  await tell(whole, `ticket.part_${step}`, {
    ...{ how, text: isOwn ? ticket.key : 'a ticket of a client' },
    ...(isOwn ? {} : { partId: ticket.id }),
  });
}

const KNOWN = 'select key from ticket_spans where client_id = $1 and whole_id = $2';

/** Lets a whole be known at a client before a ticket of theirs is put to it. */
export async function knowWhole(ctx: Ctx, whole: TicketRecord, clientId: string): Promise<void> {
  const title = clientId === whole.client_id ? whole.title : (NAMELESS[whole.kind] ?? whole.key);
  const standing = [whole.kind, whole.key, title, whole.status, whole.status_category];
  await ctx.hot('span_add', SPAN, [clientId, whole.client_id, whole.id, ...standing, ctx.now]);
}

/**
 * Puts a ticket to a whole that is known at its client, for somebody who need not see the whole itself. Returns whether it was not there
 * before.
 */
export async function joinKnown(
  ctx: Ctx,
  ticket: TicketRecord,
  wholeId: string,
  { how, why }: { how: SpanHow; why: string },
): Promise<boolean> {
  const [known] = await ctx.hot<{ key: string }>('span_known', KNOWN, [ticket.client_id, wholeId]);
  if (!known) throw invalid([{ path: 'ticketId', message: 'is of a client at which this is not known' }]);
  const linked = [how, why, ctx.actor.name, ctx.now];
  const added = await ctx.hot('span_link', LINK, [ticket.client_id, ticket.id, wholeId, ...linked]);
  if (added.length === 0) return false;
  await appendEvent(ctx, {
    clientId: ticket.client_id,
    subjectType: 'ticket',
    subjectId: ticket.id,
    type: 'ticket.whole_joined',
    data: { how, wholeId, text: `${HOW_WORDS[how]}, ${known.key}` },
  });
  return true;
}
