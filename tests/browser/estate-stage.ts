import { newId } from '#kernel/ids.ts';
import type { Ctx } from '#platform/context/index.ts';
import { createItem, relateItems, takeReadings } from '#server/practices/configuration/index.ts';

/** An estate in which every page of it has something to show, under names that are as long as they may be. Answers an item on which others hang. */
export async function keepEstate(ctx: Ctx, clientId: string, long: string): Promise<string> {
  const twice = (externalId: string) => ({
    externalId,
    name: `${externalId} ${long}`,
    classKey: 'laptop',
    identifiers: [{ kind: 'serial' as const, value: `${'SERIAL'.repeat(10)}1` }],
    attributes: { serial: `${'SERIAL'.repeat(10)}1`, model: externalId, notes: 'n'.repeat(300) },
    software: [{ name: long, version: '1', publisher: long, installedOn: null }],
  });
  const source = { kind: 'rmm', id: newId(), name: long } as const;
  await takeReadings(ctx, { clientId, siteId: null, source }, ['one', 'two'].map(twice));
  const host = await createItem(ctx, { clientId, name: `Host ${long}`, classKey: 'virtual_host', assetTag: 'A-0007' });
  const service = await createItem(ctx, { clientId, name: `Service ${long}`, classKey: 'service' });
  await relateItems(ctx, { fromId: service, kind: 'runs_on', toId: host });
  await createItem(ctx, {
    clientId,
    name: `Licence ${long}`,
    classKey: 'software_licence',
    attributes: { product: `${long.slice(0, 20)}*`, seats: 1, metric: 'user', expiresOn: ctx.now.slice(0, 10) },
  });
  return host;
}
