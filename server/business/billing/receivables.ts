import { sql } from 'kysely';
import type { Ctx } from '#platform/context/index.ts';
import { numbering } from '#server/business/contract/index.ts';
import type { OpenInvoice, Receivable, ReceivableQuery } from '#shared/receivables.ts';
import { standing } from './invoices.ts';

const late = (from: number, until: number | null) => sql`coalesce(sum(s.open) filter (where d.late >= ${from}
  and (${until}::int is null or d.late <= ${until}::int)), 0)::bigint`;

/** What clients, or one of them, owe in each currency, by how long it is overdue today, who owes the most of what is late first. */
export async function receivables(ctx: Ctx, query: ReceivableQuery): Promise<Receivable[]> {
  const today = ctx.now.slice(0, 10);
  const clientId = query.clientId ?? null;
  const { rows } = await sql<Receivable>`
    select jsonb_build_object('id', c.id, 'name', c.name) as client, i.currency, sum(s.open)::bigint as open,
      coalesce(sum(s.open) filter (where d.late <= 0), 0)::bigint as "notDue",
      ${late(1, 30)} as "to30", ${late(31, 60)} as "to60", ${late(61, 90)} as "to90", ${late(91, null)} as "older"
    from invoices i join clients c on c.id = i.client_id ${standing(today)}
    cross join lateral (select ${today}::date - i.due_on as late) d
    where i.credits_id is null and s.open <> 0 and (${clientId}::uuid is null or i.client_id = ${clientId}::uuid)
    group by c.id, c.name, c.name_key, i.currency
    order by sum(s.open) filter (where d.late > 0) desc nulls last, c.name_key, i.currency`.execute(ctx.tx);
  return rows;
}

/** The invoices of a client of which something is open, the oldest first. */
export async function openInvoices(ctx: Ctx, clientId: string): Promise<OpenInvoice[]> {
  const { rows } = await sql<Omit<OpenInvoice, 'number'> & { number: number }>`
    select i.number, i.issued_on as "issuedOn", i.due_on as "dueOn", i.currency, i.total, s.open, w.state
    from invoices i ${standing(ctx.now.slice(0, 10))}
    where i.client_id = ${clientId} and i.credits_id is null and s.open <> 0 order by i.number`.execute(ctx.tx);
  const written = await numbering(ctx);
  return rows.map((row) => ({ ...row, number: written(row.number) }));
}
