import { notFound } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import type { TicketRecord } from './record.ts';

const COLUMNS = `client_id, id, kind, title, description, opening, requester_id, site_id, status, status_category, impact, urgency,
  priority, priority_why, category_id, service_id, team_id, assignee_id, assignment_why, source, tags, custom, parent_id, external_ref,
  created_by, created_at, due_at, promise_id, promised_at, lifecycle`;
const PLACEHOLDERS = COLUMNS.split(',').map((_, i) => `$${i + 1}`);
const AT = PLACEHOLDERS[COLUMNS.split(',').findIndex((column) => column.trim() === 'created_at')];

const insertFrom = (place: string) => `
with place as (${place})
insert into tickets (${COLUMNS}, updated_at, number, key)
select ${PLACEHOLDERS.join(', ')}, ${AT}, place.number, place.code || '-' || place.number from place
returning *`;

/** Takes the client's next number: from here to the end of the transaction, others who log for the client wait. */
const NEXT = insertFrom(
  'update clients set next_number = next_number + 1 where id = $1 and active returning code, next_number - 1 as number',
);

/** Takes a number that was reserved before, without waiting for others; writes nothing if it is taken. */
const RESERVED = insertFrom(`
  select c.code, $${PLACEHOLDERS.length + 1}::integer as number from clients c
  where c.id = $1 and c.active and c.next_number > $${PLACEHOLDERS.length + 1}
    and not exists (select from tickets t where t.client_id = c.id and t.number = $${PLACEHOLDERS.length + 1})`);

/** Writes the row of a new ticket under the number wanted, or where that is none or taken, the client's next one. */
export async function insertTicket(
  ctx: Ctx,
  wanted: number | undefined,
  values: readonly unknown[],
): Promise<TicketRecord> {
  const [reserved] =
    wanted === undefined ? [] : await ctx.hot<TicketRecord>('ticket_insert_reserved', RESERVED, [...values, wanted]);
  const [ticket] = reserved ? [reserved] : await ctx.hot<TicketRecord>('ticket_insert', NEXT, values);
  if (!ticket) throw notFound('client');
  return ticket;
}

/** Says in the log how a ticket began. */
export async function tellCreated(ctx: Ctx, ticket: TicketRecord): Promise<void> {
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
      promise: ticket.promise_id,
    },
  });
}
