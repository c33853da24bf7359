import { sql } from 'kysely';
import { Fault } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { type Ctx, requireAllClients } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import { deleteRecord, updateRecord } from '#platform/record/index.ts';
import type { GroupView } from '#shared/client.ts';

/** Makes a group (a tier, a region) from which clients inherit settings. */
export async function createGroup(ctx: Ctx, input: { name: string; description?: string }): Promise<string> {
  requireAllClients(ctx, 'A client group');
  const id = newId();
  await ctx.tx
    .insertInto('client_groups')
    .values({
      id,
      name: input.name.trim(),
      description: input.description ?? '',
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .execute();
  await appendEvent(ctx, {
    clientId: null,
    subjectType: 'client_group',
    subjectId: id,
    type: 'client_group.created',
    data: { name: input.name },
  });
  return id;
}

/** Renames a group or says better what it is. */
export async function updateGroup(
  ctx: Ctx,
  id: string,
  input: { version: number; name?: string; description?: string },
): Promise<void> {
  requireAllClients(ctx, 'A client group');
  await updateRecord(ctx, 'client_groups', 'client_group', id, input);
}

/** Takes an empty group away. Refused while clients or settings hang on it: what they inherit would change unseen. */
export async function deleteGroup(ctx: Ctx, id: string): Promise<void> {
  requireAllClients(ctx, 'A client group');
  const inside = await ctx.tx
    .selectFrom('clients')
    .select('name')
    .where('group_id', '=', id)
    .limit(1)
    .executeTakeFirst();
  if (inside) throw new Fault('conflict', `${inside.name} is in this group, and perhaps others; move them first.`);
  const own = await ctx.tx.selectFrom('settings').select('key').where('group_id', '=', id).limit(1).executeTakeFirst();
  if (own) throw new Fault('conflict', 'This group has settings of its own; reset them first.');
  await deleteRecord(ctx, 'client_groups', 'client_group', id);
}

export async function listGroups(ctx: Ctx): Promise<GroupView[]> {
  const { rows } =
    await sql<GroupView>`select g.id, g.name, g.description, g.version, (select count(*)::int from clients c where c.group_id = g.id) as clients from client_groups g order by lower(g.name) limit 1000`.execute(
      ctx.tx,
    );
  return rows;
}
