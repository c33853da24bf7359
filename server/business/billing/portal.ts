import { sql } from 'kysely';
import { forbidden } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { InvoiceQuery, InvoiceView } from '#shared/billing.ts';
import type { PortalAccount, PortalInvoiceView } from '#shared/portal-billing.ts';
import { previewBlocks } from './bills.ts';
import { listInvoices, standing, viewInvoice } from './invoices.ts';

/** The company of the caller, who looks after it. `forbidden` for its other people: what a company pays is not everybody’s. */
export function companyOf({ scope }: Ctx): string {
  const [clientId] = scope.clientIds;
  if (scope.companyWide !== true || !clientId) throw forbidden('This is for whoever looks after the company.');
  return clientId;
}

/** Invoices and credits of the caller’s company, the newest first. */
export async function ownInvoices(ctx: Ctx, query: Pick<InvoiceQuery, 'limit' | 'cursor'>) {
  const page = await listInvoices(ctx, { ...query, clientId: companyOf(ctx) });
  return { ...page, items: page.items.map(({ client: _, ...row }) => row) };
}

/** An invoice of the caller’s company, all of it; `not_found` for any other. */
export async function ownInvoice(ctx: Ctx, id: string): Promise<InvoiceView> {
  companyOf(ctx);
  return viewInvoice(ctx, id);
}

/** What its reader at the company is told of it: neither how rates were agreed, nor who of the provider wrote what. */
export function toldOf({
  lines,
  payments,
  client: _,
  run: __,
  buyer: ___,
  mails: ____,
  ...rest
}: InvoiceView): PortalInvoiceView {
  return {
    ...rest,
    payments: payments.map(({ amount, paidOn }) => ({ amount, paidOn })),
    lines: lines.map(({ id: _id, why, credited: _credited, ...line }) => ({
      ...line,
      work: why.entries.map(({ day, workType, seconds, amount }) => ({ day, workType, seconds, amount })),
    })),
  };
}

/** What the caller’s company owes, and what is left of what it paid ahead, with the work done so far off it; of what is used up the newest. */
export async function ownAccount(ctx: Ctx): Promise<PortalAccount> {
  const clientId = companyOf(ctx);
  const today = ctx.now.slice(0, 10);
  const { rows: owed } = await sql<PortalAccount['owed'][number]>`
    select i.currency, sum(s.open)::bigint as open, coalesce(sum(s.open) filter (where w.state = 'overdue'), 0)::bigint as overdue
    from invoices i ${standing(today)} where i.client_id = ${clientId} and i.credits_id is null
    group by i.currency having sum(s.open) <> 0 order by i.currency`.execute(ctx.tx);
  const blocks = await previewBlocks(ctx, { clientId, by: today });
  const last = new Map(blocks.map((one) => [one.line, one.from]));
  const holds = ({ line, from, until, left }: (typeof blocks)[number]) =>
    (until === null || until > today) && (left > 0 || from === last.get(line));
  return { owed, blocks: blocks.filter(holds) };
}
