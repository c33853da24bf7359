import { expect, test } from 'vitest';
import { weekdays } from '#kernel/calendar.ts';
import { createClient } from '#server/business/client/index.ts';
import { createTicket, type TicketRecord } from '#server/desk/ticket/index.ts';
import type { CalendarReach, SlaCalendarView } from '#shared/sla-calendar.ts';
import { openDesk } from '#tests/desk.ts';
import { hire } from '#tests/people.ts';
import { promise, termsOf } from '#tests/policies.ts';
import { calendarReach } from './calendar-reach.ts';
import { rebaseClocks } from './rebase.ts';

const desk = await openDesk({ roles: ['web'] });
const olive = await hire(desk, { name: 'Olive Owner' });
const acme = await desk.run((ctx) => createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' }));
const hours = (from: string, to: string): SlaCalendarView['terms'] => ({
  alwaysOpen: false,
  hours: weekdays(from, to),
  closedDays: [],
  publicHolidays: false,
  timeZone: null,
  holidays: null,
});
const WEDNESDAY = '2026-11-18T';

test('other hours of a calendar tell beforehand whom they reach, and then do just that', async () => {
  const { id } = (
    await olive.call('POST', '/service-levels/calendars', { name: 'Line', terms: hours('09:00', '17:00') })
  ).body as { id: string };
  await desk.run((ctx) => promise(ctx, termsOf({ resolution: 480 }, { calendar: id })), {
    now: '2026-11-02T00:00:00.000Z',
  });
  const log = (): Promise<TicketRecord> =>
    desk.run((ctx) => createTicket(ctx, { kind: 'incident', clientId: acme, title: 'Slow mail' }), {
      now: `${WEDNESDAY}10:00:00.000Z`,
    });
  const ticket = await log();
  const noon = `${WEDNESDAY}12:00:00.000Z`;
  const reach = (terms: SlaCalendarView['terms']) => desk.run((ctx) => calendarReach(ctx, id, terms), { now: noon });
  expect(await reach(hours('09:00', '17:00'))).toMatchObject({ clocks: 1, earlier: 0, later: 0, examples: [] });
  // Two hours are used, six are left.
  const told: CalendarReach = await reach(hours('08:00', '20:00'));
  expect(told).toEqual({
    clocks: 1,
    earlier: 1,
    later: 0,
    clients: [{ id: acme, name: 'Acme', clocks: 1 }],
    examples: [
      {
        key: ticket.key,
        target: 'resolution',
        dueAt: '2026-11-19T10:00:00.000Z',
        nextDueAt: `${WEDNESDAY}18:00:00.000Z`,
      },
    ],
  });
  const refused = await olive.call('POST', `/service-levels/calendars/${id}/reach`, { terms: hours('17:00', '09:00') });
  expect(refused.body).toMatchObject({
    status: 422,
    errors: expect.arrayContaining([expect.objectContaining({ path: 'terms.hours.0.to' })]),
  });

  await olive.call('PATCH', `/service-levels/calendars/${id}`, { version: 1, terms: hours('08:00', '20:00') });
  Object.assign(desk.services, { now: () => noon });
  await rebaseClocks(desk.services).run({
    clientId: null,
    groupId: null,
    why: 'hours',
    hoursOnly: true,
    at: noon,
    by: 'Olive',
  });
  const row = await desk.run((ctx) =>
    ctx.tx
      .selectFrom('ticket_clocks')
      .select('due_at')
      .where('ticket_id', '=', ticket.id)
      .where('target', '=', 'resolution')
      .executeTakeFirstOrThrow(),
  );
  expect(row.due_at).toBe(told.examples[0]?.nextDueAt);
});
