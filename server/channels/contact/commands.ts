import { Fault, notFound } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { notify } from '#server/desk/notification/index.ts';
import { findTicket, postMessage, type TicketRecord, transitionTicket } from '#server/desk/ticket/index.ts';
import { textToHtml } from '#shared/html.ts';
import type { PortalOutcome, PortalReply } from '#shared/portal.ts';
import { answers, outcome } from './status.ts';

/**
 * The caller's ticket, locked: asked for by them, or of the company they look after. Others do not exist.
 * @param options.follower also one that they were let follow, or of their site; or of which they are only told
 */
export async function ownTicket(
  ctx: Ctx,
  idOrKey: string,
  options: { follower?: 'let' | 'told' } = {},
): Promise<TicketRecord> {
  const ticket = await findTicket(ctx, idOrKey, { lock: true });
  if (!ctx.scope.clientIds.includes(ticket.client_id)) throw notFound('ticket');
  const own = ctx.actor.kind === 'contact' && ticket.requester_id !== null && ticket.requester_id === ctx.actor.id;
  const ofSite = ctx.scope.siteId !== undefined && ticket.site_id === ctx.scope.siteId;
  if (own || ctx.scope.companyWide === true) return ticket;
  if (options.follower && (ofSite || (await follows(ctx, ticket, options.follower)))) return ticket;
  throw notFound('ticket');
}

async function follows(ctx: Ctx, ticket: TicketRecord, how: 'let' | 'told'): Promise<boolean> {
  const rows = await ctx.hot(
    'contact_follows',
    `select 1 from ticket_watchers where client_id = $1 and ticket_id = $2 and watcher_kind = 'contact' and watcher_id = $3 and (sees or $4)`,
    [ticket.client_id, ticket.id, ctx.actor.id, how === 'told'],
  );
  return rows.length > 0;
}

/**
 * Says something on one's ticket, or on the one that it was merged into. What waited for the client goes on; what was resolved or
 * closed opens again, except by `thanks`, which are no more than that.
 */
export async function replyToOwn(
  ctx: Ctx,
  idOrKey: string,
  input: PortalReply,
  { thanks = false, ...by }: { source?: 'email'; quoted?: string | null; thanks?: boolean } = {},
): Promise<string> {
  const own = await ownTicket(ctx, idOrKey, { follower: by.source === 'email' ? 'told' : 'let' });
  let ticket = own;
  while (ticket.merged_into_id) ticket = await findTicket(ctx, ticket.merged_into_id, { lock: true });
  if (!thanks && ticket.is_open !== true && ticket.status_category !== 'resolved')
    await reopen(ctx, ticket, 'answered after the end');
  const { id } = await postMessage(
    ctx,
    ticket.id,
    { ...input, visibility: 'public' },
    { ...by, wakes: !thanks, ...(ticket.id === own.id ? {} : { mergedFromId: own.id }) },
  );
  return id;
}

/** Says that it is solved: the ticket closes, and whoever solved it hears of it. */
export async function confirmOwn(ctx: Ctx, idOrKey: string, comment: string | undefined): Promise<PortalOutcome> {
  const before = await ownTicket(ctx, idOrKey);
  const { confirm } = await answers(ctx, before);
  if (confirm === null) throw new Fault('transition_refused', 'There is no resolution to confirm.');
  const { ticket } = await transitionTicket(
    ctx,
    before.id,
    { to: confirm, reason: 'the requester confirmed' },
    { silent: true },
  );
  if (comment) await postMessage(ctx, ticket.id, { visibility: 'public', body: textToHtml(comment) });
  else if (ticket.assignee_id)
    await notify(
      ctx,
      ticket,
      [ticket.assignee_id],
      'confirmed',
      `${ctx.actor.name} confirmed that ${ticket.key} is solved`,
    );
  return outcome(ctx, ticket);
}

/** Says that it is not solved: the ticket opens again with whoever had it, and the reason is the next message. */
export async function declineOwn(ctx: Ctx, idOrKey: string, reason: string): Promise<PortalOutcome> {
  const before = await ownTicket(ctx, idOrKey);
  await reopen(ctx, before, reason);
  const { ticket } = await postMessage(ctx, before.id, { visibility: 'public', body: textToHtml(reason) });
  return outcome(ctx, ticket);
}

async function reopen(ctx: Ctx, ticket: TicketRecord, reason: string): Promise<void> {
  const { decline } = await answers(ctx, ticket);
  if (decline === null)
    throw new Fault('transition_refused', 'This ticket cannot be opened again; please raise a new one.');
  // The message that comes with it is told.
  await transitionTicket(ctx, ticket.id, { to: decline, reason }, { silent: true });
}
