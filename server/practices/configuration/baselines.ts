import { sql } from 'kysely';
import { notFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import type { Ctx } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import type { Drift } from '#shared/estate.ts';
import { type Classes, loadClasses } from './classes.ts';
import { requireClient } from './places.ts';

type Baseline = Drift['baseline'];
const COLUMNS = sql`id, name, made_by as "madeBy", item_count as items, created_at as "createdAt"`;

export async function listBaselines(ctx: Ctx, clientId: string): Promise<Baseline[]> {
  await requireClient(ctx, clientId);
  const { rows } =
    await sql<Baseline>`select ${COLUMNS} from ci_baselines where client_id = ${clientId} order by created_at desc, id desc limit 200`.execute(
      ctx.tx,
    );
  return rows;
}

const KEEP = `
insert into ci_baseline_items (client_id, baseline_id, item_id, name, class_key, state, attributes, relations)
select i.client_id, $2, i.id, i.name, i.class_key, i.state, i.attributes,
  coalesce((select jsonb_agg(jsonb_build_object('kind', r.kind, 'to', r.to_id) order by r.kind, r.to_id)
    from ci_relations r where r.client_id = i.client_id and r.from_id = i.id), '[]')
from configuration_items i where i.client_id = $1 and i.merged_into is null and i.state not in ('retired', 'disposed')`;

/** Keeps how a client's estate stands now: every item that is not retired, with its attributes and relations. Returns its id. */
export async function createBaseline(ctx: Ctx, clientId: string, name: string): Promise<string> {
  await requireClient(ctx, clientId);
  const id = newId();
  await ctx.tx
    .insertInto('ci_baselines')
    .values({ client_id: clientId, id, name: name.trim(), made_by: ctx.actor.name, created_at: ctx.now })
    .execute();
  await ctx.hot('ci_baseline_keep', KEEP, [clientId, id]);
  await ctx.hot(
    'ci_baseline_count',
    'update ci_baselines b set item_count = (select count(*) from ci_baseline_items x where x.client_id = $1 and x.baseline_id = $2) where b.client_id = $1 and b.id = $2',
    [clientId, id],
  );
  await appendEvent(ctx, {
    clientId,
    subjectType: 'baseline',
    subjectId: id,
    type: 'baseline.created',
    data: { name: name.trim() },
  });
  return id;
}

/** Throws a baseline away. */
export async function deleteBaseline(ctx: Ctx, id: string): Promise<void> {
  const gone = await ctx.tx
    .deleteFrom('ci_baselines')
    .where('id', '=', id)
    .returning(['client_id', 'name'])
    .executeTakeFirst();
  if (!gone) throw notFound('baseline');
  await appendEvent(ctx, {
    clientId: gone.client_id,
    subjectType: 'baseline',
    subjectId: id,
    type: 'baseline.deleted',
    data: { name: gone.name },
  });
}

type Compared = {
  itemId: string;
  name: string;
  classKey: string;
  what: 'added' | 'gone' | 'changed';
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
};
const MOST = 500;
const AS_TEXTS = `(select jsonb_agg(jsonb_build_object('kind', r.kind, 'to', r.to_id) order by r.kind, r.to_id) from ci_relations r where r.client_id = i.client_id and r.from_id = i.id)`;
const COMPARE = `
with now as (
  select i.id, i.name, i.class_key, i.state, i.attributes, coalesce(${AS_TEXTS}, '[]') as relations
  from configuration_items i where i.client_id = $1 and i.merged_into is null and i.state not in ('retired', 'disposed')
), then_ as (select * from ci_baseline_items where client_id = $1 and baseline_id = $2)
select coalesce(n.id, t.item_id) as "itemId", coalesce(n.name, t.name) as name, coalesce(n.class_key, t.class_key) as "classKey",
  case when t.item_id is null then 'added' when n.id is null then 'gone' else 'changed' end as what,
  t.attributes || jsonb_build_object('$name', t.name, '$state', t.state, '$class', t.class_key, '$relations', jsonb_array_length(t.relations)) as before,
  n.attributes || jsonb_build_object('$name', n.name, '$state', n.state, '$class', n.class_key, '$relations', jsonb_array_length(n.relations)) as after
from now n full join then_ t on t.item_id = n.id
where t.item_id is null or n.id is null or (t.name, t.class_key, t.state, t.attributes, t.relations) is distinct from (n.name, n.class_key, n.state, n.attributes, n.relations)
order by 2, 1 limit ${MOST + 1}`;

/** What differs between how a client's estate stood and how it stands now. */
export async function driftSince(ctx: Ctx, id: string): Promise<Drift> {
  const { rows } = await sql<
    Baseline & { clientId: string }
  >`select ${COLUMNS}, client_id as "clientId" from ci_baselines where id = ${id}`.execute(ctx.tx);
  const [found] = rows;
  if (!found) throw notFound('baseline');
  const { clientId, ...baseline } = found;
  const classes = await loadClasses(ctx);
  const compared = await ctx.hot<Compared>('ci_drift', COMPARE, [clientId, id]);
  return {
    baseline,
    items: compared.slice(0, MOST).map((one) => ({
      itemId: one.itemId,
      name: one.name,
      className: classes.nameOf(one.classKey),
      what: one.what,
      changes: one.what === 'changed' ? changesOf(one, classes) : [],
    })),
    more: compared.length > MOST,
  };
}

const FIELD_NAMES: Readonly<Record<string, string>> = {
  $name: 'Name',
  $state: 'State',
  $class: 'Class',
  $relations: 'Relations',
};

function changesOf({ classKey, before, after }: Compared, classes: Classes): Drift['items'][number]['changes'] {
  const names = new Map(classes.attributesOf(classKey).map((one) => [one.key, one.name]));
  const keys = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  const plain = (value: unknown) => (value ?? null) as Drift['items'][number]['changes'][number]['before'];
  return keys
    .filter((key) => before?.[key] !== after?.[key])
    .map((key) => ({
      attribute: key.replace('$', ''),
      name: FIELD_NAMES[key] ?? names.get(key) ?? key,
      before: plain(before?.[key]),
      after: plain(after?.[key]),
    }));
}
