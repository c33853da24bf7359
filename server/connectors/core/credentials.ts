import type { Ctx } from '#platform/context/index.ts';
import { keyIdOf, newDataKey, openDataKey, sealUnder, unsealUnder, wrapKey } from '#platform/secrets/index.ts';

/** So much of a secret is shown, of one that is so long at least: nobody guesses the rest of it. */
const SHOWN = 4;
const LEAST_LENGTH = 16;

const ownerOf = (connectorId: string) => `connector ${connectorId}`;
const placeOf = (connectorId: string, field: string) => `${connectorId}|${field}`;

/** Makes the key under which a new connector's secrets are sealed. */
export async function makeConnectorKey(ctx: Ctx, connectorId: string): Promise<void> {
  const { keyId, wrapped } = newDataKey(ctx.services.credentialKeys[0], ownerOf(connectorId));
  await ctx.tx
    .insertInto('connector_keys')
    .values({ connector_id: connectorId, key_id: keyId, wrapped_key: wrapped })
    .execute();
}

async function keyOf(ctx: Ctx, connectorId: string): Promise<Buffer> {
  const row = await ctx.tx
    .selectFrom('connector_keys')
    .select(['key_id', 'wrapped_key'])
    .where('connector_id', '=', connectorId)
    .executeTakeFirstOrThrow();
  const wrapped = { keyId: row.key_id, wrapped: row.wrapped_key };
  return openDataKey(ctx.services.credentialKeys, ownerOf(connectorId), wrapped);
}

/** Seals and keeps secrets by their fields; null takes one away. */
export async function putCredentials(
  ctx: Ctx,
  connectorId: string,
  values: Readonly<Record<string, string | null>>,
): Promise<void> {
  const entries = Object.entries(values);
  if (entries.length === 0) return;
  const key = await keyOf(ctx, connectorId);
  for (const [field, value] of entries) {
    if (value === null) {
      const one = ctx.tx.deleteFrom('connector_credentials').where('connector_id', '=', connectorId);
      await one.where('field', '=', field).execute();
      continue;
    }
    const row = {
      sealed: sealUnder(key, placeOf(connectorId, field), Buffer.from(value)),
      ending: value.length >= LEAST_LENGTH ? value.slice(-SHOWN) : '',
      set_at: ctx.now,
    };
    await ctx.tx
      .insertInto('connector_credentials')
      .values({ connector_id: connectorId, field, ...row })
      .onConflict((on) => on.columns(['connector_id', 'field']).doUpdateSet(row))
      .execute();
  }
}

/** A connector's secrets by their fields, for one use. Under the program's scope. */
export async function readCredentials(ctx: Ctx, connectorId: string): Promise<Record<string, string>> {
  const rows = await ctx.tx
    .selectFrom('connector_credentials')
    .select(['field', 'sealed'])
    .where('connector_id', '=', connectorId)
    .execute();
  if (rows.length === 0) return {};
  const key = await keyOf(ctx, connectorId);
  return Object.fromEntries(
    rows.map(({ field, sealed }) => [field, unsealUnder(key, placeOf(connectorId, field), sealed).toString()]),
  );
}

/** Takes away every secret of a connector: its address has changed, and they are for the other one. */
export async function dropCredentials(ctx: Ctx, connectorId: string, fields: readonly string[]): Promise<void> {
  if (fields.length === 0) return;
  const all = ctx.tx.deleteFrom('connector_credentials').where('connector_id', '=', connectorId);
  await all.where('field', 'in', [...fields]).execute();
}

/**
 * Wraps data keys anew that are not wrapped by the key in use, so that the one before it can be forgotten. Answers how many; those that no
 * key opens are left and said in the log.
 */
export async function rewrapKeys(ctx: Ctx): Promise<number> {
  const { credentialKeys: keys, log } = ctx.services;
  const rows = await ctx.tx
    .selectFrom('connector_keys')
    .select(['connector_id', 'key_id', 'wrapped_key'])
    .where('key_id', '<>', keyIdOf(keys[0]))
    .limit(500)
    .forUpdate()
    .execute();
  let count = 0;
  for (const { connector_id: id, key_id: keyId, wrapped_key: wrapped } of rows) {
    try {
      const key = openDataKey(keys, ownerOf(id), { keyId, wrapped });
      const anew = wrapKey(keys[0], ownerOf(id), key);
      const row = { key_id: anew.keyId, wrapped_key: anew.wrapped };
      await ctx.tx.updateTable('connector_keys').set(row).where('connector_id', '=', id).execute();
      count += 1;
    } catch (error) {
      log.error({ err: error, connector: id }, 'connectors: credentials are sealed by a key that is not known');
    }
  }
  return count;
}
