import { expect, test } from 'vitest';
import { createClient, createContact, updateContact } from '#server/business/client/index.ts';
import { createTeam } from '#server/desk/team/index.ts';
import type { PortalTicket, PortalTicketRow } from '#shared/portal.ts';
import type { ClockView } from '#shared/service-level.ts';
import type { TicketView } from '#shared/ticket.ts';
import { openDesk } from '#tests/desk.ts';
import { hire } from '#tests/people.ts';
import { upload } from '#tests/upload.ts';
import { moveClock, type Visitor, visit } from '#tests/visitor.ts';

const desk = await openDesk();
const olive = await hire(desk, { name: 'Olive Owner' });
const tom = await hire(desk, { name: 'Tom Tech', role: 'technician' });
const { acme, birch, ada, adam, boss, bea } = await desk.run(async (ctx) => {
  const acme = await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' });
  const birch = await createClient(ctx, { name: 'Birch', code: 'BIRCH', timeZone: 'UTC' });
  const ada = await createContact(ctx, { clientId: acme, name: 'Ada Adams', email: 'ada@acme.example' });
  const adam = await createContact(ctx, { clientId: acme, name: 'Adam Other' });
  const boss = await createContact(ctx, { clientId: acme, name: 'Boss', sees: 'all' });
  const bea = await createContact(ctx, { clientId: birch, name: 'Bea Birch', sees: 'all' });
  return { acme, birch, ada, adam, boss, bea };
});

const log = async (requesterId: string, clientId = acme) =>
  (
    await olive.call('POST', '/tickets', {
      kind: 'incident',
      clientId,
      title: 'No mail',
      requesterId,
      assigneeId: tom.id,
      tags: ['secret-tag'],
    })
  ).body as TicketView;
const link = async (contactId: string) => {
  const made = await tom.call('POST', `/contacts/${contactId}/sign-in-link`);
  return {
    status: made.status,
    token: String((made.body as { url?: string }).url).split('#token=')[1] ?? '',
    body: made.body,
  };
};
const enter = async (contactId: string): Promise<Visitor> => {
  const browser = visit(desk);
  const answer = await browser.call('POST', '/portal/sessions', { token: (await link(contactId)).token });
  expect(answer.status).toBe(201);
  return browser;
};
const resolve = (key: string) =>
  tom.call('POST', `/tickets/${key}/transitions`, {
    to: 'resolved',
    resolutionCode: 'fixed',
    resolutionNote: 'Rebooted',
  });
const read = async (key: string) => (await olive.call('GET', `/tickets/${key}`)).body as TicketView;
const keys = async (who: Visitor) =>
  ((await who.call('GET', '/portal/tickets?limit=200')).body as { items: PortalTicketRow[] }).items.map(
    (item) => item.key,
  );

test('a link signs in once, for fifteen minutes, and an earlier one stops with the next', async () => {
  const first = await link(ada);
  expect(first.body).toMatchObject({ url: expect.stringMatching(/\/portal\/sign-in#token=.{40,}$/) });
  const second = await link(ada);
  expect((await visit(desk).call('POST', '/portal/sessions', { token: first.token })).status).toBe(422);
  const browser = visit(desk);
  expect((await browser.call('POST', '/portal/sessions', { token: second.token })).status).toBe(201);
  expect((await visit(desk).call('POST', '/portal/sessions', { token: second.token })).status).toBe(422);
  expect((await browser.call('GET', '/me')).body).toMatchObject({
    kind: 'contact',
    name: 'Ada Adams',
    permissions: [],
  });
  const late = await link(ada);
  moveClock(desk, 16);
  try {
    expect((await visit(desk).call('POST', '/portal/sessions', { token: late.token })).status).toBe(422);
  } finally {
    moveClock(desk, 0);
  }
  const stored = await desk.run((ctx) => ctx.tx.selectFrom('one_time_tokens').select('token_hash').execute());
  expect(stored.some((row) => [first, second, late].some(({ token }) => row.token_hash.includes(token)))).toBe(false);
});

test('staff hand out links to people they see, and to nobody who has left', async () => {
  const limited = await hire(desk, { role: 'technician', clientIds: [birch] });
  expect((await limited.call('POST', `/contacts/${ada}/sign-in-link`)).status).toBe(404);
  const reader = await hire(desk, { role: 'readonly' });
  expect((await reader.call('POST', `/contacts/${ada}/sign-in-link`)).status).toBe(403);
  const { gone, waiting } = await desk.run(async (ctx) => ({
    gone: await createContact(ctx, { clientId: acme, name: 'Gone' }),
    waiting: await createContact(ctx, { clientId: acme, name: 'Waiting' }),
  }));
  const { token } = await link(waiting);
  for (const id of [gone, waiting]) await desk.run((ctx) => updateContact(ctx, id, { version: 1, active: false }));
  expect((await link(gone)).status).toBe(422);
  expect((await visit(desk).call('POST', '/portal/sessions', { token })).status).toBe(422);
});

test('a link dies when the address of whoever it is for changes, or they leave, even for a moment; not by another change', async () => {
  const id = await desk.run((ctx) => createContact(ctx, { clientId: acme, name: 'Kim', email: 'kim@acme.example' }));
  let version = 0;
  const after = async (...changes: object[]) => {
    const { token } = await link(id);
    for (const change of changes) await desk.run((ctx) => updateContact(ctx, id, { version: ++version, ...change }));
    return (await visit(desk).call('POST', '/portal/sessions', { token })).status;
  };
  expect(await after({ phone: '+49 30 1' })).toBe(201);
  expect(await after({ email: 'new@acme.example' })).toBe(422);
  expect(await after({ active: false }, { active: true })).toBe(422);
  expect(await after()).toBe(201);
});

test('a contact sees their own tickets, who looks after the company sees its, and of another client nothing exists', async () => {
  const [mine, other, foreign] = [await log(ada), await log(adam), await log(bea, birch)];
  const [a, b, f] = [await enter(ada), await enter(boss), await enter(bea)];
  expect(await keys(a)).toEqual([mine.key]);
  expect((await keys(b)).sort()).toEqual([mine.key, other.key].sort());
  expect(await keys(f)).toEqual([foreign.key]);
  const attempts = (key: string, id: string) =>
    [key, id].flatMap((ref): [Parameters<Visitor['call']>[0], string, object?][] => [
      ['GET', `/portal/tickets/${ref}`],
      ['POST', `/portal/tickets/${ref}/messages`, { body: 'Let me in' }],
      ['POST', `/portal/tickets/${ref}/confirm`, {}],
      ['POST', `/portal/tickets/${ref}/decline`, { reason: 'no' }],
    ]);
  for (const [who, ticket] of [
    [a, other],
    [a, foreign],
    [b, foreign],
    [f, mine],
  ] as const)
    for (const [method, url, body] of attempts(ticket.key, ticket.id)) {
      const answer = await who.call(method, url, body);
      expect([url, answer.status]).toEqual([url, 404]);
      expect(JSON.stringify(answer.body)).not.toMatch(/No mail|Adam|Bea|Ada/);
    }
  expect((await read(other.key)).version).toBe(other.version);
  expect((await read(foreign.key)).version).toBe(foreign.version);
  for (const url of [
    '/tickets',
    `/tickets/${mine.key}`,
    `/tickets/${mine.key}/timeline`,
    '/contacts',
    '/clients',
    '/macros',
    '/settings',
  ])
    expect([url, (await a.call('GET', url)).status]).toEqual([url, 404]);
  expect((await olive.call('GET', '/portal/tickets')).status).toBe(403);
  expect((await visit(desk).call('GET', '/portal/tickets')).status).toBe(401);
});

test('a contact reads the public conversation and nothing internal', async () => {
  const ticket = await log(ada);
  await tom.call('POST', `/tickets/${ticket.key}/messages`, { visibility: 'internal', body: 'the-user-is-silly' });
  await tom.call('POST', `/tickets/${ticket.key}/messages`, { visibility: 'public', body: 'On it' });
  const answer = await (await enter(ada)).call('GET', `/portal/tickets/${ticket.key}`);
  const seen = answer.body as PortalTicket;
  expect(seen).toMatchObject({
    status: 'With a technician',
    waitsForYou: false,
    can: { reply: true, confirm: false, decline: false },
  });
  expect(seen.conversation).toMatchObject([{ author: { kind: 'desk', name: 'Tom Tech' }, body: 'On it', mine: false }]);
  expect(JSON.stringify(seen)).not.toMatch(/silly|secret-tag|assignee/);
});

test('an answer wakes what waits for the client, tells whoever has it, and calls nobody by name', async () => {
  const ticket = await log(ada);
  await tom.call('POST', `/tickets/${ticket.key}/transitions`, { to: 'on_hold', holdReason: 'client' });
  const a = await enter(ada);
  expect((await a.call('GET', `/portal/tickets/${ticket.key}`)).body).toMatchObject({ waitsForYou: true });
  const body = `<p>Here<script>x</script> <span data-type="mention" data-id="${olive.id}">@Olive</span></p>`;
  const headers = { 'idempotency-key': 'my-only-answer' };
  const said = await a.call('POST', `/portal/tickets/${ticket.key}/messages`, { body }, headers);
  expect(said.status).toBe(201);
  expect((await a.call('POST', `/portal/tickets/${ticket.key}/messages`, { body }, headers)).body).toEqual(said.body);
  expect(await read(ticket.key)).toMatchObject({
    status: 'in_progress',
    assignee: { id: tom.id },
    lastMessage: { by: 'Ada Adams', text: 'Here @Olive' },
  });
  const { items: clocks } = (await olive.call('GET', `/tickets/${ticket.key}/sla`)).body as { items: ClockView[] };
  const resolution = clocks.find(({ target }) => target === 'resolution');
  expect(resolution?.intervals.at(-1)?.causes).toEqual([{ why: 'in_progress', by: 'Fettle for Ada Adams' }]);
  const texts = async (who: typeof tom) =>
    ((await who.call('GET', '/me/notifications')).body as { items: { ticketKey: string; text: string }[] }).items
      .filter((item) => item.ticketKey === ticket.key)
      .map((item) => item.text);
  expect((await texts(tom))[0]).toMatch(/^Ada Adams replied on/);
  expect(await texts(olive)).toEqual([]);
  const { conversation } = (await a.call('GET', `/portal/tickets/${ticket.key}`)).body as PortalTicket;
  expect(conversation).toMatchObject([{ mine: true, author: { kind: 'client' } }]);
});

test('a decline opens it again with the same technician; a confirmation closes it', async () => {
  const ticket = await log(ada);
  const a = await enter(ada);
  expect((await a.call('POST', `/portal/tickets/${ticket.key}/confirm`, {})).status).toBe(409);
  expect((await a.call('POST', `/portal/tickets/${ticket.key}/decline`, { reason: 'x' })).status).toBe(409);
  await resolve(ticket.key);
  const resolved = (await a.call('GET', `/portal/tickets/${ticket.key}`)).body as PortalTicket;
  expect(resolved).toMatchObject({
    status: 'Solved, please confirm',
    waitsForYou: true,
    resolution: { note: 'Rebooted', closesAt: expect.any(String) },
    can: { reply: true, confirm: true, decline: true },
  });
  const declined = await a.call('POST', `/portal/tickets/${ticket.key}/decline`, { reason: 'Still <b>nothing</b>' });
  expect(declined.body).toMatchObject({ status: 'Reopened', statusCategory: 'open' });
  expect(await read(ticket.key)).toMatchObject({
    status: 'reopened',
    assignee: { id: tom.id },
    reopenCount: 1,
    lastMessage: { text: 'Still <b>nothing</b>' },
  });
  // What was done, and that it did not help.
  const told = (await a.call('GET', `/portal/tickets/${ticket.key}`)).body as PortalTicket;
  expect(told.resolution).toBeNull();
  expect(told.conversation).toMatchObject([
    { author: { kind: 'desk', name: 'Tom Tech' }, body: expect.stringContaining('Rebooted') },
    { mine: true, body: expect.stringContaining('Still') },
  ]);
  await resolve(ticket.key);
  const confirmed = await a.call('POST', `/portal/tickets/${ticket.key}/confirm`, { comment: 'Thank you' });
  expect(confirmed.body).toMatchObject({ statusCategory: 'closed' });
  expect(await read(ticket.key)).toMatchObject({
    status: 'closed',
    reopenCount: 1,
    lastMessage: { text: 'Thank you' },
  });
});

test('what a client answers comes back to the team where whoever had it is gone, and its lead hears of it', async () => {
  const [lena, gus] = [await hire(desk, { name: 'Lena Lead' }), await hire(desk, { name: 'Gus Gone' })];
  const narrow = await hire(desk, { name: 'Nora Narrow', role: 'technician', clientIds: [acme] });
  const teamId = await desk.run((ctx) =>
    createTeam(ctx, { name: 'Second line', strategy: 'manual', members: [{ staffId: lena.id, lead: true }] }),
  );
  const given = async (assigneeId: string) => {
    const ticket = await log(ada);
    await olive.call('POST', `/tickets/${ticket.key}/assign`, { teamId, assigneeId });
    return ticket.key;
  };
  const [declined, answered, elsewhere, here] = [
    await given(gus.id),
    await given(gus.id),
    await given(narrow.id),
    await given(lena.id),
  ];
  for (const key of [declined, elsewhere, here]) await resolve(key);
  await desk.run(async (ctx) => {
    await ctx.tx.updateTable('staff').set({ active: false }).where('id', '=', gus.id).execute();
    await ctx.tx.deleteFrom('staff_clients').where('staff_id', '=', narrow.id).execute();
  });
  const a = await enter(ada);
  const decline = (key: string) => a.call('POST', `/portal/tickets/${key}/decline`, { reason: 'Not yet' });
  await decline(declined);
  await a.call('POST', `/portal/tickets/${answered}/messages`, { body: 'And the printer' });
  await decline(elsewhere);
  await decline(here);
  expect(await read(declined)).toMatchObject({ status: 'reopened', assignee: null, team: { id: teamId } });
  expect(await read(answered)).toMatchObject({ assignee: null, team: { id: teamId } });
  expect(await read(elsewhere)).toMatchObject({ status: 'reopened', assignee: null, team: { id: teamId } });
  expect((await read(here)).assignee).toMatchObject({ id: lena.id });
  const told = (await lena.call('GET', '/me/notifications')).body as { items: { kind: string; text: string }[] };
  expect(
    told.items
      .filter(({ kind }) => kind === 'team_assigned')
      .map(({ text }) => text)
      .sort(),
  ).toEqual([
    `${declined} goes on and has nobody: Gus Gone has left`,
    `${answered} goes on and has nobody: Gus Gone has left`,
    `${elsewhere} goes on and has nobody: Nora Narrow does not work for this client any more`,
  ]);
});

test('who looks after the company may answer for its people; a colleague may not', async () => {
  const ticket = await log(ada);
  await resolve(ticket.key);
  expect((await (await enter(adam)).call('POST', `/portal/tickets/${ticket.key}/confirm`, {})).status).toBe(404);
  expect((await (await enter(boss)).call('POST', `/portal/tickets/${ticket.key}/confirm`, {})).status).toBe(201);
});

test('a closed ticket opens again by an answer while the setting allows, and not after', async () => {
  const ticket = await log(ada);
  await resolve(ticket.key);
  const a = await enter(ada);
  await a.call('POST', `/portal/tickets/${ticket.key}/confirm`, {});
  expect((await a.call('POST', `/portal/tickets/${ticket.key}/messages`, { body: 'Broken again' })).status).toBe(201);
  expect(await read(ticket.key)).toMatchObject({ status: 'reopened', assignee: { id: tom.id } });
  await resolve(ticket.key);
  await a.call('POST', `/portal/tickets/${ticket.key}/confirm`, {});
  moveClock(desk, 15 * 24 * 60);
  try {
    const later = await enter(ada);
    const seen = (await later.call('GET', `/portal/tickets/${ticket.key}`)).body as PortalTicket;
    expect(seen.can).toEqual({ reply: false, confirm: false, decline: false, addPeople: false, withdraw: false });
    const answer = await later.call('POST', `/portal/tickets/${ticket.key}/messages`, { body: 'And again' });
    expect(answer.body).toMatchObject({ status: 409, detail: expect.stringContaining('raise a new one') });
  } finally {
    moveClock(desk, 0);
  }
});

test('pages of tickets follow each other without gap or twin', async () => {
  const seen: string[] = [];
  const b = await enter(boss);
  for (let cursor = ''; ; ) {
    const page = (await b.call('GET', `/portal/tickets?limit=2${cursor && `&cursor=${cursor}`}`)).body as {
      items: PortalTicketRow[];
      nextCursor: string | null;
    };
    seen.push(...page.items.map((item) => item.key));
    if (!page.nextCursor) break;
    cursor = page.nextCursor;
  }
  expect(seen).toEqual(await keys(b));
  const done = (await b.call('GET', '/portal/tickets?state=done')).body as { items: PortalTicketRow[] };
  expect(done.items.length).toBeGreaterThan(0);
  expect(done.items.every((item) => item.statusCategory === 'closed')).toBe(true);
});

/** Who a browser is, for what is sent as its forms do. */
const asVisitor = ({ jar }: Visitor) => ({ cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') });

test('a file sent with an answer is the desk’s and the requester’s; one in a note is the desk’s alone', async () => {
  const ticket = await log(ada);
  const a = await enter(ada);
  const text = (content: string) => ({ name: 'log.txt', content });
  expect((await upload(desk, birch, asVisitor(a), text('x'))).status).toBe(404);
  const { body: sent } = await upload(desk, acme, asVisitor(a), text('from ada'));
  const answer = { body: 'See the file', attachmentIds: [sent.id] };
  expect((await a.call('POST', `/portal/tickets/${ticket.key}/messages`, answer)).status).toBe(201);
  const { body: noted } = await upload(desk, acme, { authorization: `Bearer ${tom.key}` }, text('for us'));
  const note = { visibility: 'internal', body: 'Look', attachmentIds: [noted.id] };
  expect((await tom.call('POST', `/tickets/${ticket.key}/messages`, note)).status).toBe(201);
  const { conversation } = (await a.call('GET', `/portal/tickets/${ticket.key}`)).body as PortalTicket;
  expect(conversation).toMatchObject([{ attachments: [{ id: sent.id, name: 'log.txt' }] }]);
  const [b, f] = [await enter(adam), await enter(bea)];
  for (const [who, id, status] of [
    [a, sent.id, 200],
    [a, noted.id, 404],
    [b, sent.id, 404],
    [f, sent.id, 404],
    [f, noted.id, 404],
  ] as const)
    expect((await who.call('GET', `/files/${id}`)).status).toBe(status);
  expect((await tom.call('GET', `/files/${sent.id}`)).text).toBe('from ada');
});

test('what is said on a merged ticket arrives where the conversation goes on', async () => {
  const [twice, kept] = [await log(ada), await log(adam)];
  await olive.call('POST', `/tickets/${twice.key}/merge`, { into: kept.key });
  const browser = await enter(ada);
  expect(((await browser.call('GET', `/portal/tickets/${twice.key}`)).body as PortalTicket).can.reply).toBe(true);
  expect((await browser.call('POST', `/portal/tickets/${twice.key}/messages`, { body: 'Still down' })).status).toBe(
    201,
  );
  expect((await read(kept.key)).lastMessage).toMatchObject({ by: 'Ada Adams', text: 'Still down' });
  // It was told, but stays of another: the words of colleagues are not theirs to read.
  expect((await browser.call('GET', `/portal/tickets/${kept.key}`)).status).toBe(404);
  const note = await tom.call('POST', `/tickets/${twice.key}/messages`, { visibility: 'public', body: 'Here' });
  expect(note.body).toMatchObject({ status: 422, errors: [{ message: expect.stringContaining(`write there`) }] });
});

test('what was written on a merged ticket goes back with it, file and all, when the merge is taken apart', async () => {
  const [wrong, other] = [await log(ada), await log(adam)];
  await olive.call('POST', `/tickets/${wrong.key}/merge`, { into: other.key });
  const [a, b] = [await enter(ada), await enter(adam)];
  const { body: file } = await upload(desk, acme, asVisitor(a), { name: 'log.txt', content: 'from ada' });
  await a.call('POST', `/portal/tickets/${wrong.key}/messages`, { body: 'Only mine', attachmentIds: [file.id] });
  await b.call('POST', `/portal/tickets/${other.key}/messages`, { body: 'Adam’s own' });
  expect((await olive.call('POST', `/tickets/${wrong.key}/unmerge`)).status).toBe(201);
  const said = async (who: Visitor, key: string) =>
    ((await who.call('GET', `/portal/tickets/${key}`)).body as PortalTicket).conversation.map(({ body }) => body);
  expect(await said(a, wrong.key)).toEqual(['Only mine']);
  expect(await said(b, other.key)).toEqual(['Adam’s own']);
  expect((await a.call('GET', `/files/${file.id}`)).status).toBe(200);
  expect((await b.call('GET', `/files/${file.id}`)).status).toBe(404);
});

test('whose ticket was merged into a colleague’s reads what is theirs of it, and nothing of the colleague’s', async () => {
  const [kept, joined] = [await log(adam), await log(ada)];
  const [a, b] = [await enter(ada), await enter(adam)];
  const say = (who: Visitor, key: string, body: string) =>
    who.call('POST', `/portal/tickets/${key}/messages`, { body });
  await say(b, kept.key, 'adam before');
  await tom.call('POST', `/tickets/${kept.key}/messages`, { visibility: 'public', body: 'to adam alone' });
  await say(a, joined.key, 'ada before');
  await olive.call('POST', `/tickets/${joined.key}/merge`, { into: kept.key });
  expect((await say(a, joined.key, 'ada after')).status).toBe(201);
  await say(b, kept.key, 'adam after');
  await tom.call('POST', `/tickets/${kept.key}/messages`, { visibility: 'internal', body: 'among us' });
  await tom.call('POST', `/tickets/${kept.key}/messages`, { visibility: 'public', body: 'to both' });
  const seen = (await a.call('GET', `/portal/tickets/${joined.key}`)).body as PortalTicket;
  expect(seen.joined).toBe(true);
  expect(seen.conversation.map(({ body, mine }) => [body, mine])).toEqual([
    ['ada before', true],
    ['ada after', true],
    ['to both', false],
  ]);
  expect((await a.call('GET', `/portal/tickets/${kept.key}`)).status).toBe(404);
  expect(((await b.call('GET', `/portal/tickets/${kept.key}`)).body as PortalTicket).joined).toBe(false);
});

test('over merges in a chain everybody still reads what is theirs and what the desk says to them, and nothing said to others before', async () => {
  const [last, middle, first] = [await log(adam), await log(adam), await log(ada)];
  const a = await enter(ada);
  const desk = (key: string, body: string) =>
    tom.call('POST', `/tickets/${key}/messages`, { visibility: 'public', body });
  const say = (body: string) => a.call('POST', `/portal/tickets/${first.key}/messages`, { body });
  const reads = async () =>
    ((await a.call('GET', `/portal/tickets/${first.key}`)).body as PortalTicket).conversation.map(({ body }) => body);
  await say('ada first');
  await desk(middle.key, 'middle alone');
  await olive.call('POST', `/tickets/${first.key}/merge`, { into: middle.key });
  await desk(middle.key, 'to first and middle');
  await desk(last.key, 'last alone');
  await olive.call('POST', `/tickets/${middle.key}/merge`, { into: last.key });
  await desk(last.key, 'to all');
  expect((await say('ada again')).status).toBe(201);
  const all = ['ada first', 'to first and middle', 'to all', 'ada again'];
  expect(await reads()).toEqual(all);
  expect((await olive.call('POST', `/tickets/${middle.key}/unmerge`)).status).toBe(201);
  expect(await reads()).toEqual(['ada first', 'to first and middle', 'ada again']);
  expect((await olive.call('POST', `/tickets/${first.key}/unmerge`)).status).toBe(201);
  expect(await reads()).toEqual(['ada first', 'ada again']);
});

test('a ticket that came back from another client opens by the key that its requester knows', async () => {
  const { key } = await log(ada);
  const away = (await olive.call('POST', `/tickets/${key}/move`, { clientId: birch, reason: 'By mistake' })).body;
  const { key: there } = away as { key: string };
  const a = await enter(ada);
  expect((await a.call('GET', `/portal/tickets/${key}`)).status).toBe(404);
  await olive.call('POST', `/tickets/${there}/move`, { clientId: acme, requesterId: ada, reason: 'Back' });
  expect((await a.call('GET', `/portal/tickets/${key}`)).status).toBe(200);
  expect((await a.call('GET', `/portal/tickets/${there}`)).status).toBe(404);
  expect((await (await enter(adam)).call('GET', `/portal/tickets/${key}`)).status).toBe(404);
});
