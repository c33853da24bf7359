import { notFound } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { CatalogueItemRow, CatalogueItemView } from '#shared/catalogue.ts';

/** Chosen clients are told as far as the reader sees them. */
const BASE = `
i.id, i.audience, i.group_ids as "groupIds", i.roles, i.active, i.version,
(select coalesce(array_agg(k.client_id order by k.client_id), '{}') from catalogue_item_clients k where k.item_id = i.id) as "clientIds"`;

const LIST = `
select ${BASE}, i.name, coalesce(v.terms, i.draft) ->> 'heading' as heading, coalesce(v.terms, i.draft) ->> 'icon' as icon,
  coalesce(v.terms, i.draft) -> 'price' as price,
  coalesce(jsonb_typeof(coalesce(v.terms, i.draft) -> 'approval') = 'object', false) as "needsApproval",
  i.published, i.draft is not null as draft,
  jsonb_array_length(coalesce(v.terms, i.draft) -> 'parts') > 0 as bundle
from catalogue_items i left join catalogue_item_versions v on v.item_id = i.id and v.number = i.published
order by i.active desc, heading, i.position, lower(i.name)`;

const ONE = `
select ${BASE}, i.draft, case when v.number is null then null else jsonb_build_object('number', v.number, 'terms', v.terms) end as current
from catalogue_items i left join catalogue_item_versions v on v.item_id = i.id and v.number = i.published where i.id = $1`;

const VERSIONS = `
select v.number, v.note, v.published_at as "publishedAt", (select s.name from staff s where s.id = v.published_by) as "publishedBy"
from catalogue_item_versions v where v.item_id = $1 order by v.number desc limit 100`;

/** Every item that the reader may see, also those that are not offered. */
export const listItems = (ctx: Ctx): Promise<CatalogueItemRow[]> =>
  ctx.hot<CatalogueItemRow>('catalogue_items', LIST, []);

export async function viewItem(ctx: Ctx, id: string): Promise<CatalogueItemView> {
  const [row] = await ctx.hot<Omit<CatalogueItemView, 'versions'>>('catalogue_item', ONE, [id]);
  if (!row) throw notFound('item');
  return {
    ...row,
    versions: await ctx.hot<CatalogueItemView['versions'][number]>('catalogue_item_versions', VERSIONS, [id]),
  };
}
