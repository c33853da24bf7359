import { type ItemTerms, validateItem } from '#kernel/catalogue.ts';
import { type FieldError, invalid, notFound, staleVersion } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { type Ctx, requireAllClients } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import { refuseUnknown } from '#platform/record/index.ts';
import type { CreateCatalogueItem, SaveItem } from '#shared/catalogue.ts';

type Row = {
  id: string;
  name: string;
  draft: unknown;
  published: number | null;
  active: boolean;
  version: number;
  audience: string;
};
type Audience = Pick<SaveItem, 'audience' | 'groupIds' | 'clientIds' | 'roles'>;

/** Begins an item as a draft, which nobody is offered until it is published. */
export async function createItem(ctx: Ctx, input: CreateCatalogueItem): Promise<string> {
  requireAllClients(ctx, 'The catalogue');
  const terms = input.terms as ItemTerms;
  await refuseTerms(ctx, terms, null);
  await refuseName(ctx, terms.name, null);
  await refuseAudience(ctx, input);
  const id = newId();
  const last = await ctx.tx
    .selectFrom('catalogue_items')
    .select((q) => q.fn.max('position').as('position'))
    .executeTakeFirst();
  await ctx.tx
    .insertInto('catalogue_items')
    .values({
      id,
      name: terms.name.trim(),
      audience: input.audience ?? 'all',
      group_ids: input.groupIds ?? [],
      roles: input.roles ?? [],
      position: (last?.position ?? 0) + 1,
      draft: JSON.stringify(terms),
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .execute();
  await storeClients(ctx, id, input.clientIds ?? []);
  await tell(ctx, id, 'created', { name: terms.name.trim() });
  return id;
}

/** Keeps a draft, or changes whom the item is for, which holds at once. */
export async function saveItem(ctx: Ctx, id: string, input: SaveItem): Promise<void> {
  const before = await itemForChange(ctx, id, input.version);
  if (input.terms) {
    await refuseTerms(ctx, input.terms as ItemTerms, id);
    await refuseName(ctx, input.terms.name, id);
  }
  await refuseAudience(ctx, input);
  await ctx.tx
    .updateTable('catalogue_items')
    .set({
      ...(input.terms ? { draft: JSON.stringify(input.terms) } : {}),
      ...(input.terms && before.published === null ? { name: input.terms.name.trim() } : {}),
      ...(input.active === undefined ? {} : { active: input.active }),
      ...(input.audience === undefined ? {} : { audience: input.audience }),
      ...(input.groupIds === undefined ? {} : { group_ids: input.groupIds }),
      ...(input.roles === undefined ? {} : { roles: input.roles }),
      version: before.version + 1,
      updated_at: ctx.now,
    })
    .where('id', '=', id)
    .execute();
  if (input.clientIds) await storeClients(ctx, id, input.clientIds);
  const { version: _version, terms, ...rest } = input;
  await tell(ctx, id, 'changed', { name: before.name, ...(terms ? { draft: true } : {}), ...rest });
}

/** Offers the draft from now on, as the item's next version. What was ordered before keeps the version it was made from. */
export async function publishItem(
  ctx: Ctx,
  id: string,
  input: { version: number; note?: string | undefined },
): Promise<number> {
  const before = await itemForChange(ctx, id, input.version);
  const terms = before.draft as ItemTerms | null;
  if (!terms) throw invalid([{ path: 'version', message: 'there is no draft to publish' }]);
  await refuseTerms(ctx, terms, id);
  await refuseName(ctx, terms.name, id);
  const number = (before.published ?? 0) + 1;
  await ctx.tx
    .insertInto('catalogue_item_versions')
    .values({
      item_id: id,
      number,
      terms: JSON.stringify(terms),
      note: input.note?.trim() ?? '',
      published_at: ctx.now,
      published_by: ctx.actor.id,
    })
    .execute();
  await ctx.tx
    .updateTable('catalogue_items')
    .set({ name: terms.name.trim(), draft: null, published: number, version: before.version + 1, updated_at: ctx.now })
    .where('id', '=', id)
    .execute();
  await tell(ctx, id, 'published', { name: terms.name, number, ...(input.note ? { reason: input.note } : {}) });
  return number;
}

async function itemForChange(ctx: Ctx, id: string, version: number): Promise<Row> {
  const row = await ctx.tx
    .selectFrom('catalogue_items')
    .select(['id', 'name', 'draft', 'published', 'active', 'version', 'audience'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw notFound('item');
  requireAllClients(ctx, 'The catalogue');
  await ctx.tx.selectFrom('catalogue_items').select('id').where('id', '=', id).forUpdate().execute();
  const { version: now } = await ctx.tx
    .selectFrom('catalogue_items')
    .select('version')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if (now !== version) throw staleVersion('item', now);
  return row;
}

async function refuseTerms(ctx: Ctx, terms: ItemTerms, own: string | null): Promise<void> {
  const faults = await faultsOfTerms(ctx, terms, own);
  if (faults.length > 0) throw invalid(faults.map(({ path, message }) => ({ path: `terms.${path}`, message })));
}

async function faultsOfTerms(ctx: Ctx, terms: ItemTerms, own: string | null): Promise<FieldError[]> {
  const [teams, staff, items, category, service] = await Promise.all([
    ctx.tx.selectFrom('teams').select('id').where('active', '=', true).execute(),
    ctx.tx.selectFrom('staff').select('id').where('active', '=', true).execute(),
    ctx.hot<{ id: string }>('catalogue_plain_items', PLAIN_ITEMS, []),
    ctx.tx
      .selectFrom('categories')
      .select('id')
      .where('id', '=', terms.categoryId)
      .where('active', '=', true)
      .execute(),
    ctx.tx.selectFrom('services').select('id').where('id', '=', terms.serviceId).where('active', '=', true).execute(),
  ]);
  const ids = (rows: readonly { id: string }[]) => new Set(rows.map(({ id }) => id));
  return [
    ...validateItem(terms, {
      teamIds: ids(teams),
      staffIds: ids(staff),
      itemIds: ids(items.filter(({ id }) => id !== own)),
    }),
    ...(terms.categoryId !== null && category.length === 0
      ? [{ path: 'categoryId', message: 'is no category in use' }]
      : []),
    ...(terms.serviceId !== null && service.length === 0
      ? [{ path: 'serviceId', message: 'is no service in use' }]
      : []),
  ];
}

const PLAIN_ITEMS = `
select i.id from catalogue_items i join catalogue_item_versions v on v.item_id = i.id and v.number = i.published
where i.active and jsonb_array_length(v.terms -> 'parts') = 0`;

async function refuseName(ctx: Ctx, name: string, own: string | null): Promise<void> {
  const rows = await ctx.tx.selectFrom('catalogue_items').select(['id', 'name']).where('active', '=', true).execute();
  if (rows.some((row) => row.id !== own && row.name.toLowerCase() === name.trim().toLowerCase()))
    throw invalid([{ path: 'terms.name', message: 'is the name of another item' }]);
}

async function refuseAudience(ctx: Ctx, { groupIds = [], clientIds = [] }: Audience): Promise<void> {
  await refuseUnknown(ctx, 'clients', 'clientIds', clientIds);
  if (groupIds.length === 0) return;
  const found = await ctx.tx.selectFrom('client_groups').select('id').where('id', 'in', groupIds).execute();
  if (found.length < groupIds.length)
    throw invalid([{ path: 'groupIds', message: 'names a group that does not exist' }]);
}

async function storeClients(ctx: Ctx, itemId: string, clientIds: readonly string[]): Promise<void> {
  await ctx.tx.deleteFrom('catalogue_item_clients').where('item_id', '=', itemId).execute();
  if (clientIds.length === 0) return;
  await ctx.tx
    .insertInto('catalogue_item_clients')
    .values(clientIds.map((client_id) => ({ client_id, item_id: itemId })))
    .execute();
}

const tell = (ctx: Ctx, id: string, what: string, data: Record<string, unknown>) =>
  appendEvent(ctx, {
    clientId: null,
    subjectType: 'catalogue_item',
    subjectId: id,
    type: `catalogue_item.${what}`,
    data: { text: data['name'], ...data },
  });
