import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { NO_RULES } from '#kernel/service-level.ts';
import type { Identity } from '#platform/context/index.ts';
import { actOn } from '#server/automation/threshold/index.ts';
import { createClient, createContact } from '#server/business/client/index.ts';
import { createTeam } from '#server/desk/team/index.ts';
import {
  assignTicket,
  createTicket,
  findTicket,
  mergeTickets,
  postMessage,
  transitionTicket,
  undoChange,
  unmergeTicket,
  updateTicket,
} from '#server/desk/ticket/index.ts';
import type { ClockView } from '#shared/service-level.ts';
import type { TimelineEntry } from '#shared/ticket.ts';
import { openDesk } from '#tests/desk.ts';
import { hire } from '#tests/people.ts';
import { promise, termsOf } from '#tests/policies.ts';
import { sweepClocks } from './sweep.ts';
import { verifyClocks } from './verify.ts';

const desk = await openDesk({ roles: ['web', 'worker'] });
const olive = await hire(desk, { name: 'Olive Owner' });
const acme = await desk.run((ctx) => createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'Europe/London' }));
const birch = await desk.run((ctx) =>
  createClient(ctx, { name: 'Birch', code: 'BIRCH', timeZone: 'America/New_York' }),
);
const ada = await desk.run((ctx) => createContact(ctx, { clientId: acme, name: 'Ada' }));
const network = await desk.run((ctx) =>
  createTeam(ctx, { name: 'Network', strategy: 'manual', members: [{ staffId: olive.id, lead: true }] }),
);
const asOlive: Identity = {
  scope: { principal: 'staff', principalId: olive.id, allClients: true, clientIds: [] },
  actor: { kind: 'staff', id: olive.id, name: 'Olive Owner' },
  permissions: 'all',
};
/** Wednesday, 10:00 in London. */
const at = (hours: number) => new Date(Date.parse('2026-11-18T10:00:00Z') + hours * 3_600_000).toISOString();
const run = <R>(hours: number, work: Parameters<typeof desk.run<R>>[0]) =>
  desk.run(work, { identity: asOlive, now: at(hours) });
const version = async (id: string) => desk.run(async (ctx) => (await findTicket(ctx, id)).version);

await desk.run(
  (ctx) =>
    promise(
      ctx,
      termsOf(
        {
          first_response: [15, 30, 60, 120, 240],
          next_update: 240,
          resolution: [120, 240, 480, 960, 1_920],
          vendor: 600,
        },
        { olas: [{ teamId: network, byPriority: [60, 60, 60, 60, 60], calendar: 'always' }] },
      ),
      { name: 'Everybody' },
    ),
  { now: at(-24) },
);

test('whatever befalls a ticket, its log makes the same clocks again', async () => {
  const ids: string[] = [];
  for (let n = 0; n < 6; n++)
    ids.push(
      (
        await run(n / 10, (ctx) =>
          createTicket(ctx, { kind: 'incident', clientId: acme, title: `Slow ${n}`, requesterId: ada }),
        )
      ).id,
    );
  const [one = '', two = '', three = '', four = '', five = '', six = ''] = ids;
  await run(1, (ctx) => assignTicket(ctx, one, { teamId: network }));
  await run(1.5, (ctx) => postMessage(ctx, one, { visibility: 'public', body: 'Looking' }));
  await run(2, (ctx) => transitionTicket(ctx, one, { to: 'on_hold', holdReason: 'vendor' }));
  await run(3, (ctx) => transitionTicket(ctx, one, { to: 'in_progress' }));
  await run(4, (ctx) => assignTicket(ctx, one, { teamId: null }));
  await run(5, (ctx) => postMessage(ctx, one, { visibility: 'public', body: 'Still looking' }));
  await run(1, async (ctx) =>
    updateTicket(ctx, two, { version: (await findTicket(ctx, two)).version, impact: 1, urgency: 1 }),
  );
  await run(2, (ctx) =>
    transitionTicket(ctx, two, { to: 'resolved', resolutionCode: 'fixed', resolutionNote: 'Done' }),
  );
  await run(3, (ctx) => transitionTicket(ctx, two, { to: 'reopened', reason: 'It came back' }));
  const { eventId } = await run(1, (ctx) => transitionTicket(ctx, three, { to: 'resolved', resolutionCode: 'fixed' }));
  await run(2, (ctx) => undoChange(ctx, three, eventId ?? ''));
  await run(3, (ctx) => mergeTickets(ctx, four, three));
  await run(2, (ctx) => transitionTicket(ctx, five, { to: 'cancelled', reason: 'not needed' }));
  await olive.call('POST', `/tickets/${six}/sla/resolution/hold`, { reason: 'Waits for the flood to go' });
  await olive.call('POST', `/tickets/${six}/sla/resolution/release`, { reason: 'Gone' });
  await olive.call('PUT', `/tickets/${six}/sla/resolution/target`, { minutes: 30, reason: 'Promised on the phone' });
  const moved = await olive.call('POST', `/tickets/${six}/move`, {
    clientId: birch,
    reason: 'Theirs',
    version: await version(six),
  });
  expect(moved.status).toBeLessThan(300);
  await sweepClocks(desk.services, actOn);
  const { tickets, clocks, unknown, differences } = await verifyClocks(desk.services);
  expect(differences).toEqual([]);
  expect({ tickets, unknown }).toEqual({ tickets: 6, unknown: 0 });
  expect(clocks).toBeGreaterThan(14);
});

test('a clock that somebody changed behind the log’s back is told of', async () => {
  const { id, key } = await run(0, (ctx) => createTicket(ctx, { kind: 'incident', clientId: acme, title: 'Tampered' }));
  await desk.run((ctx) =>
    ctx.tx
      .updateTable('ticket_clocks')
      .set({ consumed_seconds: 1 })
      .where('ticket_id', '=', id)
      .where('target', '=', 'resolution')
      .execute(),
  );
  const { differences } = await verifyClocks(desk.services);
  expect(differences).toEqual([`${key} resolution: consumedSeconds is 1, by the log 0`]);
});

test('a held clock does not count, whatever the status says, and goes on where it was', async () => {
  const { id, key } = await desk.run((ctx) => createTicket(ctx, { kind: 'incident', clientId: acme, title: 'Held' }));
  const resolution = async () =>
    ((await olive.call('GET', `/tickets/${id}/sla`)).body as { items: ClockView[] }).items.find(
      ({ target }) => target === 'resolution',
    );
  const hold = (target: string, reason: string) => olive.call('POST', `/tickets/${id}/sla/${target}/hold`, { reason });
  expect(await hold('resolution', ' ')).toMatchObject({ status: 400, body: { errors: [{ path: 'reason' }] } });
  expect(await hold('vendor', 'x')).toMatchObject({ status: 422, body: { errors: [{ path: 'target' }] } });
  expect((await hold('resolution', 'Strike at the port')).status).toBe(200);
  expect((await hold('resolution', 'Again')).status).toBe(409);
  expect(await resolution()).toMatchObject({ held: 'Strike at the port', pauseReason: 'held', dueAt: null });
  await olive.call('POST', `/tickets/${id}/transitions`, { to: 'in_progress' });
  await olive.call('POST', `/tickets/${id}/transitions`, { to: 'on_hold', holdReason: 'vendor' });
  const held = await resolution();
  expect(held).toMatchObject({ held: 'Strike at the port', pauseReason: 'held' });
  expect(held?.intervals.at(-1)).toMatchObject({
    kind: 'paused',
    causes: [
      { why: 'held: Strike at the port', by: 'Olive Owner (key test)' },
      { why: 'waits for vendor', by: 'Olive Owner (key test)' },
    ],
    since: { why: 'on_hold' },
  });
  expect(held?.sentence).toContain(
    'at present: held: Strike at the port (Olive Owner (key test)), waits for vendor (Olive Owner (key test))',
  );
  const { items } = (await olive.call('GET', `/tickets/${id}/timeline`)).body as { items: TimelineEntry[] };
  expect(items.find(({ type }) => type === 'ticket.sla_held')?.sentence).toBe(
    'held the resolution clock: Strike at the port',
  );
  const put = await olive.call('PUT', `/tickets/${id}/sla/resolution/target`, { minutes: 0, reason: 'x' });
  expect(put).toMatchObject({ status: 400, body: { errors: [{ path: 'minutes' }] } });
  await olive.call('PUT', `/tickets/${id}/sla/resolution/target`, { minutes: 30, reason: 'Promised on the phone' });
  const own = await resolution();
  expect(own?.sentence).toContain('of 30 min, set for this ticket alone, used');
  expect(own?.source).toMatch(
    /^a target set for this ticket by Olive Owner \(key test\), instead of P3 in "Everybody"/,
  );
  await olive.call('POST', `/tickets/${id}/transitions`, { to: 'in_progress' });
  await olive.call('POST', `/tickets/${id}/sla/resolution/release`, { reason: 'Over' });
  expect(await resolution()).toMatchObject({ held: null, pauseReason: null });
  const { differences } = await verifyClocks(desk.services);
  expect(differences.filter((line) => line.startsWith(key))).toEqual([]);
});

test('to look writes nothing, not even of a rule that fails', async () => {
  const cedar = await desk.run((ctx) => createClient(ctx, { name: 'Cedar', code: 'CEDAR', timeZone: 'UTC' }));
  const rules = { resolution: { ...NO_RULES, pause: 'ticket.tags[3] == "x"' } };
  await desk.run((ctx) => promise(ctx, termsOf({ resolution: 60 }, { rules }), { name: 'Fails', clientId: cedar }), {
    now: at(-1),
  });
  const admin = new pg.Client({ connectionString: desk.adminUrl });
  await admin.connect();
  onTestFinished(() => admin.end());
  const faults = async () =>
    (await admin.query("select count(*)::int as n from pgboss.job where name = 'service-level.fault'")).rows[0]?.n;
  await run(0, (ctx) => createTicket(ctx, { kind: 'incident', clientId: cedar, title: 'Rules' }));
  const before = await faults();
  // Longer than a fault is kept to oneself.
  Object.assign(desk.services, { now: () => at(1_000) });
  await verifyClocks(desk.services);
  expect({ before, after: await faults() }).toEqual({ before: 1, after: 1 });
});

test('a merge taken apart gives an unanswered ticket its first response back, also where nobody asked', async () => {
  const log = (title: string) =>
    run(0, (ctx) =>
      createTicket(ctx, { kind: 'incident', clientId: acme, title, assigneeId: olive.id, requesterId: null }),
    );
  const [wrong, other] = [await log('Alert one'), await log('Alert two')];
  await run(1, (ctx) => mergeTickets(ctx, wrong.id, other.id));
  await run(2, (ctx) => unmergeTicket(ctx, wrong.id));
  const { items } = (await olive.call('GET', `/tickets/${wrong.id}/sla`)).body as { items: ClockView[] };
  expect(items.find(({ target }) => target === 'first_response')?.stoppedAt).toBeNull();
  expect((await verifyClocks(desk.services)).differences.filter((one) => one.startsWith(wrong.key))).toEqual([]);
});
