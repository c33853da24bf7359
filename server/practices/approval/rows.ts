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
/** The ticket that an approval is about, as far as telling needs it. */
export type OfTicket = { readonly client_id: string; readonly id: string };

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

export const ticketOf = (approval: Approval): OfTicket => ({ client_id: approval.client_id, id: approval.ticket_id });

/** Says on the ticket what happened to an approval; its own people may read it. */
export async function tell(ctx: Ctx, ticket: OfTicket, type: string, data: Record<string, unknown>): Promise<void> {
  await appendEvent(ctx, {
    clientId: ticket.client_id,
    subjectType: 'ticket',
    subjectId: ticket.id,
    type: `ticket.${type}`,
    visibility: 'public',
    data,
  });
}
