import { IN_USE } from '#kernel/estate/life.ts';
import type { Ctx } from '#platform/context/index.ts';
import { likeText } from '#platform/text/index.ts';
import type { LicencePosition } from '#shared/estate.ts';

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
select l.id, count(distinct case when l.metric = 'user' then coalesce(i.contact_id, i.id) else i.id end)::int as installed
from jsonb_to_recordset($1::jsonb) as l (id uuid, client_id uuid, pattern text, metric text)
join ci_software x on x.client_id = l.client_id and x.name_key like l.pattern
join ci_sources s on s.client_id = x.client_id and s.id = x.source_ref and s.gone_at is null
join configuration_items i on i.client_id = s.client_id and i.id = s.item_id and i.merged_into is null and i.state = any ($2::text[])
group by l.id`;

/** For each licence in use, how many it entitles to and how many have it installed. */
export async function licencePositions(ctx: Ctx, clientId: string | null): Promise<LicencePosition[]> {
  const licences = await ctx.hot<Licence>('ci_licences', LICENCES, [clientId, IN_USE]);
  const asked = licences
    .filter(({ product }) => product !== '')
    .map(({ id, client, product, metric }) => ({ id, client_id: client.id, pattern: patternOf(product), metric }));
  const counted = await ctx.hot<{ id: string; installed: number }>('ci_installed', INSTALLED, [
    JSON.stringify(asked),
    IN_USE,
  ]);
  const installed = new Map(counted.map((row) => [row.id, row.installed]));
  return licences.map(({ id, name, ...licence }) => ({
    item: { id, name },
    ...licence,
    installed: installed.get(id) ?? 0,
  }));
}

/** The names that a licence is for, `*` standing for anything, as a `like` reads them. */
const patternOf = (product: string): string => product.toLowerCase().split('*').map(likeText).join('%');
