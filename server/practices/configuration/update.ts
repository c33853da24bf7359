import { Fault, invalid } from '#kernel/errors.ts';
import { NEXT_STATES } from '#kernel/estate/life.ts';
import type { Ctx } from '#platform/context/index.ts';
import { differences } from '#platform/database/index.ts';
import type { UpdateEstateItem } from '#shared/estate.ts';
import type { ItemState } from '#shared/estate-words.ts';
import { loadClasses } from './classes.ts';
import { holdItems } from './hold.ts';
import { refusePlaces } from './places.ts';
import { type ItemRecord, lockItem } from './rows.ts';
import { sayByHand } from './say.ts';
import { refuseTag } from './tag.ts';
import { proposeTyped } from './typed.ts';
import { refuseValues } from './values.ts';

/**
 * Changes an item by hand. Name, class, site and attributes are weighed against what other sources say, and by hand wins unless the
 * installation believes otherwise; state, owner, service and tag are people's alone.
 */
export async function updateItem(ctx: Ctx, id: string, input: UpdateEstateItem): Promise<void> {
  const before = await lockItem(ctx, id, input.version);
  if (before.merged_into) throw new Fault('invalid', 'It was joined with another item. Change that one.');
  const clientId = before.client_id;
  const classes = await loadClasses(ctx);
  if (input.classKey !== undefined && !classes.has(input.classKey))
    throw invalid([{ path: 'classKey', message: 'is no class' }]);
  refuseValues(input.attributes ?? {}, classes.attributesOf(input.classKey ?? before.class_key));
  await refusePlaces(ctx, clientId, input);
  refuseStep(before, input.state);
  const columns = {
    ...(input.state === undefined ? {} : { state: input.state }),
    ...(input.contactId === undefined ? {} : { contact_id: input.contactId }),
    ...(input.serviceId === undefined ? {} : { service_id: input.serviceId }),
    ...(input.assetTag === undefined ? {} : { asset_tag: input.assetTag.trim() }),
  };
  if (columns.asset_tag !== undefined) await refuseTag(ctx, clientId, columns.asset_tag, id);
  const changes = differences(before, columns);
  if (Object.keys(columns).length > 0)
    await ctx.tx
      .updateTable('configuration_items')
      .set({ ...columns, ...(input.state === undefined ? {} : { state_by: 'person' }) })
      .where('client_id', '=', clientId)
      .where('id', '=', id)
      .execute();
  await sayByHand(ctx, clientId, id, {
    ...input,
    ...(input.name === undefined ? {} : { name: input.name.trim() }),
  });
  await holdItems(ctx, clientId, [id], '', new Set(), new Map([[id, changes]]));
  if (input.attributes !== undefined) await proposeTyped(ctx, clientId, id);
}

function refuseStep(before: ItemRecord, to: ItemState | undefined): void {
  const from = before.state as ItemState;
  if (to === undefined || to === from || NEXT_STATES[from].includes(to)) return;
  const next = NEXT_STATES[from].map((state) => state.replaceAll('_', ' ')).join(', ');
  throw invalid([{ path: 'state', message: `cannot follow ${from.replaceAll('_', ' ')}; next may be: ${next}` }]);
}
