import { sql } from 'kysely';
import { notFound } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { decodeCursor, pageOf } from '#platform/http/index.ts';
import { numbering } from '#server/business/contract/index.ts';
import type { AccountingView, BookedQuery, BookedRow, InvoiceBooked } from '#shared/accounting.ts';
import { callbackUrl } from './connect.ts';
import { WEBHOOK_PATH } from './door.ts';
import { findLink, type LinkRow } from './link.ts';

const SHOWN_PAYMENTS = 10;

/** The connection without its secrets, how much is on its way, and what was read last. Under the program's scope. */
export async function viewAccounting(ctx: Ctx): Promise<AccountingView> {
  const link = await findLink(ctx);
  const { rows } = await sql<AccountingView['counts']>`
    select count(*) filter (where w.state = 'failed')::int as failed, count(*) filter (where w.state = 'sent')::int as sent,
      count(*) filter (where w.state not in ('failed', 'sent'))::int as waiting
    from (${BOOKED(link)}) w`.execute(ctx.tx);
  const { baseUrl } = ctx.services;
  return {
    link: link && present(link),
    callbackUrl: callbackUrl(ctx.services),
    webhookUrl: `${baseUrl}${WEBHOOK_PATH}`,
    counts: rows[0] ?? { waiting: 0, failed: 0, sent: 0 },
    payments: await lastPayments(ctx),
  };
}

const present = (link: LinkRow): NonNullable<AccountingView['link']> => ({
  ...{ state: link.state, organisation: link.tenant_name, oauthClientId: link.oauth_client_id },
  ...{ hasWebhookKey: link.webhook_key !== null, sendFrom: link.send_from, authorizeUrl: link.authorize_url },
  ...{ tokenUrl: link.token_url, apiUrl: link.api_url, fault: link.fault, faultAt: link.fault_at },
  ...{ goodAt: link.good_at, nextAt: link.next_at, version: link.version },
});

/** Invoices and credits that are in the books, on their way or to be sent. */
const BOOKED = (link: Pick<LinkRow, 'send_from'> | null) => sql`
  select i.client_id, i.id, i.number, i.kind, i.currency, i.total, i.issued_on, coalesce(d.state, 'waiting') as state, d.external_id,
    coalesce(d.external_status, '') as external_status, d.fault_kind, coalesce(d.fault, '') as fault, coalesce(d.note, '') as note, d.sent_at
  from invoices i left join accounting_documents d on d.client_id = i.client_id and d.invoice_id = i.id
  where d.invoice_id is not null or i.issued_on >= ${link?.send_from ?? null}::date`;

const WHERE = sql`
  b.state, b.external_id as "externalId", b.external_status as "externalStatus", b.fault_kind as "faultKind", b.fault, b.note,
  b.sent_at as "sentAt"`;

/** Where invoices and credits are, the newest first. Under the program's scope. */
export async function listBooked(ctx: Ctx, { state, limit = 50, cursor }: BookedQuery) {
  const [after = null] = decodeCursor(cursor, ['number']) ?? [];
  const link = await findLink(ctx);
  const wanted = state === undefined ? null : state === 'waiting' ? ['waiting', 'sending', 'draft'] : [state];
  const { rows } = await sql<BookedRow & { number: number; kind: BookedRow['invoice']['kind'] }>`
    select b.id, b.number, b.kind, jsonb_build_object('id', c.id, 'name', c.name) as client, b.currency, b.total, b.issued_on as "issuedOn",
      ${WHERE}
    from (${BOOKED(link)}) b join clients c on c.id = b.client_id
    where (${wanted}::text[] is null or b.state = any (${wanted}::text[])) and (${after}::int is null or b.number < ${after}::int)
    order by b.number desc limit ${limit + 1}`.execute(ctx.tx);
  const written = await numbering(ctx);
  const page = pageOf(rows, limit, ({ number }) => [number]);
  return {
    ...page,
    items: page.items.map(({ number, kind, ...row }) => ({
      ...row,
      invoice: { id: row.id, number: written(number), kind },
    })),
  };
}

/** Where one invoice is; null where it was never to go there. In the reader's own scope. */
export async function invoiceBooked(ctx: Ctx, id: string): Promise<InvoiceBooked> {
  const seen = await ctx.tx.selectFrom('invoices').select('id').where('id', '=', id).executeTakeFirst();
  if (!seen) throw notFound('invoice');
  const { rows } = await sql<NonNullable<InvoiceBooked['booked']>>`
    select ${WHERE} from accounting_documents b where b.invoice_id = ${id}`.execute(ctx.tx);
  return { booked: rows[0] ?? null };
}

async function lastPayments(ctx: Ctx): Promise<AccountingView['payments']> {
  const { rows } = await sql<AccountingView['payments'][number] & { id: string; number: number }>`
    select i.id, i.number, jsonb_build_object('id', c.id, 'name', c.name) as client, a.amount, i.currency, p.paid_on as "paidOn",
      a.undone_by is not null as undone
    from accounting_payments a join payments p on p.client_id = a.client_id and p.id = a.payment_id
      join invoices i on i.client_id = a.client_id and i.id = a.invoice_id join clients c on c.id = a.client_id
    order by a.read_at desc, i.number desc limit ${SHOWN_PAYMENTS}`.execute(ctx.tx);
  const written = await numbering(ctx);
  return rows.map(({ id, number, ...row }) => ({ ...row, invoice: { id, number: written(number) } }));
}
