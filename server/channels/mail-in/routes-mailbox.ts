import Type from 'typebox';
import { type Ctx, requireAllClients, type Services, withContext } from '#platform/context/index.ts';
import { defineFreeRoute, defineRoute, type Session } from '#platform/http/index.ts';
import { requireFresh } from '#platform/identity/index.ts';
import { findTicket } from '#server/desk/ticket/index.ts';
import { Id } from '#shared/http.ts';
import {
  ClientDomain,
  MailboxTried,
  MailboxView,
  NewMailbox,
  ProposedPerson,
  PutMailbox,
  TakeOld,
} from '#shared/mail.ts';
import { TicketRef } from '#shared/ticket.ts';
import { domainsOf, putDomains } from './domains.ts';
import { listMailboxes, viewMailbox } from './mailboxes.ts';
import { proposedFor, settleProposed } from './proposed.ts';
import { putMailbox, takeOld } from './put-mailbox.ts';
import { RECEIVER } from './receiver.ts';
import { tryMailbox } from './watch/try.ts';

const ById = Type.Object({ id: Id });
const manage = { access: 'settings.manage', tag: 'Mail' } as const;

function caller(session: Session | null): Session {
  if (!session) throw new Error('A route of staff was called without a session');
  return session;
}

/** How mailboxes are reached is the program's alone, so this runs under its scope in the caller's name. */
const inNameOf = <R>(services: Services, session: Session, work: (ctx: Ctx) => Promise<R>) =>
  withContext(services, { ...RECEIVER, actor: session.identity.actor }, work);

const Domains = Type.Object({ items: Type.Array(ClientDomain) });

export const mailboxRoutes = [
  defineFreeRoute(
    {
      ...manage,
      method: 'GET',
      url: '/api/v1/mail/mailboxes',
      summary: 'Where mail comes in, and whether there is trouble; never the passwords',
      response: Type.Object({ items: Type.Array(MailboxView) }),
    },
    async (services, { session }) => {
      requireAllClients(caller(session).identity, 'A mailbox');
      return { items: await inNameOf(services, caller(session), (ctx) => listMailboxes(ctx)) };
    },
  ),
  defineFreeRoute(
    {
      ...manage,
      method: 'POST',
      url: '/api/v1/mail/mailboxes',
      summary: 'Set up a mailbox',
      body: NewMailbox,
      response: MailboxView,
      status: 201,
    },
    (services, { session, body }) => {
      requireFresh(session, services.now());
      return inNameOf(services, caller(session), async (ctx) =>
        viewMailbox(ctx, await putMailbox(ctx, caller(session).identity, null, { version: 0, ...body })),
      );
    },
  ),
  defineFreeRoute(
    {
      ...manage,
      method: 'PUT',
      url: '/api/v1/mail/mailboxes/:id',
      summary: 'Change a mailbox; another server, user or folder is looked at anew, from then on',
      params: ById,
      body: PutMailbox,
      response: MailboxView,
    },
    (services, { session, params, body }) => {
      requireFresh(session, services.now());
      return inNameOf(services, caller(session), async (ctx) =>
        viewMailbox(ctx, await putMailbox(ctx, caller(session).identity, params.id, body)),
      );
    },
  ),
  defineFreeRoute(
    {
      ...manage,
      method: 'POST',
      url: '/api/v1/mail/mailboxes/:id/old',
      summary: 'Say from when on mail is taken that lay there before the mailbox was first looked at',
      params: ById,
      body: TakeOld,
      response: MailboxView,
    },
    (services, { session, params, body }) =>
      inNameOf(services, caller(session), async (ctx) => {
        await takeOld(ctx, caller(session).identity, params.id, body.since);
        return viewMailbox(ctx, params.id);
      }),
  ),
  defineFreeRoute(
    {
      ...manage,
      method: 'POST',
      url: '/api/v1/mail/mailboxes/:id/test',
      summary: 'Open a mailbox as it is saved, and say what is there or what is in the way; nothing is taken',
      params: ById,
      response: MailboxTried,
    },
    (services, { session, params }) => tryMailbox(services, caller(session).identity, params.id),
  ),
  defineRoute(
    {
      method: 'GET',
      url: '/api/v1/clients/:id/mail-domains',
      access: 'client.read',
      tag: 'Mail',
      summary: 'The domains from which a client’s people write',
      params: ById,
      response: Domains,
    },
    async (ctx, { params }) => ({ items: await domainsOf(ctx, params.id) }),
  ),
  defineRoute(
    {
      method: 'PUT',
      url: '/api/v1/clients/:id/mail-domains',
      access: 'client.manage',
      tag: 'Mail',
      summary: 'Set them all',
      params: ById,
      body: Type.Object({ domains: Type.Array(ClientDomain, { maxItems: 100 }) }),
      response: Domains,
    },
    async (ctx, { params, body }) => {
      await putDomains(ctx, params.id, body.domains);
      return { items: await domainsOf(ctx, params.id) };
    },
  ),
  defineRoute(
    {
      method: 'GET',
      url: '/api/v1/tickets/:idOrKey/proposed-people',
      access: 'ticket.read',
      tag: 'Mail',
      summary: 'Who stood on the copy list of the ticket’s mails; they are shown nothing until somebody lets them in',
      params: TicketRef,
      response: Type.Object({ items: Type.Array(ProposedPerson) }),
    },
    async (ctx, { params }) => ({ items: await proposedFor(ctx, await findTicket(ctx, params.idOrKey)) }),
  ),
  defineRoute(
    {
      method: 'POST',
      url: '/api/v1/tickets/:idOrKey/proposed-people',
      access: 'ticket.update',
      tag: 'Mail',
      summary: 'Let one of them follow the ticket, or pass them over',
      params: TicketRef,
      body: Type.Object({ address: Type.String({ maxLength: 254 }), admit: Type.Boolean() }),
      response: Type.Object({ items: Type.Array(ProposedPerson) }),
    },
    async (ctx, { params, body }) => {
      const ticket = await findTicket(ctx, params.idOrKey, { lock: true });
      await settleProposed(ctx, ticket, body.address, body.admit);
      return { items: await proposedFor(ctx, ticket) };
    },
  ),
];
