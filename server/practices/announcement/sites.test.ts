import { expect, test } from 'vitest';
import { createClient, createContact, createSite, setClientServices } from '#server/business/client/index.ts';
import { sendDueMail } from '#server/channels/mail-out/index.ts';
import type {
  AnnouncementView,
  PortalAnnouncements,
  Reach,
  ServiceStatus,
  TicketAnnouncements,
} from '#shared/announcement.ts';
import type { MailSendingView } from '#shared/mail.ts';
import { openDesk } from '#tests/desk.ts';
import { openSink } from '#tests/mail-sink.ts';
import { hire } from '#tests/people.ts';
import { enterAs } from '#tests/portal-people.ts';
import { writeMail } from './mail.ts';

/** An oracle: of whom at a client an announcement is for that is for some of its sites alone. Mail is written where a test says so. */
const desk = await openDesk({ roles: ['web'] });
const sink = await openSink();
const olive = await hire(desk, { name: 'Olive Owner' });
const mail = ((await olive.call('POST', '/services', { name: 'Mail' })).body as { id: string }).id;
const { acme, birch, north, south, east, people } = await desk.run(async (ctx) => {
  const client = async (name: string) => {
    const id = await createClient(ctx, { name, code: name.toUpperCase(), timeZone: 'UTC' });
    await setClientServices(ctx, id, [mail]);
    return id;
  };
  const [acme, birch] = [await client('Acme'), await client('Birch')];
  const [north, south] = [
    await createSite(ctx, acme, { name: 'North' }),
    await createSite(ctx, acme, { name: 'South' }),
  ];
  const east = await createSite(ctx, birch, { name: 'East' });
  const person = async (name: string, clientId: string, more: object) => ({
    clientId,
    id: await createContact(ctx, { clientId, name, email: `${name}@acme.example`, ...more }),
  });
  return {
    ...{ acme, birch, north, south, east },
    people: {
      nora: await person('nora', acme, { siteId: north }),
      sam: await person('sam', acme, { siteId: south, sees: 'site' }),
      noel: await person('noel', acme, {}),
      boss: await person('boss', acme, { siteId: south, sees: 'all' }),
      // Nothing on the card: as the client has it, which is everything.
      ben: await person('ben', birch, { siteId: east }),
    },
  };
});
const set = (clientId: string, sees: string) =>
  olive.call('PUT', '/settings/portal.sees', { level: 'client', id: clientId, value: { sees } });
await set(birch, 'all');
type Who = keyof typeof people;
const WHO = Object.keys(people) as Who[];

const FOR: Readonly<Record<string, { clientIds: string[]; siteIds: string[]; who: readonly Who[] }>> = {
  whole: { clientIds: [acme], siteIds: [], who: ['nora', 'sam', 'noel', 'boss'] },
  north: { clientIds: [acme], siteIds: [north], who: ['nora', 'boss'] },
  south: { clientIds: [acme], siteIds: [south], who: ['sam', 'boss'] },
  twice: { clientIds: [acme], siteIds: [south, north], who: ['nora', 'sam', 'boss'] },
  northAndBirch: { clientIds: [acme, birch], siteIds: [north], who: ['nora', 'boss', 'ben'] },
  east: { clientIds: [birch], siteIds: [east], who: ['ben'] },
};
const make = async (name: string, more: object) => {
  const body = { kind: 'outage', title: `Quokka ${name}`, audience: 'chosen', serviceIds: [mail], ...more };
  return olive.call('POST', '/announcements', body);
};
const ids = new Map<string, string>();
for (const [name, { clientIds, siteIds }] of Object.entries(FOR)) {
  const { id } = (await make(name, { clientIds, siteIds })).body as { id: string };
  ids.set(id, name);
  expect((await olive.call('POST', `/announcements/${id}/publish`, { version: 1 })).status).toBe(200);
  await olive.call('POST', `/announcements/${id}/updates`, { text: `wombat ${name}` });
}
const idOf = (name: string) => [...ids].find(([, one]) => one === name)?.[0] ?? '';
const oracleOf = (who: Who) => Object.keys(FOR).filter((name) => FOR[name]?.who.includes(who));
const enter = (who: Who) => enterAs(desk, { clientId: people[who].clientId, contactId: people[who].id, way: 'mail' });

test.each(WHO)('%s finds by each way what is for their site or all of their company, and nothing else', async (who) => {
  const me = await enter(who);
  const oracle = oracleOf(who);
  const list = (await me.call('GET', '/portal/announcements')).body as PortalAnnouncements;
  expect(list.items.map(({ id }) => ids.get(id)).sort()).toEqual([...oracle].sort());
  const said = JSON.stringify(list);
  const status = (await me.call('GET', '/portal/service-status')).body as { items: ServiceStatus[] };
  const notes = status.items.flatMap(({ past }) => past.map(({ note }) => note.replace('Quokka ', '')));
  expect([...notes].sort()).toEqual([...oracle].sort());
  for (const [id, name] of ids) {
    expect([name, said.includes(`wombat ${name}"`)]).toEqual([name, oracle.includes(name)]);
    const at = `/portal/announcements/${id}`;
    const answers = [
      (await me.call('PUT', `${at}/dismissal`, { dismissed: true })).status,
      (await me.call('PUT', `${at}/following`, { follows: true })).status,
    ];
    expect([name, ...answers]).toEqual([name, ...(oracle.includes(name) ? [204, 204] : [404, 404])]);
  }
});

test.each(WHO)('to %s the database shows the same', async (who) => {
  const { clientId, id } = people[who];
  const sees = { nora: {}, sam: { siteId: south }, noel: {}, boss: { companyWide: true }, ben: { companyWide: true } };
  const identity = {
    scope: {
      ...{ principal: 'contact' as const, principalId: id, allClients: false, clientIds: [clientId], contactId: id },
      ...sees[who],
    },
    actor: { kind: 'contact' as const, id, name: who },
    permissions: new Set<never>(),
  };
  const rows = await desk.run(
    async ({ tx }) => ({
      announcements: await tx.selectFrom('announcements').select('id').execute(),
      clients: await tx.selectFrom('announcement_clients').select('announcement_id as id').execute(),
      updates: await tx.selectFrom('announcement_updates').select('announcement_id as id').execute(),
    }),
    { identity },
  );
  for (const found of Object.values(rows))
    expect([...new Set(found.map((row) => ids.get(row.id)))].sort()).toEqual([...oracleOf(who)].sort());
});

test('what is asked for is counted as it would be told', async () => {
  for (const { clientIds, siteIds, who } of Object.values(FOR)) {
    const body = { audience: 'chosen', clientIds, siteIds };
    const reach = (await olive.call('POST', '/announcements/reach', body)).body as Reach;
    expect([reach.people, reach.clients]).toEqual([who.length, clientIds.length]);
  }
});

test('mail goes to whom it is for, which is looked at again when it is sent', async () => {
  const { version } = (await olive.call('GET', '/mail/sending')).body as MailSendingView;
  await olive.call('PUT', '/mail/sending', {
    ...{ active: true, host: '127.0.0.1', port: sink.port, security: 'none', username: '', version },
    ...{ fromName: 'Harbour IT', fromAddress: 'desk@harbour.example' },
  });
  const sent = async () => {
    await sendDueMail(desk.services);
    return sink.mails
      .splice(0)
      .map(({ to }) => to[0]?.split('@')[0])
      .sort();
  };
  for (const [id, name] of ids) {
    await writeMail(desk.services, { id, kind: 'announcement', saidId: id });
    expect([name, await sent()]).toEqual([name, [...(FOR[name]?.who ?? [])].sort()]);
  }
  const { id } = (await make('moving', { clientIds: [acme], siteIds: [north] })).body as { id: string };
  await olive.call('POST', `/announcements/${id}/publish`, { version: 1 });
  await writeMail(desk.services, { id, kind: 'announcement', saidId: id });
  const moved = await olive.call('PATCH', `/announcements/${id}`, { version: 2, siteIds: [south] });
  expect(moved.status).toBe(200);
  expect(await sent()).toEqual(['boss']);
  await olive.call('POST', `/announcements/${id}/end`, { version: 3 });
});

test('sites go with chosen clients, stay until others are said, and go with their client', async () => {
  const refused = async (more: object) => {
    const answer = await make('x', more);
    return [answer.status, JSON.stringify(answer.body)] as const;
  };
  expect(await refused({ clientIds: [acme], siteIds: [east] })).toEqual([422, expect.stringContaining('siteIds')]);
  expect(await refused({ clientIds: [acme], siteIds: [acme] })).toEqual([422, expect.stringContaining('siteIds')]);
  expect(await refused({ audience: 'all', siteIds: [east] })).toEqual([422, expect.stringContaining('siteIds')]);
  const { id } = (await make('kept', { clientIds: [acme, birch], siteIds: [north, east] })).body as { id: string };
  const sites = async (change: object) => {
    const answer = await olive.call('PATCH', `/announcements/${id}`, change);
    return [answer.status, (answer.body as AnnouncementView).sites?.map(({ name, clientId }) => [name, clientId])];
  };
  const [ofAcme, ofBirch] = [
    ['North', acme],
    ['East', birch],
  ];
  expect(await sites({ version: 1, title: 'Kept' })).toEqual([200, [ofBirch, ofAcme]]);
  expect(await sites({ version: 2, clientIds: [acme] })).toEqual([200, [ofAcme]]);
  expect(await sites({ version: 3, siteIds: [] })).toEqual([200, []]);
  expect(await sites({ version: 4, siteIds: [south] })).toEqual([200, [['South', acme]]]);
  expect(await sites({ version: 5, audience: 'all' })).toEqual([200, []]);
  expect((await olive.call('DELETE', `/announcements/${id}`)).status).toBe(204);
});

test('who works for one client learns of no other’s sites, and narrows what is for theirs alone', async () => {
  const me = await hire(desk, { role: 'manager', clientIds: [birch] });
  const seen = (await me.call('GET', `/announcements/${idOf('northAndBirch')}`)).body as AnnouncementView;
  expect([seen.clients.map(({ name }) => name), seen.sites]).toEqual([['Birch'], []]);
  expect(JSON.stringify((await me.call('GET', '/announcements')).body)).not.toContain(north);
  const body = { kind: 'notice', title: 'Mine', audience: 'chosen', clientIds: [birch] };
  expect((await me.call('POST', '/announcements', { ...body, siteIds: [north] })).status).toBe(422);
  expect((await me.call('POST', '/announcements', { ...body, siteIds: [east] })).status).toBe(201);
  const change = { version: 3, siteIds: [] };
  expect((await me.call('PATCH', `/announcements/${idOf('northAndBirch')}`, change)).status).toBe(403);
});

test('a ticket tells of what is for its site, and of all where it has none', async () => {
  const touching = async (more: object) => {
    const made = await olive.call('POST', '/tickets', { kind: 'incident', clientId: acme, title: 'x', ...more });
    const { key } = made.body as { key: string };
    const found = (await olive.call('GET', `/tickets/${key}/announcements`)).body as TicketAnnouncements;
    return found.touching.flatMap(({ id }) => ids.get(id) ?? []).sort();
  };
  expect(await touching({ siteId: south })).toEqual(['south', 'twice', 'whole']);
  expect(await touching({})).toEqual(['north', 'northAndBirch', 'south', 'twice', 'whole']);
});

test('a service is down for the people of the site that is, and for whoever sees the whole company', async () => {
  const { id: phones } = (await olive.call('POST', '/services', { name: 'Phones' })).body as { id: string };
  await desk.run((ctx) => setClientServices(ctx, acme, [mail, phones]));
  const outage = { clientIds: [acme], siteIds: [north], serviceIds: [phones], effect: 'outage' };
  const { id } = (await make('phones', outage)).body as { id: string };
  await olive.call('POST', `/announcements/${id}/publish`, { version: 1 });
  const state = async (who: Who) => {
    const { items } = (await (await enter(who)).call('GET', '/portal/service-status')).body as {
      items: ServiceStatus[];
    };
    return [who, items.find(({ service }) => service.id === phones)?.state];
  };
  expect(await Promise.all((['nora', 'sam', 'noel', 'boss'] as const).map(state))).toEqual([
    ['nora', 'outage'],
    ['sam', 'operational'],
    ['noel', 'operational'],
    ['boss', 'outage'],
  ]);
});
