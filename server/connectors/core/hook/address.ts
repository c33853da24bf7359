import { createHash, randomBytes } from 'node:crypto';
import type { Ctx } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import { readConnector } from '../rows.ts';

/** By what a token is found: it is not kept itself. */
export const hashOfToken = (token: string): Buffer => createHash('sha256').update(token).digest();

/** A new address for calls, by its token. */
export function newHook({ services }: Pick<Ctx, 'services'>): { token: string; url: string } {
  const token = randomBytes(32).toString('base64url');
  return { token, url: `${services.baseUrl}/hooks/${token}` };
}

/** Makes a new address for calls from a system; the one before it is known no more. It is shown this once. Under the program's scope. */
export async function rotateHook(ctx: Ctx, id: string): Promise<{ url: string }> {
  const { token, url } = newHook(ctx);
  await keepHook(ctx, id, token);
  return { url };
}

/** Knows a connector's calls by this token alone. Under the program's scope. */
export async function keepHook(ctx: Ctx, id: string, token: string): Promise<void> {
  const { name } = await readConnector(ctx, id, { lock: true });
  const row = { hook_hash: hashOfToken(token), hook_made_at: ctx.now };
  await ctx.tx.updateTable('connector_keys').set(row).where('connector_id', '=', id).execute();
  await appendEvent(ctx, {
    clientId: null,
    subjectType: 'connector',
    subjectId: id,
    type: 'connector.hook_rotated',
    data: { name },
  });
}
