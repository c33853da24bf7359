import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { Fault } from '#kernel/errors.ts';
import type { Ctx } from '../context/index.ts';

/** How long an answer is kept for a repeat of the same request. */
const KEEP_HOURS = 24;

export type Stored = { status: number; response: string };

/**
 * Makes a POST safe to repeat (the Idempotency-Key header of the IETF HTTPAPI draft). The key belongs to the principal, as long as
 * they see the same clients: an answer is not given again to somebody who might not see any more what it tells.
 * The answer is stored in the command's own transaction, so there is never an effect without its answer or the reverse.
 * Throws `in_flight` (409) while a twin runs and `idempotency_mismatch` (422) for the same key with another request.
 */
export async function once(
  ctx: Ctx,
  key: string,
  request: { method: string; url: string; body: unknown },
  run: () => Promise<Stored>,
): Promise<Stored & { replayed: boolean }> {
  const principal = ctx.scope.principalId ?? 'system';
  const { allClients, clientIds } = ctx.scope;
  const sees = allClients ? 'all' : [...clientIds].sort().join();
  const hash = createHash('sha256')
    .update(`${request.method} ${request.url}\n${sees}\n${JSON.stringify(request.body ?? null)}`)
    .digest('hex');
  const lock = await sql<{ free: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${`idempotency ${principal} ${key}`}, 0)) as free`.execute(
    ctx.tx,
  );
  if (!lock.rows[0]?.free) throw new Fault('in_flight', 'The same request is being worked on. Ask again in a moment.');
  const known = await ctx.tx
    .selectFrom('idempotency')
    .select(['request_hash', 'status', 'response'])
    .where('principal', '=', principal)
    .where('key', '=', key)
    .executeTakeFirst();
  if (known) {
    if (known.request_hash !== hash)
      throw new Fault('idempotency_mismatch', 'This Idempotency-Key was used for a different request. Use a new key.');
    return { status: known.status, response: known.response, replayed: true };
  }
  const answer = await run();
  await ctx.tx
    .insertInto('idempotency')
    .values({
      principal,
      key,
      request_hash: hash,
      status: answer.status,
      response: answer.response,
      created_at: ctx.now,
    })
    .execute();
  return { ...answer, replayed: false };
}

/** Forgets answers that are too old to be asked for again. Runs under the system's scope. */
export async function forgetOldAnswers(ctx: Ctx): Promise<void> {
  const before = new Date(Date.parse(ctx.now) - KEEP_HOURS * 3_600_000).toISOString();
  await ctx.tx.deleteFrom('idempotency').where('created_at', '<', before).execute();
}
