import { Fault } from '#kernel/errors.ts';
import { type Ctx, inNameOf } from '#platform/context/index.ts';
import { htmlToText } from '#platform/text/index.ts';
import { createContact } from '#server/business/client/index.ts';
import { replyToOwn } from '#server/channels/contact/index.ts';
import { noteMailIds, queueReceived, SEPARATORS } from '#server/channels/mail-out/index.ts';
import { createTicket, findTicket, linkTickets, postMessage, type TicketRecord } from '#server/desk/ticket/index.ts';
import { textToHtml } from '#shared/html.ts';
import { noteBounce } from './bounce.ts';
import { calledBy } from './called.ts';
import type { ClaimedMail } from './claim.ts';
import type { Facts } from './facts.ts';
import { putFiles } from './files.ts';
import type { Outcome } from './outcome.ts';
import { proposePeople } from './propose-people.ts';
import { newPartOf, plainSubject, type ReadMail, withoutSecrets } from './reading/index.ts';
import { saidIn } from './said.ts';
import { replyOfStaff } from './staff-reply.ts';
import { saysThanksAlone } from './thanks.ts';
import type { Verdict, Writer } from './verdict.ts';

type Mailed = { row: ClaimedMail; mail: ReadMail; facts: Facts };
type Of<D extends Verdict['do']> = Extract<Verdict, { do: D }>;

/** Does what was decided about a mail, by the same commands as every other door, in the caller's transaction. */
export async function act(ctx: Ctx, it: Mailed, verdict: Verdict, why: string): Promise<Outcome> {
  switch (verdict.do) {
    case 'duplicate':
      return { kind: 'duplicate', why };
    case 'file':
      return { kind: 'filed', why };
    case 'hold':
      return { kind: 'held', why };
    case 'bounce':
      return noteBounce(ctx, verdict.report);
    case 'note':
      return note(ctx, it, verdict, why);
    case 'staff reply':
      return replyOfStaff(ctx, it.mail, verdict, why);
    case 'reply':
      return reply(ctx, it, verdict, why);
    case 'ticket':
      return log(ctx, it, verdict, why);
  }
}

/** The desk in the writer's name, for the client alone; somebody new becomes one of the client's people first. */
async function inNameOfWriter(ctx: Ctx, clientId: string, writer: Writer): Promise<Ctx & { actor: { id: string } }> {
  const known = 'contactId' in writer ? writer : await admit(ctx, clientId, writer.newcomer);
  const identity = inNameOf({
    scope: {
      principal: 'contact',
      principalId: known.contactId,
      allClients: false,
      clientIds: [clientId],
      ...known.sight,
    },
    actor: { kind: 'contact', id: known.contactId, name: known.name },
    permissions: new Set(),
  });
  return { ...ctx, scope: identity.scope, actor: { kind: 'contact', id: known.contactId, name: known.name } };
}

async function admit(ctx: Ctx, clientId: string, newcomer: { name: string; address: string }) {
  const called = calledBy(newcomer);
  const contactId = await createContact(ctx, { clientId, name: called, email: newcomer.address });
  return { contactId, name: called, sight: { companyWide: false } };
}

async function reply(ctx: Ctx, it: Mailed, verdict: Of<'reply'>, why: string): Promise<Outcome> {
  const as = await inNameOfWriter(ctx, verdict.clientId, verdict.writer);
  const { html, quoted, cut } = newPartOf(it.mail, SEPARATORS);
  const attachmentIds = await putFiles(as, verdict.clientId, it.mail, { cut });
  try {
    const said = { body: saidIn(it.mail, html), attachmentIds };
    const thanks = attachmentIds.length === 0 && (await onlyThanks(as, verdict.ticketId, it.mail, said.body));
    const saidId = await replyToOwn(as, verdict.ticketId, said, { source: 'email', quoted, thanks });
    const ticket = await findTicket(as, verdict.ticketId);
    await joins(ctx, it, ticket);
    const opened = thanks ? ', says thanks and no more, which opens nothing again' : '';
    return { kind: 'reply', why: `${why}${opened}`, ticketId: ticket.id, saidId };
  } catch (error) {
    // It is over for good, so this is a matter of its own that says what it goes on from.
    if (!(error instanceof Fault) || error.code !== 'transition_refused') throw error;
    const anew = { ...verdict, do: 'ticket' as const, besides: verdict.ticketId, acknowledge: true, handedOn: false };
    return log(ctx, it, anew, `${why}, but that is closed for good`, { as, attachmentIds });
  }
}

/** Whether a mail thanks for what is done, and says nothing else. */
async function onlyThanks(ctx: Ctx, ticketId: string, { from }: ReadMail, body: string): Promise<boolean> {
  const ticket = await whereItGoesOn(ctx, ticketId);
  if (ticket.is_open === true) return false;
  const names = [ctx.actor.name, from?.name ?? '', ticket.last_message_by ?? ''];
  return saysThanksAlone(htmlToText(body), names);
}

/** The ticket, or the one in which it goes on where it was merged. */
async function whereItGoesOn(ctx: Ctx, ticketId: string): Promise<TicketRecord> {
  let ticket = await findTicket(ctx, ticketId);
  while (ticket.merged_into_id) ticket = await findTicket(ctx, ticket.merged_into_id);
  return ticket;
}

type Begun = { as: Ctx & { actor: { id: string } }; attachmentIds: string[] };

async function log(ctx: Ctx, it: Mailed, verdict: Of<'ticket'>, why: string, begun?: Begun): Promise<Outcome> {
  const { mail, facts } = it;
  const as = begun?.as ?? (await inNameOfWriter(ctx, verdict.clientId, verdict.writer));
  const handed = verdict.handedOn ? facts.forwarded : null;
  const { html, quoted, cut } = handed ? { ...handed, quoted: null } : newPartOf(mail, SEPARATORS);
  const attachmentIds = begun?.attachmentIds ?? (await putFiles(as, verdict.clientId, mail, { cut }));
  // What quotes a mail of ours may hold what was for others: it stands with the ticket that it answers to.
  const context = quoted && facts.evidence.length === 0 ? `<blockquote>${quoted}</blockquote>` : '';
  const ticket = await createTicket(as, {
    kind: facts.mailbox?.ticket_kind ?? 'incident',
    clientId: verdict.clientId,
    title: titleOf(handed ? handed.subject : mail.subject),
    description: `${saidIn(mail, html)}${context}`,
    requesterId: as.actor.id,
    ...(facts.mailbox?.team_id ? { teamId: facts.mailbox.team_id } : {}),
    source: 'email',
    attachmentIds,
  });
  if (handed) await sayWhoHandedOn(ctx, ticket, facts.staff?.name ?? '', handed.before);
  if (verdict.besides) await linkTickets(as, ticket.id, { kind: 'related', to: verdict.besides }, true);
  await joins(ctx, it, ticket);
  const silent = verdict.acknowledge
    ? await queueReceived(as, ticket, as.actor.id, mail.messageId && `<${mail.messageId}>`)
    : null;
  return { kind: 'ticket', why: silent ? `${why}; not acknowledged: ${silent}` : why, ticketId: ticket.id };
}

/** Tells the desk who handed a mail on, and what they said to it: that was not for the client. */
async function sayWhoHandedOn(ctx: Ctx, ticket: TicketRecord, name: string, words: string): Promise<void> {
  const body = `<p><em>${textToHtml(name)} handed this on${words ? ':' : '.'}</em></p>${words}`;
  await postMessage(ctx, ticket.id, { visibility: 'internal', body }, { source: 'email' });
}

const LONGEST_TITLE = 200;

function titleOf(subject: string): string {
  const plain = withoutSecrets(plainSubject(subject)).replace(/\s+/g, ' ').trim() || '(no subject)';
  return plain.length <= LONGEST_TITLE ? plain : `${plain.slice(0, LONGEST_TITLE - 1).trimEnd()}…`;
}

/** From now on answers to this mail, too, find the ticket, and those on its copy list can be let in. */
async function joins(ctx: Ctx, { mail, facts }: Mailed, ticket: TicketRecord): Promise<void> {
  if (mail.messageId) await noteMailIds(ctx, ticket, [mail.messageId], { sent: false });
  await proposePeople(ctx, ticket, mail, facts);
}

/** Says to the desk alone what somebody wrote who takes no part, or a machine. It moves nothing. */
async function note(ctx: Ctx, { mail }: Mailed, verdict: Of<'note'>, why: string): Promise<Outcome> {
  const ticket = await whereItGoesOn(ctx, verdict.ticketId);
  const { html, quoted, cut } = newPartOf(mail, SEPARATORS);
  const attachmentIds = await putFiles(ctx, ticket.client_id, mail, { cut });
  const body = `<p><em>${textToHtml(verdict.says)}:</em></p>${saidIn(mail, html)}`;
  const { id } = await postMessage(
    ctx,
    ticket.id,
    { visibility: 'internal', body, attachmentIds },
    { source: 'email', quoted },
  );
  return { kind: 'note', why, ticketId: ticket.id, saidId: id };
}
