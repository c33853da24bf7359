import type { Selectable } from 'kysely';
import type { ApprovalTerms } from '#kernel/approval.ts';
import { notFound } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { Tables } from '#platform/database/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import type { ApprovalSubject } from '#shared/approval.ts';

type Row = Selectable<Tables['approvals']>;
export type Approval = Omit<Row, 'terms' | 'subject'> & {
  terms: ApprovalTerms;
  subject: ApprovalSubject & { readonly people: { readonly forWhom: string | null } };
};
export type StepRow = Selectable<Tables['approval_steps']>;
export type VoterRow = Selectable<Tables['approval_voters']>;
/**
 * What an approval is about, as far as telling needs it: a ticket, or with `part` the part that this client has in what stands above
 * tickets of several clients, by the id of that whole.
 */
export type OfTicket = { readonly client_id: string; readonly id: string; readonly part?: boolean };

/** The ticket before the approval, as everybody who changes it does, so that nobody waits in a circle. */
const LOCK_TICKET = `
select 1 from tickets t join approvals a on a.client_id = t.client_id and a.ticket_id = t.id
where a.client_id = $1 and a.id = $2 for update of t`;

/** The approval, locked, for whoever does not have its ticket yet. */
export async function lockWithTicket(ctx: Ctx, clientId: string, id: string): Promise<Approval> {
  await ctx.hot('approval_lock_ticket', LOCK_TICKET, [clientId, id]);
  return lockApproval(ctx, clientId, id);
}

/** The approval, locked: who decides about it takes turns. */
export async function lockApproval(ctx: Ctx, clientId: string, id: string): Promise<Approval> {
  const [row] = await ctx.hot<Row>(
    'approval_lock',
    'select * from approvals where client_id = $1 and id = $2 for update',
    [clientId, id],
  );
  if (!row) throw notFound('approval');
  return row as unknown as Approval;
}

const OPEN =
  "select id from approvals where client_id = $1 and (ticket_id = $2 or whole_id = $2) and state = 'pending'";

/** The id of the approval that is asked for now; null where none is. */
export async function openOf(ctx: Ctx, ticket: OfTicket): Promise<string | null> {
  const [row] = await ctx.hot<{ id: string }>('approval_open', OPEN, [ticket.client_id, ticket.id]);
  return row?.id ?? null;
}

export const stepsOf = (ctx: Ctx, { client_id, id }: Pick<Approval, 'client_id' | 'id'>): Promise<StepRow[]> =>
  ctx.hot<StepRow>(
    'approval_steps_of',
    'select * from approval_steps where client_id = $1 and approval_id = $2 order by position',
    [client_id, id],
  );

export const votersOf = (ctx: Ctx, { client_id, id }: Pick<Approval, 'client_id' | 'id'>): Promise<VoterRow[]> =>
  ctx.hot<VoterRow>(
    'approval_voters_of',
    'select * from approval_voters where client_id = $1 and approval_id = $2 order by position, name, id',
    [client_id, id],
  );

export function ticketOf({ client_id, ticket_id, whole_id }: Approval): OfTicket {
  if (ticket_id !== null) return { client_id, id: ticket_id };
  if (whole_id === null) throw new Error('An approval is about nothing');
  return { client_id, id: whole_id, part: true };
}

/** Says on the ticket, or of the part, what happened to an approval; its own people may read it. */
export async function tell(ctx: Ctx, ticket: OfTicket, type: string, data: Record<string, unknown>): Promise<void> {
  await appendEvent(ctx, {
    clientId: ticket.client_id,
    subjectType: ticket.part ? 'ticket_part' : 'ticket',
    subjectId: ticket.id,
    type: `${ticket.part ? 'ticket_part' : 'ticket'}.${type}`,
    visibility: 'public',
    data,
  });
}
