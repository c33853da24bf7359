import { belongs, foldTicket, type Passage } from '#kernel/value-stream.ts';
import type { Ctx } from '#platform/context/index.ts';
import { WAIT_CAUSE_KEYS } from '#shared/value-stream-words.ts';
import type { StreamInForce } from './in-force.ts';
import { type Hours, type Life, livesOf } from './lives.ts';

/** The largest number of the columns: some sixty years in seconds. */
const MOST = 2_000_000_000;
const DROP =
  'delete from value_stream_steps where stream_id = any ($2::uuid[]) and ticket_id = any ($1::uuid[]) and client_id in (select client_id from tickets where id = any ($1::uuid[]))';
const WRITE = `
insert into value_stream_steps (client_id, ticket_id, stream_id, step_key, number, ended_at, entered_at, left_at, visits, waits,
  waits_business, wait, wait_business, touch, touch_business, estimated, team_id, category_id, is_first)
select r.client_id, r.ticket_id, r.stream_id, r.step_key, r.number, r.ended_at, r.entered_at, r.left_at, r.visits, r.waits,
  r.waits_business, r.wait, r.wait_business, r.touch, r.touch_business, r.estimated, r.team_id, r.category_id, r.is_first
from jsonb_to_recordset($1::jsonb) as r (client_id uuid, ticket_id uuid, stream_id uuid, step_key text, number integer, ended_at timestamptz,
  entered_at timestamptz, left_at timestamptz, visits integer, waits integer[], waits_business integer[], wait integer,
  wait_business integer, touch integer, touch_business integer, estimated boolean, team_id uuid, category_id uuid, is_first boolean)`;

/** Works out anew what became of tickets in some streams, and keeps it in place of what was known. */
export async function workOut(
  ctx: Ctx,
  ids: readonly string[],
  streams: readonly StreamInForce[],
  hours: Hours,
): Promise<void> {
  if (ids.length === 0 || streams.length === 0) return;
  const rows = (await livesOf(ctx, ids, hours)).flatMap((life) => streams.flatMap((stream) => rowsOf(life, stream)));
  await ctx.hot('stream_steps_drop', DROP, [ids, streams.map(({ id }) => id)]);
  if (rows.length > 0) await ctx.hot('stream_steps_write', WRITE, [JSON.stringify(rows)]);
}

function rowsOf(life: Life, { id, number, terms }: StreamInForce) {
  if (!belongs(terms.work, life.candidate)) return [];
  const passed = foldTicket(life.standings, life.recorded, terms.steps, life.open);
  if (!passed) return [];
  const of = {
    ...{ client_id: life.clientId, ticket_id: life.id, stream_id: id, number, ended_at: instant(passed.endedAt) },
    ...{ team_id: life.teamId, category_id: life.categoryId },
  };
  return passed.passages.map((passage, index) => ({ ...of, ...columnsOf(passage), is_first: index === 0 }));
}

function columnsOf({ step, enteredAt, leftAt, visits, waits, touch, estimated }: Passage) {
  const each = WAIT_CAUSE_KEYS.map((cause) => Math.min(MOST, waits[cause].seconds));
  const eachBusiness = WAIT_CAUSE_KEYS.map((cause) => Math.min(MOST, waits[cause].business));
  return {
    ...{ step_key: step, entered_at: instant(enteredAt), left_at: instant(leftAt), visits, estimated },
    ...{ waits: each, waits_business: eachBusiness, wait: sum(each), wait_business: sum(eachBusiness) },
    ...{ touch: Math.min(MOST, touch.seconds), touch_business: Math.min(MOST, touch.business) },
  };
}

const sum = (seconds: readonly number[]) =>
  Math.min(
    MOST,
    seconds.reduce((total, one) => total + one, 0),
  );
const instant = (ms: number) => new Date(ms).toISOString();
