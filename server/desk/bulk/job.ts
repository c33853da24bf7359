import { Fault } from '#kernel/errors.ts';
import { type Ctx, type Services, systemIdentity, withContext } from '#platform/context/index.ts';
import { narrowed, staffIdentity } from '#platform/identity/index.ts';
import type { JobDefinition } from '#platform/jobs/index.ts';
import { undoChange } from '#server/desk/ticket/index.ts';
import { apart, changeOne } from './change-one.ts';
import type { BulkRow } from './queries.ts';
import { BULK_JOB, setState, tell } from './state.ts';
import { tellGiven } from './summary.ts';

const BATCH = 25;
const BULK = systemIdentity('Bulk');

/** Does, or takes back, what a change of many tickets still has to do; goes on where a crash broke it off. */
export function workBulk(services: Services): JobDefinition<{ bulkId: string }> {
  return {
    name: BULK_JOB,
    async run({ bulkId }) {
      for (;;) {
        const began = performance.now();
        if ((await runBatch(services, bulkId)) === 0) return;
        // Resting as long as it worked, it takes at most half of what one connection can do.
        await new Promise((resolve) => setTimeout(resolve, performance.now() - began));
      }
    },
  };
}

/** One batch in one transaction, as whoever asked. Returns how many tickets were looked at; none when there is nothing left. */
async function runBatch(services: Services, id: string): Promise<number> {
  const asked = await withContext(services, BULK, async (ctx) => {
    const bulk = (await ctx.tx
      .selectFrom('bulk_changes')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirst()) as never as BulkRow | undefined;
    const person = bulk && (await staffIdentity(ctx, bulk.staff_id));
    return bulk && { bulk, person };
  });
  if (!asked) return 0;
  const { bulk, person } = asked;
  if (!person) {
    await withContext(services, BULK, (ctx) => setState(ctx, bulk.id, 'stopped'));
    return 0;
  }
  const identity = {
    ...narrowed(person, bulk.reach),
    actor: { kind: bulk.actor_kind as 'staff' | 'key', id: bulk.staff_id, name: bulk.actor_name },
  };
  return withContext(services, identity, (ctx) => step({ ...ctx, muted: true }, id));
}

type Item = { client_id: string; ticket_id: string; event_ids: string[] };

async function step(ctx: Ctx, id: string): Promise<number> {
  const [bulk] = await ctx.hot<BulkRow>('bulk_turn', 'select * from bulk_changes where id = $1 for update', [id]);
  if (bulk?.state === 'running') return workOn(ctx, bulk, 'waiting', doOne, 'done', 'finished');
  if (bulk?.state === 'reverting') return workOn(ctx, bulk, 'changed', undoOne, 'reverted', 'reverted');
  return 0;
}

async function workOn(
  ctx: Ctx,
  bulk: BulkRow,
  from: 'waiting' | 'changed',
  work: (ctx: Ctx, bulk: BulkRow, item: Item) => Promise<Result>,
  end: BulkRow['state'],
  word: string,
): Promise<number> {
  const order = from === 'waiting' ? 'position' : 'position desc';
  const items = await ctx.hot<Item>(
    `bulk_${from}`,
    `select client_id, ticket_id, event_ids from bulk_change_items where bulk_id = $1 and state = '${from}' order by ${order} limit ${BATCH}`,
    [bulk.id],
  );
  for (const item of items) await note(ctx, bulk, item, await work(ctx, bulk, item));
  if (items.length > 0) return items.length;
  await setState(ctx, bulk.id, end);
  await tell(ctx, bulk.id, word, await countsOf(ctx, bulk.id));
  if (end === 'done' && bulk.actions.assign) await tellGiven(ctx, await changedTickets(ctx, bulk.id));
  return 0;
}

type Result = { state: string; detail: string; eventIds: readonly string[] };

async function doOne(ctx: Ctx, bulk: BulkRow, item: Item): Promise<Result> {
  const { outcome, detail, eventIds } = await changeOne(ctx, item.ticket_id, bulk.actions);
  return { state: outcome, detail, eventIds };
}

/** Takes back the events of one ticket, last first: all of them or none. */
async function undoOne(ctx: Ctx, _bulk: BulkRow, item: Item): Promise<Result> {
  const done = await apart(ctx, async () => {
    for (const eventId of item.event_ids.toReversed()) await undoChange(ctx, item.ticket_id, eventId);
  });
  return done instanceof Fault
    ? { state: 'kept', detail: done.message, eventIds: item.event_ids }
    : { state: 'reverted', detail: '', eventIds: item.event_ids };
}

async function note(ctx: Ctx, bulk: BulkRow, item: Item, { state, detail, eventIds }: Result): Promise<void> {
  await ctx.hot(
    'bulk_note',
    'update bulk_change_items set state = $4, detail = $5, event_ids = $6 where client_id = $1 and bulk_id = $2 and ticket_id = $3',
    [item.client_id, bulk.id, item.ticket_id, state, detail, eventIds],
  );
}

async function countsOf(ctx: Ctx, id: string): Promise<Record<string, number>> {
  const rows = await ctx.hot<{ state: string; n: number }>(
    'bulk_counts',
    'select state, count(*)::int as n from bulk_change_items where bulk_id = $1 group by state',
    [id],
  );
  return Object.fromEntries(rows.map(({ state, n }) => [state, n]));
}

async function changedTickets(ctx: Ctx, id: string): Promise<string[]> {
  const rows = await ctx.hot<{ ticket_id: string }>(
    'bulk_changed_tickets',
    "select ticket_id from bulk_change_items where bulk_id = $1 and state = 'changed' and event_ids <> '{}'",
    [id],
  );
  return rows.map((row) => row.ticket_id);
}
