import { Fault, invalid, notFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import type { Ctx } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import type { CreateRelation, RelationKind } from '#shared/estate-relations.ts';
import type { Static } from '#shared/http.ts';
import { findItem } from './rows.ts';

const KINDS = 'select key, name, inverse, trouble, active from ci_relation_kinds order by position, key';

/** What relations there are and what they mean, in their order. */
export const listRelationKinds = (ctx: Ctx) => ctx.hot<Static<typeof RelationKind>>('ci_kinds_listed', KINDS, []);

/** Says how one item hangs on another of the same client. Saying it twice changes nothing. Returns the relation's id. */
export async function relateItems(ctx: Ctx, { fromId, kind, toId }: CreateRelation): Promise<string> {
  const [from, to] = [await findItem(ctx, fromId), await findItem(ctx, toId)];
  if (from.client_id !== to.client_id) throw invalid([{ path: 'toId', message: 'is an item of another client' }]);
  if (from.id === to.id) throw invalid([{ path: 'toId', message: 'is the item itself' }]);
  const known = await ctx.tx
    .selectFrom('ci_relation_kinds')
    .select(['name', 'active'])
    .where('key', '=', kind)
    .executeTakeFirst();
  if (!known?.active) throw invalid([{ path: 'kind', message: 'is no kind of relation' }]);
  const made = await ctx.tx
    .insertInto('ci_relations')
    .values({ client_id: from.client_id, id: newId(), from_id: from.id, kind, to_id: to.id, created_at: ctx.now })
    .onConflict((on) => on.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (made) {
    await tell(ctx, from.client_id, from, to, known.name, 'related');
    return made.id;
  }
  const there = await ctx.tx
    .selectFrom('ci_relations')
    .select('id')
    .where('client_id', '=', from.client_id)
    .where('from_id', '=', from.id)
    .where('to_id', '=', to.id)
    .where('kind', '=', kind)
    .executeTakeFirst();
  if (!there) throw new Fault('conflict', 'Somebody else is changing this. Try again.');
  return there.id;
}

/** Takes a relation away. */
export async function unrelateItems(ctx: Ctx, id: string): Promise<void> {
  const gone = await ctx.tx.deleteFrom('ci_relations').where('id', '=', id).returningAll().executeTakeFirst();
  if (!gone) throw notFound('relation');
  const [from, to] = [await findItem(ctx, gone.from_id), await findItem(ctx, gone.to_id)];
  const { name } = await ctx.tx
    .selectFrom('ci_relation_kinds')
    .select('name')
    .where('key', '=', gone.kind)
    .executeTakeFirstOrThrow();
  await tell(ctx, gone.client_id, from, to, name, 'unrelated');
}

type Named = { id: string; name: string };

/** One event at where the relation begins; its other end finds it by the id in its data. */
const tell = (ctx: Ctx, clientId: string, from: Named, to: Named, words: string, verb: 'related' | 'unrelated') =>
  appendEvent(ctx, {
    clientId,
    subjectType: 'item',
    subjectId: from.id,
    type: `item.${verb}`,
    data: { words, toId: to.id, to: to.name, from: from.name },
  });
