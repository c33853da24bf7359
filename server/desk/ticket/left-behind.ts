import type { Ctx } from '#platform/context/index.ts';
import { worksFor } from '#platform/identity/index.ts';

/** SQL over `staff s`: whether a ticket that they have is with nobody who is here, its client given as a column. */
export const isGone = (client: string): string => `(not s.active or not ${worksFor(client)})`;

/** More than anybody leaves behind; what is beyond stays with whoever had it. */
const MOST = 500;

/** Walks the open tickets of those who left or work for some clients only, whom few have; everybody else's are not looked at. */
const LEFT_BEHIND = `
select t.id from staff s join tickets t on t.assignee_id = s.id and t.is_open
where (not s.active or not s.all_clients) and ${isGone('t.client_id')} and ($1 or t.client_id = any ($2::uuid[]))
limit ${MOST}`;

/** Open tickets of people who have left or do not work for the client any more: they stand with somebody and nobody works them. */
export async function leftBehind(ctx: Ctx): Promise<readonly string[]> {
  if (ctx.scope.principal !== 'staff' && ctx.scope.principal !== 'system') return [];
  const rows = await ctx.hot<{ id: string }>('left_behind', LEFT_BEHIND, [ctx.scope.allClients, ctx.scope.clientIds]);
  return rows.map(({ id }) => id);
}
