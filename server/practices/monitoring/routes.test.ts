import { sql } from 'kysely';
import type { Static } from 'typebox';
import { expect, test } from 'vitest';
import { findTicket } from '#server/desk/ticket/index.ts';
import { createItem } from '#server/practices/configuration/index.ts';
import type {
  AlertCounts,
  AlertPage,
  AlertRuleView,
  AlertSimulation,
  AlertView,
  RecurringAlerts,
} from '#shared/alert.ts';
import { openDesk } from '#tests/desk.ts';
import { monitored } from '#tests/monitored.ts';
import { hire } from '#tests/people.ts';

const desk = await openDesk({ roles: [] });
const stage = await monitored(desk);
const { reading, hear, ended, pass, alerts, acme, birch } = stage;
const olive = await hire(desk, { name: 'Olive Owner' });
const tess = await hire(desk, { name: 'Tess Tech', role: 'technician' });
const rita = await hire(desk, { name: 'Rita Reader', role: 'readonly' });
const bob = await hire(desk, { name: 'Bob Birch', role: 'technician', clientIds: [birch] });

const idOf = async (device: string) =>
  (await alerts()).find(({ title, state }) => title === `${device} is down` && state !== 'closed')?.id ?? '';
const list = async (query: string, who = tess) =>
  (await who.call('GET', `/alerts?${query}`)).body as Static<typeof AlertPage>;
const view = async (id: string, who = tess) => (await who.call('GET', `/alerts/${id}`)).body as AlertView;
const answers = () =>
  desk.run(async (ctx) => {
    const { rows } = await ctx.services.db.pool.query(
      `select data from pgboss.job where name = 'connector.answer' order by created_on, data::text`,
    );
    return rows.map(({ data }) => data as object);
  });
const mute = { kind: 'warning', severity: 5 } as const;

test('alerts are listed by what is asked for, a page at a time, to those who see the client', async () => {
  await hear(
    reading('one', mute),
    reading('two', { ...mute, severity: 4 }),
    reading('three', { ...mute, site: 'Birch' }),
  );
  await pass(2);
  expect((await list('')).items).toHaveLength(3);
  expect((await list('', bob)).items.map(({ title }) => title)).toEqual(['three is down']);
  expect((await list('severity=4')).items.map(({ title }) => title)).toEqual(['two is down']);
  expect((await list(`clientId=${birch}`)).items).toHaveLength(1);
  expect((await list('q=TWO')).items).toHaveLength(1);
  expect((await list('state=ticketed')).items).toEqual([]);
  const first = await list('limit=2');
  const rest = await list(`limit=2&cursor=${first.nextCursor}`);
  expect([...first.items, ...rest.items].map(({ id }) => id).sort()).toEqual(
    (await list('')).items.map(({ id }) => id).sort(),
  );
  expect(rest.nextCursor).toBeNull();
  expect((await bob.call('GET', `/alerts/${await idOf('one')}`)).status).toBe(404);
});

test('alerts are counted by state, as the list finds them, for those who see the client', async () => {
  const counts = async (query = '', who = tess) =>
    Object.fromEntries(
      ((await who.call('GET', `/alerts/counts?${query}`)).body as AlertCounts).items.map(({ state, count, capped }) => [
        state,
        capped ? 'capped' : count,
      ]),
    );
  const none = { suppressed: 0, correlated: 0, ticketed: 0, acknowledged: 0, cleared: 0, closed: 0 };
  expect(await counts()).toEqual({ ...none, open: 3 });
  expect(await counts('', bob)).toEqual({ ...none, open: 1 });
  expect(await counts(`clientId=${acme}`, bob)).toEqual({ ...none, open: 0 });
  expect(await counts('severity=4')).toEqual({ ...none, open: 1 });
  expect(await counts('q=TWO&grouped=true')).toEqual({ ...none, open: 1 });
  expect((await tess.call('GET', '/alerts/counts?state=open')).status).toBe(400);
});

test('an alert tells why it is where it is, and when it was raised', async () => {
  const one = await view(await idOf('one'));
  expect(one).toMatchObject({
    ...{ client: { name: 'Acme' }, connector: { name: 'Watcher' }, device: 'one', state: 'open', count: 1 },
    decision: {
      brief: 'As usual: no rule fits',
      sentence: 'Kept in the inbox: no rule fits, and this is usual for information alerts of the kind warning.',
    },
    occurrences: [{ ended: false, title: 'one is down' }],
  });
});

test('whoever only reads changes nothing', async () => {
  const id = await idOf('one');
  for (const [method, at, body] of [
    ['POST', 'acknowledge', {}],
    ['POST', 'close', {}],
    ['POST', 'ticket', undefined],
    ['PUT', 'cause', { causeId: null }],
    ['POST', 'client', { clientId: acme }],
  ] as const)
    expect((await rita.call(method, `/alerts/${id}/${at}`, body)).status).toBe(403);
  expect(
    (await tess.call('POST', '/alert-rules', { name: 'x', terms: { condition: '', outcome: { does: 'inbox' } } }))
      .status,
  ).toBe(403);
});

test('acknowledging and closing are told to the source, and once', async () => {
  const id = await idOf('one');
  expect((await tess.call('POST', `/alerts/${id}/acknowledge`, { note: 'I look' })).body).toMatchObject({
    ...{ state: 'acknowledged', acknowledgedBy: 'Tess Tech (key test)' },
  });
  await tess.call('POST', `/alerts/${id}/acknowledge`, {});
  const told = { connectorId: stage.source.id, externalId: 'one down' };
  expect(await answers()).toEqual([{ ...told, act: 'acknowledge', note: 'I look' }]);
  expect((await tess.call('POST', `/alerts/${id}/close`, {})).body).toMatchObject({ state: 'closed' });
  expect(await answers()).toHaveLength(2);
  // Raised anew it is back.
  await hear(reading('one', { ...mute, occurrence: '2' }));
  await pass(2);
  expect(await view(id)).toMatchObject({ state: 'open', count: 2, closedAt: null });
});

test('a ticket is made by hand, once, and joins and parts are what somebody says', async () => {
  await pass(3_600);
  await hear(reading('lead', mute), reading('follower', mute));
  await pass(2);
  const [lead, follower] = [await idOf('lead'), await idOf('follower')];
  const made = (await tess.call('POST', `/alerts/${lead}/ticket`)).body as AlertView;
  expect(made).toMatchObject({ state: 'ticketed', decision: { by: 'person' } });
  expect((await tess.call('POST', `/alerts/${lead}/ticket`)).status).toBe(409);
  expect(await desk.run((ctx) => findTicket(ctx, made.ticket?.key ?? ''))).toMatchObject({ source: 'monitoring' });
  const joined = await tess.call('PUT', `/alerts/${follower}/cause`, { causeId: lead });
  expect(joined.body).toMatchObject({ state: 'correlated', cause: { id: lead }, ticket: { id: made.ticket?.id } });
  expect((await list(`causeId=${lead}`)).items.map(({ id }) => id)).toEqual([follower]);
  expect((await list(`ticketId=${made.ticket?.id}&grouped=true`)).items).toMatchObject([{ id: lead, explains: 1 }]);
  for (const [id, causeId] of [
    [lead, follower],
    [lead, lead],
    [follower, await idOf('three')],
  ] as const)
    expect((await tess.call('PUT', `/alerts/${id}/cause`, { causeId })).status).toBe(422);
  expect((await tess.call('PUT', `/alerts/${follower}/cause`, { causeId: null })).body).toMatchObject({
    ...{ state: 'open', cause: null, ticket: null },
  });
});

test('what nobody knows whose it is is given to a client with its ticket', async () => {
  await pass(3_600);
  await hear(reading('nobodys', { site: 'Somewhere' }));
  await pass(2);
  const id = await idOf('nobodys');
  expect((await list('unknown=true')).items).toMatchObject([{ id, clientKnown: false, site: 'Somewhere' }]);
  const given = await tess.call('POST', `/alerts/${id}/client`, { clientId: acme });
  expect(given.body).toMatchObject({
    client: { name: 'Acme' },
    clientKnown: true,
    ticket: { key: expect.stringMatching(/^ACME-/) },
  });
  expect((await tess.call('POST', `/alerts/${id}/client`, { clientId: birch })).status).toBe(422);
});

test('what comes back again and again is told by how often', async () => {
  await pass(3_600);
  for (let nth = 1; nth <= 4; nth++) {
    const one = reading('often', { ...mute, occurrence: `o${nth}` });
    await hear(one, ended(one));
    await pass(60);
  }
  const { items } = (await tess.call('GET', '/alerts/recurring?least=4')).body as RecurringAlerts;
  expect(items).toMatchObject([{ title: 'often is down', count: 4, condition: 'HostDown' }]);
  expect(((await bob.call('GET', '/alerts/recurring?least=4')).body as RecurringAlerts).items).toEqual([]);
});

test('a rule is tried before it is in force, decides then, and the nearest is asked first', async () => {
  await pass(3_600);
  const terms = { condition: 'alert.title.startsWith("noise")', outcome: { does: 'ignore' } };
  await hear(reading('noise'), reading('noise2', { site: 'Birch' }));
  await pass(2);
  const { id } = (await olive.call('POST', '/alert-rules', { name: 'Noise', terms })).body as { id: string };
  const tried = (await olive.call('POST', '/alert-rules/simulate', { id })).body as AlertSimulation;
  expect(tried).toMatchObject({ fits: 2, changed: 2, fault: null });
  expect(tried.counts).toContainEqual({ before: 'ticket', after: 'ignore', count: 2 });
  expect(tried.examples[0]).toMatchObject({ before: 'ticket', beforeBy: '', after: 'ignore', afterBy: 'Noise' });
  // Nothing is decided by it yet.
  await hear(reading('noise3'));
  await pass(2);
  expect(await view(await idOf('noise3'))).toMatchObject({ state: 'ticketed' });

  const published = await olive.call('POST', `/alert-rules/${id}/publish`, { version: 1 });
  expect(published.body).toMatchObject({ terms, draft: null });
  await hear(reading('noise4'));
  await pass(2);
  expect(await view(await idOf('noise4'))).toMatchObject({
    ...{ state: 'suppressed', decision: { ruleId: id, sentence: 'Ignored: the rule “Noise”, version 1, fits.' } },
  });

  const own = { condition: '', outcome: { does: 'ticket', kind: 'task', impact: 1, urgency: 3, priority: 4 } };
  const { id: nearer } = (await olive.call('POST', '/alert-rules', { name: 'All', clientId: acme, terms: own }))
    .body as { id: string };
  await olive.call('POST', `/alert-rules/${nearer}/publish`, { version: 1 });
  await hear(reading('noise5'), reading('noise6', { site: 'Birch' }));
  await pass(2);
  const five = await view(await idOf('noise5'));
  expect(five).toMatchObject({ state: 'ticketed', decision: { ruleId: nearer } });
  expect(await desk.run((ctx) => findTicket(ctx, five.ticket?.key ?? ''))).toMatchObject({
    ...{ kind: 'task', impact: 1, urgency: 3, priority: 4 },
  });
  expect(await view(await idOf('noise6'))).toMatchObject({ state: 'suppressed' });

  const withdrawn = await olive.call('POST', `/alert-rules/${nearer}/withdraw`, { version: 2 });
  expect(withdrawn.body).toMatchObject({ terms: null, number: null, draft: own });
  const again = { version: 3, note: ' It was right ' };
  expect((await olive.call('POST', `/alert-rules/${nearer}/publish`, again)).body).toMatchObject({ number: 3 });
  expect((await tess.call('GET', `/alert-rules/${nearer}/versions`)).body).toMatchObject({
    items: [
      { number: 3, terms: own, note: 'It was right', publishedBy: 'Olive Owner' },
      { number: 2, terms: null, note: '' },
      { number: 1, terms: own },
    ],
  });
  expect((await bob.call('GET', `/alert-rules/${nearer}/versions`)).status).toBe(404);
  expect((await olive.call('DELETE', `/alert-rules/${nearer}`)).status).toBe(204);
  const { items } = (await tess.call('GET', '/alert-rules')).body as { items: AlertRuleView[] };
  expect(items.map(({ name }) => name)).toEqual(['Noise']);
});

test('a rule that cannot be meant is refused, and one that fails on an alert says so', async () => {
  const post = (terms: object) => olive.call('POST', '/alert-rules', { name: `R ${Math.random()}`, terms });
  const inbox = { does: 'inbox' };
  expect((await post({ condition: 'alert.nothing == 1', outcome: inbox })).text).toContain('has no \\"nothing\\"');
  expect((await post({ condition: 'alert.title.matches("(a+)+$")', outcome: inbox })).status).toBe(422);
  expect((await post({ condition: '', outcome: { does: 'ticket', teamId: olive.id } })).status).toBe(422);
  const { id } = (await post({ condition: 'item.class.startsWith("s")', outcome: inbox })).body as { id: string };
  await olive.call('POST', `/alert-rules/${id}/publish`, { version: 1 });
  await pass(3_600);
  await hear(reading('itemless'));
  await pass(2);
  // It counts as not fitting.
  expect(await view(await idOf('itemless'))).toMatchObject({ state: 'ticketed' });
  expect((await olive.call('GET', `/alert-rules/${id}`)).body).toMatchObject({ fault: { error: expect.any(String) } });
  expect((await bob.call('POST', '/alert-rules/simulate', { terms: { condition: '', outcome: inbox } })).status).toBe(
    403,
  );
});

test('a word finds alerts that many others came after: by what they say, by their item and by their client', async () => {
  await hear(reading('zebra-17', mute));
  await pass(2);
  const [old] = (await list('q=zebra')).items;
  await desk.run(({ tx }) =>
    sql`insert into alerts (client_id, id, connector_id, connector_name, key, client_known, site, device, condition, severity, kind, title, text,
        is_open, state, count, first_at, last_at, heard_at, created_at, updated_at)
      select client_id, gen_random_uuid(), connector_id, connector_name, 'many ' || n, true, site, '{"hostname": "other"}', condition, severity, kind,
        'other ' || n, text, is_open, 'open', 1, last_at + n * interval '1 second', last_at + n * interval '1 second', heard_at, created_at, updated_at
      from alerts, generate_series(1, 6000) n where id = ${old?.id}`.execute(tx),
  );
  const found = async (query: string, who = tess) => (await list(query, who)).items.map(({ title }) => title);
  expect(await found('q=ZEBRA-17')).toEqual(['zebra-17 is down']);
  expect(await found('q=ra-1')).toEqual(['zebra-17 is down']);
  expect(await found('q=zebra', bob)).toEqual([]);
  expect(await found('q=zebra-17%25')).toEqual([]);
  expect(await found(`q=other 599&limit=200`)).toHaveLength(11);
  expect(await found('q=other&limit=2')).toEqual(['other 6000', 'other 5999']);
  const item = await desk.run((ctx) => createItem(ctx, { clientId: acme, name: 'Stripes', classKey: 'server' }));
  await desk.run(({ tx }) =>
    tx
      .updateTable('alerts')
      .set({ item_id: item })
      .where('client_id', '=', acme)
      .where('id', '=', old?.id ?? '')
      .execute(),
  );
  expect(await found('q=stripes')).toEqual(['zebra-17 is down']);
  expect(await found('q=birch')).toContain('three is down');
  expect(await found('q=birch')).not.toContain('zebra-17 is down');
});
