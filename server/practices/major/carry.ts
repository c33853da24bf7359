import { Fault } from '#kernel/errors.ts';
import { attempt, type Ctx } from '#platform/context/index.ts';
import { findTicket, openSteps, type TicketRecord, transitionTicket } from '#server/desk/ticket/index.ts';
import type { TransitionOption, TransitionTicket } from '#shared/ticket.ts';
import type { MajorRecord } from './rows.ts';

type To = MajorRecord['state'];
/** Where its ticket is to stand, and what the step there says. */
type Way = {
  readonly from: (ticket: TicketRecord) => boolean;
  readonly step: (option: TransitionOption) => boolean;
  readonly says: (reason: string, assignee: string | undefined) => Omit<TransitionTicket, 'to'>;
};

const MENDED = 'The service works again.';
const IN_PROGRESS = 'in_progress';

const WORKED: Way = {
  from: ({ is_open, status }) => is_open === true && status !== IN_PROGRESS,
  step: ({ to }) => to === IN_PROGRESS,
  says: (_, assignee) => ({ reason: 'The major incident was declared', ...(assignee ? { assigneeId: assignee } : {}) }),
};
const REOPENED: Way = {
  from: ({ status_category }) => status_category === 'resolved' || status_category === 'closed',
  step: ({ category }) => category === 'open',
  says: (reason) => ({ reason }),
};
const RESOLVED: Way = {
  from: ({ is_open }) => is_open === true,
  step: ({ category }) => category === 'resolved',
  says: (reason) => ({ resolutionCode: 'fixed', resolutionNote: reason || MENDED }),
};
const CLOSED: Way = {
  from: ({ status_category }) => status_category === 'resolved',
  step: ({ category }) => category === 'closed',
  says: () => ({ reason: 'The major incident was completed' }),
};
const WAYS: Partial<Record<To, readonly Way[]>> = {
  declared: [REOPENED, WORKED],
  restored: [RESOLVED],
  completed: [CLOSED],
};

/**
 * Carries the ticket of a major incident along with it: declared, it is worked on by whoever leads, unless somebody has it; restored, it
 * is resolved with what was said; completed, it is closed. What its lifecycle asks besides leaves it where it is.
 */
export async function carryTicket(
  ctx: Ctx,
  { id }: TicketRecord,
  { to, reason, lead }: { to: To; reason: string; lead: string | undefined },
): Promise<void> {
  // The desk acts by itself, whoever moved the major incident.
  const desk: Ctx = { ...ctx, actor: { kind: 'system', id: null, name: 'Major incident management' } };
  for (const { from, step, says } of WAYS[to] ?? []) {
    const ticket = await findTicket(ctx, id);
    const next = from(ticket) ? (await openSteps(desk, ticket)).find(step) : undefined;
    if (!next) continue;
    const said = says(reason, ticket.assignee_id === null ? lead : undefined);
    const tried = await attempt(desk, () => transitionTicket(desk, id, { to: next.to, ...said }));
    if ('failed' in tried && !(tried.failed instanceof Fault)) throw tried.failed;
  }
}
