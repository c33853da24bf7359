import Type from 'typebox';
import { Fault } from '#kernel/errors.ts';
import { type Ctx, requireAllClients, type Services, withContext } from '#platform/context/index.ts';
import { defineFreeRoute, defineRoute, Nothing, type Session } from '#platform/http/index.ts';
import { requireFresh } from '#platform/identity/index.ts';
import {
  AccountingMapping,
  AccountingView,
  BookedPage,
  BookedQuery,
  ChooseOrganisation,
  InvoiceBooked,
  MakeContact,
  MapCodes,
  MapContacts,
  Organisations,
  RetryBooked,
  SaveAccountingLink,
} from '#shared/accounting.ts';
import { Id } from '#shared/http.ts';
import { beginConnecting, chooseOrganisation, finishConnecting, forgetLink, saveLink, switchLink } from './connect.ts';
import { connected } from './connected.ts';
import { BOOKKEEPING, lookSoon } from './link.ts';
import { makeContact, mapCodes, mapContacts, retryBooked } from './mapping/change.ts';
import { viewMapping } from './mapping/view.ts';
import { invoiceBooked, listBooked, viewAccounting } from './present.ts';

const root = '/api/v1/accounting';
const ById = Type.Object({ id: Id });
const [bill, manage] = [
  { access: 'billing.run', tag: 'Accounting' },
  { access: 'connector.manage', tag: 'Accounting' },
] as const;

/** Refuses whoever may not see what reaches every client. */
function keeperOf(session: Session | null): Session {
  if (!session) throw new Error('A route of staff was called without a session');
  requireAllClients(session.identity, 'Accounting');
  return session;
}

/** How the books are reached is the program's alone, so this runs under its scope in the caller's name. */
function asKeeper<R>(services: Services, session: Session | null, work: (ctx: Ctx) => Promise<R>): Promise<R> {
  const { identity } = keeperOf(session);
  return withContext(services, { ...BOOKKEEPING, actor: identity.actor, permissions: identity.permissions }, work);
}

/** The same for what decides to where secrets are sent: only just after the person has proven who they are. */
function asFreshKeeper<R>(services: Services, session: Session | null, work: (ctx: Ctx) => Promise<R>): Promise<R> {
  requireFresh(keeperOf(session), services.now());
  return asKeeper(services, session, work);
}

export const xeroRoutes = [
  defineFreeRoute(
    {
      ...{
        ...bill,
        method: 'GET',
        url: root,
        summary: 'The connection to Xero, what waits, and what was paid there last',
      },
      response: AccountingView,
    },
    (services, { session }) => asKeeper(services, session, viewAccounting),
  ),
  defineFreeRoute(
    {
      ...{
        ...manage,
        method: 'PUT',
        url: `${root}/link`,
        summary: 'Say by which app Xero is reached, and from which day on',
      },
      ...{ body: SaveAccountingLink, response: AccountingView },
    },
    (services, { session, body }) =>
      asFreshKeeper(services, session, async (ctx) => {
        await saveLink(ctx, body);
        return viewAccounting(ctx);
      }),
  ),
  defineFreeRoute(
    {
      ...{ ...manage, method: 'POST', url: `${root}/link/connect` },
      summary: 'Ask Xero for the permission to keep its books; answers the address to go to',
      response: Type.Object({ url: Type.String() }),
    },
    (services, { session }) =>
      asFreshKeeper(services, session, (ctx) => beginConnecting(ctx, keeperOf(session).identity.scope.principalId)),
  ),
  defineFreeRoute(
    {
      ...{ ...manage, method: 'GET', url: `${root}/callback` },
      summary: 'Where Xero sends the browser back to; leads on to the page',
      // Xero may add parameters of its own; those that count are verified with the answer itself.
      query: Type.Object({}, { additionalProperties: true }),
      ...{ response: Nothing, status: 302 },
    },
    async (services, { session, request, reply }) => {
      const { identity } = keeperOf(session);
      const by = { staffId: identity.scope.principalId, actor: identity.actor };
      const { searchParams } = new URL(request.url, services.baseUrl);
      const query = await finishConnecting(services, by, searchParams).then(
        () => 'connected=1',
        (error: unknown) => {
          if (!(error instanceof Fault)) throw error;
          services.log.warn({ err: error }, 'accounting: Xero was not connected');
          return 'refused=1';
        },
      );
      reply.header('location', `/billing/accounting?${query}`);
      return null;
    },
  ),
  defineFreeRoute(
    {
      ...{
        ...manage,
        method: 'GET',
        url: `${root}/organisations`,
        summary: 'The organisations that Xero lets us keep',
      },
      response: Organisations,
    },
    async (services, { session }) => {
      keeperOf(session);
      return { items: await connected(services, (xero) => xero.organisations()) };
    },
  ),
  defineFreeRoute(
    {
      ...{ ...manage, method: 'PUT', url: `${root}/organisation`, summary: 'Say whose books are kept; sending begins' },
      ...{ body: ChooseOrganisation, response: AccountingView },
    },
    async (services, { session, body }) => {
      keeperOf(session);
      const organisations = await connected(services, (xero) => xero.organisations());
      const chosen = organisations.find(({ id }) => id === body.organisationId);
      if (!chosen) throw new Fault('conflict', 'Xero does not let us keep the books of this organisation.');
      return asFreshKeeper(services, session, async (ctx) => {
        await chooseOrganisation(ctx, chosen);
        return viewAccounting(ctx);
      });
    },
  ),
  ...(['pause', 'resume'] as const).map((verb) =>
    defineFreeRoute(
      {
        ...{ ...manage, method: 'POST', url: `${root}/link/${verb}`, response: AccountingView },
        summary: verb === 'pause' ? 'Stop sending and reading until somebody lets it go on' : 'Let it go on',
      },
      (services, { session }) =>
        asKeeper(services, session, async (ctx) => {
          await switchLink(ctx, verb === 'pause' ? 'paused' : 'on');
          return viewAccounting(ctx);
        }),
    ),
  ),
  defineFreeRoute(
    {
      ...{ ...manage, method: 'DELETE', url: `${root}/link`, response: Nothing, status: 204 },
      summary: 'Forget the connection, its secrets and what is called what there; payments that were read stay',
    },
    async (services, { session }) => {
      await asFreshKeeper(services, session, forgetLink);
      return null;
    },
  ),
  defineFreeRoute(
    {
      ...{ ...bill, method: 'POST', url: `${root}/sync`, summary: 'Send and read now rather than when it is due' },
      ...{ response: AccountingView, status: 202 },
    },
    (services, { session }) =>
      asKeeper(services, session, async (ctx) => {
        await lookSoon(ctx);
        return viewAccounting(ctx);
      }),
  ),
  defineFreeRoute(
    {
      ...{ ...bill, method: 'GET', url: `${root}/mapping`, response: AccountingMapping },
      summary: 'Which contact of Xero stands for which client, and what accounts and taxes are called there; asks Xero',
    },
    (services, { session }) => {
      keeperOf(session);
      return viewMapping(services);
    },
  ),
  defineFreeRoute(
    {
      ...{ ...bill, method: 'PUT', url: `${root}/contacts`, body: MapContacts, response: Nothing, status: 204 },
      summary: 'Say which contacts stand for which clients; what waited for that is tried again',
    },
    async (services, { session, body }) => {
      await asKeeper(services, session, (ctx) => mapContacts(ctx, body));
      return null;
    },
  ),
  defineFreeRoute(
    {
      ...{ ...bill, method: 'PUT', url: `${root}/codes`, body: MapCodes, response: Nothing, status: 204 },
      summary: 'Say what accounts and taxes are called there; what waited for that is tried again',
    },
    async (services, { session, body }) => {
      await asKeeper(services, session, (ctx) => mapCodes(ctx, body));
      return null;
    },
  ),
  defineFreeRoute(
    {
      ...{ ...bill, method: 'POST', url: `${root}/clients/:id/contact`, params: ById, body: MakeContact },
      summary: 'Make a contact in Xero for a client that has none there, and let it stand for the client',
      ...{ response: Nothing, status: 204 },
    },
    async (services, { session, params, body }) => {
      keeperOf(session);
      const contact = await makeContact(services, body.name.trim());
      await asKeeper(services, session, (ctx) => mapContacts(ctx, { contacts: [{ clientId: params.id, contact }] }));
      return null;
    },
  ),
  defineFreeRoute(
    {
      ...{ ...bill, method: 'GET', url: `${root}/documents`, query: BookedQuery, response: BookedPage },
      summary: 'Invoices and credits with where each is on its way to the books, newest first',
    },
    (services, { session, query }) => asKeeper(services, session, (ctx) => listBooked(ctx, query)),
  ),
  defineFreeRoute(
    {
      ...{ ...bill, method: 'POST', url: `${root}/documents/retry`, body: RetryBooked, response: Nothing, status: 204 },
      summary: 'Try again what Xero did not take: one, or all of it',
    },
    async (services, { session, body }) => {
      await asKeeper(services, session, (ctx) => retryBooked(ctx, body.invoiceId));
      return null;
    },
  ),
  defineRoute(
    {
      ...{ method: 'GET', url: '/api/v1/invoices/:id/accounting', access: 'contract.read', tag: 'Accounting' },
      ...{ summary: 'Where an invoice or credit is in the books', params: ById, response: InvoiceBooked },
    },
    (ctx, { params }) => invoiceBooked(ctx, params.id),
  ),
];
