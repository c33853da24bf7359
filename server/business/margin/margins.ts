import { sql } from 'kysely';
import { invalid, notFound } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { resolveSetting } from '#platform/settings/index.ts';
import { CURRENCY, monthlyOn, type Priced, pricedOn } from '#server/business/contract/index.ts';
import type { ClientMargin, ClientMarginView, MarginQuery, MarginReport, RecurringRow } from '#shared/margin.ts';
import { minorDigits } from '#shared/money-words.ts';

const DAY_MS = 86_400_000;
const MOST_DAYS = 732;

type Asked = { readonly currency: string; readonly scale: number; readonly client: string | null } & MarginQuery;

/** What is asked about, in the provider's own currency. `invalid` for days that do not follow each other or are too many. */
async function askedOf(ctx: Ctx, { from, until }: MarginQuery, client: string | null): Promise<Asked> {
  const days = (Date.parse(until) - Date.parse(from)) / DAY_MS;
  if (days < 1) throw invalid([{ path: 'until', message: 'must be after the first day' }]);
  if (days > MOST_DAYS) throw invalid([{ path: 'until', message: `must be within ${MOST_DAYS} days of the first` }]);
  const { value } = await resolveSetting(ctx, CURRENCY, null);
  return { from, until, client, currency: value.currency, scale: 10 ** minorDigits(value.currency) };
}

/** What was invoiced in the days, less what was credited, before tax. */
const billedIn = ({ from, until, client }: Asked) => sql`
  select i.client_id, i.currency, l.contract_id, sum(l.amount)::bigint as revenue
  from invoices i join invoice_lines l on l.client_id = i.client_id and l.invoice_id = i.id
  where i.issued_on >= ${from} and i.issued_on < ${until} and (${client}::uuid is null or i.client_id = ${client}::uuid)
  group by 1, 2, 3`;

/**
 * Each entry of work that ended in the days, with what it cost: minutes by what an hour of that person cost on that day; null where nobody said.
 * With it each approved expense of the days in the provider’s currency, for what was paid without the tax in it.
 */
const workedIn = ({ from, until, client, scale, currency }: Asked) => sql`
  select e.client_id, e.id, e.billable, e.ticket_id, e.staff_id, e.minutes, e.minutes * k.per_hour / 60 * ${scale}::int as cost, false as spent
  from time_entries e left join lateral (
    select c.per_hour from staff_costs c where c.staff_id = e.staff_id and c.from_day <= (e.worked_at at time zone 'UTC')::date
    order by c.from_day desc limit 1) k on true
  where e.worked_at >= ${from}::date and e.worked_at < ${until}::date and (${client}::uuid is null or e.client_id = ${client}::uuid)
  union all
  select x.client_id, x.id, x.chargeable, x.ticket_id, x.staff_id, 0, (x.amount - x.tax)::numeric, true from expenses x
  where x.state = 'approved' and x.currency = ${currency} and x.day >= ${from}::date and x.day < ${until}::date
    and (${client}::uuid is null or x.client_id = ${client}::uuid)`;

/** A sum is rounded once, so that what cents are lost are lost once. */
const SUMS = sql`sum(w.minutes)::int as minutes, coalesce(round(sum(w.cost)), 0)::bigint as cost`;

/** What was earned with each client that the reader sees, in the provider's currency; who earned least first. */
export async function marginReport(ctx: Ctx, query: MarginQuery): Promise<MarginReport> {
  const asked = await askedOf(ctx, query, null);
  const elsewhere = await sql<MarginReport['elsewhere'][number]>`
    select jsonb_build_object('id', c.id, 'name', c.name) as client, b.currency, sum(b.revenue)::bigint as revenue
    from (${billedIn(asked)}) b join clients c on c.id = b.client_id where b.currency <> ${asked.currency}
    group by c.id, b.currency order by c.name_key, b.currency`.execute(ctx.tx);
  return { currency: asked.currency, items: await byClient(ctx, asked), elsewhere: elsewhere.rows };
}

/** Clients that are billed in another currency are left out: their work would stand against nothing. */
async function byClient(ctx: Ctx, asked: Asked): Promise<ClientMargin[]> {
  const { rows } = await sql<ClientMargin>`
    with billed as (${billedIn(asked)}), worked as (${workedIn(asked)})
    select jsonb_build_object('id', c.id, 'name', c.name) as client, coalesce(b.revenue, 0)::bigint as revenue, coalesce(w.cost, 0)::bigint as cost,
      coalesce(w.minutes, 0)::int as minutes, coalesce(w.uncosted, 0)::int as uncosted
    from clients c
    left join (select client_id, sum(revenue) filter (where currency = ${asked.currency}) as revenue,
      bool_or(currency <> ${asked.currency}) as abroad from billed group by 1) b on b.client_id = c.id
    left join (select w.client_id, ${SUMS}, sum(w.minutes) filter (where w.cost is null) as uncosted from worked w group by 1) w
      on w.client_id = c.id
    where c.kind = 'client' and (b.client_id is not null or w.client_id is not null) and not coalesce(b.abroad, false)
      and (${asked.client}::uuid is null or c.id = ${asked.client}::uuid)
    order by coalesce(b.revenue, 0) - coalesce(w.cost, 0), c.name_key`.execute(ctx.tx);
  return rows;
}

/**
 * What was invoiced under each contract less what the work cost that it took in. An entry that several lines took in is shared by the seconds
 * that each did; of what was billed before that was kept, nobody knows.
 */
async function byContract(ctx: Ctx, asked: Asked): Promise<ClientMarginView['contracts']> {
  const { rows } = await sql<ClientMarginView['contracts'][number]>`
    with worked as (${workedIn(asked)}), parts as (
      select w.id, w.minutes, w.cost, l.contract_id, p.id is not null as known, b.entry_id is not null as billed, hb.charge_id is not null as charged, w.billable,
        coalesce(p.seconds::numeric / nullif(sum(p.seconds) over (partition by w.id), 0), 1) as share
      from worked w left join time_billed b on b.client_id = w.client_id and b.entry_id = w.id
      left join time_parts p on p.client_id = b.client_id and p.entry_id = b.entry_id
      left join contract_lines l on l.client_id = p.client_id and l.id = p.line_id
      left join charges h on w.spent and h.client_id = w.client_id and h.expense_id = w.id
      left join charges_billed hb on hb.client_id = h.client_id and hb.charge_id = h.id),
    both_sides as (
      select case when known and contract_id is not null then 'contract' when known or charged then 'none' when billed then 'unknown'
        when billable then 'unbilled' else 'unbillable' end as "of", contract_id, 0::bigint as revenue, cost * share as cost,
        minutes * share as minutes, case when cost is null then minutes * share else 0 end as uncosted from parts
      union all
      select case when contract_id is null then 'none' else 'contract' end, contract_id, revenue, 0, 0, 0
      from (${billedIn(asked)}) r where r.currency = ${asked.currency})
    select s."of", case when k.id is not null then jsonb_build_object('id', k.id, 'name', k.name) end as contract,
      sum(s.revenue)::bigint as revenue, coalesce(round(sum(s.cost)), 0)::bigint as cost, round(sum(s.minutes))::int as minutes,
      round(sum(s.uncosted))::int as uncosted
    from both_sides s left join contracts k on k.client_id = ${asked.client} and k.id = s.contract_id
    group by s."of", k.id, k.name
    order by array_position(array['contract', 'none', 'unbilled', 'unbillable', 'unknown'], s."of"), 3 desc, k.name`.execute(
    ctx.tx,
  );
  return rows;
}

/** Where the money of a client came from in some days, and where the work went. `not_found` for a client out of sight. */
export async function clientMargin(ctx: Ctx, clientId: string, query: MarginQuery): Promise<ClientMarginView> {
  const asked = await askedOf(ctx, query, clientId);
  const client = await ctx.tx
    .selectFrom('clients')
    .select(['id', 'name'])
    .where('id', '=', clientId)
    .where('kind', '=', 'client')
    .executeTakeFirst();
  if (!client) throw notFound('client');
  const [margin] = await byClient(ctx, asked);
  const contracts = await byContract(ctx, asked);
  const { rows: services } = await sql<ClientMarginView['services'][number]>`
    select s.name, ${SUMS} from (${workedIn(asked)}) w join tickets t on t.client_id = w.client_id and t.id = w.ticket_id
    left join services s on s.id = t.service_id group by s.id, s.name order by 3 desc, 2 desc limit 50`.execute(ctx.tx);
  const { rows: people } = await sql<ClientMarginView['people'][number]>`
    select s.name, ${SUMS} from (${workedIn(asked)}) w join staff s on s.id = w.staff_id
    group by s.id, s.name order by 3 desc, 2 desc limit 50`.execute(ctx.tx);
  const { rows: tickets } = await sql<ClientMarginView['tickets'][number]>`
    select t.key, t.title as name, ${SUMS} from (${workedIn(asked)}) w
    join tickets t on t.client_id = w.client_id and t.id = w.ticket_id
    group by t.id, t.key, t.title order by 4 desc, 3 desc, 1 limit 20`.execute(ctx.tx);
  const nothing = { client, revenue: 0, cost: 0, minutes: 0, uncosted: 0 };
  return { ...(margin ?? nothing), currency: asked.currency, contracts, services, people, tickets };
}

/** What each active contract brings a month as it is today, what ends or renews first at the top. */
export async function recurringRevenue(ctx: Ctx): Promise<RecurringRow[]> {
  const today = ctx.now.slice(0, 10);
  const { rows } = await sql<Omit<RecurringRow, 'monthly'> & Priced>`
    select jsonb_build_object('id', c.id, 'name', c.name) as client, jsonb_build_object('id', k.id, 'name', k.name) as contract,
      k.ends, k.renews_months is not null as renews, ${pricedOn(today)}
    from contracts k join clients c on c.id = k.client_id
    where k.state = 'active' and k.begins <= ${today} and (k.ends is null or k.ends > ${today})
    order by k.ends nulls last, c.name_key, k.id`.execute(ctx.tx);
  return rows.map((row) => {
    const { client, contract, currency, ends, renews } = row;
    return { client, contract, currency, ends, renews, monthly: monthlyOn(today, row) };
  });
}
