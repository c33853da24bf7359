import { expect, test } from 'vitest';
import { createClient, createContact } from '#server/business/client/index.ts';
import { createCategory } from '#server/desk/classification/index.ts';
import { createTeam } from '#server/desk/team/index.ts';
import type { TicketView } from '#shared/ticket.ts';
import { openDesk } from '#tests/desk.ts';
import { hire, type Person } from '#tests/people.ts';
import { createTicket } from './index.ts';

const desk = await openDesk();
const olive = await hire(desk, { name: 'Olive Owner' });
const tom = await hire(desk, { name: 'Tom Tech', role: 'technician' });
const lena = await hire(desk, { name: 'Lena Lead', role: 'technician' });
const gone = await hire(desk, { name: 'Gone Away', role: 'technician' });
const { acme, birch } = await desk.run(async (ctx) => ({
  acme: await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' }),
  birch: await createClient(ctx, { name: 'Birch', code: 'BIRCH', timeZone: 'UTC' }),
}));
const narrow = await hire(desk, { name: 'Nora Narrow', role: 'technician', clientIds: [birch] });
await desk.run((ctx) => ctx.tx.updateTable('staff').set({ active: false }).where('id', '=', gone.id).execute());
const reader = await hire(desk, { name: 'Rita Reader', role: 'readonly' });
const [second, network] = await desk.run(async (ctx) => [
  await createTeam(ctx, { name: 'Second line', strategy: 'manual', members: [{ staffId: lena.id, lead: true }] }),
  await createTeam(ctx, { name: 'Network', strategy: 'round_robin', members: [{ staffId: tom.id, lead: false }] }),
]);

const log = async (fields: object = {}) =>
  olive.call('POST', '/tickets', { kind: 'incident', clientId: acme, title: 'Printer on fire', ...fields });
const logged = async (fields: object = {}) => (await log(fields)).body as TicketView;
const notes = async (person: Person) =>
  (
    (await person.call('GET', '/me/notifications')).body as {
      items: { ticketKey: string; kind: string; text: string }[];
    }
  ).items;
const kinds = async (person: Person, key: string) =>
  (await notes(person)).filter((note) => note.ticketKey === key).map((note) => note.kind);

test.each([
  ['somebody who left', gone, 'is not an active person'],
  ['somebody who only reads', reader, 'has no role that works tickets'],
  ['somebody who does not work for the client', narrow, 'does not work for this client'],
])('%s is given nothing, by whatever door', async (_who, person, message) => {
  const { key } = await logged();
  const errors = [{ path: 'assigneeId', message }];
  expect((await log({ assigneeId: person.id })).body).toMatchObject({ status: 422, errors });
  expect((await olive.call('POST', `/tickets/${key}/assign`, { assigneeId: person.id })).body).toMatchObject({
    errors,
  });
  const step = { to: 'assigned', assigneeId: person.id };
  expect((await olive.call('POST', `/tickets/${key}/transitions`, step)).body).toMatchObject({ status: 422, errors });
});

test('who carries least is counted over all clients, also for somebody who sees few of them', async () => {
  const full = await hire(desk, { name: 'Faye Full', role: 'technician' });
  const free = await hire(desk, { name: 'Fred Free', role: 'technician' });
  const balanced = await desk.run((ctx) =>
    createTeam(ctx, {
      name: 'Balanced',
      strategy: 'load_balanced',
      members: [full, free].map(({ id }) => ({ staffId: id, lead: false })),
    }),
  );
  for (const client of [acme, acme]) await logged({ clientId: client, assigneeId: full.id });
  const limited = await hire(desk, { name: 'Lim Limited', role: 'manager', clientIds: [birch] });
  const { key } = (await limited.call('POST', '/tickets', { kind: 'incident', clientId: birch, title: 'Fan is loud' }))
    .body as TicketView;
  const given = await limited.call('POST', `/tickets/${key}/assign`, { teamId: balanced, auto: true });
  expect(given.body).toMatchObject({ ticket: { assignee: { id: free.id } } });
  const { items } = (await limited.call('GET', '/staff')).body as { items: { id: string; openTickets: number }[] };
  expect(items.find(({ id }) => id === full.id)).toMatchObject({ openTickets: 2 });
});

test('a team that is not in use gets nothing, not even by its category', async () => {
  const [closed, category] = await desk.run(async (ctx) => {
    const team = await createTeam(ctx, { name: 'Closed team', strategy: 'manual' });
    await ctx.tx.updateTable('teams').set({ active: false }).where('id', '=', team).execute();
    return [team, await createCategory(ctx, { name: 'Old matters', teamId: team })];
  });
  expect((await log({ teamId: closed })).body).toMatchObject({ status: 422, errors: [{ path: 'teamId' }] });
  expect(await logged({ categoryId: category })).toMatchObject({ team: null });
});

test('a step that gives the ticket to somebody needs the right to assign', async () => {
  const { key } = await logged();
  await olive.call('POST', '/roles', {
    key: 'mover',
    name: 'Mover',
    permissions: ['ticket.read', 'ticket.transition'],
  });
  await desk.run((ctx) =>
    ctx.tx
      .insertInto('roles')
      .values({ key: 'mover', name: 'Mover', permissions: ['ticket.read', 'ticket.transition'] })
      .onConflict((on) => on.doNothing())
      .execute(),
  );
  const mover = await hire(desk, { role: 'mover' });
  const go = (body: object) => mover.call('POST', `/tickets/${key}/transitions`, { to: 'assigned', ...body });
  expect((await go({ assigneeId: tom.id })).status).toBe(403);
  expect((await mover.call('POST', `/tickets/${key}/transitions`, { to: 'in_progress' })).status).toBe(201);
});

test('whoever gets a ticket hears of it, whichever way it came, and a team without anybody through its lead', async () => {
  const direct = await logged({ assigneeId: tom.id });
  const chosen = await logged({ teamId: network });
  const stepped = await logged();
  await olive.call('POST', `/tickets/${stepped.key}/transitions`, { to: 'assigned', assigneeId: tom.id });
  const escalated = await logged({ teamId: second });
  await olive.call('POST', `/tickets/${escalated.key}/escalate`, {
    direction: 'functional',
    teamId: network,
    reason: 'needs a switch',
  });
  for (const { key } of [direct, chosen, stepped, escalated])
    expect([key, await kinds(tom, key)]).toEqual([key, ['assigned']]);
  const handed = await logged();
  await olive.call('POST', `/tickets/${handed.key}/assign`, { teamId: second });
  expect(await kinds(lena, handed.key)).toEqual(['team_assigned']);
});

test('those who follow a ticket hear of steps and words once, and not of their own', async () => {
  const { key } = await logged({ assigneeId: tom.id });
  await olive.call('POST', `/tickets/${key}/watchers`, { kind: 'staff', id: lena.id });
  await olive.call('POST', `/tickets/${key}/messages`, {
    visibility: 'internal',
    body: `<p>Look <span data-type="mention" data-id="${lena.id}">@Lena</span>, and <span data-type="mention" data-id="${narrow.id}">@Nora</span></p>`,
    transition: { to: 'in_progress' },
  });
  await olive.call('POST', `/tickets/${key}/transitions`, { to: 'on_hold', holdReason: 'vendor' });
  await tom.call('POST', `/tickets/${key}/transitions`, { to: 'in_progress' });
  expect(await kinds(lena, key)).toEqual(['moved', 'moved', 'mentioned']);
  expect(await kinds(tom, key)).toEqual(['moved', 'replied', 'assigned']);
  expect((await notes(narrow)).length).toBe(0);
  expect((await notes(lena))[1]?.text).toMatch(new RegExp(`^Olive Owner.* moved ${key} to On Hold$`));
});

test('a name that nobody has calls nobody, and the words are kept', async () => {
  const { key } = await logged();
  const said = await olive.call('POST', `/tickets/${key}/messages`, {
    visibility: 'internal',
    body: '<p><span data-type="mention" data-id="00000000-0000-7000-8000-000000000000">@Ghost</span> knows</p>',
  });
  expect(said.status).toBe(201);
});

test('an escalation climbs the path step by step, and says when it is at the top', async () => {
  const path = (staffIds: readonly string[]) =>
    olive.call('PUT', '/settings/ticket.escalationPath', { level: 'provider', value: { staffIds } });
  expect((await path([gone.id])).body).toMatchObject({ status: 422, errors: [{ path: 'value.staffIds.0' }] });
  expect((await path([lena.id, lena.id])).body).toMatchObject({ errors: [{ path: 'value.staffIds.1' }] });
  await path([lena.id]);
  await desk.run((ctx) => createContact(ctx, { clientId: acme, name: 'Carl Chief', escalationLevel: 2 }));
  const { key, version } = await logged();
  const up = (more: object = {}) =>
    tom.call('POST', `/tickets/${key}/escalate`, {
      direction: 'hierarchical',
      reason: 'the plant stands still',
      ...more,
    });
  expect((await up({ version: version + 5 })).status).toBe(409);
  expect((await up({ direction: 'functional' })).body).toMatchObject({
    errors: [{ path: 'teamId', message: 'is needed: the ticket is with no team yet' }],
  });
  const first = (await up()).body as { ticket: TicketView; eventId: string };
  expect(first.ticket).toMatchObject({ escalationLevel: 1, watchers: [{ name: 'Lena Lead' }] });
  expect(await kinds(lena, key)).toEqual(['escalated']);
  const back = await tom.call('POST', `/tickets/${key}/undo`, { eventId: first.eventId });
  expect(back.body).toMatchObject({ ticket: { escalationLevel: 0, watchers: [] } });
  await up();
  expect((await up()).body).toMatchObject({ ticket: { escalationLevel: 2 } });
  expect((await up()).body).toMatchObject({
    status: 422,
    errors: [{ message: expect.stringMatching(/stands above/) }],
  });
});

test('two tickets for one team at once go to two people', async () => {
  const team = await desk.run((ctx) =>
    createTeam(ctx, {
      name: 'Turns',
      strategy: 'round_robin',
      members: [tom, lena].map(({ id }) => ({ staffId: id, lead: false })),
    }),
  );
  const both = await Promise.all([logged({ teamId: team }), logged({ teamId: team })]);
  expect(new Set(both.map((ticket) => ticket.assignee?.id)).size).toBe(2);
});

test('nobody follows what they may not see, and time is recorded when it was worked', async () => {
  const { key } = await logged();
  const watch = (id: string) => olive.call('POST', `/tickets/${key}/watchers`, { kind: 'staff', id });
  expect((await watch(narrow.id)).body).toMatchObject({ status: 422, errors: [{ path: 'id' }] });
  expect((await watch(tom.id)).status).toBe(201);
  const worked = (workedAt: string) => olive.call('POST', `/tickets/${key}/time`, { minutes: 5, workedAt });
  for (const odd of ['0001-01-01T00:00:00.000Z', '9998-12-31T00:00:00.000Z'])
    expect((await worked(odd)).body).toMatchObject({ status: 422, errors: [{ path: 'workedAt' }] });
  expect((await worked('2026-11-01T09:00:00.000Z')).status).toBe(201);
});

test('what arrives together is dealt out in turn, whichever began first', async () => {
  const people = await Promise.all(
    ['Ann', 'Ben', 'Cis', 'Dan'].map((name) => hire(desk, { name, role: 'technician' })),
  );
  const teamId = await desk.run((ctx) =>
    createTeam(ctx, {
      name: 'In turn',
      strategy: 'round_robin',
      members: people.map(({ id }) => ({ staffId: id, lead: false })),
    }),
  );
  const dealt = async (tickets: Promise<TicketView>[]) => {
    const given = (await Promise.all(tickets)).map(({ assignee }) => assignee?.id);
    return people.map(({ id }) => given.filter((one) => one === id).length);
  };
  expect(await dealt(Array.from({ length: 8 }, () => logged({ teamId })))).toEqual([2, 2, 2, 2]);
  // Each began before the one that was dealt before it.
  const given: (string | null)[] = [];
  for (const minutes of [4, 3, 2, 1]) {
    const now = new Date(Date.now() + minutes * 60_000).toISOString();
    const ticket = await desk.run(
      (ctx) => createTicket(ctx, { kind: 'incident', clientId: acme, title: 'Fan', teamId }),
      {
        now,
      },
    );
    given.push(ticket.assignee_id);
  }
  expect(new Set(given).size).toBe(4);
});
