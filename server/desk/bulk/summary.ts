import type { Ctx } from '#platform/context/index.ts';
import { notify } from '#server/desk/notification/index.ts';

const GIVEN = `
select t.assignee_id as person, count(*)::int as count, min(t.key) as key,
  (array_agg(t.client_id order by t.key))[1] as client_id, (array_agg(t.id order by t.key))[1] as id
from tickets t where t.id = any ($1::uuid[]) and t.assignee_id is not null group by t.assignee_id`;

type Given = { person: string; count: number; key: string; client_id: string; id: string };

/** Tells everybody who has some of these tickets now, once, that they were given them. */
export async function tellGiven(ctx: Ctx, ticketIds: readonly string[]): Promise<void> {
  for (const { person, count, key, client_id, id } of await ctx.hot<Given>('bulk_given', GIVEN, [ticketIds])) {
    const what = count === 1 ? key : `${key} and ${count - 1} more`;
    await notify({ ...ctx, muted: false }, { client_id, id }, [person], 'assigned', `${what} came to you`);
  }
}
