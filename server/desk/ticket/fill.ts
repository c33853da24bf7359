import { invalid } from '#kernel/errors.ts';
import { findStatus } from '#kernel/lifecycle.ts';
import { PRIORITY_NAMES, type Priority } from '#kernel/priority.ts';
import { firstName, renderTemplate, TEMPLATE_VARIABLES, type TemplateValues } from '#kernel/template.ts';
import type { Ctx } from '#platform/context/index.ts';
import { cleanHtml } from '#platform/text/index.ts';
import { lifecycleOf } from '#server/desk/lifecycle/index.ts';
import type { FilledText } from '#shared/library.ts';
import type { TicketRecord } from './record.ts';

const NAMES = `
select r.name as requester, r.email, c.name as client, a.name as assignee, g.name as team, m.name as me
from tickets t join clients c on c.id = t.client_id
left join contacts r on r.client_id = t.client_id and r.id = t.requester_id
left join staff a on a.id = t.assignee_id
left join teams g on g.id = t.team_id
left join staff m on m.id = $3
where t.client_id = $1 and t.id = $2`;

type Names = { [name in 'requester' | 'email' | 'client' | 'assignee' | 'team' | 'me']: string | null };

/** What the variables of a template stand for on a ticket, as the caller would write it. */
async function templateValues(ctx: Ctx, ticket: TicketRecord): Promise<TemplateValues> {
  const [names] = await ctx.hot<Names>('template_names', NAMES, [ticket.client_id, ticket.id, ctx.scope.principalId]);
  const { lifecycle } = await lifecycleOf(ctx, ticket);
  const me = names?.me ?? ctx.actor.name;
  const first = (name: string | null | undefined) => (name ? firstName(name) : null);
  return {
    'requester.firstName': first(names?.requester),
    'requester.name': names?.requester ?? null,
    'requester.email': names?.email || null,
    'client.name': names?.client ?? null,
    'ticket.key': ticket.key,
    'ticket.title': ticket.title,
    'ticket.status': findStatus(lifecycle, ticket.status)?.clientName ?? ticket.status,
    'ticket.priority': `P${ticket.priority} ${PRIORITY_NAMES[ticket.priority as Priority]}`,
    'assignee.firstName': first(names?.assignee),
    'assignee.name': names?.assignee ?? null,
    'team.name': names?.team ?? null,
    'me.firstName': first(me),
    'me.name': me,
  };
}

/** A template's text for a ticket, safe to show, with the variables that have no value there. Refuses unknown variables. */
export async function fillFor(ctx: Ctx, ticket: TicketRecord, body: string): Promise<FilledText> {
  const filled = renderTemplate(body, await templateValues(ctx, ticket));
  if (!filled.ok) throw invalid(filled.errors);
  return {
    // A value may stand where it makes a link, so the whole is cleaned once more.
    html: cleanHtml(filled.text),
    unknown: filled.empty.map((variable) => ({
      variable,
      label: TEMPLATE_VARIABLES[variable as keyof typeof TEMPLATE_VARIABLES],
    })),
  };
}
