import { sql } from 'kysely';
import { forbidden, invalid } from '#kernel/errors.ts';
import { spellMinutes } from '#kernel/minutes.ts';
import type { Ctx } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import type { DecideTime, HandedIn, TimePeriod, TimeState, TimeSum } from '#shared/time.ts';
import { refuseBilled } from './billed.ts';
import { begunIn, boundsOf, daysOf } from './days.ts';
import { handAlong } from './handed-in.ts';
import { refuseOwn, refuseUndecidable } from './refuse-decided.ts';
import { zoneOf } from './rows.ts';
import { tellReturned } from './tell-returned.ts';

type Changed = { id: string; minutes: number };

/** Hands in what the acting person recorded on the days and has not yet, with their expenses; what was returned goes again. Refused where there is nothing. */
export async function submitTime(ctx: Ctx, period: TimePeriod): Promise<HandedIn> {
  return handOver(ctx, period, ['open', 'returned'], 'submitted');
}

/** Takes back what was submitted and nobody has decided about yet. */
export async function takeTimeBack(ctx: Ctx, period: TimePeriod): Promise<HandedIn> {
  return handOver(ctx, period, ['submitted'], 'open');
}

async function handOver(ctx: Ctx, period: TimePeriod, states: string[], to: 'submitted' | 'open'): Promise<HandedIn> {
  const staffId = ctx.scope.principalId;
  if (ctx.scope.principal !== 'staff' || !staffId) throw forbidden('Timesheets are of people who work here.');
  const bounds = boundsOf(daysOf(period), await zoneOf(ctx, staffId));
  const { rows } = await sql<Changed>`
    update time_entries e set state = ${to}, returned_because = null, version = version + 1
    where ${begunIn(staffId, bounds)} and e.state = any (${states}::text[]) returning e.id, e.minutes`.execute(ctx.tx);
  const { handed, behind } = await handAlong(ctx, period, to);
  const along = { expenses: handed, withoutReceipt: behind };
  if (rows.length > 0) {
    const sum = await tell(ctx, staffId, to === 'open' ? 'taken_back' : 'submitted', rows, { ...period });
    return { ...sum, ...along };
  }
  if (handed > 0) return { ...sumOf(rows), ...along };
  const message =
    to === 'open'
      ? 'begins days on which nothing is submitted'
      : behind > 0
        ? 'begins days on which nothing is left but expenses that lack their receipt: add it under Expenses first'
        : 'begins days on which nothing is left to submit';
  throw invalid([{ path: 'from', message }]);
}

/**
 * Approves what was submitted, or returns it with a reason; what is approved can be returned as well. All or nothing: an entry that is open,
 * gone or of a client out of sight refuses the whole. Nobody decides about their own time while anybody else may.
 */
export async function decideTime(ctx: Ctx, { entryIds, versions, approve, note }: DecideTime): Promise<TimeSum> {
  const by = ctx.scope.principalId;
  const reason = note?.trim() ?? '';
  if (!approve && !reason) throw invalid([{ path: 'note', message: 'must say why it is returned' }]);
  const { rows } = await sql<Changed & { client_id: string; state: TimeState; staff_id: string; version: number }>`
    select client_id, id, minutes, state, staff_id, version from time_entries where id = any (${entryIds}::uuid[]) order by id for update`.execute(
    ctx.tx,
  );
  refuseUndecidable(rows, { ids: entryIds, path: 'entryIds', what: 'a time entry', approve, versions });
  if (!approve) await refuseBilled(ctx, ...rows);
  if (approve) await refuseOwn(ctx, rows, 'time');
  await sql`
    update time_entries set state = ${approve ? 'approved' : 'returned'}, returned_because = ${approve ? null : reason},
      decided_by = ${by}, decided_at = ${ctx.now}, version = version + 1 where id = any (${rows.map(({ id }) => id)}::uuid[])`.execute(
    ctx.tx,
  );
  const people = Map.groupBy(rows, ({ staff_id }) => staff_id);
  for (const [staffId, entries] of people) {
    const { minutes } = await tell(ctx, staffId, approve ? 'approved' : 'returned', entries, approve ? {} : { reason });
    if (!approve) await tellReturned(ctx, staffId, 'time', { what: spellMinutes(minutes), reason });
  }
  return sumOf(rows);
}

const sumOf = (entries: readonly Changed[]): TimeSum => ({
  entries: entries.length,
  minutes: entries.reduce((sum, { minutes }) => sum + minutes, 0),
});

/** The log says of whom and how much; on what stands in the entries. */
async function tell(
  ctx: Ctx,
  staffId: string,
  verb: string,
  entries: readonly Changed[],
  data: object,
): Promise<TimeSum> {
  const sum = sumOf(entries);
  await appendEvent(ctx, {
    ...{ clientId: null, subjectType: 'staff', subjectId: staffId, type: `time.${verb}` },
    data: { ...sum, entryIds: entries.map(({ id }) => id), ...data },
  });
  return sum;
}
