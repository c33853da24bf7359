import type { Ctx } from '#platform/context/index.ts';
import { assignTicket, createTicket, type Facts, transitionTicket, updateTicket } from '#server/desk/ticket/index.ts';
import { sweepHistory } from '#server/practices/service-level/index.ts';
import type { UpdateTicket } from '#shared/ticket.ts';
import { CUSTOM } from './columns.ts';
import { digestOf, type Incident } from './incidents.ts';
import type { Fields, Plan, Step } from './plan.ts';
import type { References } from './references.ts';
import { numberOf } from './row.ts';
import { isOver } from './states.ts';

export const SOURCE = 'servicenow-log';

type Written = { events: number };

/** Writes an incident's whole history through the ticket's commands, each at the time it happened, in the caller's transaction. */
export async function replay(ctx: Ctx, incident: Incident, plan: Plan, refs: References): Promise<Written> {
  const clientId = refs.clientOf(incident);
  const first = plan.steps[0] as Step;
  const number = numberOf(incident.ref);
  const opened = past(ctx, incident.ref, first, { at: first.row.openedAt, by: first.row.values.opened_by, index: 0 });
  const created = await createTicket(
    opened,
    {
      kind: 'incident',
      clientId,
      title: plan.title,
      description: `<p>Brought in from a ServiceNow log, where it is ${incident.ref}. The log holds no text of its own.</p>`,
      source: plan.source,
      externalRef: incident.ref,
      teamId: null,
      assigneeId: null,
      ...fieldsIn(plan.fields, clientId, refs),
      ...(plan.fields.override === null ? {} : { priority: plan.fields.override, priorityReason: 'as the log has it' }),
      custom: plan.fields.custom,
    },
    number === null ? {} : { number },
  );
  let events = 1;
  let { version } = created;
  for (const step of plan.steps) {
    const at = past(ctx, incident.ref, step, { at: step.row.at, by: step.row.values.sys_updated_by });
    for (const command of commandsOf(step, clientId, refs)) {
      ({ version } = await command(at, created.id, version));
      events++;
    }
  }
  if (!isOver(plan.steps.at(-1)?.after.status ?? '')) await sweepHistory(ctx, created, ctx.now);
  await ctx.hot('imported_ticket', INSERT, [
    clientId,
    SOURCE,
    incident.ref,
    created.id,
    digestOf(incident),
    incident.rows.length,
    JSON.stringify(plan.kept),
    ctx.now,
  ]);
  return { events };
}

const INSERT = `
insert into imported_tickets (client_id, source, ref, ticket_id, digest, entries, kept, imported_at)
values ($1, $2, $3, $4, $5, $6, $7, $8)`;

/** The same transaction at the time of a row, in the name of whom the log names, with the row's place in the log. */
function past(
  ctx: Ctx,
  ref: string,
  { row, index, kept }: Step,
  when: { at: string; by: string | null; index?: number },
): Ctx {
  return {
    ...ctx,
    now: when.at,
    actor: { kind: 'staff', id: null, name: when.by ?? 'Unknown (ServiceNow log)' },
    history: {
      source: SOURCE,
      ref,
      line: row.line,
      entry: when.index ?? index,
      version: row.version,
      ...(when.index === undefined && Object.keys(kept).length > 0 ? { kept } : {}),
    },
  };
}

type Command = (ctx: Ctx, id: string, version: number) => Promise<{ version: number }>;

function commandsOf(step: Step, clientId: string, refs: References): Command[] {
  const { after, changed, isAssigned, isMoved, hasMoreFacts } = step;
  const ended: Facts = {
    reopenCount: after.reopens,
    resolvedAt: after.resolvedAt,
    resolvedBy: refs.id('person', after.resolver),
    closedAt: after.closedAt,
  };
  const commands: Command[] = [];
  if (changed.length > 0 || hasMoreFacts || !(isAssigned || isMoved))
    commands.push(async (ctx, id, version) => {
      const facts = { ...(isAssigned ? {} : { reassignmentCount: after.reassignments }), ...(isMoved ? {} : ended) };
      return (await updateTicket(ctx, id, { version, ...changesOf(step, clientId, refs) }, facts)).ticket;
    });
  if (isAssigned)
    commands.push(async (ctx, id, version) => {
      const to = { teamId: refs.id('team', after.team), assigneeId: refs.id('person', after.person) };
      return (await assignTicket(ctx, id, { version, ...to }, { reassignmentCount: after.reassignments })).ticket;
    });
  if (isMoved)
    commands.push(async (ctx, id, version) => {
      const to = {
        to: after.status,
        ...(after.hold ? { holdReason: after.hold } : {}),
        ...(isOver(after.status) ? { resolutionCode: 'other' } : {}),
      };
      return (await transitionTicket(ctx, id, { version, ...to }, { facts: ended })).ticket;
    });
  return commands;
}

function changesOf({ after, changed }: Step, clientId: string, refs: References): Omit<UpdateTicket, 'version'> {
  const all = fieldsIn(after.fields, clientId, refs);
  const has = (...names: (keyof Fields)[]) => names.some((name) => changed.includes(name));
  const { override } = after.fields;
  return {
    ...(has('caller') ? { requesterId: all.requesterId } : {}),
    ...(has('location') ? { siteId: all.siteId } : {}),
    ...(has('category', 'subcategory') ? { categoryId: all.categoryId } : {}),
    ...(has('impact', 'urgency') ? { impact: all.impact, urgency: all.urgency } : {}),
    ...(has('override') ? { priority: override, ...(override ? { priorityReason: 'as the log has it' } : {}) } : {}),
    ...(has('custom')
      ? {
          custom: Object.fromEntries(Object.values(CUSTOM).map(({ key }) => [key, after.fields.custom[key] ?? null])),
        }
      : {}),
  };
}

function fieldsIn(fields: Fields, clientId: string, refs: References) {
  const category = refs.id('category', fields.category);
  const below = category === null ? null : refs.id('category', fields.subcategory, category);
  return {
    requesterId: refs.id('caller', fields.caller, clientId),
    siteId: refs.id('site', fields.location, clientId),
    categoryId: below ?? category,
    impact: fields.impact,
    urgency: fields.urgency,
  };
}
