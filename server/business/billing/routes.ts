import Type from 'typebox';
import { notFound } from '#kernel/errors.ts';
import { withContext } from '#platform/context/index.ts';
import { defineFreeRoute, defineRoute } from '#platform/http/index.ts';
import { printPdf, sendPdf } from '#platform/pdf/index.ts';
import { letterheadFor } from '#server/channels/brand/index.ts';
import {
  AddPayment,
  Bill,
  CloseRun,
  CreateRun,
  CreditInvoice,
  InvoicePage,
  InvoiceQuery,
  InvoiceTable,
  InvoiceTableQuery,
  InvoiceView,
  Issued,
  IssueRun,
  PreviewQuery,
  RunRow,
  RunView,
} from '#shared/billing.ts';
import { Id } from '#shared/http.ts';
import { previewBills } from './bills.ts';
import { creditInvoice } from './credit.ts';
import { tableOfInvoices } from './files/table.ts';
import { listInvoices, viewInvoice } from './invoices.ts';
import { mailInvoice } from './mails.ts';
import { fileNameOf, invoicePaper, titleOf } from './paper.ts';
import { closeRun, createRun, issueRun, listRuns, viewRun } from './runs.ts';
import { addPayment } from './settle.ts';

const tag = 'Billing';
const [runs, invoices] = ['/api/v1/billing-runs', '/api/v1/invoices'];
const ById = Type.Object({ id: Id });
const Made = Type.Object({ id: Id });
const [read, run] = ['contract.read', 'billing.run'] as const;

export const billingRoutes = [
  defineRoute(
    {
      ...{ method: 'GET', url: '/api/v1/billing-preview', access: read, tag },
      summary: 'What a client would be billed by any day, with what each amount comes of; changes nothing',
      query: PreviewQuery,
      response: Type.Object({ items: Type.Array(Bill) }),
    },
    async (ctx, { query }) => ({ items: await previewBills(ctx, query) }),
  ),
  defineRoute(
    {
      ...{ method: 'GET', url: runs, access: run, tag, summary: 'Runs of billing, newest first' },
      response: Type.Object({ items: Type.Array(RunRow) }),
    },
    async (ctx) => ({ items: await listRuns(ctx) }),
  ),
  defineRoute(
    {
      ...{ method: 'POST', url: runs, access: run, tag, summary: 'Begin a run of billing' },
      body: CreateRun,
      response: Made,
      status: 201,
    },
    async (ctx, { body }) => ({ id: await createRun(ctx, body) }),
  ),
  defineRoute(
    {
      ...{ method: 'GET', url: `${runs}/:id`, access: run, tag },
      summary: 'A run: the bill of each client, whether it is ready, and why not',
      params: ById,
      response: RunView,
    },
    (ctx, { params }) => viewRun(ctx, params.id),
  ),
  defineFreeRoute(
    {
      ...{ method: 'POST', url: `${runs}/:id/issue`, access: run, tag },
      summary: 'Issue the bills of clients in a run; what is issued already is answered again',
      params: ById,
      body: IssueRun,
      response: Issued,
      perMinute: 60,
    },
    async (services, { params, body, session }) => {
      if (!session) throw notFound('session');
      return issueRun(services, session.identity, params.id, body);
    },
  ),
  defineRoute(
    {
      ...{
        method: 'POST',
        url: `${runs}/:id/close`,
        access: run,
        tag,
        summary: 'Close a run: nothing more is issued by it',
      },
      ...{ params: ById, body: CloseRun, response: RunView },
    },
    async (ctx, { params, body }) => {
      await closeRun(ctx, params.id, body.version);
      return viewRun(ctx, params.id);
    },
  ),
  defineRoute(
    {
      ...{ method: 'GET', url: invoices, access: read, tag, summary: 'Invoices and credits, newest first' },
      query: InvoiceQuery,
      response: InvoicePage,
    },
    (ctx, { query }) => listInvoices(ctx, query),
  ),
  defineRoute(
    {
      ...{ method: 'GET', url: `${invoices}/table`, access: read, tag },
      summary: 'Invoices and credits of a run or of some days as comma-separated values for Xero, MYOB or QuickBooks',
      query: InvoiceTableQuery,
      response: InvoiceTable,
    },
    (ctx, { query }) => tableOfInvoices(ctx, query),
  ),
  defineRoute(
    {
      ...{ method: 'GET', url: `${invoices}/:id`, access: read, tag },
      summary: 'An invoice with its lines, what each came of, and what settled it',
      params: ById,
      response: InvoiceView,
    },
    (ctx, { params }) => viewInvoice(ctx, params.id),
  ),
  defineFreeRoute(
    {
      ...{ method: 'GET', url: `${invoices}/:id/pdf`, access: read, tag, summary: 'An invoice as a PDF' },
      params: ById,
      response: Type.Unknown(),
      perMinute: 60,
    },
    async (services, { params, session, reply }) => {
      if (!session) throw notFound('session');
      const { invoice, letterhead } = await withContext(services, session.identity, async (ctx) => {
        const view = await viewInvoice(ctx, params.id);
        const title = `${titleOf(view, 'en')} ${view.number}`;
        return { invoice: view, letterhead: await letterheadFor(ctx, { title, mark: title }) };
      });
      return sendPdf(
        reply,
        fileNameOf(invoice.number),
        await printPdf(invoicePaper(invoice, { ...letterhead, language: 'en' })),
      );
    },
  ),
  defineRoute(
    {
      ...{ method: 'POST', url: `${invoices}/:id/mails`, access: run, tag },
      summary: 'Send an invoice or a credit to the client’s address for invoices, also once more',
      ...{ params: ById, response: InvoiceView, status: 201 },
    },
    async (ctx, { params }) => {
      await mailInvoice(ctx, params.id);
      return viewInvoice(ctx, params.id);
    },
  ),
  defineRoute(
    {
      ...{
        method: 'POST',
        url: `${invoices}/:id/payments`,
        access: run,
        tag,
        summary: 'Record what was paid for an invoice',
      },
      ...{ params: ById, body: AddPayment, response: InvoiceView },
    },
    async (ctx, { params, body }) => {
      await addPayment(ctx, params.id, body);
      return viewInvoice(ctx, params.id);
    },
  ),
  defineRoute(
    {
      ...{
        method: 'POST',
        url: `${invoices}/:id/credits`,
        access: run,
        tag,
        summary: 'Credit an invoice, or lines of it',
      },
      ...{ params: ById, body: CreditInvoice, response: Made, status: 201 },
    },
    async (ctx, { params, body }) => ({ id: await creditInvoice(ctx, params.id, body) }),
  ),
];
