import { invalid } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import type { Ctx } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import type { CreateEstateItem } from '#shared/estate.ts';
import { loadClasses } from './classes.ts';
import { holdItems } from './hold.ts';
import { refusePlaces, requireClient } from './places.ts';
import { sayByHand } from './say.ts';
import { refuseTag } from './tag.ts';
import { proposeTyped } from './typed.ts';
import { refuseValues } from './values.ts';

/** Adds an item by hand. Returns its id. */
export async function createItem(ctx: Ctx, input: CreateEstateItem): Promise<string> {
  const { clientId, classKey, attributes = {}, siteId = null, contactId = null, serviceId = null } = input;
  await requireClient(ctx, clientId, 'clientId');
  const classes = await loadClasses(ctx);
  if (!classes.has(classKey)) throw invalid([{ path: 'classKey', message: 'is no class' }]);
  refuseValues(attributes, classes.attributesOf(classKey));
  await refusePlaces(ctx, clientId, { siteId, contactId, serviceId });
  const assetTag = (input.assetTag ?? '').trim();
  await refuseTag(ctx, clientId, assetTag, null);
  const id = newId();
  const name = input.name.trim();
  await ctx.tx
    .insertInto('configuration_items')
    .values({
      client_id: clientId,
      id,
      class_key: classKey,
      name,
      state: input.state ?? 'deployed',
      // That it is in use is what is taken for granted, and not said.
      state_by: (input.state ?? 'deployed') === 'deployed' ? 'source' : 'person',
      asset_tag: assetTag,
      site_id: siteId,
      contact_id: contactId,
      service_id: serviceId,
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .execute();
  await appendEvent(ctx, {
    clientId,
    subjectType: 'item',
    subjectId: id,
    type: 'item.created',
    data: { name, classKey, state: input.state ?? 'deployed' },
  });
  await sayByHand(ctx, clientId, id, { name, classKey, siteId, attributes });
  await holdItems(ctx, clientId, [id], '', new Set([id]));
  await proposeTyped(ctx, clientId, id);
  return id;
}
