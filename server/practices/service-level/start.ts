import type { Static } from 'typebox';
import { applyClockEvent, type Clock, type ClockEvent } from '#kernel/clock.ts';
import type { Ctx } from '#platform/context/index.ts';
import { resolveMany } from '#platform/settings/index.ts';
import { calendarFor, calendarSource, type Place } from './calendars.ts';
import { columnsOf, WRITE_COLUMNS } from './rows.ts';
import { HOURS, TARGETS } from './settings.ts';

/** Kinds of ticket that a service level is promised for. */
const PROMISED: ReadonlySet<string> = new Set(['incident', 'request']);

export type PlannedClock = { clock: Clock; start: ClockEvent; source: string };
type Needs = { clientId: string; kind: string; priority: number; place: Place };

/** The promise for a priority at a client: seconds by target, calendar, thresholds, and where it comes from. */
export async function promiseFor(ctx: Ctx, needs: Needs) {
  const [targets, hours] = await resolveMany(ctx, [TARGETS, HOURS] as unknown as Parameters<typeof resolveMany>[1], {
    clientId: needs.clientId,
  });
  const policy = targets?.value as Static<(typeof TARGETS)['schema']>;
  const row = policy.byPriority[needs.priority - 1];
  if (!row || !targets || !hours) throw new Error(`No target is set for P${needs.priority}`);
  const calendarId = await calendarFor(ctx, hours.value as Static<(typeof HOURS)['schema']>, needs.place);
  return {
    seconds: { first_response: row.response * 60, resolution: row.resolution * 60 },
    calendarId,
    thresholds: [policy.atRiskPercent, 100],
    source: `P${needs.priority} targets of ${targets.source.name}, hours of ${hours.source.name}`,
  };
}

/** The clocks that a new ticket starts with, worked out before it is written. Empty where nothing is promised. */
export async function planClocks(ctx: Ctx, needs: Needs): Promise<PlannedClock[]> {
  if (!PROMISED.has(needs.kind)) return [];
  const promise = await promiseFor(ctx, needs);
  const calendars = await calendarSource(ctx, [promise.calendarId]);
  return (['first_response', 'resolution'] as const).map((target) => {
    const start: ClockEvent = {
      type: 'start',
      at: ctx.now,
      by: ctx.actor.name,
      why: 'created',
      target,
      targetSeconds: promise.seconds[target],
      calendarId: promise.calendarId,
      thresholds: promise.thresholds,
    };
    const clock = applyClockEvent(null, start, calendars);
    if (!clock) throw new Error('A start event starts a clock');
    return { clock, start, source: promise.source };
  });
}

/** The earliest due instant of running clocks, by which the queue sorts. */
export function earliestDue(clocks: readonly Clock[]): string | null {
  const due = clocks
    .filter((clock) => clock.stoppedAt === null && clock.dueAt !== null && clock.state !== 'cancelled')
    .map((clock) => clock.dueAt as string);
  return due.sort()[0] ?? null;
}

const INSERT = `insert into ticket_clocks (client_id, ticket_id, target, source, ${WRITE_COLUMNS.join(', ')})
values ($1, $2, $3, $4, ${WRITE_COLUMNS.map((_, index) => `$${index + 5}`).join(', ')}), ($${WRITE_COLUMNS.length + 5}, $${WRITE_COLUMNS.length + 6}, $${WRITE_COLUMNS.length + 7}, $${WRITE_COLUMNS.length + 8}, ${WRITE_COLUMNS.map((_, index) => `$${index + WRITE_COLUMNS.length + 9}`).join(', ')})`;

/** Writes a new ticket's clocks, both in one statement. */
export async function insertClocks(
  ctx: Ctx,
  ticket: { client_id: string; id: string },
  planned: readonly PlannedClock[],
): Promise<void> {
  if (planned.length === 0) return;
  await ctx.hot(
    'clocks_insert',
    INSERT,
    planned.flatMap(({ clock, start, source }) => [
      ticket.client_id,
      ticket.id,
      clock.target,
      source,
      ...columnsOf(clock, [start]),
    ]),
  );
}
