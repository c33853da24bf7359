import { sql } from 'kysely';
import type { Ctx } from '#platform/context/index.ts';
import { addExpense, currencyOf, decideExpenses, listExpenseKinds, payBack } from '#server/business/expense/index.ts';
import { as } from './identities.ts';
import type { References } from './references.ts';

/** Who drives to clients. */
const TRAVELLERS = ['jack', 'hamish', 'ngaire'] as const;
/** Of the days on which somebody worked at a client, each so many-th is one on which they went there. */
const EVERY = 6;
const [KILOMETRES, PARKING, ACCOMMODATION] = ['Kilometres', 'Parking and tolls', 'Accommodation'] as const;
/** For so long what is approved is not paid back yet. */
const OWED_DAYS = 21;
const DAY_MS = 86_400_000;

type Went = { ticketId: string; clientId: string; day: string; ended: string };

/** Days on which somebody worked on a ticket of a client, the earliest first. */
const WENT = `
select distinct on (day) e.ticket_id as "ticketId", e.client_id as "clientId", (e.worked_at at time zone $2)::date::text as day,
  max(e.worked_at) over (partition by (e.worked_at at time zone $2)::date) as ended
from time_entries e join clients c on c.id = e.client_id and c.kind = 'client' join tickets t on t.client_id = e.client_id and t.id = e.ticket_id
where e.staff_id = $1 and t.merged_into_id is null order by day, e.worked_at, e.id`;

/**
 * Trips and parking of those who drive to clients, handed in with their timesheets afterwards; and a night away whose receipt is missing, so
 * that it is not handed in.
 */
export async function recordExpenses(ctx: Ctx, refs: References): Promise<void> {
  const kinds = new Map((await listExpenseKinds(ctx)).map(({ name, id }) => [name, id]));
  const kindOf = (name: string) => kinds.get(name) ?? '';
  for (const key of TRAVELLERS) {
    const days = await ctx.hot<Went>('sample_went', WENT, [refs.staff(key), 'UTC']);
    const went = days.filter((_, at) => at % EVERY === EVERY - 1);
    for (const [at, { ticketId, clientId, day, ended }] of went.entries()) {
      const then = as(ctx, { kind: 'staff', key }, ended, refs);
      const trip = { ticketId, day, paidBy: 'own' } as const;
      // Only in Australia is it said what a kilometre costs.
      if ((await currencyOf(ctx, clientId)) === 'AUD')
        await addExpense(then, {
          ...{ ...trip, kindId: kindOf(KILOMETRES), quantity: String(12 + ((at * 17) % 60)) },
          ...{ clientNote: 'There and back', note: 'From the office' },
        });
      if (at % 3 === 0)
        await addExpense(then, { ...trip, kindId: kindOf(PARKING), amount: 600 + ((at * 350) % 1_400) });
    }
    const last = went.at(-1);
    if (key === TRAVELLERS[0] && last)
      await addExpense(as(ctx, { kind: 'staff', key }, last.ended, refs), {
        ...{ ticketId: last.ticketId, day: last.day, paidBy: 'company', kindId: kindOf(ACCOMMODATION) },
        ...{ amount: 21_900, clientNote: 'One night', note: 'The receipt comes by mail' },
      });
  }
}

/** Approves what somebody handed in of some days, or returns the last of it with a reason. */
export async function decideAbout(approver: Ctx, staffId: string, { from, to, some }: Decision): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select id from expenses where staff_id = ${staffId} and state = 'submitted' and day >= ${from} and day <= ${to} order by day, id`.execute(
    approver.tx,
  );
  const ids = rows.map(({ id }) => id);
  const returned = some ? ids.splice(-1) : [];
  if (ids.length > 0) await decideExpenses(approver, { expenseIds: ids, approve: true });
  if (returned.length > 0)
    await decideExpenses(approver, { expenseIds: returned, approve: false, note: 'Which car was it?' });
}

/** `some`: one of them is returned. */
type Decision = { readonly from: string; readonly to: string; readonly some: boolean };

/** What was approved some weeks ago was paid back at the end of it. */
export async function payBackOld(approver: Ctx): Promise<void> {
  const until = new Date(Date.parse(approver.now) - OWED_DAYS * DAY_MS).toISOString().slice(0, 10);
  const { rows } = await sql<{ id: string }>`
    select id from expenses where state = 'approved' and paid_by = 'own' and day <= ${until} order by id limit 500`.execute(
    approver.tx,
  );
  if (rows.length > 0) await payBack(approver, { expenseIds: rows.map(({ id }) => id), on: until });
}
