import { IN_USE } from '#kernel/estate/life.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { LicencePosition } from '#shared/estate.ts';
import { likeText } from './like.ts';

type Licence = {
  id: string;
  name: string;
  client: { id: string; name: string };
  product: string;
  metric: string;
  seats: number;
  expiresOn: string | null;
};

const LICENCES = `
select i.id, i.name, jsonb_build_object('id', c.id, 'name', c.name) as client, coalesce(i.attributes ->> 'product', '') as product,
  coalesce(i.attributes ->> 'metric', 'device') as metric, coalesce((i.attributes ->> 'seats')::numeric::int, 0) as seats, i.attributes ->> 'expiresOn' as "expiresOn"
from configuration_items i join clients c on c.id = i.client_id
where ($1::uuid is null or i.client_id = $1) and i.class_key = 'software_licence' and i.merged_into is null and i.state = any ($2::text[])
order by c.name_key, i.name_key, i.id limit 500`;

/** Devices in use that have it installed, or the people whose those are; a device without a person counts as one. */
const INSTALLED = `
select count(distinct case when $4 = 'user' then coalesce(i.contact_id, i.id) else i.id end)::int as installed
from ci_software x join ci_sources s on s.client_id = x.client_id and s.id = x.source_ref and s.gone_at is null
join configuration_items i on i.client_id = s.client_id and i.id = s.item_id and i.merged_into is null and i.state = any ($3::text[])
where x.client_id = $1 and x.name_key like $2`;

/** For each licence in use, how many it entitles to and how many have it installed. */
export async function licencePositions(ctx: Ctx, clientId: string | null): Promise<LicencePosition[]> {
  const licences = await ctx.hot<Licence>('ci_licences', LICENCES, [clientId, IN_USE]);
  const positions: LicencePosition[] = [];
  for (const { id, name, ...licence } of licences) {
    const pattern = licence.product.toLowerCase().split('*').map(likeText).join('%');
    const [counted] =
      licence.product === ''
        ? []
        : await ctx.hot<{ installed: number }>('ci_installed', INSTALLED, [
            licence.client.id,
            pattern,
            IN_USE,
            licence.metric,
          ]);
    positions.push({ item: { id, name }, ...licence, installed: counted?.installed ?? 0 });
  }
  return positions;
}
