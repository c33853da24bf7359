import { type Identifier, normalIdentifiers } from '#kernel/estate/identifiers.ts';
import { identify } from '#kernel/estate/identify.ts';
import type { Ctx } from '#platform/context/index.ts';
import { resolveSetting } from '#platform/settings/index.ts';
import type { IdentifierKind } from '#shared/estate-words.ts';
import { proposeDuplicates } from './duplicates.ts';
import { IDENTIFICATION } from './settings.ts';

/** Attributes by whose values an item is known again, where people type them. */
const TYPED: Readonly<Record<string, IdentifierKind>> = { serial: 'serial', macAddress: 'mac', uuid: 'uuid' };

const SAID = `select id, attributes from ci_sources where client_id = $1 and item_id = $2 and source_kind = 'person'`;
const KEEP = `
with told as (
  select * from jsonb_to_recordset($2::jsonb) as n (kind text, value text)
), gone as (
  delete from ci_identifiers x where x.client_id = $1 and x.source_ref = $3
    and not exists (select from told t where (t.kind, t.value) = (x.kind, x.value))
)
insert into ci_identifiers (client_id, kind, value, source_ref, item_id) select $1, kind, value, $3, $4 from told on conflict do nothing`;

/** Keeps by what an item is known again in step with what people say of it by hand. */
export async function keepTyped(ctx: Ctx, clientId: string, itemId: string): Promise<void> {
  const [row] = await ctx.hot<{ id: string; attributes: Record<string, unknown> }>('ci_typed_said', SAID, [
    clientId,
    itemId,
  ]);
  if (!row) return;
  const { excluded } = (await resolveSetting(ctx, IDENTIFICATION, null)).value;
  const typed = Object.entries(TYPED).flatMap(([key, kind]): Identifier[] => {
    const said = row.attributes[key];
    return typeof said === 'string' ? said.split(',').map((value) => ({ kind, value })) : [];
  });
  const known = JSON.stringify(normalIdentifiers(typed, excluded));
  await ctx.hot('ci_typed_keep', KEEP, [clientId, known, row.id, itemId]);
}

const OWN = `
select distinct x.kind, x.value from ci_identifiers x join ci_sources s on s.client_id = x.client_id and s.id = x.source_ref
where x.client_id = $1 and x.item_id = $2 and s.source_kind = 'person'`;
const OTHERS = `
select i.item_id as "itemId", jsonb_agg(distinct jsonb_build_object('kind', o.kind, 'value', o.value)) as identifiers
from (select distinct x.item_id from ci_identifiers x join jsonb_to_recordset($2::jsonb) as r (kind text, value text)
        on x.client_id = $1 and x.kind = r.kind and x.value = r.value where x.item_id <> $3) i
join configuration_items c on c.client_id = $1 and c.id = i.item_id and c.merged_into is null
join ci_identifiers o on o.client_id = $1 and o.item_id = i.item_id
group by i.item_id, c.created_at order by c.created_at, i.item_id limit 100`;

/** Proposes that an item is one with others that share what somebody typed of it. Nothing is joined by itself: both are there. */
export async function proposeTyped(ctx: Ctx, clientId: string, itemId: string): Promise<void> {
  const typed = await ctx.hot<Identifier>('ci_typed_own', OWN, [clientId, itemId]);
  if (typed.length === 0) return;
  const others = await ctx.hot<{ itemId: string; identifiers: Identifier[] }>('ci_typed_others', OTHERS, [
    clientId,
    JSON.stringify(typed),
    itemId,
  ]);
  const { rules } = (await resolveSetting(ctx, IDENTIFICATION, null)).value;
  // Whatever is listed already is proposed and not joined.
  const { alike } = identify(
    typed,
    others.map((one) => ({ ...one, sameSource: true })),
    'person',
    rules,
  );
  await proposeDuplicates(
    ctx,
    clientId,
    alike.map((one) => ({ itemId, alikeId: one.itemId, why: one.why })),
  );
}
