import { expect, test } from 'vitest';
import { createClient, createContact } from '#server/business/client/index.ts';
import type { AnnouncementView, PortalAnnouncements, Reach, ServiceStatus } from '#shared/announcement.ts';
import { openDesk } from '#tests/desk.ts';
import { hire, type Person } from '#tests/people.ts';
import { enterAs } from '#tests/portal-people.ts';
import { moveClock, type Visitor } from '#tests/visitor.ts';
import { endThoseOver } from './publish.ts';

const desk = await openDesk();
const olive = await hire(desk, { name: 'Olive Owner' });
const tess = await hire(desk, { name: 'Tess Tech', role: 'technician' });
const { acme, birch, ada, ben } = await desk.run(async (ctx) => {
  const acme = await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' });
  const birch = await createClient(ctx, { name: 'Birch', code: 'BIRCH', timeZone: 'UTC' });
  return {
    acme,
    birch,
    ada: await createContact(ctx, { clientId: acme, name: 'Ada', email: 'ada@acme.example' }),
    ben: await createContact(ctx, { clientId: birch, name: 'Ben', email: 'ben@birch.example' }),
  };
});
const post = async <T = { id: string }>(url: string, body: object, who: Person = olive): Promise<T> => {
  const answer = await who.call('POST', url, body);
  if (answer.status >= 400) throw new Error(`${url}: ${answer.status} ${answer.text}`);
  return answer.body as T;
};
const [mail, phones] = [
  (await post('/services', { name: 'Mail' })).id,
  (await post('/services', { name: 'Phones' })).id,
];
await olive.call('PUT', `/clients/${acme}/services`, { serviceIds: [mail, phones] });
await olive.call('PUT', `/clients/${birch}/services`, { serviceIds: [phones] });
const adas = await enterAs(desk, { clientId: acme, contactId: ada, way: 'mail' });
const bens = await enterAs(desk, { clientId: birch, contactId: ben, way: 'mail' });

const view = async (id: string) => (await olive.call('GET', `/announcements/${id}`)).body as AnnouncementView;
const step = async (id: string, name: string, more: object = {}) =>
  olive.call('POST', `/announcements/${id}/${name}`, { version: (await view(id)).version, ...more });
const told = async (who: Visitor) => (await who.call('GET', '/portal/announcements')).body as PortalAnnouncements;
const statusOf = async (who: Visitor, service: string) =>
  ((await who.call('GET', '/portal/service-status')).body as { items: ServiceStatus[] }).items.find(
    (one) => one.service.id === service,
  );

test('an outage is written, published, spoken of and ended, and each step is told to those who have the service', async () => {
  const { id } = await post('/announcements', {
    kind: 'outage',
    title: 'Mail is down',
    text: 'We are on it.',
    serviceIds: [mail],
  });
  expect(await view(id)).toMatchObject({ state: 'draft', audience: 'services', effect: 'outage' });
  expect((await told(adas)).items).toEqual([]);
  expect((await statusOf(adas, mail))?.state).toBe('operational');

  expect((await step(id, 'publish')).status).toBe(200);
  expect((await told(adas)).items).toMatchObject([{ id, title: 'Mail is down', services: [{ name: 'Mail' }] }]);
  expect((await told(bens)).items).toEqual([]);
  expect(await statusOf(adas, mail)).toMatchObject({ state: 'outage', note: 'Mail is down', announcementId: id });
  expect((await statusOf(adas, phones))?.state).toBe('operational');

  expect((await olive.call('POST', `/announcements/${id}/updates`, { text: 'A disk had failed.' })).status).toBe(200);
  expect((await told(adas)).items[0]?.updates).toMatchObject([{ text: 'A disk had failed.' }]);
  expect((await view(id)).updates).toMatchObject([{ by: 'Olive Owner (key test)', text: 'A disk had failed.' }]);
  // Who of the desk said it is the desk's business.
  expect(JSON.stringify(await told(adas))).not.toContain('Olive');

  expect((await step(id, 'end', { text: 'All is well again.' })).status).toBe(200);
  expect((await told(adas)).items).toMatchObject([{ id, endedAt: expect.any(String), updates: [{}, {}] }]);
  expect(await statusOf(adas, mail)).toMatchObject({ state: 'operational', past: [{ state: 'outage' }] });
  expect((await step(id, 'end')).status).toBe(422);
  const { rows } = {
    rows: (await olive.call('GET', `/audit?type=announcement&limit=20`)).body as { items: { type: string }[] },
  };
  expect(rows.items.map(({ type }) => type)).toEqual(
    expect.arrayContaining([
      'announcement.created',
      'announcement.published',
      'announcement.updated',
      'announcement.ended',
    ]),
  );
});

test('what is put aside comes back when more is said, for whoever put it aside alone', async () => {
  const { id } = await post('/announcements', { kind: 'notice', title: 'We move', audience: 'all' });
  await step(id, 'publish');
  const mine = async (who: Visitor) => (await told(who)).items.find((one) => one.id === id);
  expect((await adas.call('PUT', `/portal/announcements/${id}/dismissal`, { dismissed: true })).status).toBe(204);
  expect([(await mine(adas))?.dismissed, (await mine(bens))?.dismissed]).toEqual([true, false]);
  moveClock(desk, 1);
  await olive.call('POST', `/announcements/${id}/updates`, { text: 'On Monday' });
  expect((await mine(adas))?.dismissed).toBe(false);
  // Put aside as it was before that was said, and a moment too late: what was said since is still new.
  moveClock(desk, 2);
  const aside = (seen: number) => adas.call('PUT', `/portal/announcements/${id}/dismissal`, { dismissed: true, seen });
  await aside(0);
  expect((await mine(adas))?.dismissed).toBe(false);
  await aside(1);
  expect((await mine(adas))?.dismissed).toBe(true);
  expect((await adas.call('PUT', `/portal/announcements/${id}/following`, { follows: true })).status).toBe(204);
  expect((await mine(adas))?.follows).toBe(true);
  expect((await view(id)).followers).toBe(1);
  await step(id, 'end');
  moveClock(desk, 0);
});

test('a notice is seen from its beginning on, planned work before; both end by their time, an outage does not', async () => {
  const now = Date.now();
  const at = (minutes: number) => new Date(now + minutes * 60_000).toISOString();
  const make = async (kind: string, title: string) => {
    const { id } = await post('/announcements', {
      kind,
      title,
      audience: 'all',
      fromAt: at(60),
      untilAt: at(120),
      serviceIds: [phones],
    });
    await step(id, 'publish');
    return id;
  };
  const ids = {
    notice: await make('notice', 'Closed'),
    work: await make('maintenance', 'New switch'),
    outage: await make('outage', 'Lines'),
  };
  const seen = async () => {
    const { items } = await told(adas);
    return Object.fromEntries(
      Object.entries(ids).map(([name, id]) => {
        const one = items.find((item) => item.id === id);
        return [name, one ? (one.endedAt ? 'ended' : 'on') : null];
      }),
    );
  };
  expect(await seen()).toEqual({ notice: null, work: 'on', outage: 'on' });
  expect((await statusOf(bens, phones))?.state).toBe('operational');
  moveClock(desk, 61);
  expect(await seen()).toEqual({ notice: 'on', work: 'on', outage: 'on' });
  // What is worst stands first, whenever it began.
  const order = (await told(adas)).items.filter(({ id }) => Object.values(ids).includes(id)).map(({ kind }) => kind);
  expect(order).toEqual(['outage', 'maintenance', 'notice']);
  expect((await statusOf(bens, phones))?.state).toBe('outage');
  moveClock(desk, 121);
  await endThoseOver(desk.services);
  expect(await seen()).toEqual({ notice: 'ended', work: 'ended', outage: 'on' });
  await step(ids.outage, 'end');
  moveClock(desk, 0);
});

test('staff say how a service is, for everybody or for some, and it is the worst of all that is said', async () => {
  const put = (state: string, clientIds?: string[]) =>
    olive.call('PUT', `/services/${phones}/state`, { state, note: state, ...(clientIds ? { clientIds } : {}) });
  const now = async () => [(await statusOf(adas, phones))?.state, (await statusOf(bens, phones))?.state];
  expect((await put('degraded')).status).toBe(204);
  expect(await now()).toEqual(['degraded', 'degraded']);
  expect((await put('outage', [acme])).status).toBe(204);
  expect(await now()).toEqual(['outage', 'degraded']);
  const forStaff = async (query: string) =>
    ((await tess.call('GET', `/service-status${query}`)).body as { items: ServiceStatus[] }).items.find(
      (one) => one.service.id === phones,
    )?.state;
  expect([await forStaff(''), await forStaff(`?clientId=${birch}`)]).toEqual(['outage', 'degraded']);
  await put('operational', [acme]);
  expect(await now()).toEqual(['degraded', 'degraded']);
  await put('outage', [birch]);
  await put('operational');
  expect(await now()).toEqual(['operational', 'operational']);
  expect((await statusOf(adas, phones))?.past.map(({ note }) => note)).toEqual(
    expect.arrayContaining(['outage', 'degraded']),
  );
  expect((await tess.call('PUT', `/services/${phones}/state`, { state: 'outage' })).status).toBe(403);
});

test('it is told beforehand whom it reaches', async () => {
  const reach = (body: object) => post<Reach>('/announcements/reach', body);
  expect(await reach({ audience: 'services', serviceIds: [mail] })).toEqual({
    clients: 1,
    people: 1,
    mails: 0,
    names: ['Acme'],
  });
  expect(await reach({ audience: 'chosen', clientIds: [acme, birch] })).toMatchObject({ clients: 2, people: 2 });
  expect(await reach({ audience: 'chosen' })).toMatchObject({ clients: 0, people: 0, mails: 0 });
});

test('an audience must be somebody, and times must fit', async () => {
  const refused = async (body: object) =>
    (
      (await olive.call('POST', '/announcements', { kind: 'notice', title: 'x', ...body })).body as {
        errors?: { path: string }[];
      }
    ).errors?.[0]?.path;
  expect(await refused({ audience: 'services' })).toBe('serviceIds');
  expect(await refused({ audience: 'groups' })).toBe('groupIds');
  expect(await refused({ audience: 'chosen' })).toBe('clientIds');
  expect(await refused({ audience: 'all', clientIds: [acme] })).toBe('clientIds');
  expect(
    await refused({ audience: 'all', fromAt: '2026-02-01T00:00:00.000Z', untilAt: '2026-01-01T00:00:00.000Z' }),
  ).toBe('untilAt');
});

test('a draft can be changed and thrown away; what is published is ended instead', async () => {
  const { id } = await post('/announcements', { kind: 'notice', title: 'x', audience: 'chosen', clientIds: [acme] });
  const changed = await olive.call('PATCH', `/announcements/${id}`, { version: 1, clientIds: [birch], title: 'y' });
  expect(changed.body).toMatchObject({ title: 'y', clients: [{ name: 'Birch' }], version: 2 });
  expect((await olive.call('PATCH', `/announcements/${id}`, { version: 1, title: 'z' })).status).toBe(409);
  const all = await olive.call('PATCH', `/announcements/${id}`, { version: 2, audience: 'all' });
  expect(all.body).toMatchObject({ audience: 'all', clients: [] });
  await step(id, 'publish');
  expect((await olive.call('DELETE', `/announcements/${id}`)).status).toBe(422);
  const draft = await post('/announcements', { kind: 'notice', title: 'x', audience: 'chosen', clientIds: [acme] });
  expect((await olive.call('DELETE', `/announcements/${draft.id}`)).status).toBe(204);
  expect((await olive.call('GET', `/announcements/${draft.id}`)).status).toBe(404);
});

test('a ticket tells what is announced about its service, until it is linked', async () => {
  const { id } = await post('/announcements', { kind: 'outage', title: 'Phones are down', serviceIds: [phones] });
  await step(id, 'publish');
  const log = (more: object) =>
    post<{ key: string }>('/tickets', { kind: 'incident', clientId: acme, title: 'No line', ...more });
  const of = async (key: string) =>
    (await tess.call('GET', `/tickets/${key}/announcements`)).body as {
      linked: { id: string }[];
      touching: { id: string }[];
    };
  const ticket = await log({ serviceId: phones });
  expect((await of(ticket.key)).touching.map((one) => one.id)).toEqual([id]);
  expect((await of((await log({ serviceId: mail })).key)).touching).toEqual([]);
  // Of what nobody has said what it is about, only what came meanwhile may be about it, and only what is broken.
  const vague = await log({});
  expect((await of(vague.key)).touching.map((one) => one.id)).toContain(id);
  await desk.run(({ tx, now }) => {
    const before = new Date(Date.parse(now) - 3 * 3_600_000).toISOString();
    return tx.updateTable('tickets').set({ created_at: before }).where('key', '=', vague.key).execute();
  });
  expect((await of(vague.key)).touching).toEqual([]);
  expect((await of((await log({ kind: 'request' })).key)).touching).toEqual([]);
  expect((await tess.call('POST', `/tickets/${ticket.key}/announcements`, { announcementId: id })).status).toBe(204);
  expect(await of(ticket.key)).toMatchObject({ linked: [{ id }], touching: [] });
  expect((await view(id)).tickets).toMatchObject([{ key: ticket.key }]);
  expect((await tess.call('DELETE', `/tickets/${ticket.key}/announcements/${id}`)).status).toBe(204);
  expect((await of(ticket.key)).linked).toEqual([]);
  const others = await post('/announcements', {
    kind: 'notice',
    title: 'Theirs',
    audience: 'chosen',
    clientIds: [birch],
  });
  const refused = await tess.call('POST', `/tickets/${ticket.key}/announcements`, { announcementId: others.id });
  expect(refused.status).toBe(422);
  const made = await post('/announcements', {
    kind: 'outage',
    title: 'About it',
    serviceIds: [phones],
    ticketId: ticket.key,
  });
  expect((await of(ticket.key)).linked).toMatchObject([{ id: made.id }]);
});
