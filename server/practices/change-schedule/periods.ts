import { sql } from 'kysely';
import { type FieldError, invalid, notFound, staleVersion } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { checkRecurrence } from '#kernel/recurrence.ts';
import { isTimeZone } from '#kernel/time-zone.ts';
import { actingStaff, type Ctx, requireAllClients } from '#platform/context/index.ts';
import { differences } from '#platform/database/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import { refuseUnknown } from '#platform/record/index.ts';
import type { CreatePeriod, SavePeriod } from '#shared/change-schedule.ts';
import type { PeriodRow } from './period-rows.ts';

const WHAT = 'A period of the provider or of a group';
type Place = { client_id: string | null; group_id: string | null };

/** Makes a window, freeze or blackout, which counts at once. Returns its id. */
export async function createPeriod(ctx: Ctx, input: CreatePeriod): Promise<string> {
  const place = { client_id: input.clientId ?? null, group_id: input.groupId ?? null };
  await refusePlace(ctx, place);
  const columns = columnsOf(input, { from_at: null, until_at: null, recurrence: null, minutes: null, time_zone: '' });
  await refuseTerms(ctx, columns);
  const id = newId();
  await ctx.tx
    .insertInto('change_periods')
    .values({
      ...{
        id,
        ...place,
        kind: input.kind,
        name: input.name.trim(),
        ...columns,
        recurrence: jsonOf(columns.recurrence),
      },
      ...{ created_by: actingStaff(ctx), created_at: ctx.now, updated_at: ctx.now },
    })
    .execute();
  await putItems(ctx, id, place, input.itemIds ?? []);
  await tell(ctx, { id, client_id: place.client_id, name: input.name.trim() }, 'created', { kind: input.kind });
  return id;
}

/** Changes what a period says. Where and of which kind it is stays. */
export async function savePeriod(ctx: Ctx, id: string, { version, ...input }: SavePeriod): Promise<void> {
  const before = await lockPeriod(ctx, id, version);
  const columns = { name: input.name?.trim() ?? before.name, ...columnsOf(input, before) };
  await refuseTerms(ctx, columns);
  await ctx.tx
    .updateTable('change_periods')
    .set({ ...columns, recurrence: jsonOf(columns.recurrence), version: version + 1, updated_at: ctx.now })
    .where('id', '=', id)
    .execute();
  if (input.itemIds) await putItems(ctx, id, before, input.itemIds);
  // What is noted is not for the log.
  const { note: _, ...changes } = differences(before, columns);
  await tell(ctx, { ...before, name: columns.name }, 'changed', { changes });
}

/** Throws a period away. What was decided while it stood stays. */
export async function removePeriod(ctx: Ctx, id: string): Promise<void> {
  const before = await lockPeriod(ctx, id, null);
  await ctx.tx.deleteFrom('change_periods').where('id', '=', id).execute();
  await tell(ctx, before, 'removed', { kind: before.kind });
}

const jsonOf = (value: object | null) => (value === null ? null : JSON.stringify(value));

type Terms = Omit<PeriodRow, 'id' | 'client_id' | 'group_id' | 'kind' | 'name' | 'version'>;

/** What the columns say, with what a request leaves out as it was; who names the one way in which it comes ends the other. */
function columnsOf(input: Partial<CreatePeriod>, before: Omit<Terms, 'note' | 'service_ids'> & Partial<Terms>): Terms {
  const common = {
    note: input.note?.trim() ?? before.note ?? '',
    time_zone: input.timeZone ?? before.time_zone,
    service_ids: input.serviceIds ?? before.service_ids ?? [],
  };
  if ((input.fromAt ?? input.untilAt) !== undefined && (input.recurrence ?? input.minutes) !== undefined)
    throw invalid([{ path: 'recurrence', message: 'goes without fromAt and untilAt: it is once or comes again' }]);
  const once = input.recurrence === undefined && (input.fromAt !== undefined || before.recurrence === null);
  return once
    ? {
        ...common,
        ...{ from_at: input.fromAt ?? before.from_at, until_at: input.untilAt ?? before.until_at },
        ...{ recurrence: null, minutes: null },
      }
    : {
        ...common,
        ...{ from_at: null, until_at: null },
        ...{ recurrence: input.recurrence ?? before.recurrence, minutes: input.minutes ?? before.minutes },
      };
}

async function refuseTerms(ctx: Ctx, terms: Terms): Promise<void> {
  const faults: FieldError[] = [];
  if (!isTimeZone(terms.time_zone))
    faults.push({ path: 'timeZone', message: 'is not a known time zone such as Europe/London' });
  if (terms.recurrence !== null) {
    faults.push(
      ...checkRecurrence(terms.recurrence).map(({ path, message }) => ({ path: `recurrence.${path}`, message })),
    );
    if (terms.minutes === null) faults.push({ path: 'minutes', message: 'must say how long it is' });
  } else if (terms.from_at === null || terms.until_at === null)
    faults.push({ path: terms.from_at === null ? 'fromAt' : 'untilAt', message: 'is needed, or a recurrence' });
  else if (Date.parse(terms.until_at) <= Date.parse(terms.from_at))
    faults.push({ path: 'untilAt', message: 'must be after the beginning' });
  if (faults.length > 0) throw invalid(faults);
  await refuseUnknown(ctx, 'services', 'serviceIds', terms.service_ids);
}

/** Refuses a place that is none, or that reaches clients whom the writer does not see. */
async function refusePlace(ctx: Ctx, { client_id, group_id }: Place): Promise<void> {
  if (client_id !== null && group_id !== null)
    throw invalid([{ path: 'groupId', message: 'a period belongs to a client or to a group, not both' }]);
  if (client_id === null) requireAllClients(ctx, WHAT);
  const of = client_id === null ? ('client_groups' as const) : ('clients' as const);
  const id = client_id ?? group_id;
  if (id === null) return;
  const found = await ctx.tx.selectFrom(of).select('id').where('id', '=', id).executeTakeFirst();
  if (!found) throw notFound(client_id === null ? 'client group' : 'client');
}

async function lockPeriod(ctx: Ctx, id: string, version: number | null): Promise<PeriodRow> {
  const row = await ctx.tx.selectFrom('change_periods').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (!row) throw notFound('period');
  if (row.client_id === null) requireAllClients(ctx, WHAT);
  if (version !== null && row.version !== version) throw staleVersion('period', row.version);
  return row as unknown as PeriodRow;
}

async function putItems(ctx: Ctx, id: string, { client_id }: Place, itemIds: readonly string[]): Promise<void> {
  if (itemIds.length > 0 && client_id === null)
    throw invalid([{ path: 'itemIds', message: 'belong to a client, so only a period of a client can name them' }]);
  const found = await sql<{ id: string }>`
    select id from configuration_items where client_id = ${client_id} and id = any (${itemIds}::uuid[])`.execute(
    ctx.tx,
  );
  if (found.rows.length < new Set(itemIds.map((one) => one.toLowerCase())).size)
    throw invalid([{ path: 'itemIds', message: 'names something that is not an item of this client' }]);
  await sql`delete from change_period_items where client_id = ${client_id} and period_id = ${id}`.execute(ctx.tx);
  if (client_id !== null && found.rows.length > 0)
    await ctx.tx
      .insertInto('change_period_items')
      .values(found.rows.map((item) => ({ client_id, period_id: id, item_id: item.id })))
      .execute();
}

const tell = (
  ctx: Ctx,
  { id, client_id, name }: { id: string; client_id: string | null; name: string },
  verb: string,
  data: Record<string, unknown>,
) =>
  appendEvent(ctx, {
    ...{ clientId: client_id, subjectType: 'change_period', subjectId: id, type: `change_period.${verb}` },
    data: { text: name, ...data },
  });
