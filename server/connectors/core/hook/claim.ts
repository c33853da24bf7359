import type { Ctx } from '#platform/context/index.ts';
import type { CallState } from '#shared/connector-words.ts';

/** So many are read together: 5,000 in a minute are no more than fifty rounds. */
const TOGETHER = 200;
/** Bytes of the bodies that are read together, and no more than one call on top of them. */
const MOST_BYTES = 16_777_216;
/** How long one try may take; whoever is silent for longer is taken for dead, and another tries. */
const CLAIM_MS = 60_000;

/** A call that is ours to read. `attempts` counts this try. */
export type ClaimedCall = {
  id: string;
  connector_id: string;
  received_at: string;
  headers: Record<string, string>;
  body: Buffer | null;
  attempts: number;
};

const CLAIM = `
with waiting as (
  select c.id, c.next_at, c.size from connector_calls c join connectors k on k.id = c.connector_id
  where c.state = 'new' and c.next_at <= $1 and k.state = 'on' order by c.next_at, c.id limit ${TOGETHER} for update of c skip locked),
summed as (select id, sum(size) over (order by next_at, id) - size as before from waiting)
update connector_calls set attempts = attempts + 1, next_at = $2 where id in (select id from summed where before < ${MOST_BYTES})
returning id, connector_id, received_at, headers, body, attempts`;

/** Claims the calls that have waited longest, in the order in which they came. */
export async function claimCalls(ctx: Ctx): Promise<ClaimedCall[]> {
  const until = new Date(Date.parse(ctx.now) + CLAIM_MS).toISOString();
  const rows = await ctx.hot<ClaimedCall>('connector_calls_claim', CLAIM, [ctx.now, until]);
  return rows.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** `leftOff`: alerts that its sender says it left off. */
export type Outcome = { state: CallState; why: string; alerts: number; leftOff?: number };

const END = `
update connector_calls c set state = n.state, why = n.why, alerts = n.alerts, left_off = coalesce(n."leftOff", 0)
from jsonb_to_recordset($1::jsonb) as n (id uuid, attempts integer, state text, why text, alerts integer, "leftOff" integer)
where c.id = n.id and c.attempts = n.attempts and c.state = 'new'`;

/** Says what became of calls, unless another has taken them over. */
export async function endCalls(ctx: Ctx, ended: ReadonlyMap<ClaimedCall, Outcome>): Promise<void> {
  const rows = [...ended].map(([{ id, attempts }, outcome]) => ({ id, attempts, ...outcome }));
  if (rows.length > 0) await ctx.hot('connector_calls_end', END, [JSON.stringify(rows)]);
}
