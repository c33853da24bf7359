import type { Ctx } from '#platform/context/index.ts';
import { FLOW_SECONDS, newToken, tokenHash } from '#platform/identity/index.ts';
import type { Who } from '../who.ts';

/** Seconds between a provider's answer and the browser that shows that it began. */
const ANSWER_SECONDS = 120;

/**
 * Somebody on their way to a SAML provider and back. `acs`: where the answer must come to; `trial`: by staff, to see what it says.
 * `browser`: the hash of the secret that the browser holds, which does not come with the answer: another site posts it.
 */
export type Trip = { providerId: string; acs: string; requestId: string; browser: string; trial: boolean };

/** Begins a trip; the state travels with it and is not kept. */
export async function beginTrip(
  ctx: Ctx,
  trip: Omit<Trip, 'requestId'>,
): Promise<{ state: string; requestId: string }> {
  const requestId = `_${newToken()}`;
  return { state: await keep(ctx, 'saml', { ...trip, requestId }, FLOW_SECONDS), requestId };
}

/** Takes a trip by its state, once. Null when it is unknown, used or too old. */
export const takeTrip = (ctx: Ctx, state: string): Promise<Trip | null> => take<Trip>(ctx, 'saml', state);

/** Keeps who an answer was about until its browser asks; the handle that finds it once is not kept. */
export const keepAnswer = (ctx: Ctx, answer: { trip: Trip; who: Who }): Promise<string> =>
  keep(ctx, 'saml_answer', answer, ANSWER_SECONDS);

/** Takes an answer by its handle, once, for the browser that began. */
export async function takeAnswer(ctx: Ctx, handle: string, secret: string): Promise<{ trip: Trip; who: Who } | null> {
  const answer = await take<{ trip: Trip; who: Who }>(ctx, 'saml_answer', handle);
  return answer?.trip.browser === tokenHash(secret) ? answer : null;
}

/** Notes that an assertion was used; false where it was before. It is remembered for as long as it could be shown again. */
export async function useUp(ctx: Ctx, providerId: string, assertionId: string, until: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows: noted } = await ctx.tx
    .insertInto('one_time_tokens')
    .values({
      token_hash: tokenHash(`saml assertion ${providerId} ${assertionId}`),
      purpose: 'saml_assertion',
      created_at: ctx.now,
      used_at: ctx.now,
      expires_at: until,
    })
    .onConflict((on) => on.column('token_hash').doNothing())
    .executeTakeFirstOrThrow();
  return noted === 1n;
}

async function keep(ctx: Ctx, purpose: string, data: object, seconds: number): Promise<string> {
  const token = newToken();
  await ctx.tx
    .insertInto('one_time_tokens')
    .values({
      token_hash: tokenHash(token),
      purpose,
      data: JSON.stringify(data),
      created_at: ctx.now,
      expires_at: new Date(Date.parse(ctx.now) + seconds * 1000).toISOString(),
    })
    .execute();
  return token;
}

async function take<T>(ctx: Ctx, purpose: string, token: string): Promise<T | null> {
  const row = await ctx.tx
    .deleteFrom('one_time_tokens')
    .where('token_hash', '=', tokenHash(token))
    .where('purpose', '=', purpose)
    .returning(['data', 'expires_at'])
    .executeTakeFirst();
  return row && row.expires_at > ctx.now ? (row.data as T) : null;
}
