import { expect, test } from 'vitest';
import { createClient, createContact, createSite } from '#server/business/client/index.ts';
import type { PortalAnnouncements } from '#shared/announcement.ts';
import type { MajorView } from '#shared/major.ts';
import type { TicketView } from '#shared/ticket.ts';
import { openDesk } from '#tests/desk.ts';
import { wordsOf } from '#tests/pdf.ts';
import { hire } from '#tests/people.ts';
import { enterAs } from '#tests/portal-people.ts';

/** A major incident of two clients as each client's people can print it: their own part, and nothing of the other. */
const desk = await openDesk();
Object.assign(desk.services, { now: () => '2026-11-02T08:00:00.000Z' });
const { acme, birch, coral, north, ada, cy, boss, bert, cora } = await desk.run(async (ctx) => {
  const msp = await createClient(ctx, { name: 'Harbour', code: 'HIT', timeZone: 'UTC' });
  await ctx.tx.updateTable('clients').set({ kind: 'internal' }).where('id', '=', msp).execute();
  const acme = await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'Europe/Berlin', language: 'de' });
  const birch = await createClient(ctx, { name: 'Birch', code: 'BIRCH', timeZone: 'UTC' });
  const coral = await createClient(ctx, { name: 'Coral', code: 'CORAL', timeZone: 'UTC' });
  const north = await createSite(ctx, acme, { name: 'North' });
  return {
    ...{ acme, birch, coral, north },
    ada: await createContact(ctx, { clientId: acme, name: 'Ada Adams', sees: 'own' }),
    cy: await createContact(ctx, { clientId: acme, name: 'Cy Cole', sees: 'own' }),
    boss: await createContact(ctx, { clientId: acme, name: 'Bea Boss', sees: 'all' }),
    bert: await createContact(ctx, { clientId: birch, name: 'Bert Birch', sees: 'all' }),
    cora: await createContact(ctx, { clientId: coral, name: 'Cora', sees: 'all' }),
  };
});
const olive = await hire(desk, { name: 'Olive Owner' });

async function must<T>(...[method, url, body]: Parameters<typeof olive.call>): Promise<T> {
  const answer = await olive.call(method, url, body);
  expect(answer.status, answer.text).toBeLessThan(300);
  return answer.body as T;
}
const log = (clientId: string, title: string, requesterId: string) =>
  must<TicketView>('POST', '/tickets', { kind: 'incident', clientId, title, requesterId });
const read = (key: string) => must<MajorView>('GET', `/major-incidents/${key}`);
const move = async (key: string, to: string, more: object = {}) =>
  must<MajorView>('POST', `/major-incidents/${key}/moves`, { to, version: (await read(key)).version, ...more });
const say = async (key: string, text: string) =>
  must<MajorView>('POST', `/major-incidents/${key}/updates`, { version: (await read(key)).version, text });
/** Proposed, led, named for clients, and declared. */
const declare = async (tickets: string[], more: object, toldTitle: string) => {
  const { key } = await must<MajorView>('POST', '/major-incidents', {
    ...{ tickets, reason: 'The relay of Acme and Birch is on fire', criteria: ['Several'], ...more },
  });
  const { version } = await read(key);
  const roles = [{ role: 'manager', staffId: olive.id }];
  await must('PATCH', `/major-incidents/${key}`, { version, roles, toldTitle, bridge: 'https://meet.example/secret' });
  await move(key, 'declared');
  return key;
};

const enter = (clientId: string, contactId: string) => enterAs(desk, { clientId, contactId, way: 'mail' });
const announced = async (clientId: string, contactId: string) =>
  ((await (await enter(clientId, contactId)).call('GET', '/portal/announcements')).body as PortalAnnouncements).items;
const fetchReport = async (clientId: string, contactId: string, id: string) => {
  const { jar } = await enter(clientId, contactId);
  const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const url = `/api/v1/portal/announcements/${id}/report`;
  const answer = await desk.app.inject({ url, headers: { cookie, 'sec-fetch-site': 'same-origin' } });
  const { statusCode: status, headers } = answer;
  return { status, headers, words: status === 200 ? await wordsOf(answer.rawPayload) : answer.body };
};

const [adas, cys, berts] = [
  await log(acme, 'Adas Post', ada),
  await log(acme, 'Cys Post', cy),
  await log(birch, 'Berts mailbox', bert),
];
const key = await declare(
  [adas.key, cys.key, berts.key],
  { title: 'Relay that Acme and Birch share is down' },
  'Mail is down',
);
await say(key, 'We look into it');
const [first] = await announced(acme, ada);
const id = first?.id ?? '';

test('somebody of a client prints what they were told, by their language, clock and portal', async () => {
  expect(first).toMatchObject({ title: 'Mail is down', report: true });
  await must('PUT', '/settings/portal.name', { level: 'client', id: acme, value: { name: 'Acme Hilfe' } });
  const before = await fetchReport(acme, boss, id);
  expect(before.words).toContain('noch nicht');
  await move(key, 'restored', { reason: 'Mail flows again' });
  const { status, headers, words } = await fetchReport(acme, boss, id);
  expect(status, words).toBe(200);
  expect(headers).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="major-incident-${id}.pdf"`,
  });
  for (const said of [
    ...['Acme Hilfe', 'Mail is down', 'Schwerwiegende Störung', 'Als schwerwiegend', 'Wiederhergestellt'],
    ...['2. Nov. 2026, 09:00', 'Was Ihnen mitgeteilt wurde', 'We look into it', 'Mail flows again', 'Seite 1 von 1'],
    ...[adas.key, 'Adas Post', cys.key, 'Cys Post', 'für Bea Boss'],
  ])
    expect(words).toContain(said);
  // Neither the other client, nor what staff alone know.
  expect(words).not.toMatch(/Birch|BIRCH|Relay|relay|fire|Berts|HIT-|Olive|secret|Several/);
});

test('who sees their own tickets alone finds these alone, and another client its own', async () => {
  const { words: own } = await fetchReport(acme, ada, id);
  expect(own).toContain(adas.key);
  expect(own).not.toMatch(new RegExp(`${cys.key}|Cys Post`));
  const { words: other } = await fetchReport(birch, bert, id);
  for (const said of ['Major incident', 'Mail flows again', berts.key, '2 Nov 2026, 08:00 UTC', 'Page 1 of 1'])
    expect(other).toContain(said);
  expect(other).not.toMatch(/Acme|ACME|Adas|Cys|Relay|relay/);
});

test('who was not told of it is told that there is none', async () => {
  expect((await fetchReport(coral, cora, id)).status).toBe(404);
  // Of an announcement that is no major incident there is none either.
  const { id: other } = await must<{ id: string }>('POST', '/announcements', {
    ...{ kind: 'notice', title: 'Closed on Monday', audience: 'all' },
  });
  await must('POST', `/announcements/${other}/publish`, { version: 1 });
  expect((await announced(coral, cora)).find((one) => one.id === other)).toMatchObject({ report: false });
  expect((await fetchReport(coral, cora, other)).status).toBe(404);
  // Nor for people of another site than those it is for.
  const single = await declare([(await log(acme, 'Nordlicht aus', boss)).key], {}, 'North is dark');
  await say(single, 'We drive there');
  const dark = (await announced(acme, boss)).find(({ title }) => title === 'North is dark')?.id ?? '';
  const now = await must<{ version: number }>('GET', `/announcements/${dark}`);
  await must('PATCH', `/announcements/${dark}`, { version: now.version, siteIds: [north] });
  expect((await fetchReport(acme, ada, dark)).status).toBe(404);
  // Of one that is the client's own ticket, the ticket itself is part of it.
  const { status, words } = await fetchReport(acme, boss, dark);
  expect(status, words).toBe(200);
  for (const said of ['North is dark', 'We drive there', 'Nordlicht aus', 'Als schwerwiegend'])
    expect(words).toContain(said);
});

test('of the review clients read what is released to them, which names none of them', async () => {
  const review = async (more: object) =>
    olive.call('PUT', `/major-incidents/${key}/review`, {
      ...{
        version: (await read(key)).version,
        happened: 'Somebody pulled a plug',
        wentWell: 'Calm',
        toImprove: 'Label',
      },
      ...{ actions: [{ text: 'Buy labels', staffId: null, dueOn: null }], ...more },
    });
  const refused = await review({ forClients: 'It was the cable of Birch.' });
  expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('forClients')]);
  expect((await review({})).body).toMatchObject({ review: { forClients: '' } });
  expect((await fetchReport(acme, boss, id)).words).not.toContain('Rückblick');
  expect((await review({ forClients: 'A cable was loose. It is labelled now.' })).status).toBe(200);
  // Left out, it stays as it was.
  expect((await review({ happened: 'Somebody pulled the plug' })).body).toMatchObject({
    review: { forClients: 'A cable was loose. It is labelled now.' },
  });
  for (const [client, contact, heading] of [
    [acme, boss, 'Rückblick'],
    [birch, bert, 'Looking back'],
  ] as const) {
    const { words } = await fetchReport(client, contact, id);
    expect(words).toContain(heading);
    expect(words).toContain('A cable was loose. It is labelled now.');
    expect(words).not.toMatch(/plug|Calm|Label[^e]|Buy labels/);
  }
});

test('what came back is told whole, as it was announced each time', async () => {
  await move(key, 'declared', { reason: 'It is back' });
  await say(key, 'It came back');
  const items = await announced(acme, ada);
  const both = items.filter(({ title }) => title === 'Mail is down');
  expect(both).toHaveLength(2);
  for (const one of both) {
    const { words } = await fetchReport(acme, ada, one.id);
    expect(words.indexOf('We look into it')).toBeGreaterThan(0);
    expect(words.indexOf('It came back')).toBeGreaterThan(words.indexOf('Mail flows again'));
    expect(words).toContain('noch nicht');
  }
});
