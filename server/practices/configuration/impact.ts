import {
  type Edge,
  edgesOf,
  type Reached,
  type Relation,
  reach,
  reachBy,
  stepsAlong,
  type Trouble,
} from '#kernel/estate/impact.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { Impact, ImpactQuery, ServiceMap } from '#shared/estate-relations.ts';
import { loadClasses } from './classes.ts';
import { requireClient } from './places.ts';
import { findItem } from './rows.ts';
import { SIGN_IN_NAMES } from './used-by.ts';

const RELATIONS = `select from_id as "from", to_id as "to", kind from ci_relations where client_id = $1`;
const KINDS = 'select key, name, inverse, trouble from ci_relation_kinds';
type Kind = { key: string; name: string; inverse: string; trouble: Trouble };

/** Everything that hangs together at a client. All of it is read: fifty thousand relations are one walk over an index. */
async function hanging(ctx: Ctx, clientId: string) {
  const relations = await ctx.hot<Relation>('ci_relations_of_client', RELATIONS, [clientId]);
  const kinds = new Map((await ctx.hot<Kind>('ci_relation_kinds', KINDS, [])).map((kind) => [kind.key, kind]));
  const edges = edgesOf(relations, new Map([...kinds].map(([key, { trouble }]) => [key, trouble])));
  return { relations, kinds, edges };
}

const RELATIONS_AMONG = `select from_id as "from", to_id as "to", kind from ci_relations where client_id = any ($1::uuid[])`;

/** How trouble runs among everything of some clients. */
export async function edgesAmong(ctx: Ctx, clientIds: readonly string[]): Promise<Edge[]> {
  const relations = await ctx.hot<Relation>('ci_relations_of_clients', RELATIONS_AMONG, [clientIds]);
  const kinds = await ctx.hot<Kind>('ci_relation_kinds', KINDS, []);
  return edgesOf(relations, new Map(kinds.map(({ key, trouble }) => [key, trouble])));
}

/**
 * What each of some items of a client depends on, at any depth: by item, the items that may be its cause and how many steps away they are.
 * An item that depends on nothing is left out.
 */
export async function upstreamOf(
  ctx: Ctx,
  clientId: string,
  itemIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, number>>> {
  const { edges } = await hanging(ctx, clientId);
  const causes = stepsAlong(edges, 'causes');
  const found = itemIds
    .filter((id) => causes.has(id))
    .map((id) => [id, new Map(reachBy(id, causes).map((one) => [one.id, one.depth]))] as const);
  return new Map(found);
}

const SERVICES_OF = `
select distinct s.id, s.name, s.importance from configuration_items i join services s on s.id = i.service_id
where i.client_id = $1 and i.id = any ($2::uuid[]) order by s.name, s.id`;

/** What hangs on some items of a client together, at any depth: how many others depend on them, and which services stand on all of these. */
export async function dependentsOf(
  ctx: Ctx,
  clientId: string,
  itemIds: readonly string[],
): Promise<{ itemIds: string[]; services: { id: string; name: string; importance: string }[] }> {
  const { edges } = await hanging(ctx, clientId);
  const effects = stepsAlong(edges, 'effects');
  const reached = new Set(itemIds.flatMap((id) => reachBy(id, effects).map((one) => one.id)));
  for (const id of itemIds) reached.delete(id);
  const services = await ctx.hot<{ id: string; name: string; importance: string }>(
    'ci_dependent_services',
    SERVICES_OF,
    [clientId, [...itemIds, ...reached]],
  );
  return { itemIds: [...reached], services };
}

const NODES = `
select id, name, class_key as "classKey", state, online from configuration_items where client_id = $1 and id = any ($2::uuid[])`;
type NodeRow = { id: string; name: string; classKey: string; state: 'deployed'; online: boolean | null };

const TOUCHED = `
with found as (select contact_id, user_key from configuration_items where client_id = $1 and id = any ($2::uuid[]))
select k.id, k.name, bool_or(t.is_owner) as "isOwner" from (
  select contact_id as id, true as is_owner from found where contact_id is not null
  union all
  select k.id, false from contacts k cross join lateral ${SIGN_IN_NAMES} n(name)
  join found i on i.user_key = n.name and i.contact_id is null and i.user_key <> '' where k.client_id = $1
) t join contacts k on k.client_id = $1 and k.id = t.id group by k.id, k.name order by k.name, k.id limit 500`;
const SERVED = `
select distinct s.id, s.name from configuration_items i join services s on s.id = i.service_id
where i.client_id = $1 and i.id = any ($2::uuid[]) order by s.name, s.id limit 100`;

/** What is hurt if an item fails, or what it needs itself; any depth, the nearest first, each item once. */
export async function impactOf(ctx: Ctx, id: string, query: ImpactQuery): Promise<Impact> {
  const item = await findItem(ctx, id);
  const { relations, kinds, edges } = await hanging(ctx, item.client_id);
  const found = reach(item.id, edges, query.towards ?? 'effects', query.depth);
  const items = await nodesOf(ctx, item.client_id, [{ id: item.id, depth: 0, via: item.id }, ...found]);
  const ids = items.map((one) => one.id);
  const [start, ...reached] = items;
  if (!start) throw new Error('The item that was just found is gone');
  return {
    start,
    items: reached,
    relations: among(relations, new Set(ids), kinds),
    contacts: await ctx.hot('ci_impact_contacts', TOUCHED, [item.client_id, ids]),
    services: await ctx.hot('ci_impact_services', SERVED, [item.client_id, ids]),
  };
}

async function nodesOf(ctx: Ctx, clientId: string, found: readonly Reached[]): Promise<Impact['items']> {
  const classes = await loadClasses(ctx);
  const rows = await ctx.hot<NodeRow>('ci_nodes', NODES, [clientId, found.map((one) => one.id)]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return found.flatMap(({ id, depth, via }) => {
    const row = byId.get(id);
    return row ? [{ ...row, className: classes.nameOf(row.classKey), depth, via: via === id ? null : via }] : [];
  });
}

const among = (relations: readonly Relation[], ids: ReadonlySet<string>, kinds: ReadonlyMap<string, Kind>) =>
  relations
    .filter(({ from, to }) => ids.has(from) && ids.has(to))
    .map(({ from, to, kind }) => {
      const { name, inverse } = kinds.get(kind) ?? { name: kind, inverse: kind };
      return { fromId: from, kind, words: name, inverse, toId: to };
    });

const SERVICE_ITEMS = `
select id from configuration_items where client_id = $1 and merged_into is null and state not in ('retired', 'disposed')
  and (class_key = any ($2::text[]) or service_id is not null) order by name_key, id limit 500`;

/** A client's services and what they stand on, each at how many steps below the nearest service it is. */
export async function serviceMapOf(ctx: Ctx, clientId: string): Promise<ServiceMap> {
  await requireClient(ctx, clientId);
  const classes = await loadClasses(ctx);
  const tops = await ctx.hot<{ id: string }>('ci_service_items', SERVICE_ITEMS, [clientId, classes.below('service')]);
  const { relations, kinds, edges } = await hanging(ctx, clientId);
  // One start above all services, so that each item is reached by its shortest way from any.
  const roof = 'services';
  const found = reach(roof, [...edges, ...tops.map(({ id }) => ({ cause: id, effect: roof }))], 'causes').map(
    (one) => ({
      ...one,
      depth: one.depth - 1,
      via: one.via === roof ? one.id : one.via,
    }),
  );
  const items = await nodesOf(ctx, clientId, found);
  return { items, relations: among(relations, new Set(items.map((one) => one.id)), kinds) };
}
