import { invalid, staleVersion } from '#kernel/errors.ts';
import { type Answers, evaluateForm, type Form } from '#kernel/form.ts';
import type { Ctx } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import { findTicket, type TicketRecord } from '#server/desk/ticket/index.ts';
import { voidApproval } from '#server/practices/approval/index.ts';
import { holdFulfilment } from '#server/practices/fulfilment/index.ts';
import type { ChangeAnswers } from '#shared/request.ts';
import { askApproval } from './approval.ts';
import { changedLines } from './changed-lines.ts';
import { beginWork } from './follow.ts';
import { namesIn } from './names.ts';
import { requestOf } from './rows.ts';
import { tellChanged } from './tell-changed.ts';
import { todayFor } from './today.ts';
import { followPlan, followRoute, refuseOtherParts } from './what-follows.ts';

/**
 * Changes what was answered, by the form of the version that the request was made from. Tasks and routing follow; answers by which a
 * bundle would bring something else are refused. What was approved, or is asked about, is not this any more: that approval is voided,
 * another is asked for, and work waits for it. Whoever asked hears what is another now.
 */
export async function changeAnswers(ctx: Ctx, idOrKey: string, input: ChangeAnswers): Promise<void> {
  const ticket = await findTicket(ctx, idOrKey, { lock: true });
  const { request, parts } = await requestOf(ctx, ticket);
  if (request.version !== input.version) throw staleVersion('request', request.version);
  const part = parts.find(({ position }) => position === input.position);
  if (!part) throw invalid([{ path: 'position', message: 'is no part of this request' }]);
  const { answers, faults } = evaluateForm(
    standing(part.terms.form, part.answers, input.answers as Answers),
    input.answers as Answers,
    await todayFor(ctx, ticket.client_id),
  );
  if (faults.length > 0) throw invalid(faults.map(({ path, message }) => ({ path: `answers.${path}`, message })));
  const nameOf = await namesIn(ctx, ticket.client_id, [part.answers, answers]);
  const changed = changedLines(part.terms.form, part.answers, answers, nameOf).map(
    ({ label, from, to }) => `${label} from ${from ?? 'nothing'} to ${to ?? 'nothing'}`,
  );
  if (changed.length === 0) return;
  if (part.position === 0) refuseOtherParts(part, part.answers, answers);
  await ctx.tx
    .updateTable('request_parts')
    .set({ answers: JSON.stringify(answers) })
    .where('client_id', '=', ticket.client_id)
    .where('ticket_id', '=', ticket.id)
    .where('position', '=', input.position)
    .execute();
  await ctx.tx
    .updateTable('requests')
    .set({ version: request.version + 1, updated_at: ctx.now })
    .where('client_id', '=', ticket.client_id)
    .where('ticket_id', '=', ticket.id)
    .execute();
  await appendEvent(ctx, {
    clientId: ticket.client_id,
    subjectType: 'ticket',
    subjectId: ticket.id,
    type: 'ticket.request_changed',
    visibility: 'public',
    data: { text: changed.join('; '), part: input.position, answers: [part.answers, answers] },
  });
  const now = { ...part, answers };
  const stopped = await followPlan(
    ctx,
    ticket,
    parts,
    parts.map((one) => (one === part ? now : one)),
  );
  if (part.position === 0) await followRoute(ctx, ticket, request, part, now);
  await tellChanged(ctx, ticket, part, [part.answers, answers], await askedAnew(ctx, ticket, stopped));
}

/** Asks anew for an approval that was of something else, and lets work wait for it. True where it waits. */
async function askedAnew(ctx: Ctx, ticket: TicketRecord, stopped: boolean): Promise<boolean> {
  const voided = await voidApproval(ctx, ticket, 'what was asked for has changed');
  if (voided) {
    await holdFulfilment(ctx, ticket);
    const asked = await askApproval(ctx, ticket, 'asked again, because the request changed');
    if (asked === 'pending') return true;
  }
  if (voided || stopped) await beginWork(ctx, ticket);
  return false;
}

/** A day that was answered before and stays needs not be one that could be answered today. */
const standing = ({ fields }: Form, before: Answers, now: Answers): Form => ({
  fields: fields.map((field) =>
    field.type === 'date' && before[field.key] === now[field.key] ? { ...field, earliest: null, latest: null } : field,
  ),
});
