import { notFound } from '#kernel/errors.ts';
import { actingStaff, type Ctx } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import { findTicket } from '#server/desk/ticket/index.ts';
import { joinKnown } from '#server/practices/span/index.ts';

const ERROR = `
select id, problem_id, title from known_errors where client_id = $1 and id = $2 and retired_at is null`;
const USE = `
insert into known_error_uses (client_id, ticket_id, known_error_id, staff_id, used_at) values ($1, $2, $3, $4, $5)
on conflict do nothing returning ticket_id`;

/** Notes that a ticket is of a known error: it hangs under its problem from then on, if it is an incident. */
export async function useKnownError(ctx: Ctx, idOrKey: string, knownErrorId: string): Promise<void> {
  const ticket = await findTicket(ctx, idOrKey);
  const [error] = await ctx.hot<{ problem_id: string; title: string }>('known_error_of_client', ERROR, [
    ticket.client_id,
    knownErrorId,
  ]);
  if (!error) throw notFound('known error at this client');
  const used = await ctx.hot('known_error_use', USE, [
    ticket.client_id,
    ticket.id,
    knownErrorId,
    actingStaff(ctx),
    ctx.now,
  ]);
  if (used.length === 0) return;
  await appendEvent(ctx, {
    clientId: ticket.client_id,
    subjectType: 'ticket',
    subjectId: ticket.id,
    type: 'ticket.known_error_used',
    data: { text: `“${error.title}”`, knownErrorId },
  });
  if (ticket.kind === 'incident')
    await joinKnown(ctx, ticket, error.problem_id, { how: 'problem', why: 'it is this known error' });
}
