import { type RawBuilder, sql } from 'kysely';
import { invalid, notFound } from '#kernel/errors.ts';
import { type Ctx, requireAllClients } from '#platform/context/index.ts';
import { createRecord, lockRecord, updateRecord } from '#platform/record/index.ts';
import type { CategoryView, CreateCategory, UpdateCategory } from '#shared/classification.ts';

const WHAT = 'A category';

/** The tree is changed by one at a time, or two moves could close a ring together. */
async function takeTurn(ctx: Ctx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('category tree', 0))`.execute(ctx.tx);
}

/** The path below a parent; refuses one that is retired or not there. */
async function pathOf(ctx: Ctx, parentId: string | null | undefined, name: string): Promise<string> {
  if (!parentId) return name.trim();
  const parent = await ctx.tx
    .selectFrom('categories')
    .select(['path', 'active'])
    .where('id', '=', parentId)
    .executeTakeFirst();
  if (!parent) throw notFound('category');
  if (!parent.active)
    throw invalid([{ path: 'parentId', message: `"${parent.path}" is retired; bring it back first` }]);
  return `${parent.path} / ${name.trim()}`;
}

/** Adds a category to the tree; `path` repeats the names from the root. */
export async function createCategory(ctx: Ctx, input: CreateCategory): Promise<string> {
  requireAllClients(ctx, WHAT);
  await takeTurn(ctx);
  return createRecord(ctx, 'categories', 'category', { ...input, path: await pathOf(ctx, input.parentId, input.name) });
}

/**
 * Renames, moves, retires or brings back a category; the paths below follow, and what lies below retires with it. A category
 * cannot come under itself, and is not in use below one that is not.
 */
export async function updateCategory(ctx: Ctx, id: string, input: UpdateCategory): Promise<void> {
  requireAllClients(ctx, WHAT);
  await takeTurn(ctx);
  const before = (await lockRecord(ctx, 'categories', 'category', id, input.version)) as never as Stored;
  if (input.parentId && (await isBelow(ctx, input.parentId, id)))
    throw invalid([{ path: 'parentId', message: 'lies below this category' }]);
  const active = input.active ?? before.active;
  const parentId = input.parentId === undefined ? before.parent_id : input.parentId;
  if (active && (input.parentId !== undefined || !before.active)) await pathOf(ctx, parentId, before.name);
  const below = input.active === false ? await retireBelow(ctx, id) : [];
  await updateRecord(
    ctx,
    'categories',
    'category',
    id,
    input,
    null,
    below.length > 0 ? { retired_below: [null, below] } : {},
  );
  if (input.name === undefined && input.parentId === undefined) return;
  await sql`with recursive down as (
      select c.id, case when p.id is null then c.name else p.path || ' / ' || c.name end as path from categories c left join categories p on p.id = c.parent_id where c.id = ${id}
      union all select c.id, down.path || ' / ' || c.name from categories c join down on c.parent_id = down.id)
    update categories set path = down.path from down where down.id = categories.id`.execute(ctx.tx);
}

type Stored = { name: string; parent_id: string | null; active: boolean };

/** The ids of a category and everything below it. */
const subtree = (id: string): RawBuilder<unknown> => sql`
  with recursive down as (
    select id from categories where id = ${id}
    union select c.id from categories c join down on c.parent_id = down.id)`;

async function isBelow(ctx: Ctx, id: string, top: string): Promise<boolean> {
  const { rows } = await sql`${subtree(top)} select 1 from down where id = ${id}`.execute(ctx.tx);
  return rows.length > 0;
}

/** Retires what lies below a category; returns the paths of those that were in use. */
async function retireBelow(ctx: Ctx, id: string): Promise<string[]> {
  const { rows } = await sql<{ path: string }>`${subtree(id)}
    update categories set active = false, version = version + 1, updated_at = ${ctx.now}
    where id in (select id from down) and id <> ${id} and active returning path`.execute(ctx.tx);
  return rows.map((row) => row.path).sort();
}

export async function listCategories(ctx: Ctx): Promise<CategoryView[]> {
  const { rows } =
    await sql<CategoryView>`select id, name, parent_id as "parentId", path, team_id as "teamId", skills, active, version from categories order by lower(path) limit 5000`.execute(
      ctx.tx,
    );
  return rows;
}
