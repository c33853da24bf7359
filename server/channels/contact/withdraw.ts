import { Fault } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { personIn } from '#platform/identity/index.ts';
import { queueLinks, recipientsOf } from '#server/channels/mail-out/index.ts';
import { notify } from '#server/desk/notification/index.ts';
import { openSteps, type TicketRecord, transitionTicket } from '#server/desk/ticket/index.ts';
import type { PortalOutcome } from '#shared/portal.ts';
import { ownTicket } from './commands.ts';
import { outcome } from './status.ts';

/** Whoever has it, those who watch it, and while nobody has it those who lead its team. */
const CONCERNED = `
select array(
  select t.assignee_id where t.assignee_id is not null
  union select m.staff_id from team_members m where m.team_id = t.team_id and m.lead and t.assignee_id is null
  union select w.watcher_id from ticket_watchers w where w.client_id = t.client_id and w.ticket_id = t.id and w.watcher_kind = 'staff') as staff
from tickets t where t.client_id = $1 and t.id = $2`;

/** The status by which the caller takes a request back by themselves; null where they cannot, or not any more. */
export async function withdrawnStatus(ctx: Ctx, ticket: TicketRecord): Promise<string | null> {
  if (ticket.kind !== 'request' || ticket.is_open !== true || ticket.merged_into_id !== null) return null;
  return (await openSteps(ctx, ticket)).find(({ category }) => category === 'cancelled')?.to ?? null;
}

/**
 * Takes a request back on which work has not begun: its approval is needed no more, its tasks never begin, and everybody whom it concerns
 * is told. Refuses with `transition_refused` where it has ended or work on it has begun.
 */
export async function withdrawOwn(ctx: Ctx, idOrKey: string, reason = ''): Promise<PortalOutcome> {
  const before = await ownTicket(ctx, idOrKey);
  const to = await withdrawnStatus(ctx, before);
  if (to === null)
    throw new Fault(
      'transition_refused',
      before.is_open === true
        ? 'It cannot be withdrawn any more; write a message if it is not needed.'
        : 'It has ended already.',
    );
  const said = reason.trim();
  const { ticket } = await transitionTicket(
    ctx,
    before.id,
    { to, ...(said ? { reason: said } : {}) },
    { silent: true },
  );
  await tellStaff(ctx, ticket, said);
  await tellColleagues(ctx, ticket, said);
  return outcome(ctx, ticket);
}

async function tellStaff(ctx: Ctx, ticket: TicketRecord, said: string): Promise<void> {
  const [row] = await ctx.hot<{ staff: string[] }>('withdrawn_concerned', CONCERNED, [ticket.client_id, ticket.id]);
  const text = `${ctx.actor.name} withdrew ${ticket.key}: ${said || ticket.title}`;
  await notify(ctx, ticket, row?.staff ?? [], 'withdrawn', text);
}

/** Whoever asked for it, where a colleague withdrew it, and those who follow it. */
async function tellColleagues(ctx: Ctx, ticket: TicketRecord, said: string): Promise<void> {
  const reached = (await recipientsOf(ctx, ticket)).filter(
    ({ obstacle, contactId }) => obstacle === null && contactId !== ctx.actor.id,
  );
  await queueLinks(
    ctx,
    ticket,
    reached.map(({ contactId }) => ({ contactId, link: `/portal/tickets/${ticket.key}` })),
    {
      kind: 'request_withdrawn',
      template: 'requestWithdrawn',
      values: () => ({ 'author.name': personIn(ctx.actor.name) }),
      lines: () => [said],
    },
  );
}
