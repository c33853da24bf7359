import { type RawBuilder, sql } from 'kysely';
import { notFound, staleVersion } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import type { Ctx } from '../context/index.ts';
import { differences, toColumns } from '../database/index.ts';
import { appendEvent, type Changes } from '../events/index.ts';

/** Tables whose rows have an id, a version and two instants: the provider's own, and those of a client. */
export type RecordTable =
  | 'teams'
  | 'work_types'
  | 'tax_rates'
  | 'rates'
  | 'staff_costs'
  | 'products'
  | 'quotes'
  | 'order_lines'
  | 'client_rates'
  | 'contracts'
  | 'contract_templates'
  | 'contract_lines'
  | 'charges'
  | 'expense_kinds'
  | 'projects'
  | 'project_phases'
  | 'project_milestones'
  | 'project_templates'
  | 'services'
  | 'categories'
  | 'custom_fields'
  | 'saved_views'
  | 'canned_replies'
  | 'macros'
  | 'ticket_templates'
  | 'checklist_templates'
  | 'recurring_tickets'
  | 'on_call_schedules'
  | 'escalation_paths'
  | 'client_groups'
  | 'clients'
  | 'sites'
  | 'contacts';

type Row = Record<string, unknown> & { id: string; version: number };
const JSON_COLUMNS = new Set([
  ...['filter', 'steps', 'fields', 'items', 'rule', 'layers', 'levels', 'covers', 'plan', 'lines', 'rates', 'why'],
]);

function assignments(columns: Record<string, unknown>): RawBuilder<unknown>[] {
  return Object.entries(columns).map(
    ([name, value]) => sql`${sql.ref(name)} = ${JSON_COLUMNS.has(name) ? JSON.stringify(value) : value}`,
  );
}

/** Names lose the blanks around them. */
function tidy(fields: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([field, value]) => [
      field,
      typeof value === 'string' && (field === 'name' || field === 'label') ? value.trim() : value,
    ]),
  );
}

/**
 * Adds a row from a request's fields (camelCase) and tells of it. Returns its id. `clientId` is the client of a client's row;
 * without one the row is the provider's. `beside` is told too, for what goes with it and is kept in rows of its own.
 */
export async function createRecord(
  ctx: Ctx,
  table: RecordTable,
  subject: string,
  fields: object,
  clientId: string | null = null,
  beside: object = {},
): Promise<string> {
  const id = newId();
  const columns: Record<string, unknown> = {
    ...(clientId === null ? {} : { client_id: clientId }),
    id,
    ...toColumns(tidy(fields)),
    created_at: ctx.now,
    updated_at: ctx.now,
  };
  const names = Object.keys(columns).map((name) => sql.ref(name));
  const values = Object.entries(columns).map(
    ([name, value]) => sql`${JSON_COLUMNS.has(name) ? JSON.stringify(value) : value}`,
  );
  await sql`insert into ${sql.table(table)} (${sql.join(names)}) values (${sql.join(values)})`.execute(ctx.tx);
  await appendEvent(ctx, {
    clientId,
    subjectType: subject,
    subjectId: id,
    type: `${subject}.created`,
    data: { ...fields, ...beside },
  });
  return id;
}

/** A client's row is found by both parts of its key. */
function ofPlace(id: string, clientId: string | null): RawBuilder<boolean> {
  return clientId === null ? sql`id = ${id}` : sql`client_id = ${clientId} and id = ${id}`;
}

/** The row, locked; `not_found` when it is not there, `conflict` when the writer saw an older version. */
export async function lockRecord(
  ctx: Ctx,
  table: RecordTable,
  subject: string,
  id: string,
  version?: number,
  clientId: string | null = null,
): Promise<Row> {
  const { rows } = await sql<Row>`select * from ${sql.table(table)} where ${ofPlace(id, clientId)} for update`.execute(
    ctx.tx,
  );
  const [row] = rows;
  if (!row) throw notFound(subject.replaceAll('_', ' '));
  if (version !== undefined && row.version !== version) throw staleVersion(subject.replaceAll('_', ' '), row.version);
  return row;
}

/**
 * Changes a row at the version the writer saw, and tells what differed; nothing happens when nothing does. `beside` is what changed
 * in rows that go with it. Returns how it was.
 */
export async function updateRecord(
  ctx: Ctx,
  table: RecordTable,
  subject: string,
  id: string,
  input: { version: number },
  clientId: string | null = null,
  beside: Changes = {},
): Promise<Row> {
  const { version, ...fields } = input;
  const before = await lockRecord(ctx, table, subject, id, version, clientId);
  const columns = toColumns(tidy(fields));
  const changes = { ...differences(before, columns), ...beside };
  if (Object.keys(changes).length === 0) return before;
  await sql`update ${sql.table(table)} set ${sql.join([...assignments(columns), sql`version = version + 1`, sql`updated_at = ${ctx.now}`])} where ${ofPlace(id, clientId)}`.execute(
    ctx.tx,
  );
  await appendEvent(ctx, {
    clientId,
    subjectType: subject,
    subjectId: id,
    type: `${subject}.changed`,
    data: { changes },
  });
  return before;
}

/** Takes a row away and tells of it. */
export async function deleteRecord(
  ctx: Ctx,
  table: RecordTable,
  subject: string,
  id: string,
  clientId: string | null = null,
): Promise<void> {
  const before = await lockRecord(ctx, table, subject, id, undefined, clientId);
  await sql`delete from ${sql.table(table)} where ${ofPlace(id, clientId)}`.execute(ctx.tx);
  await appendEvent(ctx, {
    clientId,
    subjectType: subject,
    subjectId: id,
    type: `${subject}.deleted`,
    data: { name: before.name ?? null },
  });
}
