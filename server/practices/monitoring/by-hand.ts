import type { Selectable } from 'kysely';
import { type Decision, outcomeFor } from '#kernel/alert.ts';
import { Fault, forbidden, invalid, notFound } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { Tables } from '#platform/database/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import { dueAlert } from './due.ts';
import { giveRow } from './give.ts';
import { makeTicket, weighedBecause } from './tickets.ts';

type Alert = Selectable<Tables['alerts']>;

/** What a connector does at its source for somebody here: see the connectors. */
const ANSWER_JOB = 'connector.answer';

async function lockAlert(ctx: Ctx, id: string): Promise<Alert> {
  const found = await ctx.tx.selectFrom('alerts').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (!found) throw notFound('alert');
  return found;
}

/** Writes what somebody decided, and the one event that says so. */
async function settleByHand(
  ctx: Ctx,
  alert: Alert,
  verb: string,
  columns: Partial<
    Pick<Alert, 'state' | 'cause_id' | 'ticket_id' | 'acknowledged_at' | 'acknowledged_by' | 'closed_at' | 'decide_at'>
  >,
  decision: Decision | null,
  data: Record<string, unknown> = {},
): Promise<void> {
  await ctx.tx
    .updateTable('alerts')
    .set({
      ...columns,
      ...(decision
        ? { decision: JSON.stringify({ ...decision, told: alert.count }), decided_at: ctx.now, decide_at: null }
        : {}),
      version: alert.version + 1,
      updated_at: ctx.now,
    })
    .where('client_id', '=', alert.client_id)
    .where('id', '=', alert.id)
    .execute();
  await appendEvent(ctx, {
    clientId: alert.client_id,
    subjectType: 'alert',
    subjectId: alert.id,
    type: `alert.${verb}`,
    data: { text: alert.title, ...data },
  });
}

const byPerson = (ctx: Ctx, does: Decision['does']): Decision => ({ by: 'person', does, name: ctx.actor.name });

/** The source hears of it, where it is a connector that can tell it. */
const answer = (ctx: Ctx, alert: Alert, act: 'resolve' | 'acknowledge', note: string, externalId: string) =>
  ctx.services.jobs.enqueue(ctx, ANSWER_JOB, { connectorId: alert.connector_id, externalId, act, note });

const COUNTING = `
select external_id as "externalId" from alert_occurrences where client_id = $1 and alert_id = $2 and counts order by external_id limit 20`;

async function answerSource(ctx: Ctx, alert: Alert, act: 'resolve' | 'acknowledge', note: string): Promise<void> {
  const rows = await ctx.hot<{ externalId: string }>('alert_counting', COUNTING, [alert.client_id, alert.id]);
  for (const { externalId } of rows) await answer(ctx, alert, act, note, externalId);
}

/** Says that somebody has seen it: it makes no ticket by itself any more, and its source hears so. */
export async function acknowledgeAlert(ctx: Ctx, id: string, note: string): Promise<void> {
  const alert = await lockAlert(ctx, id);
  if (alert.state === 'acknowledged') return;
  if (!alert.is_open) throw new Fault('invalid', 'It has ended; there is nothing to acknowledge.');
  await settleByHand(
    ctx,
    alert,
    'acknowledged',
    { state: 'acknowledged', acknowledged_at: ctx.now, acknowledged_by: ctx.actor.name, decide_at: null },
    alert.ticket_id === null && alert.cause_id === null ? byPerson(ctx, 'inbox') : null,
    note === '' ? {} : { reason: note },
  );
  await answerSource(ctx, alert, 'acknowledge', note);
}

/** Says that it is over and done with: it comes back when it is raised anew. Where it still lasts, its source is asked to end it. */
export async function closeAlert(ctx: Ctx, id: string, note: string): Promise<void> {
  const alert = await lockAlert(ctx, id);
  if (alert.state === 'closed') return;
  await settleByHand(
    ctx,
    alert,
    'closed',
    { state: 'closed', closed_at: ctx.now, cause_id: null },
    byPerson(ctx, 'close'),
    note === '' ? {} : { reason: note },
  );
  if (alert.is_open) await answerSource(ctx, alert, 'resolve', note);
}

/** Makes the ticket of an alert that has none open. Returns the ticket's key. */
export async function ticketOfAlert(ctx: Ctx, id: string): Promise<string> {
  if (!ctx.can('ticket.create'))
    throw forbidden('This needs the permission "ticket.create", which your role or key does not have.');
  const alert = await lockAlert(ctx, id);
  const due = await dueAlert(ctx, id);
  if (due.ticket_open) throw new Fault('conflict', 'It has a ticket already, which is open.');
  const usual = outcomeFor(null, due, { exception: 5, warning: 5, informational: 5 });
  const ticket = await makeTicket(ctx, due, usual, { storm: false });
  const weighed = weighedBecause(due, usual);
  await settleByHand(
    ctx,
    alert,
    'ticketed',
    { state: 'ticketed', ticket_id: ticket.id, cause_id: null },
    { ...byPerson(ctx, 'ticket'), ...(weighed ? { weighed } : {}) },
    { ticketId: ticket.id, key: ticket.key },
  );
  return ticket.key;
}

/** Says which other alert of the client explains it, or that none does. It goes to that one's ticket, or out of it. */
export async function correlateAlert(ctx: Ctx, id: string, causeId: string | null): Promise<void> {
  const alert = await lockAlert(ctx, id);
  if (causeId === null) {
    if (alert.cause_id === null) return;
    await settleByHand(
      ctx,
      alert,
      'uncorrelated',
      { state: alert.is_open ? 'open' : alert.state, cause_id: null, ticket_id: null },
      byPerson(ctx, 'apart'),
    );
    return;
  }
  if (causeId === id) throw invalid([{ path: 'causeId', message: 'is the alert itself' }]);
  const cause = await lockAlert(ctx, causeId);
  if (cause.client_id !== alert.client_id)
    throw invalid([{ path: 'causeId', message: 'is an alert of another client' }]);
  if (cause.cause_id !== null)
    throw invalid([{ path: 'causeId', message: 'is itself explained by another alert; take that' }]);
  const under = await ctx.hot(
    'alert_has_members',
    'select from alerts where client_id = $1 and cause_id = $2 limit 1',
    [alert.client_id, id],
  );
  if (under.length > 0) throw new Fault('invalid', 'It explains others itself; take those apart first.');
  await settleByHand(
    ctx,
    alert,
    'correlated',
    { state: alert.is_open ? 'correlated' : alert.state, cause_id: causeId, ticket_id: cause.ticket_id },
    { ...byPerson(ctx, 'join'), id: causeId },
    { causeId },
  );
}

/** Says whose an alert is of which nobody knew. Returns the id of the alert that it is then. */
export async function giveAlert(ctx: Ctx, id: string, clientId: string, siteId: string | null): Promise<string> {
  const alert = await lockAlert(ctx, id);
  if (alert.client_known) throw new Fault('invalid', 'It is known whose it is.');
  const client = await ctx.tx.selectFrom('clients').select('id').where('id', '=', clientId).executeTakeFirst();
  if (!client) throw notFound('client');
  if (siteId !== null) {
    const site = await ctx.tx
      .selectFrom('sites')
      .select('id')
      .where('client_id', '=', clientId)
      .where('id', '=', siteId)
      .executeTakeFirst();
    if (!site) throw invalid([{ path: 'siteId', message: 'is not a site of this client' }]);
  }
  const given = await giveRow(ctx, alert, { clientId, siteId });
  await appendEvent(ctx, {
    clientId,
    subjectType: 'alert',
    subjectId: given,
    type: 'alert.given',
    data: { text: alert.title, site: alert.site },
  });
  return given;
}
