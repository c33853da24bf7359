import { type FieldError, invalid } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { WORKS_TICKETS, worksFor } from '#platform/identity/index.ts';

const FIT = `
select ($2::uuid is null or exists (select from teams g where g.id = $2 and g.active)) as team,
  ($3::uuid is null or s.active) is true as person,
  ($3::uuid is null or ${WORKS_TICKETS}) is true as works,
  ($3::uuid is null or ${worksFor('$1')}) is true as reach
from (select) one left join staff s on s.id = $3`;

/** Refuses a team that is not in use, and a person who has left, works no tickets or not for the client. */
export async function refuseUnfit(
  ctx: Ctx,
  clientId: string,
  wanted: { teamId?: string | null | undefined; assigneeId?: string | null | undefined },
): Promise<void> {
  if (!wanted.teamId && !wanted.assigneeId) return;
  const [fit] = await ctx.hot<{ team: boolean; person: boolean; works: boolean; reach: boolean }>(
    'assignment_fit',
    FIT,
    [clientId, wanted.teamId ?? null, wanted.assigneeId ?? null],
  );
  const errors: FieldError[] = [];
  if (!fit?.team) errors.push({ path: 'teamId', message: 'is not a team in use' });
  if (!fit?.person) errors.push({ path: 'assigneeId', message: 'is not an active person' });
  else if (!fit.works) errors.push({ path: 'assigneeId', message: 'has no role that works tickets' });
  else if (!fit.reach) errors.push({ path: 'assigneeId', message: 'does not work for this client' });
  if (errors.length > 0) throw invalid(errors);
}
