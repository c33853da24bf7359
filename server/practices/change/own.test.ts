import { expect, test } from 'vitest';
import { insertKey } from '#platform/identity/index.ts';
import { createContact } from '#server/business/client/index.ts';
import type { OpenVote } from '#shared/approval.ts';
import { asking, CALM, openChanges } from '#tests/change-desk.ts';
import { enterAs } from '#tests/portal-people.ts';

/** Nobody decides about their own change: not for somebody they stand in for, not in a team, not by a key. */
const changes = await openChanges();
const { desk, olga, max, mia, tom, acme, ada, raise, go, begin, plan, status, vote, votesOf } = changes;

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
  expect(await begin(key, mia)).toMatchObject({
    status: 409,
    detail: expect.stringContaining('Mia Manager has decided'),
  });
  expect(await begin(key, max)).toMatchObject({ status: 201 });
});

test('the place of whoever asks for it counts for nobody who stands in, also where they became that once it was asked', async () => {
  const [vera, bob] = await desk.run(async (ctx) => {
    const add = (name: string, roles: string[]) =>
      createContact(ctx, { clientId: acme, name, email: `${name.toLowerCase()}@acme.example`, roles });
    return [await add('Vera', ['voter']), await add('Bob', [])];
  });
  const [voter, standIn] = [
    await enterAs(desk, { clientId: acme, contactId: vera, way: 'mail' }),
    await enterAs(desk, { clientId: acme, contactId: bob, way: 'mail' }),
  ];
  const rule = await changes.rule('Voter', asking([{ kind: 'role', role: 'voter' }]));
  const until = new Date(Date.now() + 86_400_000).toISOString();
  expect((await voter.call('POST', '/portal/delegations', { toContactId: bob, untilAt: until })).status).toBe(201);
  const waiting = async () => ((await standIn.call('GET', '/portal/approvals')).body as { items: OpenVote[] }).items;
  const key = await asked();
  const [place] = await waiting();
  expect(place).toMatchObject({ subject: { ticketKey: key }, inPlaceOf: 'Vera' });
  const give = async (of: string, requesterId: string) => {
    const { version } = (await olga.call('GET', `/tickets/${of}`)).body as { version: number };
    return olga.call('PATCH', `/tickets/${of}`, { version, requesterId });
  };
  expect((await give(key, vera)).status).toBe(200);
  expect(await waiting()).toEqual([]);
  const refused = await standIn.call('POST', `/portal/approvals/votes/${place?.id}`, { vote: 'approve' });
  expect([refused.status, await status(key)]).toEqual([403, 'authorise']);
  // Nor does she become the requester once he has decided in her place.
  const late = await asked();
  const [other] = await waiting();
  await standIn.call('POST', `/portal/approvals/votes/${other?.id}`, { vote: 'approve' });
  expect([await status(late), (await give(late, vera)).status]).toEqual(['scheduled', 409]);
  await changes.drop(rule);
});

test('whoever once had, began or worked on it does not decide about it, though they handed it over', async () => {
  const assign = (key: string, to: string) => olga.call('POST', `/tickets/${key}/assign`, { assigneeId: to });
  const had = await raise(plan());
  await assign(had, mia.id);
  await assign(had, tom.id);
  await go(had, 'assess');
  await go(had, 'authorise');
  expect([(await votesOf(mia, had)).length, (await votesOf(max, had)).length]).toEqual([0, 1]);
  const begun = await raise({
    modelId: changes.modelOf('emergency'),
    plans: { implementation: 'Now', backout: 'Back' },
  });
  await go(begun, 'expedite');
  await vote(max, begun);
  expect(await begin(begun, mia)).toMatchObject({ status: 201 });
  expect((await changes.edit(begun, { answers: CALM })).status).toBe(200);
  await go(begun, 'retrospective', { resolutionCode: 'successful' });
  expect([(await votesOf(mia, begun)).length, (await votesOf(max, begun)).length]).toEqual([0, 1]);
});

test('another title or description of what was authorised voids it', async () => {
  const write = async (key: string, more: object) => {
    const { version } = (await tom.call('GET', `/tickets/${key}`)).body as { version: number };
    return tom.call('PATCH', `/tickets/${key}`, { version, ...more });
  };
  const state = async (key: string) => {
    const { authorisedAt, approvals } = await changes.change(key);
    return [await status(key), authorisedAt, approvals[0]?.state];
  };
  for (const more of [{ title: 'Wipe srv-1' }, { description: '<p>All of it</p>' }]) {
    const key = await asked();
    await vote(max, key);
    expect((await write(key, { urgency: 1 })).status).toBe(200);
    expect(await status(key)).toBe('scheduled');
    expect((await write(key, more)).body).toMatchObject({ ticket: { status: 'assess' } });
    expect(await state(key)).toEqual(['assess', null, 'voided']);
  }
  const open = await asked();
  await write(open, { title: 'Wipe srv-1' });
  expect(await state(open)).toEqual(['assess', null, 'voided']);
});

test('instants that cannot be meant, and a title that turns the direction of writing, are refused by field', async () => {
  const key = await raise(plan());
  for (const [field, value] of [
    ['plannedEnd', '2026-12-31T23:59:60Z'],
    ['plannedEnd', '9998-01-01T00:00:00Z'],
    ['plannedStart', '1999-01-01T00:00:00Z'],
    ['actualStart', '1999-01-01T00:00:00Z'],
    ['toldTitle', 'Patch \u202egpj.exe'],
    ['toldTitle', 'Patch\r\nBcc: all'],
  ] as const) {
    const { status: code, body } = await changes.edit(key, { [field]: value });
    expect([code, (body as { errors?: { path: string }[] }).errors?.map(({ path }) => path)]).toEqual([
      code === 400 ? 400 : 422,
      expect.arrayContaining([field]),
    ]);
  }
  expect((await changes.edit(key, { toldTitle: '' })).status).toBe(200);
});
