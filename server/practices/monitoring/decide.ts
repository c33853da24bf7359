import { type Ctx, type Services, systemIdentity, withContext } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import { resolveSetting } from '#platform/settings/index.ts';
import { decideAsking } from './decide-asking.ts';
import { decideOver } from './decide-over.ts';
import { decideRepeated } from './decide-repeated.ts';
import { type DueAlert, dueAlerts } from './due.ts';
import { findItems } from './items.ts';
import { ALERTS } from './settings.ts';
import { settleAlerts } from './settle.ts';

const DECIDER = systemIdentity('Monitoring');
/** Alerts of one client per transaction: whoever works on one of them waits that long at most. */
const BATCH = 1_000;

const CLIENTS = 'select distinct client_id from alerts where decide_at <= $1 limit 500';
const TAKE_TURNS = `select pg_try_advisory_xact_lock(hashtextextended('alerts of ' || $1::text, 0)) as free`;
const PUT_OFF =
  "update alerts set decide_at = $2::timestamptz + interval '1 minute' where client_id = $1 and decide_at <= $2";

/**
 * Decides about every alert whose time has come: client by client, a batch at a time, each batch in a transaction of its own, until nothing
 * is due that was due when this began. Where another process is at a client, that client is left to it.
 * @returns how many alerts were decided about
 */
export async function decideDue(services: Services, signal?: AbortSignal): Promise<number> {
  const now = services.now();
  let count = 0;
  const clients = await withContext(services, DECIDER, (ctx) =>
    ctx.hot<{ client_id: string }>('alerts_due_clients', CLIENTS, [now]),
  );
  for (let waiting = clients; waiting.length > 0 && !signal?.aborted; ) {
    const more: typeof clients = [];
    for (const client of waiting) {
      if (signal?.aborted) break;
      const done = await decideClient(services, client.client_id);
      count += done;
      if (done === BATCH) more.push(client);
    }
    waiting = more;
  }
  return count;
}

async function decideClient(services: Services, clientId: string): Promise<number> {
  try {
    return await withContext(services, DECIDER, (ctx) => decideBatch(ctx, clientId));
  } catch (error) {
    // One client's alerts must not keep the others waiting, nor be tried without a pause.
    services.log.error({ err: error, client: clientId }, 'monitoring: alerts could not be decided about');
    await withContext(services, DECIDER, (ctx) => ctx.hot('alerts_put_off', PUT_OFF, [clientId, ctx.now]));
    return 0;
  }
}

/** How many of a batch ended how. */
export type Tally = { tickets: number; joined: number; inbox: number; suppressed: number; over: number };

const DUE_IDS = `
select id from alerts where client_id = $1 and decide_at <= $2 and is_open and item_id is null order by decide_at, id limit $3`;

/** What is due and of no item known: a device may have been listed since. */
const dueIds = async (ctx: Ctx, clientId: string): Promise<string[]> =>
  (await ctx.hot<{ id: string }>('alerts_due_ids', DUE_IDS, [clientId, ctx.now, BATCH])).map(({ id }) => id);

async function decideBatch(ctx: Ctx, clientId: string): Promise<number> {
  const [turn] = await ctx.hot<{ free: boolean }>('alerts_decide_turns', TAKE_TURNS, [clientId]);
  if (!turn?.free) return 0;
  await findItems(ctx, await dueIds(ctx, clientId));
  const due = await dueAlerts(ctx, clientId, BATCH);
  if (due.length === 0) return 0;
  const { value: says } = await resolveSetting(ctx, ALERTS, clientId);
  const tally: Tally = { tickets: 0, joined: 0, inbox: 0, suppressed: 0, over: 0 };
  const over = due.filter((one) => !one.is_open);
  const repeated = due.filter((one) => one.is_open && isInHand(one));
  const asking = due.filter((one) => one.is_open && !isInHand(one));
  await settleAlerts(ctx, clientId, [
    ...(await decideOver(ctx, clientId, over, says, tally)),
    ...(await decideRepeated(ctx, clientId, repeated, says)),
    ...(await decideAsking(ctx, clientId, asking, says, tally)),
  ]);
  await appendEvent(ctx, {
    clientId,
    subjectType: 'alert',
    subjectId: due[0]?.id ?? clientId,
    type: 'alert.decided',
    data: { ...tally },
  });
  return due.length;
}

/** Whether it is somebody's already: its ticket is open, or somebody has acknowledged it without one. */
const isInHand = ({ state, ticket_id, ticket_open }: DueAlert): boolean =>
  ticket_open === true || (state === 'acknowledged' && ticket_id === null);
