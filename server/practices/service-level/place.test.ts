import { expect, test } from 'vitest';
import { createClient, createSite } from '#server/business/client/index.ts';
import { createTicket } from '#server/desk/ticket/index.ts';
import type { ClockView } from '#shared/service-level.ts';
import { openDesk } from '#tests/desk.ts';
import { hire } from '#tests/people.ts';
import { promise, termsOf } from '#tests/policies.ts';
import { verifyClocks } from './verify.ts';

const desk = await openDesk();
const olive = await hire(desk, { name: 'Olive Owner' });
const { acme, london, york } = await desk.run(async (ctx) => {
  const acme = await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'Europe/London' });
  return {
    acme,
    london: await createSite(ctx, acme, { name: 'London', timeZone: 'Europe/London' }),
    york: await createSite(ctx, acme, { name: 'New York', timeZone: 'America/New_York' }),
  };
});
await desk.run((ctx) => promise(ctx, termsOf({ resolution: 600 })));
const log = (siteId: string | null) =>
  desk.run((ctx) => createTicket(ctx, { kind: 'incident', clientId: acme, siteId, title: 'Down' }));
const clock = async (id: string) =>
  ((await olive.call('GET', `/tickets/${id}/sla`)).body as { items: ClockView[] }).items.find(
    ({ target }) => target === 'resolution',
  );
const zone = async (id: string) => (await clock(id))?.timeZone;

test('another site is another place, which the log tells as well', async () => {
  const { id } = await log(london);
  expect(await zone(id)).toBe('Europe/London');
  expect((await olive.call('PATCH', `/tickets/${id}`, { version: 1, siteId: york })).status).toBe(200);
  expect(await zone(id)).toBe('America/New_York');
  expect((await clock(id))?.intervals.map(({ since }) => since?.why)).toContain('the site was changed');
  expect((await verifyClocks(desk.services)).differences).toEqual([]);
});

test('which site it was before a move to another client is told by the log', async () => {
  const birch = await desk.run((ctx) => createClient(ctx, { name: 'Birch', code: 'BIRCH', timeZone: 'Asia/Tokyo' }));
  const { id } = await log(null);
  await olive.call('PATCH', `/tickets/${id}`, { version: 1, siteId: york });
  const moved = await olive.call('POST', `/tickets/${id}/move`, {
    version: 2,
    clientId: birch,
    reason: 'Logged wrongly',
  });
  expect([moved.status, moved.text]).toMatchObject([201, expect.any(String)]);
  expect(await zone(id)).toBe('Asia/Tokyo');
  expect((await verifyClocks(desk.services)).differences).toEqual([]);
});

test('clocks that run follow the hours of the group that their client comes to, and no calendar is named for it', async () => {
  const { id: group } = (await olive.call('POST', '/client-groups', { name: 'Always' })).body as { id: string };
  const value = { alwaysOpen: true, hours: [], closedDays: [], publicHolidays: false };
  await olive.call('PUT', '/settings/sla.hours', { level: 'group', id: group, value });
  const { id } = await log(null);
  const { version } = (await olive.call('GET', `/clients/${acme}`)).body as { version: number };
  const before = (await clock(id))?.dueAt;
  expect((await olive.call('PATCH', `/clients/${acme}`, { version, groupId: group })).status).toBe(200);
  await expect.poll(async () => (await clock(id))?.dueAt === before, { timeout: 20_000 }).toBe(false);
  const why = (await clock(id))?.intervals.map(({ since }) => since?.why);
  expect(why).toContain('the client’s group was changed');
  expect((await verifyClocks(desk.services)).differences).toEqual([]);
});

test('clocks that run follow the place of their client or site', async () => {
  const [there, elsewhere] = [await log(york), await log(null)];
  await olive.call('PATCH', `/clients/${acme}/sites/${york}`, { version: 1, timeZone: 'Asia/Tokyo' });
  await expect.poll(() => zone(there.id), { timeout: 20_000 }).toBe('Asia/Tokyo');
  await olive.call('PATCH', `/clients/${acme}`, { version: 2, timeZone: 'Australia/Perth' });
  await expect.poll(() => zone(elsewhere.id), { timeout: 20_000 }).toBe('Australia/Perth');
  expect(await zone(there.id)).toBe('Asia/Tokyo');
  const why = (await clock(elsewhere.id))?.intervals.map(({ since }) => since?.why);
  expect(why).toContain('the client’s time zone was changed');
  expect((await verifyClocks(desk.services)).differences).toEqual([]);
});
