import { sql } from 'kysely';
import { invalid } from '#kernel/errors.ts';
import { type Ctx, requireAllClients } from '#platform/context/index.ts';
import { createRecord, updateRecord } from '#platform/record/index.ts';
import type { CreateWorkType, SaveWorkType, WorkTypeView } from '#shared/time.ts';

const TABLE = 'work_types';
const SUBJECT = 'work_type';
const WHAT = 'A kind of work';

/** Every kind of work, in the order in which they are offered. */
export async function listWorkTypes(ctx: Ctx): Promise<WorkTypeView[]> {
  const { rows } = await sql<WorkTypeView>`
    select id, name, billable, position, active, version from work_types order by not active, position, lower(name)`.execute(
    ctx.tx,
  );
  return rows;
}

/** The kind of work that an entry names; it must be in use, unless the entry had it `before`. Null where none is named. */
export async function typeFor(ctx: Ctx, id: string | null, before: string | null = null) {
  if (id === null) return null;
  const [type] = await ctx.hot<{ id: string; billable: boolean; active: boolean }>(
    'work_type',
    'select id, billable, active from work_types where id = $1',
    [id.toLowerCase()],
  );
  if (!type || (!type.active && type.id !== before))
    throw invalid([{ path: 'workTypeId', message: 'is not a kind of work in use' }]);
  return type;
}

/** Adds a kind of work. Returns its id. */
export async function createWorkType(ctx: Ctx, { position = 100, ...input }: CreateWorkType): Promise<string> {
  requireAllClients(ctx, WHAT);
  return createRecord(ctx, TABLE, SUBJECT, { ...input, position });
}

/** Changes a kind of work, or takes it out of use: what was recorded keeps it. */
export async function saveWorkType(ctx: Ctx, id: string, input: SaveWorkType): Promise<void> {
  requireAllClients(ctx, WHAT);
  await updateRecord(ctx, TABLE, SUBJECT, id, input);
}
