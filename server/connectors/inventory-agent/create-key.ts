import { invalid, notFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { actingStaff, type Ctx } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import { newToken, tokenHash } from '#platform/identity/index.ts';
import type { CreatedEnrolmentKey, CreateEnrolmentKey } from '#shared/inventory-agent.ts';
import { DOOR, setupsFor } from './setups.ts';

/** Makes a key for agents on a client's machines and returns it, with how each agent is told; only its hash is kept. */
export async function createEnrolmentKey(
  ctx: Ctx,
  clientId: string,
  input: CreateEnrolmentKey,
): Promise<CreatedEnrolmentKey> {
  const client = await ctx.tx.selectFrom('clients').select('id').where('id', '=', clientId).executeTakeFirst();
  if (!client) throw notFound('client');
  const siteId = input.siteId ?? null;
  await refuseOtherSite(ctx, clientId, siteId);
  const key = newToken();
  const id = newId();
  const name = input.name.trim();
  await ctx.tx
    .insertInto('enrolment_keys')
    .values({
      client_id: clientId,
      id,
      name,
      site_id: siteId,
      key_hash: tokenHash(key),
      hint: key.slice(-4),
      created_by: actingStaff(ctx),
      created_at: ctx.now,
    })
    .execute();
  await appendEvent(ctx, {
    clientId,
    subjectType: 'enrolment_key',
    subjectId: id,
    type: 'enrolment_key.created',
    data: { name, siteId },
  });
  const url = `${ctx.services.baseUrl}${DOOR}/${key}`;
  return { id, key, url, setups: setupsFor(url) };
}

async function refuseOtherSite(ctx: Ctx, clientId: string, siteId: string | null): Promise<void> {
  if (siteId === null) return;
  const site = await ctx.tx
    .selectFrom('sites')
    .select('id')
    .where('client_id', '=', clientId)
    .where('id', '=', siteId)
    .executeTakeFirst();
  if (!site) throw invalid([{ path: 'siteId', message: 'is no site of this client' }]);
}
