import type { Decision } from '#kernel/alert.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { AlertState } from '#shared/estate-words.ts';

/** How an alert stands after it was decided about. What is left out stays. */
export type Settled = {
  readonly id: string;
  readonly state: AlertState;
  readonly decision: Decision;
  readonly cause_id: string | null;
  readonly ticket_id: string | null;
  /** When it is looked at again; null: when something new is heard. */
  readonly decide_at: string | null;
  readonly storm_until: string | null;
};

const SETTLE = `
update alerts a set state = x.state, decision = x.decision, cause_id = x.cause_id, ticket_id = x.ticket_id, decide_at = x.decide_at,
  storm_until = x.storm_until, decided_at = $3, version = a.version + 1, updated_at = $3
from jsonb_to_recordset($2::jsonb) as x (id uuid, state text, decision jsonb, cause_id uuid, ticket_id uuid, decide_at timestamptz,
  storm_until timestamptz)
where a.client_id = $1 and a.id = x.id`;

/** Writes what was decided about a client's alerts. */
export async function settleAlerts(ctx: Ctx, clientId: string, all: readonly Settled[]): Promise<void> {
  if (all.length > 0) await ctx.hot('alerts_settle', SETTLE, [clientId, JSON.stringify(all), ctx.now]);
}
