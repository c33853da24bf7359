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
  const happened = outcome === 'failed' ? 'failed' : 'was backed out';
  const why = `${ticket.key} ${happened}.`;
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
    // Whoever reads the provider's log may not see the client of the change.
    data: { text: model.name, reason: `One of its changes ${happened}.` },
  });
  const people = [model.proposed_by, model.approved_by].filter((id) => id !== null);
  await notify(ctx, ticket, people, 'change_review', `The template “${model.name}” is suspended: ${why}`);
}

/** Why a template is suspended, for the reader: which change it was is for whoever sees every client. */
export const suspendedBecause = ({ scope }: Pick<Ctx, 'scope'>, why: string): string =>
  scope.allClients ? why : why.replace(/^[A-Z][A-Z0-9]*-\d+ /, 'One of its changes ');
