import { Fault, invalid, notFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import type { Ctx } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import type { DecideDuplicate } from '#shared/estate.ts';
import { holdItems } from './hold.ts';
import { type ItemRecord, lockItem } from './rows.ts';
import { giveBack, type TakenOver, takeOver } from './take-over.ts';

type Moved = {
  /** The sources that went over; what people said by hand stays with each, and is taken over. */
  sources: string[];
  state: string;
  relations: { id: string; from_id: string; to_id: string; kind: string }[];
  /** What was said by hand of the other; joinings of before took nothing. */
  taken?: TakenOver;
  tickets: string[];
};
/** Decides about a proposal: they are one, `keep` going on, or they are two. */
export async function decideDuplicate(ctx: Ctx, id: string, { merge, keep }: DecideDuplicate): Promise<void> {
  const pair = await lockPair(ctx, id, 'proposed');
  if (keep && keep !== pair.kept_id && keep !== pair.other_id)
    throw invalid([{ path: 'keep', message: 'must be one of the two' }]);
  const swap = keep === pair.other_id;
  const [keptId, otherId] = swap ? [pair.other_id, pair.kept_id] : [pair.kept_id, pair.other_id];
  const moved = merge ? await join(ctx, keptId, otherId) : {};
  if (!merge) {
    const [kept, other] = [await lockItem(ctx, keptId), await lockItem(ctx, otherId)];
    await tell(ctx, kept, other, 'told_apart');
  }
  await ctx.tx
    .updateTable('ci_duplicates')
    .set({
      state: merge ? 'merged' : 'dismissed',
      kept_id: keptId,
      other_id: otherId,
      moved: JSON.stringify(moved),
      decided_by: ctx.actor.name,
      decided_at: ctx.now,
    })
    .where('client_id', '=', pair.client_id)
    .where('id', '=', id)
    .execute();
}

/** Says that two items of a client are one, without a proposal. Returns by what it can be taken back. */
export async function joinItems(ctx: Ctx, keptId: string, otherId: string): Promise<string> {
  const kept = await lockItem(ctx, keptId);
  const id = newId();
  await ctx.tx
    .deleteFrom('ci_duplicates')
    .where('client_id', '=', kept.client_id)
    .where('state', '<>', 'merged')
    .where((eb) =>
      eb.or([
        eb.and([eb('kept_id', '=', keptId), eb('other_id', '=', otherId)]),
        eb.and([eb('kept_id', '=', otherId), eb('other_id', '=', keptId)]),
      ]),
    )
    .execute();
  const moved = await join(ctx, keptId, otherId);
  await ctx.tx
    .insertInto('ci_duplicates')
    .values({
      client_id: kept.client_id,
      id,
      kept_id: keptId,
      other_id: otherId,
      state: 'merged',
      moved: JSON.stringify(moved),
      decided_by: ctx.actor.name,
      decided_at: ctx.now,
      created_at: ctx.now,
    })
    .execute();
  return id;
}

/** Takes a joining back: what went over returns, and the two are not proposed again. */
export async function splitJoined(ctx: Ctx, id: string): Promise<void> {
  const pair = await lockPair(ctx, id, 'merged');
  const clientId = pair.client_id;
  const [kept, other] = [await lockItem(ctx, pair.kept_id), await lockItem(ctx, pair.other_id)];
  if (other.merged_into !== kept.id) throw new Fault('invalid', 'It is not joined with that item any more.');
  const moved = pair.moved as unknown as Moved;
  await ctx.tx
    .updateTable('configuration_items')
    .set({ merged_into: null, state: moved.state })
    .where('client_id', '=', clientId)
    .where('id', '=', other.id)
    .execute();
  await moveSources(ctx, clientId, moved.sources, kept.id, other.id);
  await ctx.hot('ci_typed_over', TYPED_OVER, [clientId, other.id, kept.id, other.id]);
  if (moved.taken) await giveBack(ctx, kept, other, moved.taken);
  for (const { id: relation, from_id, to_id, kind } of moved.relations)
    await ctx.hot('ci_relation_back', RELATION_BACK, [clientId, relation, from_id, to_id, kind, ctx.now]);
  await ctx.hot('ci_tickets_back', TICKETS_BACK, [clientId, moved.tickets, kept.id, other.id]);
  await ctx.tx
    .updateTable('ci_duplicates')
    .set({ state: 'dismissed', decided_by: ctx.actor.name, decided_at: ctx.now })
    .where('client_id', '=', clientId)
    .where('id', '=', id)
    .execute();
  await tell(ctx, kept, other, 'separated');
  // Where what was joined was moved to another client meanwhile, so was the one that its source lists.
  const left = new Set(kept.state_by === 'move' ? [other.id] : []);
  await holdItems(ctx, clientId, [kept.id, other.id], '', new Set(), new Map(), left);
}

async function lockPair(ctx: Ctx, id: string, state: 'proposed' | 'merged') {
  const pair = await ctx.tx.selectFrom('ci_duplicates').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (!pair) throw notFound('duplicate');
  if (pair.state !== state)
    throw new Fault('invalid', state === 'merged' ? 'These two are not joined.' : 'This is decided already.');
  return pair;
}

const RELATIONS_OF = `
select id, from_id, to_id, kind from ci_relations where client_id = $1 and (from_id = $2 or to_id = $2) for update`;
/** Where somebody has said the same of the two meanwhile, that stands for it. */
const RELATION_BACK = `
with twin as (
  select from ci_relations where client_id = $1 and from_id = $3 and to_id = $4 and kind = $5 and id <> $2
), gone as (
  delete from ci_relations where client_id = $1 and id = $2 and exists (select from twin)
)
insert into ci_relations (client_id, id, from_id, to_id, kind, created_at)
select $1::uuid, $2::uuid, $3::uuid, $4::uuid, $5, $6::timestamptz where not exists (select from twin)
on conflict (client_id, id) do update set from_id = excluded.from_id, to_id = excluded.to_id`;
/** What would be there twice, or lead from the item to itself, falls away. */
const RELATIONS_OVER = `
with moved as (
  select id, case from_id when $2 then $3 else from_id end as from_id, case to_id when $2 then $3 else to_id end as to_id, kind
  from ci_relations where client_id = $1 and (from_id = $2 or to_id = $2)
), gone as (
  delete from ci_relations r using moved m where r.client_id = $1 and r.id = m.id and (m.from_id = m.to_id or exists (
    select from ci_relations o where o.client_id = $1 and (o.from_id, o.to_id, o.kind) = (m.from_id, m.to_id, m.kind)))
  returning r.id
)
update ci_relations r set from_id = m.from_id, to_id = m.to_id from moved m
where r.client_id = $1 and r.id = m.id and m.from_id <> m.to_id and not exists (
  select from ci_relations o where o.client_id = $1 and (o.from_id, o.to_id, o.kind) = (m.from_id, m.to_id, m.kind))`;
const TICKETS_OVER = `
with gone as (delete from ticket_items where client_id = $1 and item_id = $2 returning ticket_id, staff_id, created_at)
insert into ticket_items (client_id, ticket_id, item_id, staff_id, created_at)
select $1, ticket_id, $3, staff_id, created_at from gone on conflict do nothing returning ticket_id`;
const TICKETS_BACK = `
update ticket_items set item_id = $4 where client_id = $1 and item_id = $3 and ticket_id = any ($2::uuid[])`;
const SOURCES_OF = `select id from ci_sources where client_id = $1 and item_id = $2 and source_kind <> 'person'`;

async function join(ctx: Ctx, keptId: string, otherId: string): Promise<Moved> {
  if (keptId === otherId) throw invalid([{ path: 'otherId', message: 'is the item itself' }]);
  // In one order, so that two who join the same pair the other way round wait for each other.
  const locked = [];
  for (const id of [keptId, otherId].sort()) locked.push(await lockItem(ctx, id));
  const [kept, other] = [locked.find((one) => one.id === keptId), locked.find((one) => one.id === otherId)];
  if (!kept || !other) throw notFound('item');
  if (kept.client_id !== other.client_id) throw invalid([{ path: 'otherId', message: 'is an item of another client' }]);
  if (kept.merged_into || other.merged_into)
    throw new Fault('invalid', 'One of the two was joined with another already.');
  const clientId = kept.client_id;
  const sources = (await ctx.hot<{ id: string }>('ci_sources_to_move', SOURCES_OF, [clientId, otherId])).map(
    (row) => row.id,
  );
  const relations = await ctx.hot<Moved['relations'][number]>('ci_relations_to_move', RELATIONS_OF, [
    clientId,
    otherId,
  ]);
  await moveSources(ctx, clientId, sources, otherId, keptId);
  await ctx.hot('ci_typed_over', TYPED_OVER, [clientId, otherId, otherId, keptId]);
  await ctx.hot('ci_relations_over', RELATIONS_OVER, [clientId, otherId, keptId]);
  const tickets = await ctx.hot<{ ticket_id: string }>('ci_tickets_over', TICKETS_OVER, [clientId, otherId, keptId]);
  await ctx.tx
    .updateTable('configuration_items')
    .set({ merged_into: keptId, state: 'retired' })
    .where('client_id', '=', clientId)
    .where('id', '=', otherId)
    .execute();
  const taken = await takeOver(ctx, kept, other);
  await tell(ctx, kept, other, 'joined');
  await holdItems(ctx, clientId, [keptId], '');
  return { sources, state: other.state, relations, taken, tickets: tickets.map((row) => row.ticket_id) };
}

const SOURCES_OVER =
  'update ci_sources set item_id = $4 where client_id = $1 and item_id = $3 and id = any ($2::uuid[])';
const IDENTIFIERS_OVER =
  'update ci_identifiers set item_id = $4 where client_id = $1 and item_id = $3 and source_ref = any ($2::uuid[])';
/** What people typed of the other stays said of that one, and identifies what goes on. */
const TYPED_OVER = `
update ci_identifiers x set item_id = $4 from ci_sources s where s.client_id = $1 and s.item_id = $2 and s.source_kind = 'person'
  and x.client_id = $1 and x.source_ref = s.id and x.item_id = $3`;

async function moveSources(
  ctx: Ctx,
  clientId: string,
  ids: readonly string[],
  fromId: string,
  toId: string,
): Promise<void> {
  await ctx.hot('ci_sources_over', SOURCES_OVER, [clientId, ids, fromId, toId]);
  await ctx.hot('ci_identifiers_over', IDENTIFIERS_OVER, [clientId, ids, fromId, toId]);
}

const tell = (ctx: Ctx, kept: ItemRecord, other: ItemRecord, verb: 'joined' | 'separated' | 'told_apart') =>
  appendEvent(ctx, {
    clientId: kept.client_id,
    subjectType: 'item',
    subjectId: kept.id,
    type: `item.${verb}`,
    data: { other: other.name, otherId: other.id },
  });
