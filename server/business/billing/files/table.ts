import { sql } from 'kysely';
import { invalid } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { numbering } from '#server/business/contract/index.ts';
import type { InvoiceTable, InvoiceTableQuery } from '#shared/billing.ts';
import type { BookKind } from '#shared/billing-words.ts';
import { csvOf } from '#shared/csv-words.ts';
import type { BooksFile, FiledInvoice } from './file.ts';
import { myobFile } from './myob.ts';
import { quickbooksFile } from './quickbooks.ts';
import { xeroFile } from './xero.ts';

/** As many as Xero takes in one file. */
const MOST = 500;

const FILES: Readonly<Record<BookKind, BooksFile>> = { xero: xeroFile, myob: myobFile, quickbooks: quickbooksFile };

/**
 * Invoices and credits of a run or of some days, oldest first, as a table for a program that keeps the books. `invalid` without a run or
 * both days.
 */
export async function tableOfInvoices(ctx: Ctx, query: InvoiceTableQuery): Promise<InvoiceTable> {
  const { format, account = '', dates = 'day_first' } = query;
  const found = await readFiled(ctx, query);
  const kept = found.slice(0, MOST);
  const file = FILES[format];
  const rows = kept.flatMap((invoice) => [
    ...file.rows(invoice, { account: account.trim(), dates }),
    ...(file.apart ? [[]] : []),
  ]);
  return { csv: csvOf([file.columns, ...rows]), invoices: kept.length, more: found.length > MOST };
}

async function readFiled(ctx: Ctx, { runId, from, until }: InvoiceTableQuery): Promise<FiledInvoice[]> {
  if (runId === undefined && (from === undefined || until === undefined))
    throw invalid([{ path: from === undefined ? 'from' : 'until', message: 'is needed where no run is named' }]);
  if (from !== undefined && until !== undefined && until < from)
    throw invalid([{ path: 'until', message: 'must not be before from' }]);
  const { rows } = await sql<Omit<FiledInvoice, 'number' | 'credits'> & { number: number; credits: number | null }>`
    select i.number, i.kind = 'credit' as "isCredit", o.number as credits, i.name, i.reason, i.issued_on as "issuedOn", i.due_on as "dueOn",
      i.currency, i.buyer, (select jsonb_agg(jsonb_build_object('name', l.name, 'unit', l.unit, 'quantity', trim_scale(l.quantity)::text,
          'price', trim_scale(l.price)::text, 'amount', l.amount, 'tax', l.tax, 'taxName', l.tax_name,
          'taxPercent', trim_scale(l.tax_percent)::text) order by l.position)
        from invoice_lines l where l.client_id = i.client_id and l.invoice_id = i.id) as lines
    from invoices i left join invoices o on o.client_id = i.client_id and o.id = i.credits_id
    where (${runId ?? null}::uuid is null or i.run_id = ${runId ?? null}::uuid or o.run_id = ${runId ?? null}::uuid)
      and (${from ?? null}::date is null or i.issued_on >= ${from ?? null}::date)
      and (${until ?? null}::date is null or i.issued_on <= ${until ?? null}::date)
    order by i.number limit ${MOST + 1}`.execute(ctx.tx);
  const written = await numbering(ctx);
  return rows.map((row) => ({
    ...row,
    number: written(row.number),
    credits: row.credits === null ? null : written(row.credits),
  }));
}
