import { type RawBuilder, sql } from 'kysely';
import { forbidden, invalid, notFound } from '#kernel/errors.ts';
import { type Ctx, requireAllClients } from '#platform/context/index.ts';
import { createRecord, deleteRecord, lockRecord, updateRecord } from '#platform/record/index.ts';

type Shelf = { table: 'canned_replies' | 'macros'; subject: 'canned_reply' | 'macro' };
type Fields = { [field: string]: unknown };
type Place = { shared?: boolean; teamIds?: readonly string[] };
export const REPLIES: Shelf = { table: 'canned_replies', subject: 'canned_reply' };
export const MACROS: Shelf = { table: 'macros', subject: 'macro' };

const me = (ctx: Ctx) => (ctx.scope.principal === 'staff' ? ctx.scope.principalId : null);

/** What the reader may use of a shelf (`s`): their own, what is for everybody, what is for a team of theirs. */
export function usable(ctx: Ctx): RawBuilder<boolean> {
  return sql<boolean>`(s.owner_id = ${me(ctx)} or (s.shared and (cardinality(s.team_ids) = 0
    or exists (select from team_members m where m.staff_id = ${me(ctx)} and m.team_id = any (s.team_ids)))))`;
}

/** What the reader may see of it: besides, whatever is shared for those who look after the library. */
export function visible(ctx: Ctx): RawBuilder<boolean> {
  return ctx.can('library.manage') ? sql<boolean>`(s.shared or s.owner_id = ${me(ctx)})` : usable(ctx);
}

/** The columns of a thing on a shelf as the API tells them; `o` is the owner. */
export function shelfColumns(ctx: Ctx): RawBuilder<unknown> {
  return sql`s.id, s.name, s.shared, s.folder, s.tags, s.team_ids as "teamIds", s.version,
    case when o.id is null then null else json_build_object('id', o.id, 'name', o.name) end as owner,
    coalesce(s.owner_id = ${me(ctx)}, false) as mine`;
}

/** Puts a thing on a shelf; one's own unless it says that it is shared. Returns its id. */
export async function addToShelf(ctx: Ctx, shelf: Shelf, fields: Place & Fields): Promise<string> {
  const shared = fields.shared ?? me(ctx) === null;
  if (shared) mayChangeShared(ctx);
  await checkTeams(ctx, shared, fields.teamIds);
  return createRecord(ctx, shelf.table, shelf.subject, { ...fields, shared, ownerId: me(ctx) });
}

/** Changes a thing on a shelf: its owner their own, whoever looks after the library what is shared. */
export async function changeOnShelf(
  ctx: Ctx,
  shelf: Shelf,
  id: string,
  input: Place & Fields & { version: number },
): Promise<void> {
  const before = await mine(ctx, shelf, id);
  const shared = input.shared ?? before.shared === true;
  if (shared) mayChangeShared(ctx);
  if (!shared && before.owner_id !== me(ctx))
    throw invalid([{ path: 'shared', message: 'can be taken back by its owner only' }]);
  await checkTeams(ctx, shared, input.teamIds);
  await updateRecord(ctx, shelf.table, shelf.subject, id, input);
}

/** Takes a thing off a shelf. */
export async function takeOffShelf(ctx: Ctx, shelf: Shelf, id: string): Promise<void> {
  await mine(ctx, shelf, id);
  await deleteRecord(ctx, shelf.table, shelf.subject, id);
}

/** The row, locked; what is somebody else's own does not exist for the caller. */
async function mine(ctx: Ctx, shelf: Shelf, id: string) {
  const row = await lockRecord(ctx, shelf.table, shelf.subject, id);
  if (row.shared !== true && row.owner_id !== me(ctx)) throw notFound(shelf.subject.replace('_', ' '));
  if (row.shared === true) mayChangeShared(ctx);
  return row;
}

function mayChangeShared(ctx: Ctx): void {
  if (!ctx.can('library.manage')) throw forbidden('What is shared is changed by people with "library.manage" only.');
  requireAllClients(ctx, 'What is shared in the library');
}

async function checkTeams(ctx: Ctx, shared: boolean, ids: readonly string[] | undefined): Promise<void> {
  if (!ids?.length) return;
  if (!shared) throw invalid([{ path: 'teamIds', message: 'belongs to something shared' }]);
  const known = await ctx.tx.selectFrom('teams').select('id').where('id', 'in', ids).execute();
  if (known.length < ids.length) throw invalid([{ path: 'teamIds', message: 'names a team that is not there' }]);
}
