import { expect, test } from 'vitest';
import { resolveSetting } from '#platform/settings/index.ts';
import { postMessage, transitionTicket } from '#server/desk/ticket/index.ts';
import { createAnnouncement, publishAnnouncement } from '#server/practices/announcement/index.ts';
import { createItem } from '#server/practices/configuration/index.ts';
import { openDesk } from '#tests/desk.ts';
import { monitored } from '#tests/monitored.ts';
import { hire } from '#tests/people.ts';
import { ALERTS } from './settings.ts';

const desk = await openDesk({ roles: [] });
const stage = await monitored(desk);
const { reading, hear, ended, pass, alerts, tickets, lines, acme, birch } = stage;
const olive = await hire(desk, { name: 'Olive Owner' });
const alertOf = async (device: string) => {
  const found = (await alerts()).find(({ title }) => title === `${device} is down`);
  if (!found) throw new Error(`no alert of ${device}`);
  return found;
};
const ticketOf = async (device: string) => {
  const { ticket_id } = await alertOf(device);
  const found = (await tickets()).find(({ id }) => id === ticket_id);
  if (!found) throw new Error(`no ticket of ${device}`);
  return found;
};
/** Long enough that nothing counts for a storm any more. */
const calm = () => pass(3_600);

test('an exception becomes a ticket once it has settled, with impact and urgency by its severity', async () => {
  await hear(reading('web', { severity: 1, text: 'no answer\n<b>for a minute</b>', url: 'https://watch.example/1' }));
  await pass(1);
  expect(await alertOf('web')).toMatchObject({ state: 'open', ticket_id: null });
  await pass(1);
  expect(await alertOf('web')).toMatchObject({ state: 'ticketed', decision: { by: 'usual', does: 'ticket', told: 1 } });
  const ticket = await ticketOf('web');
  expect(ticket).toMatchObject({
    client_id: acme,
    source: 'monitoring',
    title: 'web is down',
    impact: 1,
    urgency: 1,
    priority: 1,
  });
  expect(ticket.description).toContain('&lt;b&gt;for a minute&lt;/b&gt;');
  expect(ticket.description).toContain('https://watch.example/1');
});

test('a ticket takes into account how much its client and the service of its item count, and says so', async () => {
  await calm();
  const service = (await olive.call('POST', '/services', { name: 'E-mail', importance: 'high' })).body as {
    id: string;
  };
  await desk.run((ctx) =>
    createItem(ctx, { clientId: birch, name: 'post', classKey: 'laptop', serviceId: service.id }),
  );
  const { body: client } = await olive.call('GET', `/clients/${birch}`);
  const { version } = client as { version: number };
  await olive.call('PATCH', `/clients/${birch}`, { version, importance: 'high' });
  await hear(reading('post', { severity: 3, site: 'Birch' }), reading('other', { severity: 3 }));
  await pass(2);
  expect(await ticketOf('other')).toMatchObject({ impact: 2, urgency: 2, priority: 3 });
  const weighed = await ticketOf('post');
  expect(weighed).toMatchObject({ impact: 1, urgency: 1, priority: 1, service_id: service.id });
  const why =
    'impact is high instead of medium, as the service “E-mail” is of high importance; urgency is high instead of medium, as the client “Birch” is of high importance';
  expect(weighed.priority_why).toMatchObject({
    sentence: `High impact and high urgency give P1 Critical (${why}).`,
  });
  expect((await alertOf('post')).decision).toMatchObject({ by: 'usual', does: 'ticket', weighed: why });
  // Whoever weighs it anew takes that reason away; another requester does not.
  const { body: seen } = await olive.call('PATCH', `/tickets/${weighed.id}`, { version: weighed.version, urgency: 3 });
  expect(seen).toMatchObject({
    ticket: { priorityWhy: { sentence: 'High impact and low urgency give P3 Moderate.' } },
  });
});

test('a rule that says how urgent it is is not weighed over', async () => {
  await calm();
  const terms = { condition: 'client.importance == "high"', outcome: { does: 'ticket', urgency: 3, impact: 3 } };
  const { id } = (await olive.call('POST', '/alert-rules', { name: 'Calm', terms })).body as { id: string };
  await olive.call('POST', `/alert-rules/${id}/publish`, { version: 1 });
  await hear(reading('calm', { site: 'Birch' }));
  await pass(2);
  expect(await ticketOf('calm')).toMatchObject({ impact: 3, urgency: 3, priority: 5 });
  expect((await alertOf('calm')).decision).not.toHaveProperty('weighed');
  await olive.call('POST', `/alert-rules/${id}/withdraw`, { version: 2 });
});

test('what ends before anybody decided makes no ticket', async () => {
  const one = reading('blip');
  await hear(one);
  await pass(1);
  await hear(ended(one));
  await pass(5);
  expect(await alertOf('blip')).toMatchObject({ state: 'cleared', ticket_id: null, count: 1 });
});

test('what is less grave stays in the inbox, until it becomes graver', async () => {
  const one = reading('printer', { kind: 'warning', severity: 4 });
  await hear(one);
  await pass(2);
  expect(await alertOf('printer')).toMatchObject({
    state: 'open',
    ticket_id: null,
    decision: { by: 'usual', does: 'inbox' },
  });
  await hear({ ...one, state: 'updated', severity: 2 });
  await pass(2);
  expect(await alertOf('printer')).toMatchObject({ state: 'ticketed' });
});

test('a ticket nobody touched is resolved when its alert clears; one that somebody touched is told', async () => {
  await calm();
  const [quiet, worked] = [reading('quiet'), reading('worked')];
  await hear(quiet, worked);
  await pass(2);
  await desk.run(async (ctx) => {
    const ticket = await ticketOf('worked');
    await postMessage({ ...ctx, actor: { kind: 'staff', id: olive.id, name: 'Olive' } }, ticket.id, {
      visibility: 'internal',
      body: 'I look at it',
    });
  });
  await hear(ended(quiet), ended(worked));
  await pass(2);
  expect(await ticketOf('quiet')).toMatchObject({ status: 'resolved', resolution_code: 'self_resolved' });
  expect(await ticketOf('worked')).toMatchObject({ is_open: true });
  expect(await lines((await ticketOf('worked')).id)).toEqual(['ticket.alerts_cleared: its alert']);
});

test('a repeat is one line in the ticket and is counted; after the end it opens the ticket again, and after long a new one', async () => {
  await calm();
  const first = reading('again');
  await hear(first);
  await pass(2);
  await hear(reading('again', { occurrence: '2' }));
  await pass(2);
  const ticket = await ticketOf('again');
  expect(await lines(ticket.id)).toEqual(['ticket.alert_repeated: “again is down”, for the 2nd time']);
  await hear(ended(reading('again', { occurrence: '2', startedAt: stage.at() })));
  await pass(2);
  expect(await ticketOf('again')).toMatchObject({ id: ticket.id, status: 'resolved' });
  await hear(reading('again', { occurrence: '3' }));
  await pass(2);
  expect(await ticketOf('again')).toMatchObject({ id: ticket.id, status: 'reopened' });
  await hear(ended(reading('again', { occurrence: '3', startedAt: stage.at() })));
  await pass(2);
  await pass(25 * 3_600);
  await hear(reading('again', { occurrence: '4' }));
  await pass(2);
  expect((await ticketOf('again')).id).not.toBe(ticket.id);
  expect(await alertOf('again')).toMatchObject({ count: 4, state: 'ticketed' });
});

test('what comes and goes holds one ticket open until it is quiet', async () => {
  await calm();
  const raise = (nth: number) => reading('flappy', { occurrence: `f${nth}` });
  for (let nth = 1; nth <= 8; nth++) {
    const one = raise(nth);
    await hear(one);
    await pass(3);
    await hear(ended(one));
    await pass(3);
  }
  const ticket = await ticketOf('flappy');
  expect((await tickets()).filter(({ title }) => title === 'flappy is down')).toHaveLength(1);
  expect(ticket).toMatchObject({ is_open: true });
  expect((await lines(ticket.id)).filter((line) => line.includes('alert_flaps'))).toHaveLength(1);
  expect((await lines(ticket.id)).filter((line) => line.includes('alert_repeated')).length).toBeLessThan(4);
  await pass(14 * 60);
  expect(await ticketOf('flappy')).toMatchObject({ is_open: true });
  await pass(2 * 60);
  expect(await ticketOf('flappy')).toMatchObject({ status: 'resolved' });
});

test('what has had its ticket for long and is raised again stands for no storm that comes then', async () => {
  await calm();
  const again = reading('z-old');
  await hear(again);
  await pass(2);
  await pass(600);
  const own = await ticketOf('z-old');
  await hear({ ...again, occurrence: '2', startedAt: stage.at() });
  await pass(2);
  await hear(...Array.from({ length: 12 }, (_, nth) => reading(`z${nth}`)));
  await pass(2);
  const storm = await ticketOf('z0');
  expect(storm.id).not.toBe(own.id);
  expect(await ticketOf('z11')).toMatchObject({ id: storm.id });
  expect(await ticketOf('z-old')).toMatchObject({ id: own.id, is_open: true });
  await hear(
    ...(await alerts())
      .filter(({ title }) => title.startsWith('z'))
      .map(({ device, title }) => ended(reading((device as { hostname: string }).hostname, { title }))),
  );
  await calm();
});

test('a storm is one ticket, which ends with the last of its alerts', async () => {
  await calm();
  const before = (await tickets()).length;
  const storm = Array.from({ length: 300 }, (_, nth) => reading(`s${nth}`));
  await hear(...storm.slice(0, 50));
  await pass(2);
  await hear(...storm.slice(50), ...storm);
  await pass(15);
  expect(await tickets()).toHaveLength(before + 1);
  const ticket = await ticketOf('s0');
  const members = (await alerts()).filter(({ ticket_id }) => ticket_id === ticket.id);
  expect(members).toHaveLength(300);
  expect(members.filter(({ cause_id }) => cause_id === null)).toHaveLength(1);
  expect(new Set(members.map(({ state }) => state))).toEqual(new Set(['ticketed', 'correlated']));
  // Others are told once for all that came together.
  expect(await lines(ticket.id)).toHaveLength(2);
  await hear(...storm.slice(1).map(ended));
  await pass(12);
  expect(await ticketOf('s0')).toMatchObject({ is_open: true });
  await hear(...storm.slice(0, 1).map(ended));
  await pass(12);
  expect(await ticketOf('s0')).toMatchObject({ status: 'resolved' });
});

test('another client is no part of a storm', async () => {
  await calm();
  await hear(...Array.from({ length: 12 }, (_, nth) => reading(`a${nth}`)), reading('b0', { site: 'Birch' }));
  await pass(2);
  expect(await ticketOf('b0')).toMatchObject({ client_id: birch });
  expect(await alertOf('b0')).toMatchObject({ cause_id: null });
});

test('planned work that is on suppresses what is heard, until it ends', async () => {
  await calm();
  await desk.run(async (ctx) => {
    const untilAt = new Date(Date.parse(ctx.now) + 600_000).toISOString();
    const id = await createAnnouncement(ctx, {
      ...{ kind: 'maintenance', title: 'New firewall', text: '', audience: 'chosen', clientIds: [birch], untilAt },
    });
    await publishAnnouncement(ctx, id, { version: 1 });
  });
  await hear(reading('planned', { site: 'Birch' }), reading('unplanned'));
  await pass(2);
  expect(await alertOf('planned')).toMatchObject({
    ...{ state: 'suppressed', ticket_id: null, decision: { by: 'maintenance', name: 'New firewall' } },
  });
  expect(await alertOf('unplanned')).toMatchObject({ state: 'ticketed' });
  await pass(601);
  expect(await alertOf('planned')).toMatchObject({ state: 'ticketed' });
});

test('an alert of somebody unknown makes a ticket of the provider, and goes with it when it is moved', async () => {
  await calm();
  await hear(reading('lost', { site: 'Elsewhere' }));
  await pass(2);
  const ticket = await ticketOf('lost');
  expect(ticket.description).toContain('Client unknown: Elsewhere');
  const moved = await olive.call('POST', `/tickets/${ticket.key}/move`, { clientId: acme, reason: 'it is Acme’s' });
  expect(moved.status).toBe(201);
  expect(await alertOf('lost')).toMatchObject({ client_id: acme, client_known: true, ticket_id: ticket.id });
  await hear(ended(reading('lost', { site: 'Elsewhere' })));
  await pass(2);
  expect(await alertOf('lost')).toMatchObject({ state: 'cleared' });
});

test('what cannot become a ticket says why, and is tried again', async () => {
  await calm();
  await desk.run(({ tx }) => tx.updateTable('clients').set({ active: false }).where('id', '=', birch).execute());
  await hear(reading('refused', { site: 'Birch' }));
  await pass(2);
  expect(await alertOf('refused')).toMatchObject({ state: 'open', decision: { by: 'fault' }, ticket_id: null });
  await desk.run(({ tx }) => tx.updateTable('clients').set({ active: true }).where('id', '=', birch).execute());
  await pass(301);
  expect(await alertOf('refused')).toMatchObject({ state: 'ticketed' });
});

test('an alert whose ticket somebody resolved is left alone until it is raised again', async () => {
  await calm();
  await hear(reading('done'));
  await pass(2);
  const ticket = await ticketOf('done');
  await desk.run((ctx) => transitionTicket(ctx, ticket.id, { to: 'resolved', resolutionCode: 'fixed' }));
  await pass(600);
  expect(await ticketOf('done')).toMatchObject({ status: 'resolved' });
  await hear(reading('done', { occurrence: '2' }));
  await pass(2);
  expect(await ticketOf('done')).toMatchObject({ id: ticket.id, status: 'reopened' });
});

test('the setting is built in as the tests take it', async () => {
  const { value } = await desk.run((ctx) => resolveSetting(ctx, ALERTS, acme));
  expect(value).toMatchObject({ settleSeconds: 2, stormAlerts: 10, flapTimes: 4, quietMinutes: 15, reopenHours: 24 });
});
