import { sql } from 'kysely';
import type { Ctx } from '#platform/context/index.ts';
import type { FlowQuery } from '#shared/value-stream.ts';
import { WAIT_CAUSE_KEYS, type WaitCause } from '#shared/value-stream-words.ts';
import { rowsAbout, streamInForce } from './period.ts';

/** How long each of the newest tickets of a period waited in a step, in seconds: for whatever, or for one cause. */
export async function waitsIn(
  ctx: Ctx,
  { streamId, step, cause }: { streamId: string; step: string; cause: WaitCause | null },
  period: { fromAt: string; untilAt: string },
  narrowed: Pick<FlowQuery, 'clientId' | 'teamId' | 'categoryId'>,
  most: number,
): Promise<number[]> {
  const stream = await streamInForce(ctx, streamId);
  const waited = cause === null ? sql`s.wait` : sql`s.waits[${sql.lit(WAIT_CAUSE_KEYS.indexOf(cause) + 1)}]`;
  const { rows } = await sql<{ seconds: number }>`
    select ${waited} as seconds from value_stream_steps s
    where ${rowsAbout(ctx, stream, period, narrowed)} and s.step_key = ${step}
    order by s.ended_at desc, s.ticket_id limit ${most}`.execute(ctx.tx);
  return rows.map(({ seconds }) => seconds);
}

/** Of each of the newest tickets of a period how long it was worked on, and how long all of it took, in seconds; those that took none are not told. */
export async function efficienciesIn(
  ctx: Ctx,
  streamId: string,
  period: { fromAt: string; untilAt: string },
  narrowed: Pick<FlowQuery, 'clientId' | 'teamId' | 'categoryId'>,
  most: number,
): Promise<(readonly [touch: number, whole: number])[]> {
  const stream = await streamInForce(ctx, streamId);
  const { rows } = await sql<{ touch: number; whole: number }>`
    select sum(s.touch)::float8 as touch, sum(s.touch + s.wait)::float8 as whole from value_stream_steps s
    where ${rowsAbout(ctx, stream, period, narrowed)}
    group by s.client_id, s.ticket_id having sum(s.touch + s.wait) > 0
    order by max(s.ended_at) desc, s.ticket_id limit ${most}`.execute(ctx.tx);
  return rows.map(({ touch, whole }) => [touch, whole] as const);
}
