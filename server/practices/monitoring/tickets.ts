import { type Outcome, type Weight, weightOf } from '#kernel/alert.ts';
import type { Ctx } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import {
  createTicket,
  findTicket,
  mergeTickets,
  openSteps,
  type TicketRecord,
  transitionTicket,
  updateTicket,
} from '#server/desk/ticket/index.ts';
import { isOnTicket, linkItemToTicket, unlinkItem } from '#server/practices/configuration/index.ts';
import { textToHtml } from '#shared/html.ts';
import { TICKET_KINDS, type TicketKind } from '#shared/vocabulary.ts';
import type { DueAlert } from './due.ts';
import { touchedBySomebody } from './touched.ts';

/** What an alert is on, in words. */
export const placeWords = ({ item_name, device, site }: Pick<DueAlert, 'item_name' | 'device' | 'site'>): string =>
  item_name ?? device.hostname ?? device.ip ?? device.externalId ?? site;

const SEVERITIES = ['', 'critical', 'high', 'medium', 'low', 'information'];

/** Makes the ticket of an alert, as its rule says where one does. `storm`: it stands for many more. */
export async function makeTicket(
  ctx: Ctx,
  alert: DueAlert,
  outcome: Outcome | null,
  { storm }: { storm: boolean },
): Promise<TicketRecord> {
  const says = outcome?.does === 'ticket' ? outcome : undefined;
  const { impact, urgency } = weightOfAlert(alert);
  const ticket = await createTicket(
    ctx,
    {
      kind: TICKET_KINDS.includes(says?.kind as TicketKind) ? (says?.kind as TicketKind) : 'incident',
      clientId: alert.client_id,
      title: titleOf(alert, storm),
      description: descriptionOf(alert),
      source: 'monitoring',
      requesterId: null,
      siteId: alert.site_id,
      impact: says?.impact ?? impact,
      urgency: says?.urgency ?? urgency,
      ...(says?.priority ? { priority: says.priority, priorityReason: 'the rule for its alert says so' } : {}),
      ...(says?.teamId ? { teamId: says.teamId } : {}),
      ...(alert.item_service ? { serviceId: alert.item_service } : {}),
    },
    { incomplete: true, weighed: weighedBecause(alert, outcome) },
  );
  if (alert.item_id) await linkItemToTicket(ctx, ticket.id, alert.item_id);
  return ticket;
}

/**
 * Gives the ticket of an alert the title that it would have now; nobody else has named it. `storm`: it stands for many more; `left`: the
 * item of an alert that it was about and that went to its cause.
 */
export async function nameTicket(
  ctx: Ctx,
  id: string,
  alert: DueAlert,
  { storm, left = null }: { storm: boolean; left?: string | null },
): Promise<void> {
  const { title, version } = await findTicket(ctx, id, { lock: true });
  const wanted = titleOf(alert, storm).trim();
  if (title !== wanted) await updateTicket(ctx, id, { version, title: wanted });
  if (left === null || left === alert.item_id) return;
  const { version: now } = await findTicket(ctx, id, { lock: true });
  await updateTicket(ctx, id, { version: now, description: descriptionOf(alert) });
  if (await isOnTicket(ctx, alert.client_id, id, left)) await unlinkItem(ctx, id, left);
  if (alert.item_id) await linkItemToTicket(ctx, id, alert.item_id);
}

/** The importance of a client counts where it is known that the alert is its. */
const weightOfAlert = (alert: DueAlert): Weight =>
  weightOf(alert.severity, {
    classKey: alert.item_class,
    service:
      alert.item_service_importance === null
        ? null
        : { name: alert.item_service_name ?? '', importance: alert.item_service_importance },
    client: alert.client_known ? { name: alert.client_name, importance: alert.client_importance } : null,
  });

/** Why the ticket of an alert weighs more or less than the alert itself would have it, where no rule says how much. */
export function weighedBecause(alert: DueAlert, outcome: Outcome | null): string {
  const says = outcome?.does === 'ticket' ? outcome : undefined;
  if (says?.priority) return '';
  const { impactWhy, urgencyWhy } = weightOfAlert(alert);
  return [says?.impact ? '' : impactWhy, says?.urgency ? '' : urgencyWhy].filter(Boolean).join('; ');
}

function titleOf(alert: DueAlert, storm: boolean): string {
  const place = placeWords(alert);
  const own = place === '' || alert.title.includes(place) ? alert.title : `${place}: ${alert.title}`;
  return `${storm ? 'Many alerts, first ' : ''}${own}`.slice(0, 300).toWellFormed();
}

function descriptionOf({
  text,
  condition,
  severity,
  connector_name: name,
  client_known: known,
  site,
  url,
}: DueAlert): string {
  const lines = [
    text,
    [
      `${name} says: ${condition} (${SEVERITIES[severity]})`,
      ...(known ? [] : [`Client unknown: ${site || 'the source names none'}`]),
      ...(url ? [url] : []),
    ].join('\n'),
  ];
  return lines.flatMap((line) => (line === '' ? [] : [`<p>${textToHtml(line)}</p>`])).join('');
}

/** A line in a ticket's timeline about its alerts. */
export const tellTicket = (
  ctx: Ctx,
  ticket: { client_id: string; id: string },
  verb: string,
  text: string,
  data: object = {},
) =>
  appendEvent(ctx, {
    clientId: ticket.client_id,
    subjectType: 'ticket',
    subjectId: ticket.id,
    type: `ticket.${verb}`,
    data: { text, ...data },
  });

/** Makes one ticket of several that turn out to be of one thing: those still open are merged into the one that is about it. */
export async function gatherTickets(ctx: Ctx, clientId: string, into: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const rows = await ctx.hot<{ id: string }>('alerts_tickets', GATHERED, [clientId, [into, ...ids]]);
  for (const { id } of rows) if (id !== into) await mergeTickets(ctx, id, into);
}

const GATHERED = `
select id from tickets where client_id = $1 and id = any ($2::uuid[]) and is_open and merged_into_id is null order by created_at, id for update`;

/** Opens a ticket again whose alert has come back, where it ended within some hours and its lifecycle lets it. Says whether it did. */
export async function reopenTicket(ctx: Ctx, id: string, hours: number, alert: DueAlert): Promise<boolean> {
  const ticket = await findTicket(ctx, id, { lock: true });
  if (ticket.is_open) return true;
  const ended = ticket.closed_at ?? ticket.resolved_at;
  if (ticket.merged_into_id || !ended || Date.parse(ctx.now) - Date.parse(ended) > hours * 3_600_000) return false;
  const step = (await openSteps(ctx, ticket)).find(
    ({ category, requires }) => category === 'open' && requires.every((asked) => asked === 'reason'),
  );
  if (!step) return false;
  await transitionTicket(ctx, id, { to: step.to, reason: `the alert “${alert.title.slice(0, 200)}” came back` });
  return true;
}

const TOUCHED = `select where ${touchedBySomebody('$1', '$2')}`;

/** Resolves a ticket all of whose alerts are over, unless somebody has worked on it: then it is told so. */
export async function endTicket(ctx: Ctx, ticket: TicketRecord, count: number): Promise<void> {
  const all = count === 1 ? 'Its alert has cleared' : `All its ${count} alerts have cleared`;
  const touched = await ctx.hot('alerts_ticket_touched', TOUCHED, [ticket.client_id, ticket.id]);
  const step =
    touched.length > 0
      ? undefined
      : (await openSteps(ctx, ticket)).find(
          ({ category, requires }) =>
            category === 'resolved' &&
            requires.every((asked) => asked === 'resolutionCode' || asked === 'resolutionNote'),
        );
  if (!step) {
    await tellTicket(ctx, ticket, 'alerts_cleared', count === 1 ? 'its alert' : `all its ${count} alerts`, { count });
    return;
  }
  await transitionTicket(ctx, ticket.id, {
    to: step.to,
    resolutionCode: 'self_resolved',
    resolutionNote: `${all} before anybody worked on it.`,
    reason: `${all.charAt(0).toLowerCase()}${all.slice(1)}`,
  });
}
