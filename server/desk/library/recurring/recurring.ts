import { type FieldError, invalid } from '#kernel/errors.ts';
import { checkRecurrence, nextOccurrence } from '#kernel/recurrence.ts';
import { isTimeZone } from '#kernel/time-zone.ts';
import type { Ctx } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import { createRecord, deleteRecord, lockRecord, updateRecord } from '#platform/record/index.ts';
import type { CreateRecurringTicket, UpdateRecurringTicket } from '#shared/library.ts';
import type { Recurrence } from '#shared/recurrence.ts';
import { createFromTemplate } from '../template/templates.ts';
import { recurringRow } from './queries.ts';

const SUBJECT = 'recurring_ticket';

/** Refuses a rule that contradicts itself or a zone that is none. Paths are those of the request. */
export function checkSchedule(rule: Recurrence, timeZone: string): void {
  const errors: FieldError[] = checkRecurrence(rule).map((error) => ({ ...error, path: `rule.${error.path}` }));
  if (!isTimeZone(timeZone)) errors.push({ path: 'timeZone', message: 'must be a time zone such as Australia/Sydney' });
  if (errors.length > 0) throw invalid(errors);
}

/** When it comes next, for both columns: it is due when it comes. */
function from(now: string, rule: Recurrence, timeZone: string) {
  const next = nextOccurrence(rule, timeZone, now);
  return { next_at: next, due_at: next };
}

/** Tries the ticket out and takes it back, so that what cannot be logged is refused now and not on the day. */
async function tryOut(ctx: Ctx, clientId: string, templateId: string, fields: object): Promise<void> {
  await ctx.hot('recurring_savepoint', 'savepoint recurring', []);
  await createFromTemplate({ ...ctx, quiet: true }, templateId, { ...fields, clientId, source: 'recurring' });
  await ctx.hot('recurring_rollback', 'rollback to savepoint recurring', []);
}

/** Lets a ticket of a client come again and again, from a template. Returns its id. */
export async function createRecurring(ctx: Ctx, input: CreateRecurringTicket): Promise<string> {
  const { clientId, fields = {}, ...rest } = input;
  const client = await ctx.tx.selectFrom('clients').select('time_zone').where('id', '=', clientId).executeTakeFirst();
  if (!client) throw invalid([{ path: 'clientId', message: 'is not a client that you see' }]);
  const timeZone = input.timeZone ?? client.time_zone;
  checkSchedule(input.rule, timeZone);
  const at = from(ctx.now, input.rule, timeZone);
  if (at.next_at === null) throw invalid([{ path: 'rule', message: 'is over already; it never comes' }]);
  await tryOut(ctx, clientId, input.templateId, fields);
  const columns = { ...rest, fields, timeZone, nextAt: at.next_at, dueAt: at.due_at };
  return createRecord(ctx, 'recurring_tickets', SUBJECT, columns, clientId);
}

/** Changes what comes or when; a changed rule counts from now. */
export async function updateRecurring(ctx: Ctx, id: string, input: UpdateRecurringTicket): Promise<void> {
  const before = await recurringRow(ctx, id);
  const rule = input.rule ?? before.rule;
  const timeZone = input.timeZone ?? before.time_zone;
  checkSchedule(rule, timeZone);
  await tryOut(ctx, before.client_id, input.templateId ?? before.template_id, input.fields ?? before.fields);
  await updateRecord(ctx, 'recurring_tickets', SUBJECT, id, input, before.client_id);
  const again =
    input.rule !== undefined || input.timeZone !== undefined
      ? from(ctx.now, rule, timeZone)
      : { due_at: before.next_at };
  await ctx.tx
    .updateTable('recurring_tickets')
    .set({ ...again, failures: 0, last_error: null })
    .where('client_id', '=', before.client_id)
    .where('id', '=', id)
    .execute();
}

/** Pauses it, or lets it go on from the next time after now: what passed meanwhile does not come. */
export async function setRecurringActive(ctx: Ctx, id: string, active: boolean): Promise<void> {
  const { client_id: clientId } = await recurringRow(ctx, id);
  const before = await lockRecord(ctx, 'recurring_tickets', SUBJECT, id, undefined, clientId);
  if (before.active === active) return;
  const again = active ? from(ctx.now, before.rule as Recurrence, String(before.time_zone)) : {};
  await ctx.tx
    .updateTable('recurring_tickets')
    .set({ active, ...again, failures: 0, last_error: null, version: before.version + 1, updated_at: ctx.now })
    .where('client_id', '=', clientId)
    .where('id', '=', id)
    .execute();
  const type = active ? `${SUBJECT}.resumed` : `${SUBJECT}.paused`;
  await appendEvent(ctx, { clientId, subjectType: SUBJECT, subjectId: id, type });
}

/** Ends it; tickets that came stay. */
export async function deleteRecurring(ctx: Ctx, id: string): Promise<void> {
  const { client_id: clientId } = await recurringRow(ctx, id);
  await deleteRecord(ctx, 'recurring_tickets', SUBJECT, id, clientId);
}
