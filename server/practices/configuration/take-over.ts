import type { Ctx } from '#platform/context/index.ts';
import type { ItemRecord } from './rows.ts';
import { sayByHand } from './say.ts';
import { keepTyped } from './typed.ts';

type Value = string | number | boolean | null;
type Said = { name: string; class_key: string | null; site_id: string | null; attributes: Record<string, Value> };
type Own = { contact_id?: string | null; service_id?: string | null; asset_tag?: string };

/** What went over to the kept item because nothing was said of it by hand there. */
export type TakenOver = {
  readonly name?: string;
  readonly classKey?: string;
  readonly siteId?: string;
  readonly attributes: Record<string, Value>;
  /** What only people say, and stands with the item itself. */
  readonly own: Own;
};

const SAID = `
select name, class_key, site_id, attributes from ci_sources where client_id = $1 and item_id = $2 and source_kind = 'person'`;
const NOTHING: Said = { name: '', class_key: null, site_id: null, attributes: {} };

const saidOf = async (ctx: Ctx, clientId: string, itemId: string): Promise<Said> =>
  (await ctx.hot<Said>('ci_said_of', SAID, [clientId, itemId]))[0] ?? NOTHING;

/** Takes over what people said of the other by hand, where they said nothing of the kept one. */
export async function takeOver(ctx: Ctx, kept: ItemRecord, other: ItemRecord): Promise<TakenOver> {
  const clientId = kept.client_id;
  const [here, there] = [await saidOf(ctx, clientId, kept.id), await saidOf(ctx, clientId, other.id)];
  const attributes = Object.fromEntries(
    Object.entries(there.attributes).filter(([key]) => !Object.hasOwn(here.attributes, key)),
  );
  const own: Own = {
    ...(kept.contact_id === null && other.contact_id !== null ? { contact_id: other.contact_id } : {}),
    ...(kept.service_id === null && other.service_id !== null ? { service_id: other.service_id } : {}),
    ...(kept.asset_tag === '' && other.asset_tag !== '' ? { asset_tag: other.asset_tag } : {}),
  };
  const taken: TakenOver = {
    ...(here.name === '' && there.name !== '' ? { name: there.name } : {}),
    ...(here.class_key === null && there.class_key !== null ? { classKey: there.class_key } : {}),
    ...(here.site_id === null && there.site_id !== null ? { siteId: there.site_id } : {}),
    ...{ attributes, own },
  };
  const { own: _, ...said } = taken;
  if (Object.keys(said).length > 1 || Object.keys(attributes).length > 0) await sayByHand(ctx, clientId, kept.id, said);
  // A tag stands on one item of a client alone.
  if (own.asset_tag !== undefined) await setOwn(ctx, clientId, other.id, { asset_tag: '' });
  await setOwn(ctx, clientId, kept.id, own);
  return taken;
}

/** Gives it back: the kept item loses what it took, but for what somebody has changed there since. */
export async function giveBack(ctx: Ctx, kept: ItemRecord, other: ItemRecord, taken: TakenOver): Promise<void> {
  const clientId = kept.client_id;
  const here = await saidOf(ctx, clientId, kept.id);
  const still = Object.entries(taken.attributes).filter(([key, value]) => here.attributes[key] === value);
  if (taken.name !== undefined || taken.classKey !== undefined || taken.siteId !== undefined || still.length > 0)
    await ctx.hot('ci_unsay_by_hand', UNSAY, [
      ...[clientId, kept.id, still.map(([key]) => key)],
      ...[taken.name ?? null, taken.classKey ?? null, taken.siteId ?? null],
    ]);
  await ctx.hot('ci_said_nothing', SAID_NOTHING, [clientId, kept.id]);
  await keepTyped(ctx, clientId, kept.id);
  const { contact_id: contact, service_id: service, asset_tag: tag } = taken.own;
  await setOwn(ctx, clientId, kept.id, {
    ...(contact !== undefined && kept.contact_id === contact ? { contact_id: null } : {}),
    ...(service !== undefined && kept.service_id === service ? { service_id: null } : {}),
    ...(tag !== undefined && kept.asset_tag === tag ? { asset_tag: '' } : {}),
  });
  // Where somebody gave the tag to another item meanwhile, it stays there.
  if (tag !== undefined) await ctx.hot('ci_tag_back', TAG_BACK, [clientId, other.id, tag]);
}

const UNSAY = `
update ci_sources set attributes = attributes - $3::text[], name = case when name = $4 then '' else name end,
  class_key = nullif(class_key, $5), site_id = nullif(site_id, $6::uuid)
where client_id = $1 and item_id = $2 and source_kind = 'person'`;
const SAID_NOTHING = `
delete from ci_sources where client_id = $1 and item_id = $2 and source_kind = 'person' and name = '' and class_key is null
  and site_id is null and attributes = '{}'`;
const TAG_BACK = `
update configuration_items set asset_tag = $3 where client_id = $1 and id = $2 and asset_tag = '' and not exists (
  select from configuration_items t where t.client_id = $1 and lower(t.asset_tag) = lower($3))`;

async function setOwn(ctx: Ctx, clientId: string, id: string, columns: Own): Promise<void> {
  if (Object.keys(columns).length > 0)
    await ctx.tx
      .updateTable('configuration_items')
      .set(columns)
      .where('client_id', '=', clientId)
      .where('id', '=', id)
      .execute();
}
