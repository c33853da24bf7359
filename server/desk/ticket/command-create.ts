import { invalid, notFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { findStatus, startStatus } from '#kernel/lifecycle.ts';
import { decidePriority, type Level, type Priority, type PriorityRules } from '#kernel/priority.ts';
import type { Ctx } from '#platform/context/index.ts';
import { resolveSetting } from '#platform/settings/index.ts';
import { cleanHtml } from '#platform/text/index.ts';
import { choosePerson } from '#server/desk/assignment/index.ts';
import { attachFiles } from '#server/desk/conversation/index.ts';
import { lifecycleOf } from '#server/desk/lifecycle/index.ts';
import { notify } from '#server/desk/notification/index.ts';
import { indexNewTicket } from '#server/desk/search/index.ts';
import { beginClocks, planClocks } from '#server/practices/service-level/index.ts';
import type { CreateTicket } from '#shared/ticket.ts';
import { followCreation } from './created.ts';
import { checkCustomValues } from './custom-values.ts';
import { refuseUnfit } from './fit.ts';
import { insertTicket, tellCreated } from './insert.ts';
import { openingLine } from './opening.ts';
import { parentFaults } from './parent.ts';
import type { TicketRecord } from './record.ts';
import { keepRow } from './row.ts';
import { insertChecklist, storeCustomValues, storeTags } from './satellites.ts';
import { PRIORITY_RULES } from './settings.ts';

/** What the ticket's other facts depend on. */
const FACTS = `
select client.name, client.code, client.time_zone, site.time_zone as site_zone, client.country, client.region,
  r.name as requester_name, r.email as requester_email, r.vip, r.site_id, ($2::uuid is null or r.id is not null) as requester_ok,
  ($3::uuid is null or cat.id is not null) as category_ok, case when ct.active is false then null else cat.team_id end as category_team, cat.skills,
  ($4::uuid is null or svc.id is not null) as service_ok, ($5::uuid is null or site.id is not null) as site_ok,
  case when st.active is false then null else svc.team_id end as service_team
from clients client
left join contacts r on r.client_id = client.id and r.id = $2 and r.active
left join sites site on site.client_id = client.id and site.id = coalesce($5, r.site_id)
left join categories cat on cat.id = $3 and cat.active
left join teams ct on ct.id = cat.team_id
left join services svc on svc.id = $4 and svc.active
left join teams st on st.id = svc.team_id
where client.id = $1 and client.active`;

type Opening = {
  name: string;
  code: string;
  time_zone: string;
  site_zone: string | null;
  country: string;
  region: string;
  requester_name: string | null;
  requester_email: string | null;
  vip: boolean | null;
  site_id: string | null;
  requester_ok: boolean;
  category_ok: boolean;
  category_team: string | null;
  skills: string[] | null;
  service_ok: boolean;
  site_ok: boolean;
  service_team: string | null;
};

/**
 * Logs a ticket: number and key, priority by the client's matrix, team from category or service, person by the team's way of
 * choosing; row, event, clocks and search document in one transaction. Refuses fields that point to nothing in this client. An importer
 * may ask for a `number` that it reserved; where somebody has it, the next free one is taken. `incomplete`: it comes from another ticket,
 * and required custom fields are filled in later. `weighed`: why impact and urgency are what they are.
 * `lifecycle`: the variant of its kind's lifecycle that it follows.
 */
export async function createTicket(
  ctx: Ctx,
  input: CreateTicket,
  wanted: { number?: number; incomplete?: boolean; weighed?: string; lifecycle?: string | null } = {},
): Promise<TicketRecord> {
  const variant = wanted.lifecycle ?? null;
  const requesterId = ctx.scope.contactId ?? input.requesterId ?? null;
  const refs = [input.clientId, requesterId, input.categoryId ?? null, input.serviceId ?? null, input.siteId ?? null];
  const [[opening], { value: rules }, { lifecycle }, custom] = await Promise.all([
    ctx.hot<Opening>('ticket_facts', FACTS, refs),
    resolveSetting(ctx, PRIORITY_RULES, input.clientId),
    lifecycleOf(ctx, { kind: input.kind, lifecycle: variant }),
    checkCustomValues(ctx, input.kind, input.custom ?? {}, { complete: isAsked(ctx) && !wanted.incomplete }),
    !ctx.history && refuseUnfit(ctx, input.clientId, input),
  ]);
  if (!opening) throw notFound('client');
  refuseUnknown(opening);
  if (input.parentId) await refuseParent(ctx, input.clientId, input.parentId);
  const decision = priorityOf(ctx, input, { vip: opening.vip ?? false, because: wanted.weighed ?? '' }, rules);
  const teamId = input.teamId === undefined ? (opening.category_team ?? opening.service_team) : input.teamId;
  const chosen =
    input.assigneeId === undefined && teamId
      ? await choosePerson(ctx, teamId, { clientId: input.clientId, skills: opening.skills ?? [] })
      : null;
  const assigneeId = input.assigneeId ?? chosen?.personId ?? null;
  // Whoever has somebody is not new, where the lifecycle tells them apart; recorded history brings its own statuses.
  const status = (assigneeId && !ctx.history && findStatus(lifecycle, 'assigned')) || startStatus(lifecycle);
  const place = { timeZone: opening.site_zone ?? opening.time_zone, country: opening.country, region: opening.region };
  const siteId = input.siteId === undefined ? opening.site_id : input.siteId;
  const source = input.source ?? sourceOf(ctx);
  const clocks = await planClocks(
    ctx,
    input.clientId,
    {
      kind: input.kind,
      status: status.key,
      status_category: status.category,
      hold_reason: null,
      priority: decision.priority,
      impact: input.impact ?? 2,
      urgency: input.urgency ?? 2,
      requester_id: requesterId,
      team_id: teamId ?? null,
      assignee_id: assigneeId,
      category_id: input.categoryId ?? null,
      service_id: input.serviceId ?? null,
      site_id: siteId,
      source,
      tags: input.tags ?? [],
      first_response_at: null,
      resolution_note: null,
    },
    place,
  );
  const description = cleanHtml(input.description ?? '');
  const ticket = await insertTicket(ctx, wanted.number, [
    input.clientId,
    newId(),
    input.kind,
    input.title.trim(),
    description,
    openingLine(description),
    requesterId,
    siteId,
    status.key,
    status.category,
    input.impact ?? 2,
    input.urgency ?? 2,
    decision.priority,
    JSON.stringify(decision.why),
    input.categoryId ?? null,
    input.serviceId ?? null,
    teamId ?? null,
    assigneeId,
    JSON.stringify(chosen?.why ?? {}),
    source,
    input.tags ?? [],
    JSON.stringify(custom),
    input.parentId ?? null,
    input.externalRef ?? null,
    ctx.actor.id,
    ctx.now,
    clocks.dueAt,
    clocks.promise.id,
    clocks.at,
    variant,
  ]);
  keepRow(ctx, ticket);
  const people = [opening.name, opening.code, opening.requester_name, opening.requester_email];
  await Promise.all([
    tellCreated(ctx, ticket),
    beginClocks(ctx, ticket, clocks),
    indexNewTicket(ctx, ticket, people.join(' ')),
    ticket.tags.length > 0 && storeTags(ctx, ticket),
    Object.keys(custom).length > 0 && storeCustomValues(ctx, ticket),
    input.attachmentIds?.length && attachFiles(ctx, ticket, null, input.attachmentIds, 'public'),
    input.checklist?.length && insertChecklist(ctx, ticket, input.checklist.map(plainLine)),
  ]);
  await followCreation(ctx, ticket);
  if (ticket.assignee_id)
    await notify(ctx, ticket, [ticket.assignee_id], 'assigned', `${ticket.key} was assigned to you: ${ticket.title}`);
  return ticket;
}

const sourceOf = (ctx: Ctx) => (ctx.actor.kind === 'contact' ? 'portal' : ctx.actor.kind === 'key' ? 'api' : 'staff');

async function refuseParent(ctx: Ctx, clientId: string, parentId: string): Promise<void> {
  const faults = await parentFaults(ctx, { client_id: clientId, id: null }, parentId);
  if (faults.length > 0) throw invalid(faults);
}

/** People and programs are asked for what a kind requires; what the desk makes by itself is made of what there is. */
const isAsked = (ctx: Ctx) => (ctx.actor.kind === 'staff' || ctx.actor.kind === 'key') && !ctx.quiet;

const plainLine = (text: string) => ({ text, required: false });

function refuseUnknown(opening: Opening): void {
  const faults = [
    ...(opening.requester_ok ? [] : [{ path: 'requesterId', message: 'is not an active contact of this client' }]),
    ...(opening.category_ok ? [] : [{ path: 'categoryId', message: 'is not a category in use' }]),
    ...(opening.service_ok ? [] : [{ path: 'serviceId', message: 'is not a service in use' }]),
    ...(opening.site_ok ? [] : [{ path: 'siteId', message: 'is not a site of this client' }]),
  ];
  if (faults.length > 0) throw invalid(faults);
}

function priorityOf(
  ctx: Ctx,
  input: CreateTicket,
  { vip, because }: { vip: boolean; because: string },
  rules: PriorityRules,
) {
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
    {
      impact: (input.impact ?? 2) as Level,
      urgency: (input.urgency ?? 2) as Level,
      vip,
      ...(because ? { because } : {}),
      ...override,
    },
    rules,
  );
}
