import { invalid, notFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { startStatus } from '#kernel/lifecycle.ts';
import { decidePriority, type Level, type Priority, type PriorityRules } from '#kernel/priority.ts';
import type { Ctx } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import { resolveSetting } from '#platform/settings/index.ts';
import { cleanHtml } from '#platform/text/index.ts';
import { choosePerson } from '#server/desk/assignment/index.ts';
import { lifecycleOf } from '#server/desk/lifecycle/index.ts';
import { indexTicket } from '#server/desk/search/index.ts';
import { earliestDue, insertClocks, planClocks } from '#server/practices/service-level/index.ts';
import type { CreateTicket } from '#shared/ticket.ts';
import { checkCustomValues } from './custom-values.ts';
import type { TicketRecord } from './record.ts';
import { storeCustomValues, storeTags } from './satellites.ts';
import { PRIORITY_RULES } from './settings.ts';

/** Reads, in the same trip as the number, what the ticket's other facts depend on. */
const FACTS = `
select client.code, client.number, client.time_zone, client.country, client.region,
  r.vip, r.site_id, ($2::uuid is null or r.id is not null) as requester_ok,
  ($3::uuid is null or cat.id is not null) as category_ok, cat.team_id as category_team, cat.skills,
  ($4::uuid is null or svc.id is not null) as service_ok, svc.team_id as service_team
from client
left join contacts r on r.client_id = client.id and r.id = $2 and r.active
left join categories cat on cat.id = $3 and cat.active
left join services svc on svc.id = $4 and svc.active`;

/** Takes the client's next number. */
const OPEN = `
with client as (
  update clients set next_number = next_number + 1 where id = $1 and active returning id, code, time_zone, country, region, next_number - 1 as number
)${FACTS}`;

/** Takes a number that was reserved before, without waiting for others who log tickets of the client; nothing if it is taken. */
const OPEN_NUMBERED = `
with client as (
  select id, code, time_zone, country, region, $5::integer as number from clients c where id = $1 and active and next_number > $5
    and not exists (select from tickets t where t.client_id = c.id and t.number = $5)
)${FACTS}`;

type Opening = {
  code: string;
  number: number;
  time_zone: string;
  country: string;
  region: string;
  vip: boolean | null;
  site_id: string | null;
  requester_ok: boolean;
  category_ok: boolean;
  category_team: string | null;
  skills: string[] | null;
  service_ok: boolean;
  service_team: string | null;
};

/**
 * Logs a ticket: number and key, priority by the client's matrix, team from category or service, person by the team's way of
 * choosing; row, event and search document in one transaction. Refuses fields that point to nothing in this client. An importer
 * may ask for a `number` that it reserved; where somebody has it, the next free one is taken.
 */
export async function createTicket(
  ctx: Ctx,
  input: CreateTicket,
  wanted: { number?: number } = {},
): Promise<TicketRecord> {
  const requesterId = ctx.scope.contactId ?? input.requesterId ?? null;
  const refs = [input.clientId, requesterId, input.categoryId ?? null, input.serviceId ?? null];
  const [numbered] =
    wanted.number === undefined
      ? []
      : await ctx.hot<Opening>('ticket_open_numbered', OPEN_NUMBERED, [...refs, wanted.number]);
  const [opening] = numbered ? [numbered] : await ctx.hot<Opening>('ticket_open', OPEN, refs);
  if (!opening) throw notFound('client');
  refuseUnknown(opening);
  const rules = (await resolveSetting(ctx, PRIORITY_RULES, input.clientId)).value;
  const { lifecycle } = await lifecycleOf(ctx, input.kind);
  const status = startStatus(lifecycle);
  const decision = priorityOf(ctx, input, opening.vip ?? false, rules);
  const teamId = input.teamId === undefined ? (opening.category_team ?? opening.service_team) : input.teamId;
  const chosen =
    input.assigneeId === undefined && teamId
      ? await choosePerson(ctx, teamId, { clientId: input.clientId, skills: opening.skills ?? [] })
      : null;
  const custom = await checkCustomValues(ctx, input.kind, input.custom ?? {}, {
    complete: ctx.actor.kind === 'staff' && !ctx.quiet,
  });
  const place = { timeZone: opening.time_zone, country: opening.country, region: opening.region };
  const clocks = await planClocks(ctx, {
    clientId: input.clientId,
    kind: input.kind,
    priority: decision.priority,
    place,
  });
  const [ticket] = await ctx.hot<TicketRecord>('ticket_insert', INSERT, [
    input.clientId,
    newId(),
    opening.number,
    `${opening.code}-${opening.number}`,
    input.kind,
    input.title.trim(),
    cleanHtml(input.description ?? ''),
    requesterId,
    input.siteId === undefined ? opening.site_id : input.siteId,
    status.key,
    status.category,
    input.impact ?? 2,
    input.urgency ?? 2,
    decision.priority,
    JSON.stringify(decision.why),
    input.categoryId ?? null,
    input.serviceId ?? null,
    teamId ?? null,
    input.assigneeId ?? chosen?.personId ?? null,
    JSON.stringify(chosen?.why ?? {}),
    input.source ?? (ctx.actor.kind === 'contact' ? 'portal' : ctx.actor.kind === 'key' ? 'api' : 'phone'),
    input.tags ?? [],
    JSON.stringify(custom),
    input.parentId ?? null,
    input.externalRef ?? null,
    ctx.actor.id,
    ctx.now,
    earliestDue(clocks.map((item) => item.clock)),
  ]);

  if (!ticket) throw new Error('The ticket was not inserted');
  await appendEvent(ctx, {
    clientId: ticket.client_id,
    subjectType: 'ticket',
    subjectId: ticket.id,
    type: 'ticket.created',
    visibility: 'public',
    data: {
      kind: ticket.kind,
      status: ticket.status,
      priority: ticket.priority,
      teamId: ticket.team_id,
      assigneeId: ticket.assignee_id,
      source: ticket.source,
    },
  });
  await insertClocks(ctx, ticket, clocks);
  await indexTicket(ctx, ticket);
  if (ticket.tags.length > 0) await storeTags(ctx, ticket);
  if (Object.keys(custom).length > 0) await storeCustomValues(ctx, ticket);
  if (input.checklist?.length) await addChecklist(ctx, ticket, input.checklist);
  return ticket;
}

const INSERT = `
insert into tickets (client_id, id, number, key, kind, title, description, requester_id, site_id, status, status_category, impact, urgency,
  priority, priority_why, category_id, service_id, team_id, assignee_id, assignment_why, source, tags, custom, parent_id, external_ref,
  created_by, created_at, updated_at, due_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $27, $28)
returning *`;

function refuseUnknown(opening: Opening): void {
  const faults = [
    ...(opening.requester_ok ? [] : [{ path: 'requesterId', message: 'is not an active contact of this client' }]),
    ...(opening.category_ok ? [] : [{ path: 'categoryId', message: 'is not a category in use' }]),
    ...(opening.service_ok ? [] : [{ path: 'serviceId', message: 'is not a service in use' }]),
  ];
  if (faults.length > 0) throw invalid(faults);
}

function priorityOf(ctx: Ctx, input: CreateTicket, vip: boolean, rules: PriorityRules) {
  const override =
    input.priority === undefined
      ? {}
      : {
          override: {
            priority: input.priority as Priority,
            by: ctx.actor.name,
            ...(input.priorityReason ? { reason: input.priorityReason } : {}),
          },
        };
  return decidePriority(
    { impact: (input.impact ?? 2) as Level, urgency: (input.urgency ?? 2) as Level, vip, ...override },
    rules,
  );
}

async function addChecklist(ctx: Ctx, ticket: TicketRecord, texts: readonly string[]): Promise<void> {
  await ctx.tx
    .insertInto('checklist_items')
    .values(
      texts.map((text, position) => ({
        client_id: ticket.client_id,
        id: newId(),
        ticket_id: ticket.id,
        position,
        text,
        created_at: ctx.now,
      })),
    )
    .execute();
}
