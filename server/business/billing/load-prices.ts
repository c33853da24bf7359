import { sql } from 'kysely';
import type { Charge, Rate, Tax } from '#kernel/billing.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { BillWhy } from '#shared/billing.ts';

export type LoadedCharge = Charge & {
  readonly clientId: string;
  readonly name: string;
  readonly unit: string;
  readonly currency: string;
  readonly taxRateId: string | null;
  /** What it came of, in steps. */
  readonly why: BillWhy['steps'];
};

/** A deposit is taken off where it stands on an invoice and was not credited, or goes onto the same one. */
const depositHolds = (by: string) => sql`(
  exists (select from charges d where d.client_id = h.client_id and d.id = h.deposit_of and d.due <= ${by} and not exists (
    select from charges_billed b where b.client_id = d.client_id and b.charge_id = d.id))
  or exists (select from charges_billed b
    join invoice_lines l on l.client_id = b.client_id and l.invoice_id = b.invoice_id and l.charge_id = b.charge_id
    where b.client_id = h.client_id and b.charge_id = h.deposit_of and not exists (
      select from invoice_lines r where r.client_id = l.client_id and r.credits_line_id = l.id)))`;

/** What is charged once and due by a day, of clients, and on no invoice. */
export async function loadCharges(
  ctx: Ctx,
  clientIds: readonly string[],
  { by, lock }: { by: string; lock: boolean },
): Promise<LoadedCharge[]> {
  const { rows } = await sql<LoadedCharge>`
    select h.client_id as "clientId", h.id, h.contract_id as "contractId", h.name, h.unit, h.currency, h.due, h.quantity, h.price,
      h.tax_rate_id as "taxRateId", h.why
    from charges h where h.client_id = any (${clientIds}::uuid[]) and h.due <= ${by} and not h.held and not exists (
      select from charges_billed b where b.client_id = h.client_id and b.charge_id = h.id)
      and (h.deposit_of is null or ${depositHolds(by)})
    order by h.due, h.id ${lock ? sql`for share of h` : sql``}`.execute(ctx.tx);
  return rows;
}

/** Rates by where they are agreed. */
export type RatesOf = {
  readonly everybody: readonly Rate[];
  readonly ofClients: ReadonlyMap<string, readonly Rate[]>;
  readonly ofContracts: ReadonlyMap<string, readonly Rate[]>;
};

/** The rates of everybody and of clients. */
export async function loadRates(ctx: Ctx, clientIds: readonly string[]): Promise<RatesOf> {
  const { rows } = await sql<Rate & { clientId: string | null; contractId: string | null }>`
    select null::uuid as "clientId", null::uuid as "contractId", 'provider' as level, id, staff_id as "staffId", role_key as "roleKey",
      work_type_id as "workTypeId", per_hour as "perHour", from_day as "from" from rates
    union all
    select client_id, contract_id, case when contract_id is null then 'client' else 'contract' end, id, staff_id, role_key,
      work_type_id, per_hour, from_day from client_rates where client_id = any (${clientIds}::uuid[])`.execute(ctx.tx);
  const groups = Map.groupBy(rows, ({ clientId, contractId }) => contractId ?? clientId ?? '');
  const level = (wanted: Rate['level']) => new Map([...groups].filter(([, [first]]) => first?.level === wanted));
  return { everybody: groups.get('') ?? [], ofClients: level('client'), ofContracts: level('contract') };
}

/** Every tax rate, by its id. */
export async function loadTaxes(ctx: Ctx): Promise<ReadonlyMap<string, Tax & { name: string; note: string }>> {
  const { rows } = await sql<
    Tax & { name: string; note: string }
  >`select id, name, percent, note from tax_rates`.execute(ctx.tx);
  return new Map(rows.map((row) => [row.id, row]));
}
