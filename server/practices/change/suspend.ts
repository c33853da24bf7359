import type { Ctx } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import { notify } from '#server/desk/notification/index.ts';
import type { TicketRecord } from '#server/desk/ticket/index.ts';
import type { ChangeRow } from './rows.ts';

const SUSPEND = `
update change_models set state = 'suspended', state_why = '', suspended_by = $2, suspended_outcome = $3, state_at = $4,
  version = version + 1, updated_at = $4
where id = $1 and type = 'standard' and state = 'in_force' returning name, proposed_by, approved_by`;

const HAPPENED: Readonly<Record<string, string>> = { failed: 'failed', backed_out: 'was backed out' };

/** A template of which one did not go well is in good standing no more, until somebody looks at it and approves it again. */
export async function suspendTemplate(
  ctx: Ctx,
  ticket: TicketRecord,
  { model_id }: ChangeRow,
  outcome: string,
): Promise<void> {
  if (outcome !== 'failed' && outcome !== 'backed_out') return;
  const happened = HAPPENED[outcome];
  const [model] = await ctx.hot<{ name: string; proposed_by: string | null; approved_by: string | null }>(
    'change_template_suspend',
    SUSPEND,
    [model_id, ticket.id, outcome, ctx.now],
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
  await notify(
    ctx,
    ticket,
    people,
    'change_review',
    `The template “${model.name}” is suspended: ${ticket.key} ${happened}.`,
  );
}

/** Of a model `m`: the key of the change by which it is suspended, where the reader sees that. */
export const SUSPENDED_KEY = '(select t.key from tickets t where t.id = m.suspended_by) as suspended_key';

type Suspended = { state_why: string; suspended_outcome: string | null; suspended_key?: string | null };

/**
 * Why a template is suspended, for the reader. Which change it was is for whoever sees its client: `suspended_key` is read under the
 * reader's own scope.
 */
export const suspendedBecause = ({
  state_why: why,
  suspended_outcome: outcome,
  suspended_key: key,
}: Suspended): string => (outcome === null ? why : `${key ?? 'One of its changes'} ${HAPPENED[outcome] ?? outcome}.`);
