import { Fault, forbidden, invalid } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { addTime } from '#server/business/time/index.ts';
import { queueSaid } from '#server/channels/mail-out/index.ts';
import { addMessage } from '#server/desk/conversation/index.ts';
import { noteAnswers } from '#server/practices/knowledge/index.ts';
import type { PostMessage } from '#shared/ticket.ts';
import { changeTicket } from './change.ts';
import { assignTicket } from './command-assign.ts';
import { openSteps, transitionTicket } from './command-transition.ts';
import { findTicket, ticketForChange } from './find.ts';
import { tellFollowers } from './followers.ts';
import type { TicketPatch, TicketRecord } from './record.ts';
import { releaseFromGone } from './release.ts';
import { resumeStatus } from './resume.ts';
import { refuseMoved } from './written-for.ts';

/** What was said, and how it can be taken back until its mail goes out. */
type Posted = { id: string; ticket: TicketRecord; takeBack: { eventId: string; until: string } | null };

/** By which way something was said; the portal or the web app unless it is named. */
type MessageSource = 'email';

/** What a message brings with it is told by the message itself. */
const TOLD = { silent: true } as const;

/**
 * Says something on a ticket, and in the same step records time, moves it on or gives it to somebody: all or nothing.
 * What was written for a client that the ticket has left is refused. A contact's reply wakes a ticket that waits for the client and reopens a resolved one.
 * `answers` false: a notice in the program's own words, which is no first response. `wakes` false: what a contact says does neither. `mergedFromId`: the merged ticket
 * that it was written on, to which it goes back when the merge is taken apart.
 */
export async function postMessage(
  ctx: Ctx,
  idOrKey: string,
  input: PostMessage,
  {
    answers = true,
    wakes = true,
    mergedFromId,
    source,
    quoted,
  }: { answers?: boolean; wakes?: boolean; mergedFromId?: string; source?: MessageSource; quoted?: string | null } = {},
): Promise<Posted> {
  refuseUnallowed(ctx, input);
  const before = await ticketForChange(ctx, idOrKey);
  await refuseMoved(ctx, before, idOrKey, { clientId: input.clientId, isPublic: input.visibility === 'public' });
  if (before.merged_into_id) throw await elsewhere(ctx, before);
  const isContact = ctx.actor.kind === 'contact';
  if (isContact && input.visibility === 'internal') throw new Fault('forbidden', 'Internal notes are for staff.');
  if (input.call && (isContact || input.visibility === 'public'))
    throw invalid([{ path: 'call', message: 'goes with an internal note of staff; a reply goes out by mail' }]);
  const message = await addMessage(ctx, before, {
    ...input,
    source: source ?? (isContact ? 'portal' : 'web'),
    ...(mergedFromId ? { mergedFromId } : {}),
    ...(quoted ? { quoted } : {}),
  });
  const isReply = input.visibility === 'public';
  const answeredWith = input.answeredWith?.length ? await noteAnswers(ctx, before, input.answeredWith, isReply) : [];
  const patch: TicketPatch = isReply
    ? { last_message_at: ctx.now, last_message_by: ctx.actor.name, last_message_text: message.text.slice(0, 200) }
    : {};
  const isAnswer = isReply || input.call !== undefined;
  if (answers && isAnswer && !isContact && before.first_response_at === null && (await reachesSomebody(ctx, before)))
    patch.first_response_at = ctx.now;
  const changed = await changeTicket(ctx, before, patch, {
    type: isReply ? 'ticket.replied' : 'ticket.noted',
    visibility: input.visibility,
    data: { messageId: message.id, ...(answeredWith.length > 0 ? { answeredWith } : {}) },
    always: true,
  });
  let { ticket } = changed;
  if (isContact) ticket = await releaseAnswered(ctx, wakes ? await wake(ctx, ticket) : ticket);
  if (input.minutes)
    await addTime(
      ctx,
      ticket,
      {
        minutes: input.minutes,
        note: message.text.slice(0, 200),
        ...(input.billable === undefined ? {} : { billable: input.billable }),
        ...(input.workTypeId ? { workTypeId: input.workTypeId } : {}),
      },
      'reply',
    );
  if (input.assigneeId !== undefined && input.assigneeId !== ticket.assignee_id)
    ticket = (await assignTicket(ctx, ticket.id, { assigneeId: input.assigneeId })).ticket;
  if (input.transition)
    ticket = (
      await transitionTicket(
        ctx,
        ticket.id,
        { ...input.transition, version: ticket.version },
        { ...TOLD, said: isReply },
      )
    ).ticket;
  const until =
    isReply &&
    (await queueSaid(ctx, ticket, {
      id: message.id,
      html: message.html,
      by: ctx.actor.kind === 'contact' ? 'contact' : ctx.actor.kind === 'system' ? 'system' : 'staff',
      name: ctx.actor.name,
    }));
  const text = `${ctx.actor.name} ${isReply ? 'replied' : 'noted'} on ${ticket.key}: ${message.text.slice(0, 120)}`;
  await tellFollowers(ctx, ticket, 'replied', text, message.mentioned);
  const takeBack = until && changed.eventId ? { eventId: changed.eventId, until } : null;
  return { id: message.id, ticket, takeBack };
}

/** A merged ticket's conversation goes on at the other; what is said on the duplicate, nobody would read. */
async function elsewhere(ctx: Ctx, ticket: TicketRecord): Promise<Fault> {
  const into = await findTicket(ctx, ticket.merged_into_id ?? '');
  return invalid([{ path: 'idOrKey', message: `${ticket.key} is merged into ${into.key}; write there` }]);
}

/** Whether a public reply or a call answers anybody: who asked, or one of the client's people who follows. What the system says is no answer. */
async function reachesSomebody(ctx: Ctx, ticket: TicketRecord): Promise<boolean> {
  if (ctx.actor.kind === 'system') return false;
  if (ticket.requester_id !== null) return true;
  const following = await ctx.tx
    .selectFrom('ticket_watchers')
    .select('watcher_id')
    .where('client_id', '=', ticket.client_id)
    .where('ticket_id', '=', ticket.id)
    .where('watcher_kind', '=', 'contact')
    .limit(1)
    .execute();
  return following.length > 0;
}

/** What goes with a message is a step of its own and needs the same permission as alone. */
function refuseUnallowed(ctx: Ctx, input: PostMessage): void {
  if (ctx.actor.kind === 'contact' || ctx.actor.kind === 'system') return;
  const needed = [
    ...(input.minutes ? (['ticket.time'] as const) : []),
    ...(input.assigneeId === undefined ? [] : (['ticket.assign'] as const)),
    ...(input.transition ? (['ticket.transition'] as const) : []),
  ];
  const missing = needed.find((permission) => !ctx.can(permission));
  if (missing) throw forbidden(`This needs the permission "${missing}", which your role or key does not have.`);
}

/** The client's answer is what it waited for; an answer to a resolution is a decline. */
async function wake(ctx: Ctx, ticket: TicketRecord): Promise<TicketRecord> {
  // It goes on by itself, but because of what somebody wrote: clocks and timeline name both.
  const system = { ...ctx, actor: { kind: 'system' as const, id: null, name: `Fettle for ${ctx.actor.name}` } };
  if (ticket.status_category === 'waiting' && ticket.hold_reason === 'client') {
    const back = await resumeStatus(system, ticket);
    return back
      ? (await transitionTicket(system, ticket.id, { to: back, reason: 'the client answered' }, TOLD)).ticket
      : ticket;
  }
  if (ticket.status_category !== 'resolved') return ticket;
  const again = (await openSteps(ctx, ticket)).find((step) => step.category === 'open');
  return again
    ? (await transitionTicket(ctx, ticket.id, { to: again.to, reason: 'answered after the resolution' }, TOLD)).ticket
    : ticket;
}

/** Who has left does not read the answer on what is still open. */
const releaseAnswered = async (ctx: Ctx, ticket: TicketRecord): Promise<TicketRecord> =>
  ticket.is_open ? releaseFromGone(ctx, ticket) : ticket;
