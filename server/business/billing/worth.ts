import { sql } from 'kysely';
import { priceTime } from '#kernel/billing.ts';
import { dayAfter } from '#kernel/day.ts';
import type { Ctx } from '#platform/context/index.ts';
import { resolveSetting } from '#platform/settings/index.ts';
import { CURRENCY } from '#server/business/contract/index.ts';
import type { WorthKind } from '#shared/project-words.ts';
import { loadBooks } from './load.ts';

/**
 * What an entry of work is worth: billed for an amount; to be billed for one as it is priced now, approved or not; taken in by a contract or a
 * block, billed already or not; not to be billed; or priced by nothing, since there is no rate.
 */
type Worth = {
  readonly id: string;
  readonly ticketId: string;
  readonly staff: string;
  readonly day: string;
  readonly minutes: number;
  readonly kind: WorthKind;
  /** In minor units of the client’s own currency; null where nothing prices it. */
  readonly amount: number | null;
};

type Row = Omit<Worth, 'kind' | 'amount'> & { billable: boolean; settled: boolean; billed: number | null };

/**
 * What the work on some tickets of a client is worth, entry by entry, the earliest first: as invoices have it, else as the next bill would, which
 * prices all of the client’s work in its order so that blocks are used by what came first. A credit lowers what is invoiced, not what work is worth.
 * Reads only.
 */
export async function worthOfWork(
  ctx: Ctx,
  clientId: string,
  ticketIds: readonly string[],
): Promise<{ currency: string; items: Worth[] }> {
  const { value } = await resolveSetting(ctx, CURRENCY, clientId);
  const { rows } = await sql<Row>`
    with wanted as (
      select e.*, (coalesce(e.started_at, e.worked_at) at time zone c.time_zone)::date as day from time_entries e join clients c on c.id = e.client_id
      where e.client_id = ${clientId} and e.ticket_id = any (${ticketIds}::uuid[])),
    billed as (
      select (part ->> 'id')::uuid as id, sum((part ->> 'amount')::bigint)::bigint as amount
      from time_billed b join invoice_lines l on l.client_id = b.client_id and l.invoice_id = b.invoice_id
      cross join lateral jsonb_array_elements(l.why -> 'entries') part
      where b.client_id = ${clientId} and b.entry_id in (select id from wanted) and (part ->> 'id')::uuid = b.entry_id group by 1)
    select w.id, w.ticket_id as "ticketId", s.name as staff, w.day, w.minutes, w.billable, t.entry_id is not null as settled, b.amount as billed
    from wanted w join staff s on s.id = w.staff_id left join time_billed t on t.client_id = w.client_id and t.entry_id = w.id
    left join billed b on b.id = w.id order by w.worked_at, w.id`.execute(ctx.tx);
  const priced = rows.some(({ billable, settled }) => billable && !settled) ? await pricesNow(ctx, clientId) : NOTHING;
  return {
    currency: value.currency,
    items: rows.map(({ billable, settled, billed, ...row }) => ({
      ...row,
      ...worthOf({ billable, settled, billed }, priced, row.id),
    })),
  };
}

type Priced = { amounts: ReadonlyMap<string, number>; unrated: ReadonlySet<string> };
const NOTHING: Priced = { amounts: new Map(), unrated: new Set() };

function worthOf(
  { billable, settled, billed }: Pick<Row, 'billable' | 'settled' | 'billed'>,
  { amounts, unrated }: Priced,
  id: string,
): Pick<Worth, 'kind' | 'amount'> {
  if (settled) return billed === null ? { kind: 'covered', amount: 0 } : { kind: 'billed', amount: billed };
  if (!billable) return { kind: 'unbillable', amount: 0 };
  if (unrated.has(id)) return { kind: 'unrated', amount: null };
  const amount = amounts.get(id);
  return amount === undefined ? { kind: 'covered', amount: 0 } : { kind: 'unbilled', amount };
}

/** What each entry that no invoice has comes to as of now, also where nobody has approved it yet. */
async function pricesNow(ctx: Ctx, clientId: string): Promise<Priced> {
  // Wherever on earth the client is, what was worked by now is worked by then.
  const by = dayAfter(ctx.now.slice(0, 10), 1);
  const all = await loadBooks(ctx, [clientId], { by, lock: false, unapproved: true });
  const own = all.find(({ entries }) => entries.length > 0);
  if (!own) return NOTHING;
  const { charges, unrated } = priceTime(own.books.time, own.entries);
  const amounts = new Map<string, number>();
  for (const { entryId, amount } of charges.flatMap(({ pieces }) => pieces))
    amounts.set(entryId, (amounts.get(entryId) ?? 0) + amount);
  return { amounts, unrated: new Set(unrated) };
}
