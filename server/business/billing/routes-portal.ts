import Type from 'typebox';
import { notFound } from '#kernel/errors.ts';
import { type Ctx, callingContact, inNameOf, systemIdentity, withContext } from '#platform/context/index.ts';
import { defineFreeRoute, defineRoute } from '#platform/http/index.ts';
import { printPdf, sendPdf } from '#platform/pdf/index.ts';
import { callingReader } from '#platform/words/index.ts';
import { plainLetterheadFor } from '#server/channels/brand/index.ts';
import { Id, PageQuery } from '#shared/http.ts';
import { PortalAccount, PortalInvoicePage, PortalInvoiceView } from '#shared/portal-billing.ts';
import { fileNameOf, invoicePaper, titleOf } from './paper.ts';
import { companyOf, ownAccount, ownInvoice, ownInvoices, toldOf } from './portal.ts';
import { statementOf } from './statement.ts';

const [access, tag] = ['contact', 'Portal'] as const;
const ById = Type.Object({ id: Id });
const PORTAL = systemIdentity('Portal');

const readerOf = async (ctx: Ctx) => ({ ...(await callingReader(ctx)), ...callingContact(ctx) });

export const portalBillingRoutes = [
  defineRoute(
    {
      ...{ method: 'GET', url: '/api/v1/portal/account', access, tag, under: inNameOf },
      summary: 'What my company owes, and what is left of the hours and money that it paid ahead',
      response: PortalAccount,
    },
    (ctx) => ownAccount(ctx),
  ),
  defineRoute(
    {
      ...{ method: 'GET', url: '/api/v1/portal/invoices', access, tag, under: inNameOf },
      summary: 'Invoices and credits of my company, newest first',
      query: Type.Object(PageQuery),
      response: PortalInvoicePage,
    },
    (ctx, { query }) => ownInvoices(ctx, query),
  ),
  defineRoute(
    {
      ...{ method: 'GET', url: '/api/v1/portal/invoices/:id', access, tag, under: inNameOf },
      summary: 'An invoice of my company with its lines, the work in them, and what was paid',
      params: ById,
      response: PortalInvoiceView,
    },
    async (ctx, { params }) => toldOf(await ownInvoice(ctx, params.id)),
  ),
  defineFreeRoute(
    {
      ...{ method: 'GET', url: '/api/v1/portal/invoices/:id/pdf', access, tag },
      summary: 'An invoice of my company as a PDF',
      params: ById,
      response: Type.Unknown(),
      perMinute: 30,
    },
    async (services, { params, session, reply }) => {
      if (!session) throw notFound('session');
      const { identity } = session;
      const { clientId, language } = await withContext(services, identity, readerOf);
      const invoice = await withContext(services, inNameOf(identity), (ctx) => ownInvoice(ctx, params.id));
      const title = `${titleOf(invoice, language)} ${invoice.number}`;
      const letterhead = await withContext(services, PORTAL, (ctx) =>
        plainLetterheadFor(ctx, { clientId, language }, { title, mark: title }),
      );
      const paper = invoicePaper(invoice, { ...letterhead, language });
      return sendPdf(reply, fileNameOf(invoice.number), await printPdf(paper));
    },
  ),
  defineFreeRoute(
    {
      ...{ method: 'GET', url: '/api/v1/portal/statement/pdf', access, tag },
      summary: 'What my company owes today, invoice by invoice, as a PDF',
      response: Type.Unknown(),
      perMinute: 30,
    },
    async (services, { session, reply }) => {
      if (!session) throw notFound('session');
      const { identity } = session;
      await withContext(services, inNameOf(identity), async (ctx) => companyOf(ctx));
      const { clientId, language } = await withContext(services, identity, readerOf);
      return sendPdf(reply, 'statement', await printPdf(await statementOf(services, clientId, language)));
    },
  ),
];
