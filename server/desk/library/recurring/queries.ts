import { type RawBuilder, type Selectable, sql } from 'kysely';
import { notFound } from '#kernel/errors.ts';
import { describeRecurrence, nextOccurrences } from '#kernel/recurrence.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { Tables } from '#platform/database/index.ts';
import type { RecurringTicketView, TicketOverrides } from '#shared/library.ts';
import type { Recurrence } from '#shared/recurrence.ts';

/** How many of the next times are shown. */
const SHOWN = 5;

export type RecurringRow = Omit<Selectable<Tables['recurring_tickets']>, 'rule' | 'fields'> & {
  rule: Recurrence;
  fields: TicketOverrides;
};
type ViewRow = RecurringRow & {
  client: RecurringTicketView['client'];
  template: RecurringTicketView['template'];
  last_ticket_key: string | null;
};

/** The stored row; `not_found` where the caller may not see its client. */
export async function recurringRow(ctx: Ctx, id: string): Promise<RecurringRow> {
  const row = await ctx.tx.selectFrom('recurring_tickets').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw notFound('recurring ticket');
  return row as unknown as RecurringRow;
}

async function rows(ctx: Ctx, condition: RawBuilder<boolean>): Promise<RecurringTicketView[]> {
  const found = await sql<ViewRow>`
    select r.*, json_build_object('id', c.id, 'name', c.name, 'code', c.code) as client,
      json_build_object('id', p.id, 'name', p.name) as template, t.key as last_ticket_key
    from recurring_tickets r join clients c on c.id = r.client_id join ticket_templates p on p.id = r.template_id
    left join tickets t on t.client_id = r.client_id and t.id = r.last_ticket_id
    where ${condition} order by lower(c.name), lower(r.name), r.id limit 2000`.execute(ctx.tx);
  return found.rows.map((row) => present(row));
}

function present(row: ViewRow): RecurringTicketView {
  const first = row.active && row.next_at !== null ? [row.next_at] : [];
  const more = first.flatMap((at) => nextOccurrences(row.rule, row.time_zone, at, SHOWN - 1));
  return {
    id: row.id,
    client: row.client,
    name: row.name,
    template: row.template,
    fields: row.fields,
    rule: row.rule,
    timeZone: row.time_zone,
    sentence: describeRecurrence(row.rule),
    active: row.active,
    next: [...first, ...more],
    runs: row.runs,
    missed: row.missed,
    lastRunAt: row.last_run_at,
    lastTicketKey: row.last_ticket_key,
    lastError: row.last_error,
    version: row.version,
  };
}

/** Tickets that come again, by client and name. */
export function listRecurring(ctx: Ctx, clientId: string | undefined): Promise<RecurringTicketView[]> {
  return rows(ctx, clientId ? sql<boolean>`r.client_id = ${clientId}` : sql<boolean>`true`);
}

export async function recurringTicket(ctx: Ctx, id: string): Promise<RecurringTicketView> {
  const { client_id } = await recurringRow(ctx, id);
  const [found] = await rows(ctx, sql<boolean>`r.client_id = ${client_id} and r.id = ${id}`);
  if (!found) throw notFound('recurring ticket');
  return found;
}
