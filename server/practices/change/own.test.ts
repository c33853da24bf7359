import { expect, test } from 'vitest';
import { insertKey } from '#platform/identity/index.ts';
import { createContact } from '#server/business/client/index.ts';
import type { OpenVote } from '#shared/approval.ts';
import { asking, openChanges } from '#tests/change-desk.ts';
import { enterAs } from '#tests/portal-people.ts';

/** Nobody decides about their own change: not for somebody they stand in for, not in a team, not by a key. */
const changes = await openChanges();
const { desk, olga, max, mia, tom, acme, ada, raise, go, plan, status, vote, votesOf } = changes;

const asked = async (more: object = {}, who = tom) => {
  const key = await raise({ ...plan(), ...more }, who);
  await go(key, 'assess');
  expect(await go(key, 'authorise')).toMatchObject({ status: 201 });
  return key;
};
const NOBODYS = '00000000-0000-0000-0000-000000000000';

test('whoever asked for it does not approve in place of somebody they stand in for', async () => {
  const dora = await desk.run((ctx) =>
    createContact(ctx, { clientId: acme, name: 'Dora', email: 'dora@acme.example', roles: ['director'] }),
  );
  const [director, asker] = [
    await enterAs(desk, { clientId: acme, contactId: dora, way: 'mail' }),
    await enterAs(desk, { clientId: acme, contactId: ada, way: 'mail' }),
  ];
  const rule = await changes.rule('Director', asking([{ kind: 'role', role: 'director' }]));
  const until = new Date(Date.now() + 86_400_000).toISOString();
  const given = await director.call('POST', '/portal/delegations', { toContactId: ada, untilAt: until });
  expect(given.status).toBe(201);
  const waiting = async (who: typeof director) =>
    ((await who.call('GET', '/portal/approvals')).body as { items: OpenVote[] }).items;
  const others = await asked();
  expect(await waiting(asker)).toMatchObject([{ subject: { ticketKey: others }, inPlaceOf: 'Dora' }]);
  const own = await asked({ requesterId: ada });
  expect((await waiting(asker)).map(({ subject }) => subject.ticketKey)).toEqual([others]);
  const place = (await waiting(director)).find(({ subject }) => subject.ticketKey === own);
  const refused = await asker.call('POST', `/portal/approvals/votes/${place?.id}`, { vote: 'approve' });
  expect([refused.status, await status(own)]).toEqual([403, 'authorise']);
  await changes.drop(rule);
});

test('nor in a team that is asked, nor by a key of theirs', async () => {
  const { id: team } = (
    await olga.call('POST', '/teams', {
      name: 'Own board',
      members: [olga, mia].map(({ id }) => ({ staffId: id, lead: false })),
    })
  ).body as { id: string };
  const rule = await changes.rule('Team', asking([{ kind: 'team', id: team }]));
  const key = await asked({}, olga);
  const robots = { name: 'Robot', permissions: ['approval.decide', 'ticket.read'] as const, clientIds: null };
  const { key: token } = await desk.run((ctx) => insertKey(ctx, olga.id, robots));
  const robot = (method: 'GET' | 'POST', url: string, payload?: object) =>
    desk.app.inject({
      ...{ method, url: `/api/v1${url}`, headers: { authorization: `Bearer ${token}` } },
      ...(payload ? { payload } : {}),
    });
  const mine = await robot('GET', '/approvals/mine');
  expect([mine.statusCode, mine.json().items]).toEqual([200, []]);
  const [ofMia] = await votesOf(mia, key);
  expect((await robot('POST', `/approvals/votes/${ofMia?.id ?? NOBODYS}`, { vote: 'approve' })).statusCode).toBe(404);
  expect(await status(key)).toBe('authorise');
  await changes.drop(rule);
});

test('whoever has decided does not begin it either, though the ticket is somebody else’s', async () => {
  const key = await asked();
  await olga.call('POST', `/tickets/${key}/assign`, { assigneeId: tom.id });
  expect((await vote(mia, key)).status).toBe(200);
  expect(await status(key)).toBe('scheduled');
  expect(await go(key, 'implement', {}, mia)).toMatchObject({
    status: 409,
    detail: expect.stringContaining('Mia Manager has decided'),
  });
  expect(await go(key, 'implement', {}, max)).toMatchObject({ status: 201 });
});
