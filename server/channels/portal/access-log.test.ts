import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { createClient, createContact } from '#server/business/client/index.ts';
import type { AccessLog } from '#shared/portal.ts';
import { openDesk } from '#tests/desk.ts';
import { hire } from '#tests/people.ts';
import { enterAs } from '#tests/portal-people.ts';
import { visit } from '#tests/visitor.ts';

const desk = await openDesk({ roles: ['web'] });
const olive = await hire(desk, { name: 'Olive Owner' });
const world = await desk.run(async (ctx) => {
  const acme = await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'Australia/Sydney' });
  const birch = await createClient(ctx, { name: 'Birch', code: 'BIRCH', timeZone: 'UTC' });
  return {
    acme,
    birch,
    ada: await createContact(ctx, { clientId: acme, name: 'Ada' }),
    boss: await createContact(ctx, { clientId: acme, name: 'Boss', sees: 'all' }),
    bea: await createContact(ctx, { clientId: birch, name: 'Bea', sees: 'all' }),
  };
});
const tom = await hire(desk, { name: 'Tom Tech', clientIds: [world.birch] });
const enter = (clientId: string, contactId: string) => enterAs(desk, { clientId, contactId, way: 'mail' });
const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
const DAYS = `?from=${day(30)}&to=${day(-1)}`;

test('whoever looks after the company reads who signed in, what was refused and who of the provider worked for it', async () => {
  const body = { kind: 'incident', title: 'Scanner', clientId: world.acme, requesterId: world.ada };
  const { key } = (await olive.call('POST', '/tickets', body)).body as { key: string };
  await olive.call('POST', `/tickets/${key}/messages`, { body: 'On its way', visibility: 'public' });
  await olive.call('POST', '/tickets', { ...body, clientId: world.birch, requesterId: world.bea });
  const { url } = (await olive.call('POST', `/contacts/${world.ada}/sign-in-link`)).body as { url: string };
  expect((await visit(desk).call('POST', '/portal/sessions', { token: url.split('#token=')[1] })).status).toBe(201);
  expect((await tom.call('GET', `/tickets/${key}`)).status).toBe(404);
  const boss = await enter(world.acme, world.boss);

  const log = (await boss.call('GET', `/portal/access-log${DAYS}`)).body as AccessLog;
  expect([log.timeZone, log.more]).toEqual(['Australia/Sydney', false]);
  const said = log.rows.map(({ what, contact, staff, changes }) => [what, contact ?? staff, changes]);
  expect(said).toEqual(
    expect.arrayContaining([
      ['worked', 'Olive Owner (key test)', 3],
      ['sign_in_link_made', 'Ada', null],
      ['signed_in', 'Ada', null],
      ['denied', 'Tom Tech (key test)', null],
    ]),
  );
  const worked = log.rows.filter(({ what }) => what === 'worked');
  expect(worked).toHaveLength(1);
  expect(worked[0]?.changes).toBeGreaterThanOrEqual(3);
  expect(JSON.stringify(log)).not.toContain('Bea');
  expect([...log.rows].sort((a, b) => b.at.localeCompare(a.at))).toEqual(log.rows);
});

test('nobody else of it reads that, no other company’s is in it, and days that are none are named', async () => {
  const [ada, boss, bea] = [
    await enter(world.acme, world.ada),
    await enter(world.acme, world.boss),
    await enter(world.birch, world.bea),
  ];
  expect((await ada.call('GET', `/portal/access-log${DAYS}`)).status).toBe(403);
  const theirs = (await bea.call('GET', `/portal/access-log${DAYS}`)).body as AccessLog;
  expect(theirs.rows.map(({ contact, staff }) => contact ?? staff)).toContain('Olive Owner (key test)');
  expect(JSON.stringify(theirs)).not.toMatch(/Ada|Boss|Tom Tech/);
  expect((await boss.call('GET', '/portal/access-log?from=2026-02-01&to=2026-01-01')).body).toMatchObject({
    errors: [{ path: 'to' }],
  });
  // Of years without anything it tells nothing, and of those that nobody can mean it says so.
  for (const span of ['from=0001-01-02&to=0002-01-01', 'from=9998-01-01&to=9998-12-31'])
    expect((await boss.call('GET', `/portal/access-log?${span}`)).body).toMatchObject({ rows: [], more: false });
  for (const span of [
    'from=0000-01-01&to=0000-02-01',
    'from=0001-01-01&to=0002-01-01',
    'from=9999-01-01&to=9999-12-31',
  ])
    expect((await boss.call('GET', `/portal/access-log?${span}`)).body).toMatchObject({ errors: [{ path: 'from' }] });
  // The database itself tells nobody but a contact who looks after their company, not even the program.
  const { rows } = await desk.run(({ tx }) =>
    sql`select * from app.own_access('2020-01-01', '2100-01-01', 'UTC', 1000)`.execute(tx),
  );
  expect(rows).toEqual([]);
});
