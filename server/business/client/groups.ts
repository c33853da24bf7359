import { sql } from 'kysely';
import { newId } from '#kernel/ids.ts';
import type { Ctx } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import type { GroupView } from '#shared/client.ts';

/** Makes a group (a tier, a region) from which clients inherit settings. */
export async function createGroup(ctx: Ctx, input: { name: string; description?: string }): Promise<string> {
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

export async function listGroups(ctx: Ctx): Promise<GroupView[]> {
  const { rows } =
    await sql<GroupView>`select g.id, g.name, g.description, g.version, (select count(*)::int from clients c where c.group_id = g.id) as clients from client_groups g order by lower(g.name) limit 1000`.execute(
      ctx.tx,
    );
  return rows;
}
