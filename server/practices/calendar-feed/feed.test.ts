import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { inHours, openChanges } from '#tests/change-desk.ts';
import { hire } from '#tests/people.ts';

const stage = await openChanges();
const { desk, olga, tom, acme, raise, go, planned, edit, change } = stage;
const birch = (
  (await olga.call('POST', '/clients', { name: 'Birch', code: 'BIRCH', timeZone: 'UTC' })).body as { id: string }
).id;
const read = async (url: string) => {
  const answer = await desk.app.inject({ url: url.replace('http://127.0.0.1', '') });
  if (answer.statusCode !== 200) return { status: answer.statusCode, events: [] };
  const calendar = new ICAL.Component(ICAL.parse(answer.body) as object[]);
  return {
    status: 200,
    type: answer.headers['content-type'],
    events: calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one)),
  };
};
const made = async (who: typeof tom, url: string, body?: object) =>
  ((await who.call('POST', url, body)).body as { url: string }).url;

test('a person reads what is theirs to do, under an address that ends when it is taken back or they leave', async () => {
  const key = await raise({ ...planned, title: 'Patch; then, restart' });
  await olga.call('POST', `/tickets/${key}/assign`, { assigneeId: tom.id });
  await raise({ ...planned, title: 'Of somebody else' });
  await olga.call('POST', '/on-call/schedules', {
    ...{ name: 'First line', timeZone: 'UTC' },
    layers: [
      {
        ...{ name: 'All', members: [tom.id], startDate: '2026-01-01', handOverTime: '09:00', unit: 'week', every: 1 },
        ...{ handOverWeekday: 1, hours: [] },
      },
    ],
  });
  const url = await made(tom, '/me/calendar-feed');
  const { events, type } = await read(url);
  expect(type).toBe('text/calendar; charset=utf-8');
  expect(events.map(({ summary }) => summary)).toEqual(
    expect.arrayContaining([`${key} Patch; then, restart`, 'On call: First line']),
  );
  expect(events.map(({ summary }) => summary).join()).not.toContain('somebody else');
  const change = events.find(({ summary }) => summary.startsWith(key));
  expect(change?.startDate.toJSDate().getTime()).toBe(Math.floor(Date.parse(planned.plannedStart) / 1000) * 1000);
  // Moved: the same event with a higher number.
  await edit(key, { plannedStart: inHours(30), plannedEnd: inHours(31) });
  const moved = (await read(url)).events.find(({ uid }) => uid === change?.uid);
  expect(moved?.sequence).toBeGreaterThan(change?.sequence ?? 0);

  expect((await tom.call('GET', '/me/calendar-feed')).body).toMatchObject({ made: true, usedAt: expect.any(String) });
  const again = await made(tom, '/me/calendar-feed');
  expect([(await read(url)).status, (await read(again)).status]).toEqual([404, 200]);
  expect((await read(again.replace(/\.ics$/, 'x.ics'))).status).toBe(404);
  expect((await tom.call('DELETE', '/me/calendar-feed')).status).toBe(204);
  expect((await read(again)).status).toBe(404);
  const leaver = await hire(desk, { name: 'Lea Leaver', role: 'technician' });
  const theirs = await made(leaver, '/me/calendar-feed');
  await desk.run((ctx) => ctx.tx.updateTable('staff').set({ active: false }).where('id', '=', leaver.id).execute());
  expect((await read(theirs)).status).toBe(404);
});

test('a client’s address tells what is planned there, by the title that its people read, and nothing of others', async () => {
  await stage.rule('Nobody', { condition: '', stage: 'before', outcome: { does: 'authorise' } });
  const agreed = async (key: string) => {
    await go(key, 'assess');
    expect(await go(key, 'authorise')).toMatchObject({ status: 201 });
  };
  const own = await raise({ ...planned, title: 'At Acme' });
  await agreed(own);
  await raise({ ...planned, title: 'Still a draft' });
  await desk.run(({ tx }) => tx.updateTable('clients').set({ kind: 'internal' }).where('id', '=', birch).execute());
  const window = { plannedStart: inHours(40), plannedEnd: inHours(41) };
  const other = await raise({ ...planned, ...window, clientId: birch, title: 'Secret of Birch' });
  await agreed(other);
  // Nobody has agreed to it yet.
  await go(await raise({ ...planned, plannedStart: inHours(50), plannedEnd: inHours(51), title: 'A draft' }), 'assess');
  const narrow = await hire(desk, { name: 'Nora Narrow', role: 'manager', clientIds: [birch] });
  expect((await narrow.call('POST', `/clients/${acme}/calendar-feeds`, { name: 'x' })).status).toBe(404);
  expect((await tom.call('POST', `/clients/${acme}/calendar-feeds`, { name: 'x' })).status).toBe(403);
  const url = await made(olga, `/clients/${acme}/calendar-feeds`, { name: 'Reception' });
  const { events } = await read(url);
  // The change of Birch touches a server of Acme.
  expect(events.map(({ summary }) => summary)).toEqual(
    expect.arrayContaining([`${own} At Acme`, `${other} A change for several clients`]),
  );
  expect(events.map(({ summary, description }) => `${summary} ${description}`).join()).not.toMatch(/draft|Secret/);
  const feeds = (await olga.call('GET', `/clients/${acme}/calendar-feeds`)).body as { items: { id: string }[] };
  expect(feeds.items).toMatchObject([{ name: 'Reception', createdBy: 'Olga Owner', usedAt: expect.any(String) }]);
  expect((await olga.call('DELETE', `/clients/${acme}/calendar-feeds/${feeds.items[0]?.id}`)).status).toBe(204);
  expect((await read(url)).status).toBe(404);
});

test('what has begun and ended is where it was, in the calendar, in both feeds and for the client’s people', async () => {
  const key = await raise({ ...planned, plannedStart: inHours(70), plannedEnd: inHours(72), title: 'Done early' });
  await olga.call('POST', `/tickets/${key}/assign`, { assigneeId: tom.id });
  await go(key, 'assess');
  await go(key, 'authorise');
  const addresses = [
    await made(tom, '/me/calendar-feed'),
    await made(olga, `/clients/${acme}/calendar-feeds`, { name: 'Reception' }),
  ];
  const stands = async () => {
    const query = `from=${inHours(-24)}&until=${inHours(240)}`;
    const { changes } = (await olga.call('GET', `/change-calendar?${query}`)).body as {
      changes: { key: string; from: string; to: string }[];
    };
    const told = [];
    for (const url of addresses) {
      const event = (await read(url)).events.find(({ summary }) => summary === `${key} Done early`);
      told.push([event?.startDate.toJSDate().getTime(), event?.endDate.toJSDate().getTime()]);
    }
    return [...changes.filter((one) => one.key === key).map(({ from, to }) => [from, to].map(Date.parse)), ...told];
  };
  const shown = (from: string, to: string) => {
    const exact = [from, to].map(Date.parse);
    const seconds = exact.map((at) => Math.floor(at / 1000) * 1000);
    return [exact, seconds, seconds];
  };
  const before = await change(key);
  expect(await stands()).toEqual(shown(before.plannedStart ?? '', before.plannedEnd ?? ''));
  expect(await stage.begin(key)).toMatchObject({ status: 201 });
  const { actualStart } = await change(key);
  // Begun three days early, it is not on for three days: as long as it was planned to be.
  const length = Date.parse(before.plannedEnd ?? '') - Date.parse(before.plannedStart ?? '');
  const expected = new Date(Date.parse(actualStart ?? '') + length).toISOString();
  expect(await stands()).toEqual(shown(actualStart ?? '', expected));
  // It takes longer than it was to: until now, whenever that is.
  await edit(key, { actualStart: inHours(-5) });
  const [[, until] = []] = await stands();
  expect(Math.abs((until ?? 0) - Date.now())).toBeLessThan(60_000);
  expect(await go(key, 'review', { resolutionCode: 'successful' })).toMatchObject({ status: 201 });
  await edit(key, { actualEnd: inHours(-4) });
  const after = await change(key);
  expect(await stands()).toEqual(shown(after.actualStart ?? '', after.actualEnd ?? ''));
});
