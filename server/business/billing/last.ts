import { sql } from 'kysely';
import type { Ctx } from '#platform/context/index.ts';

/** The invoice of a run before, as far as the next is compared with it. `sources`: net amounts by the line or charge that they came of. */
export type Last = {
  readonly clientId: string;
  readonly currency: string;
  readonly number: number;
  readonly net: number;
  readonly sources: readonly {
    readonly key: string;
    readonly name: string;
    readonly amount: number;
    /** Whether a contract has it come again, whatever is worked. */
    readonly standing: boolean;
    /** Of the last of its parts and of how many months, where it comes again. */
    readonly quantity: string | null;
    readonly price: string | null;
    readonly months: number;
  }[];
};

/** The invoice that each client got last by another run, in each currency. */
export async function lastInvoices(ctx: Ctx, clientIds: readonly string[], runId: string | null): Promise<Last[]> {
  const { rows } = await sql<Last>`
    select distinct on (i.client_id, i.currency) i.client_id as "clientId", i.currency, i.number, i.net,
      coalesce((select jsonb_agg(s) from (
        select case when l.charge_id is not null then 'once' when l.line_id is null then 'time' when l.month is null then l.line_id || ' work'
            else l.line_id::text end as key,
          case when min(l.charge_id::text) is not null then 'What is charged once' when max(k.name) is null then 'Work by the hour'
            when bool_and(l.month is null) then max(k.name) || ', work by the hour' else max(k.name) end as name,
          sum(l.amount)::bigint as amount, bool_or(l.month is not null) as standing, count(distinct l.month)::int as months,
          (array_agg(l.why #>> '{parts,-1,quantity}' order by l.month desc))[1] as quantity,
          (array_agg(l.why #>> '{parts,-1,price}' order by l.month desc))[1] as price
        from invoice_lines l left join contract_lines k on k.client_id = l.client_id and k.id = l.line_id
        where l.client_id = i.client_id and l.invoice_id = i.id group by 1) s), '[]') as sources
    from invoices i
    where i.client_id = any (${clientIds}::uuid[]) and i.credits_id is null and i.run_id is distinct from ${runId}::uuid
    order by i.client_id, i.currency, i.number desc`.execute(ctx.tx);
  return rows;
}
