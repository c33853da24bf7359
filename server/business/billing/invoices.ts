import { type RawBuilder, sql } from 'kysely';
import { notFound } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { decodeCursor, pageOf } from '#platform/http/index.ts';
import { numbering } from '#server/business/contract/index.ts';
import type { InvoiceQuery, InvoiceRow, InvoiceView } from '#shared/billing.ts';

type Numbered<T> = Omit<T, 'number'> & { number: number };

/** What is left of an invoice after payments and credits, and where it stands by that, as of a day. */
export const standing = (day: string): RawBuilder<unknown> => sql`
  cross join lateral (select coalesce(sum(p.amount), 0)::bigint as amount from payments p
    where p.client_id = i.client_id and p.invoice_id = i.id) paid
  cross join lateral (select coalesce(sum(r.total), 0)::bigint as amount from invoices r
    where r.client_id = i.client_id and r.credits_id = i.id) credited
  cross join lateral (select i.total - paid.amount + credited.amount as open) s
  cross join lateral (select case
    when i.total <> 0 and i.total + credited.amount = 0 then 'credited'
    when s.open = 0 or i.credits_id is not null then 'paid'
    when i.due_on < ${day} and s.open > 0 then 'overdue'
    when paid.amount <> 0 then 'part_paid' else 'open' end as state) w`;

const ROW = sql`
  i.id, i.number, i.kind, jsonb_build_object('id', c.id, 'name', c.name) as client, i.name, i.issued_on as "issuedOn", i.due_on as "dueOn",
  i.currency, i.total, case when i.credits_id is null then s.open else 0 end as open, w.state`;

/** Invoices and credits, the newest first. */
export async function listInvoices(ctx: Ctx, { clientId, state, limit = 50, cursor }: InvoiceQuery) {
  const [after = null] = decodeCursor(cursor, ['number']) ?? [];
  const { rows } = await sql<Numbered<InvoiceRow>>`
    select ${ROW} from invoices i join clients c on c.id = i.client_id ${standing(ctx.now.slice(0, 10))}
    where (${clientId ?? null}::uuid is null or i.client_id = ${clientId ?? null}::uuid)
      and (${state ?? null}::text is null or w.state = ${state ?? null}) and (${after}::int is null or i.number < ${after}::int)
    order by i.number desc limit ${limit + 1}`.execute(ctx.tx);
  const written = await numbering(ctx);
  const page = pageOf(rows, limit, ({ number }) => [number]);
  return { ...page, items: page.items.map((row) => ({ ...row, number: written(row.number) })) };
}

type Numbers = { id: string; number: number };

/** An invoice with its lines, what each came of, and what settled it. */
export async function viewInvoice(ctx: Ctx, id: string): Promise<InvoiceView> {
  const { rows } = await sql<
    Numbered<Omit<InvoiceView, 'credits' | 'creditedBy'>> & {
      credits: Numbers | null;
      creditedBy: (Numbers & { total: number })[];
    }
  >`
    select ${ROW}, i.seller, i.buyer, i.net, i.tax, i.reason,
      case when r.id is not null then jsonb_build_object('id', r.id, 'name', r.name) end as run,
      (select jsonb_build_object('id', o.id, 'number', o.number) from invoices o
        where o.client_id = i.client_id and o.id = i.credits_id) as credits,
      coalesce((select jsonb_agg(jsonb_build_object('id', o.id, 'number', o.number, 'total', o.total) order by o.number) from invoices o
        where o.client_id = i.client_id and o.credits_id = i.id), '[]') as "creditedBy",
      ${LINES} as lines, ${PAYMENTS} as payments, ${MAILS} as mails
    from invoices i join clients c on c.id = i.client_id left join billing_runs r on r.id = i.run_id ${standing(ctx.now.slice(0, 10))}
    where i.id = ${id}`.execute(ctx.tx);
  const [row] = rows;
  if (!row) throw notFound('invoice');
  const written = await numbering(ctx);
  const named = <T extends { number: number }>(one: T) => ({ ...one, number: written(one.number) });
  return { ...named(row), credits: row.credits && named(row.credits), creditedBy: row.creditedBy.map(named) };
}

const LINES = sql`coalesce((select jsonb_agg(jsonb_build_object('id', l.id, 'name', l.name, 'unit', l.unit,
    'quantity', trim_scale(l.quantity)::text, 'price', trim_scale(l.price)::text, 'amount', l.amount, 'taxName', l.tax_name,
    'taxPercent', trim_scale(l.tax_percent)::text, 'taxNote', l.tax_note, 'tax', l.tax, 'why', l.why,
    'credited', (select coalesce(-sum(r.amount), 0)::bigint from invoice_lines r
      where r.client_id = l.client_id and r.credits_line_id = l.id)) order by l.position)
  from invoice_lines l where l.client_id = i.client_id and l.invoice_id = i.id), '[]')`;

const PAYMENTS = sql`coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'amount', p.amount, 'paidOn', p.paid_on, 'note', p.note,
    'by', s2.name) order by p.paid_on, p.id)
  from payments p left join staff s2 on s2.id = p.created_by where p.client_id = i.client_id and p.invoice_id = i.id), '[]')`;

const MAILS = sql`coalesce((select jsonb_agg(jsonb_build_object('id', m.id, 'kind', m.kind, 'days', m.days, 'address', m.address, 'at', m.created_at,
    'by', s3.name, 'state', coalesce(o.state, case when m.mail_id is null then 'queued' else 'sent' end),
    'error', coalesce(o.last_error, '')) order by m.created_at, m.id)
  from invoice_mails m left join staff s3 on s3.id = m.created_by
  left join outgoing_mails o on o.client_id = m.client_id and o.id = m.mail_id
  where m.client_id = i.client_id and m.invoice_id = i.id), '[]')`;
