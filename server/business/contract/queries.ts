import { sql } from 'kysely';
import type { Ctx } from '#platform/context/index.ts';
import { mailedOf, signatureOf } from '#server/business/signature/index.ts';
import type { ContractQuery, ContractRow, ContractView, LineView } from '#shared/contract.ts';
import { clientOfContract } from './contracts.ts';
import { COUNTED_BY } from './counted-by.ts';
import { coveredBy } from './covers-names.ts';
import { monthlyOn, type Priced, type PricesRise, pricedOn, risenPrice } from './monthly.ts';

type Row = Omit<ContractRow, 'monthly' | 'renewalDue'> & Priced & { dueSoon: boolean };

const rowOn = (day: string) => sql`
  k.id, jsonb_build_object('id', c.id, 'name', c.name) as client, k.name, k.state, k.ends,
  k.renews_months as "renewsMonths", k.every_months as "everyMonths", k.advance,
  k.state = 'active' and k.ends is not null and k.ends - k.notice_days <= ${day}::date as "dueSoon", ${pricedOn(day)}`;

function rowOf<T extends Row>(day: string, row: T) {
  const { prices: _, dueSoon, ...rest } = row;
  return { ...rest, monthly: monthlyOn(day, row), renewalDue: dueSoon };
}

/** The contracts that the reader sees, by client and name, with what their lines cost a month today. */
export async function listContracts(ctx: Ctx, { clientId, state }: ContractQuery): Promise<ContractRow[]> {
  const today = ctx.now.slice(0, 10);
  const { rows } = await sql<Row>`
    select ${rowOn(today)} from contracts k join clients c on c.id = k.client_id
    where (${clientId ?? null}::uuid is null or k.client_id = ${clientId ?? null}::uuid)
      and (${state ?? null}::text is null or k.state = ${state ?? null})
    order by c.name_key, k.name, k.id limit 2000`.execute(ctx.tx);
  return rows.map((row) => {
    // A list does not say how prices rise.
    const { upliftPercent: _, upliftMonths: __, ...listed } = rowOf(today, row);
    return listed;
  });
}

/** A contract with its lines and what they cost since when. */
export async function viewContract(ctx: Ctx, id: string): Promise<ContractView> {
  const clientId = await clientOfContract(ctx, id);
  const today = ctx.now.slice(0, 10);
  const { rows } = await sql<
    Row & Omit<ContractView, 'lines' | 'monthly' | 'renewalDue' | 'mailed' | 'signature' | 'covered'>
  >`
    select ${rowOn(today)}, k.reference, k.notes, k.terms, k.bills_from as "billsFrom", k.notice_days as "noticeDays",
      k.after_hours as "afterHours", k.holiday, k.version,
      case when m.id is not null then jsonb_build_object('id', m.id, 'name', m.name) end as template,
      case when k.sent_at is not null then jsonb_build_object('to', jsonb_build_object('id', o.id, 'name', o.name), 'by', s.name, 'at', k.sent_at) end as sent
    from contracts k join clients c on c.id = k.client_id left join contract_templates m on m.id = k.template_id
    left join contacts o on o.client_id = k.client_id and o.id = k.sent_to left join staff s on s.id = k.sent_by where k.client_id = ${clientId} and k.id = ${id}`.execute(
    ctx.tx,
  );
  const [row] = rows as [(typeof rows)[number]];
  const signature = await signatureOf(ctx, clientId, { contractId: id });
  const mailed = await mailedOf(ctx, 'contract', { clientId, id });
  const lines = await linesOf(ctx, { ...row, clientId, id });
  return { ...rowOf(today, row), mailed, signature, covered: await coveredBy(ctx, clientId, lines), lines };
}

async function linesOf(
  ctx: Ctx,
  { clientId, id, ...contract }: PricesRise & { clientId: string; id: string },
): Promise<LineView[]> {
  const today = ctx.now.slice(0, 10);
  const { rows } = await sql<Omit<LineView, 'priceNow'>>`
    select l.id, l.kind, l.name, l.unit, l.from_day as "from", l.until_day as until, l.prorated, l.covers, l.percent, l.weighted,
      l.keeps_months as "keepsMonths", case when x.id is not null then jsonb_build_object('id', x.id, 'name', x.name) end as "taxRate",
      l.position, l.version, ${COUNTED_BY} as counts,
      coalesce((select jsonb_agg(jsonb_build_object('from', t.from_day, 'quantity', trim_scale(t.quantity)::text,
          'price', trim_scale(t.price)::text, 'agreedOn', t.agreed_on,
          'counted', (select s.day from count_snapshots s where s.client_id = t.client_id and s.id = t.snapshot_id)) order by t.from_day)
        from contract_terms t where t.client_id = l.client_id and t.line_id = l.id), '[]') as terms
    from contract_lines l left join tax_rates x on x.id = l.tax_rate_id
    where l.client_id = ${clientId} and l.contract_id = ${id} order by l.position, l.id`.execute(ctx.tx);
  return rows.map((line) => {
    const term = line.terms.findLast(({ from }) => from <= today) ?? line.terms[0];
    return {
      ...line,
      priceNow: term ? risenPrice(today, { price: term.price, agreed: term.agreedOn }, contract) : null,
    };
  });
}
