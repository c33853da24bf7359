import { type Ctx, type Services, systemIdentity, withContext } from '#platform/context/index.ts';
import { type StreamInForce, streamsInForce } from './in-force.ts';
import { workOut } from './ledger.ts';
import type { Hours } from './lives.ts';

const WORKER = systemIdentity('Value streams');
/** Tickets per transaction. */
const BATCH = 300;
const STALE = 5_000;

const TAKE = `
delete from value_stream_due d using (
  select client_id, ticket_id from value_stream_due where at <= $1 order by at, ticket_id limit ${BATCH} for update skip locked) t
where d.client_id = t.client_id and d.ticket_id = t.ticket_id returning d.ticket_id as id`;
const NEXT = `
select id, rebuild_below as below, terms is null as over from value_streams where rebuild_below is not null
order by position, id limit 1 for update skip locked`;
const OLDER = 'select id from tickets where id < $1 and not is_open order by id desc limit $2';
const BELOW = 'update value_streams set rebuild_below = $2 where id = $1';
/** What another version made, a stretch at a time; of one out of force, all. */
const DROP_STALE = `
delete from value_stream_steps where ctid = any (array(
  select ctid from value_stream_steps where stream_id = $1 and number <> coalesce($2, 0) limit ${STALE})) returning 1`;

/**
 * Works out what is due: tickets that ended or changed since, then the past of streams that were published, each batch in a transaction of
 * its own. Several processes may do it at once.
 * @returns how many tickets were worked out
 */
export async function workOutDue(services: Services, signal?: AbortSignal): Promise<number> {
  const until = services.now();
  const hours: Hours = new Map();
  let count = 0;
  for (const batch of [dueBatch, pastBatch])
    for (let more = true; more && !signal?.aborted; ) {
      const done = await withContext(services, WORKER, (ctx) => batch(ctx, until, hours), { quiet: true });
      count += done.tickets;
      more = done.more;
    }
  return count;
}

type Done = { readonly tickets: number; readonly more: boolean };

async function dueBatch(ctx: Ctx, until: string, hours: Hours): Promise<Done> {
  const ids = (await ctx.hot<{ id: string }>('stream_due_take', TAKE, [until])).map(({ id }) => id);
  await workOut(ctx, ids, await streamsInForce(ctx), hours);
  return { tickets: ids.length, more: ids.length === BATCH };
}

async function pastBatch(ctx: Ctx, _until: string, hours: Hours): Promise<Done> {
  const [next] = await ctx.hot<{ id: string; below: string; over: boolean }>('stream_past_next', NEXT, []);
  if (!next) return { tickets: 0, more: false };
  const stream = (await streamsInForce(ctx)).find(({ id }) => id === next.id);
  const ids = stream ? await olderThan(ctx, next.below) : [];
  if (stream && ids.length > 0) await workOut(ctx, ids, [stream], hours);
  const last = ids.length === BATCH ? (ids.at(-1) as string) : null;
  if (last === null && (await dropStale(ctx, next.id, stream)) === STALE) return { tickets: ids.length, more: true };
  await ctx.hot('stream_past_below', BELOW, [next.id, last]);
  return { tickets: ids.length, more: true };
}

const olderThan = async (ctx: Ctx, below: string): Promise<string[]> =>
  (await ctx.hot<{ id: string }>('stream_past_tickets', OLDER, [below, BATCH])).map(({ id }) => id);

async function dropStale(ctx: Ctx, id: string, stream: StreamInForce | undefined): Promise<number> {
  return (await ctx.hot('stream_stale', DROP_STALE, [id, stream?.number ?? null])).length;
}
