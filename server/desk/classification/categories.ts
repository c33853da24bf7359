import { sql } from 'kysely';
import { invalid, notFound } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { createRecord, updateRecord } from '#platform/record/index.ts';
import type { CategoryView, CreateCategory, UpdateCategory } from '#shared/classification.ts';

async function pathOf(ctx: Ctx, parentId: string | null | undefined, name: string): Promise<string> {
  if (!parentId) return name.trim();
  const parent = await ctx.tx.selectFrom('categories').select('path').where('id', '=', parentId).executeTakeFirst();
  if (!parent) throw notFound('category');
  return `${parent.path} / ${name.trim()}`;
}

/** Adds a category to the tree; `path` repeats the names from the root. */
export async function createCategory(ctx: Ctx, input: CreateCategory): Promise<string> {
  return createRecord(ctx, 'categories', 'category', { ...input, path: await pathOf(ctx, input.parentId, input.name) });
}

/** Renames, moves or retires a category; the paths below follow. A category cannot come under itself. */
export async function updateCategory(ctx: Ctx, id: string, input: UpdateCategory): Promise<void> {
  if (input.parentId) {
    const { rows } = await sql<{
      id: string;
    }>`with recursive up as (select id, parent_id from categories where id = ${input.parentId} union select c.id, c.parent_id from categories c join up on c.id = up.parent_id) select id from up`.execute(
      ctx.tx,
    );
    if (rows.some((row) => row.id === id)) throw invalid([{ path: 'parentId', message: 'lies below this category' }]);
  }
  await updateRecord(ctx, 'categories', 'category', id, input);
  if (input.name === undefined && input.parentId === undefined) return;
  await sql`with recursive down as (
      select c.id, case when p.id is null then c.name else p.path || ' / ' || c.name end as path from categories c left join categories p on p.id = c.parent_id where c.id = ${id}
      union all select c.id, down.path || ' / ' || c.name from categories c join down on c.parent_id = down.id)
    update categories set path = down.path from down where down.id = categories.id`.execute(ctx.tx);
}

export async function listCategories(ctx: Ctx): Promise<CategoryView[]> {
  const { rows } =
    await sql<CategoryView>`select id, name, parent_id as "parentId", path, team_id as "teamId", skills, active, version from categories order by lower(path) limit 5000`.execute(
      ctx.tx,
    );
  return rows;
}
