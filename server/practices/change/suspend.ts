import type { Ctx } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import { notify } from '#server/desk/notification/index.ts';
import type { TicketRecord } from '#server/desk/ticket/index.ts';
import type { ChangeRow } from './rows.ts';

const SUSPEND = `
update change_models set state = 'suspended', state_why = $2, state_at = $3, version = version + 1, updated_at = $3
where id = $1 and type = 'standard' and state = 'in_force' returning name, proposed_by, approved_by`;

/** A template of which one did not go well is in good standing no more, until somebody looks at it and approves it again. */
export async function suspendTemplate(
  ctx: Ctx,
  ticket: TicketRecord,
  { model_id }: ChangeRow,
  outcome: string,
): Promise<void> {
  if (outcome !== 'failed' && outcome !== 'backed_out') return;
  const why = `${ticket.key} ${outcome === 'failed' ? 'failed' : 'was backed out'}.`;
  const [model] = await ctx.hot<{ name: string; proposed_by: string | null; approved_by: string | null }>(
    'change_template_suspend',
    SUSPEND,
    [model_id, why, ctx.now],
  );
  if (!model) return;
  await appendEvent(ctx, {
    clientId: null,
    subjectType: 'change_model',
    subjectId: model_id,
    type: 'change_model.suspended',
    data: { text: model.name, reason: why },
  });
  const people = [model.proposed_by, model.approved_by].filter((id) => id !== null);
  await notify(ctx, ticket, people, 'change_review', `The template “${model.name}” is suspended: ${why}`);
}
