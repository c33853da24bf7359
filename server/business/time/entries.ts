import { Fault, staleVersion } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { spellMinutes } from '#kernel/minutes.ts';
import type { Ctx } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import { flowChanged } from '#server/practices/value-stream/index.ts';
import type { AddTime, EditTime, TimeSource } from '#shared/time.ts';
import { refuseBilled } from './billed.ts';
import { refuseImpossible } from './limits.ts';
import { type EntryRecord, lockEntry } from './rows.ts';
import { refuseSettled } from './settled.ts';
import { typeFor } from './work-types.ts';

type Place = { client_id: string; id: string };

/**
 * Records time that the acting person worked on a ticket. Minutes, 1 to 1,440. Throws `invalid` by field for an instant that is not yet or
 * long past, and for a day that would be longer than it is. Returns the id of the entry.
 */
export async function addTime(ctx: Ctx, ticket: Place, input: AddTime, source: TimeSource = 'hand'): Promise<string> {
  const staffId = ctx.scope.principalId;
  if (ctx.scope.principal !== 'staff' || !staffId) throw new Fault('forbidden', 'Time is recorded by staff.');
  const type = await typeFor(ctx, input.workTypeId ?? null);
  const when = whenOf({ ...input, startedAt: input.startedAt ?? null, workedAt: input.workedAt ?? ctx.now });
  await refuseImpossible(ctx, staffId, { ...when, minutes: input.minutes });
  const id = newId();
  await ctx.tx
    .insertInto('time_entries')
    .values({
      ...{ client_id: ticket.client_id, id, ticket_id: ticket.id, staff_id: staffId, source },
      minutes: input.minutes,
      note: input.note?.trim() ?? '',
      billable: input.billable ?? type?.billable ?? true,
      work_type_id: type?.id ?? null,
      ...when,
      created_at: ctx.now,
    })
    .execute();
  await tell(ctx, { client_id: ticket.client_id, ticket_id: ticket.id, id }, 'added', input.minutes);
  await flowChanged(ctx, ticket);
  return id;
}

/** Changes an entry of one's own that is open or was returned; whoever approves time may change what is submitted too. `conflict` for what is approved. */
export async function editTime(ctx: Ctx, id: string, { version, ...input }: EditTime): Promise<void> {
  const before = await lockEntry(ctx, id);
  if (before.version !== version) throw staleVersion('time entry', before.version);
  await refuseBilled(ctx, before);
  refuseSettled(ctx, before, 'time');
  const type = input.workTypeId === undefined ? undefined : await typeFor(ctx, input.workTypeId, before.work_type_id);
  const minutes = input.minutes ?? before.minutes;
  const when = whenOf({
    minutes,
    startedAt: input.startedAt === undefined ? before.started_at : input.startedAt,
    workedAt: input.workedAt ?? before.worked_at,
  });
  await refuseImpossible(ctx, before.staff_id, { ...when, minutes }, before.id);
  await ctx.tx
    .updateTable('time_entries')
    .set({
      minutes,
      note: input.note?.trim() ?? before.note,
      billable: input.billable ?? before.billable,
      ...(type === undefined ? {} : { work_type_id: type?.id ?? null }),
      ...when,
      version: before.version + 1,
    })
    .where('client_id', '=', before.client_id)
    .where('id', '=', id)
    .execute();
  await tell(ctx, before, 'changed', minutes, before.minutes);
  await flowChanged(ctx, { client_id: before.client_id, id: before.ticket_id });
}

/** Takes an entry away that is not approved, one's own or, for whoever approves time, anybody's. */
export async function removeTime(ctx: Ctx, id: string): Promise<void> {
  const before = await lockEntry(ctx, id);
  await refuseBilled(ctx, before);
  refuseSettled(ctx, before, 'time');
  await ctx.tx
    .deleteFrom('time_entries')
    .where('client_id', '=', before.client_id)
    .where('id', '=', before.id)
    .execute();
  await tell(ctx, before, 'removed', before.minutes);
  await flowChanged(ctx, { client_id: before.client_id, id: before.ticket_id });
}

/** What began at a known instant ended its minutes later; otherwise the end is all that is known. */
function whenOf({ minutes, startedAt, workedAt }: { minutes: number; startedAt: string | null; workedAt: string }) {
  if (startedAt === null) return { started_at: null, worked_at: workedAt };
  return { started_at: startedAt, worked_at: new Date(Date.parse(startedAt) + minutes * 60_000).toISOString() };
}

const tell = (
  ctx: Ctx,
  entry: Pick<EntryRecord, 'client_id' | 'ticket_id' | 'id'>,
  verb: 'added' | 'changed' | 'removed',
  minutes: number,
  before = minutes,
) =>
  appendEvent(ctx, {
    clientId: entry.client_id,
    subjectType: 'ticket',
    subjectId: entry.ticket_id,
    type: `ticket.time_${verb}`,
    data: {
      text: before === minutes ? spellMinutes(minutes) : `${spellMinutes(before)} → ${spellMinutes(minutes)}`,
      ...{ minutes, entryId: entry.id },
    },
  });
