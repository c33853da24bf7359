import type { ApprovalTerms, JoinedApproval } from '#kernel/approval.ts';
import { newId } from '#kernel/ids.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { ApprovalSubject } from '#shared/approval.ts';
import { lockApproval, type OfTicket, tell } from './rows.ts';
import { goOn } from './settle.ts';

export type Asked = {
  readonly ticket: OfTicket;
  /** Its policies as one. */
  readonly joined: JoinedApproval;
  readonly subject: ApprovalSubject;
  /** Where the policy comes from, in words. */
  readonly why: string;
  /** Contact whose manager is asked. */
  readonly forWhom: string | null;
  /** Everybody, contacts and staff, who asked for it and so does not decide. */
  readonly askers: readonly string[];
};

const HOUR_MS = 3_600_000;
const later = (at: string, hours: number) => new Date(Date.parse(at) + hours * HOUR_MS).toISOString();

/**
 * Asks for an approval by a policy: writes its steps with the reason for each, and opens those that have their turn. Answers
 * "approved" where no step is asked for something of this cost; then nothing follows by itself.
 */
export async function startApproval(ctx: Ctx, asked: Asked): Promise<'pending' | 'approved'> {
  const { ticket, subject } = asked;
  const { terms, needs } = asked.joined;
  const isAsked = needs.some(({ needed }) => needed);
  const id = newId();
  const expiresAt = later(ctx.now, terms.expireAfterHours);
  await ctx.tx
    .insertInto('approvals')
    .values({
      client_id: ticket.client_id,
      id,
      ...(ticket.part ? { whole_id: ticket.id } : { ticket_id: ticket.id }),
      state: isAsked ? 'pending' : 'approved',
      terms: JSON.stringify(terms),
      subject: JSON.stringify({ ...subject, people: { forWhom: asked.forWhom } }),
      why: asked.why,
      excluded: [...new Set(asked.askers)],
      ended_why: isAsked ? null : 'no step is asked for this cost',
      ended_at: isAsked ? null : ctx.now,
      expires_at: expiresAt,
      next_at: isAsked ? nextLook(ctx.now, terms, expiresAt) : null,
      created_at: ctx.now,
    })
    .execute();
  await ctx.tx
    .insertInto('approval_steps')
    .values(
      needs.map(({ step, needed, why }, position) => ({
        client_id: ticket.client_id,
        approval_id: id,
        position,
        name: step.name,
        state: needed ? 'waiting' : 'dropped',
        why,
      })),
    )
    .execute();
  const steps = needs.filter(({ needed }) => needed).map(({ step }) => step.name);
  await tell(ctx, ticket, 'approval_asked', {
    approvalId: id,
    text: isAsked ? `of ${subject.title}: ${steps.join(', ')}` : `of ${subject.title}: none is needed for this cost`,
  });
  if (isAsked) await goOn(ctx, await lockApproval(ctx, ticket.client_id, id));
  return isAsked ? 'pending' : 'approved';
}

/** When somebody has to be reminded, or it expires. */
export function nextLook(now: string, { remindEveryHours }: ApprovalTerms, expiresAt: string): string {
  const reminder = remindEveryHours === null ? expiresAt : later(now, remindEveryHours);
  return reminder < expiresAt ? reminder : expiresAt;
}
