import { sql } from 'kysely';
import type { Ctx } from '#platform/context/index.ts';
import type { TicketRefView, TicketRow, TicketView } from '#shared/ticket.ts';
import { openSteps, openStepsOfNew } from './command-transition.ts';
import { type Place, ticketRows } from './query-rows.ts';
import type { TicketRecord } from './record.ts';

type Around = {
  site: { id: string; name: string } | null;
  category: { id: string; name: string; path: string } | null;
  service: { id: string; name: string } | null;
  resolver: { id: string; name: string } | null;
  logged_by: string | null;
  minutes: number;
  children: TicketRefView[];
  parent: TicketRefView | null;
  merged_into: TicketRefView | null;
  duplicate_of: TicketRefView | null;
  merged_from: TicketRefView[];
  links: TicketView['links'];
  watchers: TicketView['watchers'];
  checklist: TicketView['checklist'];
  attachments: TicketView['attachments'];
};

const ref = (alias: string) =>
  `json_build_object('id', ${alias}.id, 'key', ${alias}.key, 'title', ${alias}.title, 'status', ${alias}.status, 'statusCategory', ${alias}.status_category, 'priority', ${alias}.priority)`;
const list = (item: string, from: string, order: string) =>
  `(select coalesce(json_agg(${item} order by ${order}), '[]') from ${from})`;
const one = (item: string, from: string) => `(select ${item} from ${from})`;

/** The files that a ticket was logged with. */
const FILES = list(
  "json_build_object('id', f.id, 'name', f.name, 'mediaType', f.media_type, 'size', f.size)",
  'files f where f.client_id = t.client_id and f.subject_id = t.id and f.message_id is null',
  'f.created_at, f.id',
);
const SITE = one(
  "json_build_object('id', s.id, 'name', s.name)",
  'sites s where s.client_id = t.client_id and s.id = t.site_id',
);
const CATEGORY = one(
  "json_build_object('id', c.id, 'name', c.name, 'path', c.path)",
  'categories c where c.id = t.category_id',
);
/** Who logged it, as its first event says. */
const LOGGED = one(
  'e.actor_name',
  "events e where e.client_id = t.client_id and e.subject_id = t.id and e.type = 'ticket.created' order by e.at, e.id limit 1",
);
const SERVICE = one("json_build_object('id', v.id, 'name', v.name)", 'services v where v.id = t.service_id');

/** Everything around a ticket, in one trip. Each part is found by a key that leads with the client. */
const AROUND = `select
  ${SITE} as site, ${CATEGORY} as category, ${SERVICE} as service, ${LOGGED} as logged_by,
  ${one("json_build_object('id', p.id, 'name', p.name)", 'staff p where p.id = t.resolved_by')} as resolver,
  (select coalesce(sum(minutes), 0)::int from time_entries e where e.client_id = t.client_id and e.ticket_id = t.id) as minutes,
  ${list(ref('k'), '(select * from tickets k where k.client_id = t.client_id and k.parent_id = t.id order by k.number limit 200) k', 'k.number')} as children,
  ${one(ref('x'), 'tickets x where x.client_id = t.client_id and x.id = t.parent_id')} as parent,
  ${one(ref('x'), 'tickets x where x.client_id = t.client_id and x.id = t.merged_into_id')} as merged_into,
  ${one(ref('x'), 'tickets x where x.client_id = t.client_id and x.id = t.duplicate_of_id')} as duplicate_of,
  ${list(ref('m'), 'tickets m where m.client_id = t.client_id and m.merged_into_id = t.id', 'm.number')} as merged_from,
  ${list(
    `json_build_object('kind', l.kind, 'direction', case when l.from_id = t.id then 'out' else 'in' end, 'ticket', ${ref('o')})`,
    'ticket_links l join tickets o on o.client_id = l.client_id and o.id = case when l.from_id = t.id then l.to_id else l.from_id end where l.client_id = t.client_id and (l.from_id = t.id or l.to_id = t.id)',
    'l.created_at',
  )} as links,
  ${list(
    "json_build_object('kind', w.watcher_kind, 'id', w.watcher_id, 'name', coalesce(p.name, r.name, ''))",
    "ticket_watchers w left join staff p on w.watcher_kind = 'staff' and p.id = w.watcher_id left join contacts r on w.watcher_kind = 'contact' and r.client_id = w.client_id and r.id = w.watcher_id where w.client_id = t.client_id and w.ticket_id = t.id",
    'w.created_at',
  )} as watchers,
  ${list(
    "json_build_object('id', i.id, 'text', i.text, 'required', i.required, 'doneAt', i.done_at, 'doneBy', p.name)",
    'checklist_items i left join staff p on p.id = i.done_by where i.client_id = t.client_id and i.ticket_id = t.id',
    'i.position, i.id',
  )} as checklist, ${FILES} as attachments
from tickets t where t.client_id = $1 and t.id = $2`;

/** What a ticket that was just logged by itself has around it: names, and nothing that came later. */
const NEW_AROUND = `select
  ${SITE} as site, ${CATEGORY} as category, ${SERVICE} as service, ${LOGGED} as logged_by, null as resolver, 0 as minutes, '[]'::json as children,
  null as parent, null as merged_into, null as duplicate_of, '[]'::json as merged_from, '[]'::json as links, '[]'::json as watchers, '[]'::json as checklist, ${FILES} as attachments
from tickets t where t.client_id = $1 and t.id = $2`;

/** The whole ticket as the reader may see it. */
export async function viewTicket(ctx: Ctx, ticket: TicketRecord): Promise<TicketView> {
  const [rows, around, transitions] = await Promise.all([
    ticketRows(ctx, [ticket]),
    ctx.hot<Around>('ticket_around', AROUND, [ticket.client_id, ticket.id]),
    openSteps(ctx, ticket),
  ]);
  return viewOf(ctx, ticket, rows, around, transitions);
}

/** The same for a ticket that was just logged, without parent and checklist: what cannot be there yet is not looked for. */
export async function viewNewTicket(ctx: Ctx, ticket: TicketRecord): Promise<TicketView> {
  const [rows, around, transitions] = await Promise.all([
    ticketRows(ctx, [ticket]),
    ctx.hot<Around>('ticket_new_around', NEW_AROUND, [ticket.client_id, ticket.id]),
    openStepsOfNew(ctx, ticket),
  ]);
  return viewOf(ctx, ticket, rows, around, transitions);
}

function viewOf(
  ctx: Ctx,
  ticket: TicketRecord,
  [row]: readonly TicketRow[],
  [around]: readonly Around[],
  transitions: TicketView['transitions'],
): TicketView {
  if (!row || !around) throw new Error(`The ticket ${ticket.key} vanished while it was read`);
  const me = ctx.scope.principalId;
  const why = ticket.assignment_why as { sentence?: string };
  return {
    ...row,
    description: ticket.description,
    attachments: around.attachments,
    externalRef: ticket.external_ref,
    site: around.site,
    category: around.category,
    service: around.service,
    priorityWhy: ticket.priority_why as TicketView['priorityWhy'],
    assignmentWhy: why.sentence ? (ticket.assignment_why as TicketView['assignmentWhy']) : null,
    custom: ticket.custom as TicketView['custom'],
    parent: around.parent,
    children: around.children,
    links: around.links,
    mergedInto: around.merged_into,
    duplicateOf: around.duplicate_of,
    mergedFrom: around.merged_from,
    watchers: around.watchers,
    checklist: around.checklist.map((item) => ({
      ...item,
      doneAt: item.doneAt && new Date(item.doneAt).toISOString(),
    })),
    holdUntil: ticket.hold_until,
    resolution:
      ticket.resolved_at === null
        ? null
        : {
            code: ticket.resolution_code ?? '',
            note: ticket.resolution_note ?? '',
            cause: ticket.cause,
            by: around.resolver,
            at: ticket.resolved_at,
          },
    escalationLevel: ticket.escalation_level,
    reassignmentCount: ticket.reassignment_count,
    reopenCount: ticket.reopen_count,
    firstResponseAt: ticket.first_response_at,
    resolvedAt: ticket.resolved_at,
    closedAt: ticket.closed_at,
    loggedBy: around.logged_by,
    minutesSpent: around.minutes,
    transitions,
    watching: around.watchers.some((watcher) => watcher.kind === 'staff' && watcher.id === me),
  };
}

/** Remembers that the reader has seen these tickets up to now. */
export async function markRead(ctx: Ctx, tickets: readonly Place[]): Promise<void> {
  if (ctx.scope.principal !== 'staff') return;
  await sql`insert into ticket_reads (client_id, ticket_id, staff_id, read_at)
    select client_id, ticket_id, ${ctx.scope.principalId}::uuid, ${ctx.now}::timestamptz
    from unnest(${tickets.map((ticket) => ticket.client_id)}::uuid[], ${tickets.map(({ id }) => id)}::uuid[]) place (client_id, ticket_id)
    on conflict (client_id, ticket_id, staff_id) do update set read_at = greatest(ticket_reads.read_at, excluded.read_at)`.execute(
    ctx.tx,
  );
}
