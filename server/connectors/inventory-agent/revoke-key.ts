import { notFound } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';

/** Ends a key: agents that have it are refused from now on. What they said stays. Throws `not_found` for one that has ended. */
export async function revokeEnrolmentKey(ctx: Ctx, clientId: string, id: string): Promise<void> {
  const ended = await ctx.tx
    .updateTable('enrolment_keys')
    .set({ revoked_at: ctx.now })
    .where('client_id', '=', clientId)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .returning('name')
    .executeTakeFirst();
  if (!ended) throw notFound('enrolment key');
  await appendEvent(ctx, {
    clientId,
    subjectType: 'enrolment_key',
    subjectId: id,
    type: 'enrolment_key.revoked',
    data: { name: ended.name },
  });
}
