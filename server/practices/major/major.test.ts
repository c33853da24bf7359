import { expect, test } from 'vitest';
import { createClient, createContact } from '#server/business/client/index.ts';
import type { MajorCandidates, MajorSuggestions, MajorView } from '#shared/major.ts';
import type { TicketView } from '#shared/ticket.ts';
import { openDesk } from '#tests/desk.ts';
import { fetchPdf } from '#tests/pdf.ts';
import { hire, type Person } from '#tests/people.ts';
import { visit } from '#tests/visitor.ts';
import { moveMajor, remindDue } from './index.ts';

const desk = await openDesk();
let minutes = 0;
Object.assign(desk.services, {
  now: () => new Date(Date.parse('2026-11-02T08:00:00.000Z') + minutes * 60_000).toISOString(),
});
const { msp, acme, birch, ada, bert, coral } = await desk.run(async (ctx) => {
  const msp = await createClient(ctx, { name: 'Harbour', code: 'HIT', timeZone: 'UTC' });
  await ctx.tx.updateTable('clients').set({ kind: 'internal' }).where('id', '=', msp).execute();
  const acme = await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' });
  const birch = await createClient(ctx, { name: 'Birch', code: 'BIRCH', timeZone: 'UTC' });
  return {
    ...{ msp, acme, birch },
    coral: await createClient(ctx, { name: 'Coral', code: 'CORAL', timeZone: 'UTC' }),
    ada: await createContact(ctx, { clientId: acme, name: 'Ada', email: 'ada@acme.example' }),
    bert: await createContact(ctx, { clientId: birch, name: 'Bert', email: 'bert@birch.example' }),
  };
});
const olive = await hire(desk, { name: 'Olive Owner' });
const tia = await hire(desk, { name: 'Tia Tech', role: 'technician' });
const al = await hire(desk, { name: 'Al of Acme', role: 'manager', clientIds: [acme] });
const { id: service } = (await olive.call('POST', '/services', { name: 'Mail' })).body as { id: string };

const log = async (clientId: string, title: string, more: object = {}) =>
  (await olive.call('POST', '/tickets', { kind: 'incident', clientId, title, ...more })).body as TicketView;
const propose = (who: Person, body: object) =>
  who.call('POST', '/major-incidents', { reason: 'Nobody gets mail', criteria: ['Several clients are hit'], ...body });
const move = (who: Person, { key, version }: MajorView, to: string, more: object = {}) =>
  who.call('POST', `/major-incidents/${key}/moves`, { to, version, ...more });
const read = async (key: string, who: Person = olive) =>
  (await who.call('GET', `/major-incidents/${key}`)).body as MajorView;
const lead = async (key: string, more: object = {}) => {
  const { version } = await read(key);
  const answer = await olive.call('PATCH', `/major-incidents/${key}`, {
    ...{ version, roles: [{ role: 'manager', staffId: olive.id }] },
    ...more,
  });
  expect(answer.status, answer.text).toBe(200);
  return answer.body as MajorView;
};
const say = async (key: string, text: string) => {
  const { version } = await read(key);
  return olive.call('POST', `/major-incidents/${key}/updates`, { version, text });
};
const portalOf = async (contactId: string) => {
  const { url } = (await olive.call('POST', `/contacts/${contactId}/sign-in-link`)).body as { url: string };
  const browser = visit(desk);
  await browser.call('POST', '/portal/sessions', { token: url.split('#token=')[1] });
  return browser;
};

test('it goes its whole way, and every step that is not open says what is', async () => {
  const ticket = await log(acme, 'No mail at all');
  const proposed = await propose(tia, { tickets: [ticket.key], criteria: ['Several clients are hit'] });
  expect(proposed.status, proposed.text).toBe(201);
  let major = proposed.body as MajorView;
  expect(major).toMatchObject({ key: ticket.key, state: 'proposed', criteria: ['Several clients are hit'] });
  expect((await propose(tia, { tickets: [ticket.key] })).status).toBe(409);

  expect((await move(tia, major, 'declared')).status).toBe(403);
  expect((await move(olive, major, 'restored')).text).toContain('declared or declined');
  major = await lead(major.key, { bridge: 'https://meet.example/p1', cadenceMinutes: 20 });
  major = (await move(olive, major, 'declared')).body as MajorView;
  expect(major).toMatchObject({
    state: 'declared',
    decidedBy: expect.stringContaining('Olive Owner'),
    declaredAt: desk.services.now(),
  });
  expect(major.nextUpdateAt).toBe(new Date(Date.parse(desk.services.now()) + 20 * 60_000).toISOString());
  expect((await olive.call('PUT', `/major-incidents/${major.key}/review`, emptyReview(major))).status).toBe(409);
  const standing = async () => (await olive.call('GET', `/tickets/${major.key}`)).body as TicketView;
  expect(await standing()).toMatchObject({ status: 'in_progress', assignee: { id: olive.id } });

  major = (await move(olive, major, 'stabilised')).body as MajorView;
  expect((await move(olive, major, 'declared')).status).toBe(422);
  major = (await move(olive, major, 'declared', { reason: 'It is back' })).body as MajorView;
  major = (await move(olive, major, 'restored', { reason: 'Mail flows' })).body as MajorView;
  expect(major).toMatchObject({ state: 'restored', nextUpdateAt: null });
  expect(await standing()).toMatchObject({ status: 'resolved', resolution: { code: 'fixed', note: 'Mail flows' } });
  major = (await move(olive, major, 'declared', { reason: 'It fell over again' })).body as MajorView;
  expect(await standing()).toMatchObject({ status: 'in_progress', reopenCount: 1 });
  major = (await move(olive, major, 'restored')).body as MajorView;
  expect(await standing()).toMatchObject({ status: 'resolved', resolution: { note: 'The service works again.' } });
  expect((await move(olive, major, 'completed')).status).toBe(409);
  major = (await move(olive, major, 'review')).body as MajorView;
  expect((await move(olive, major, 'completed')).text).toContain('what happened');

  const review = {
    ...{ version: major.version, happened: 'A disk was full', wentWell: '', toImprove: 'Watch disks' },
    actions: [{ text: 'Watch the disks of mail servers', staffId: tia.id, dueOn: '2026-11-20' }],
  };
  major = (await olive.call('PUT', `/major-incidents/${major.key}/review`, review)).body as MajorView;
  const [action] = major.review?.actions ?? [];
  const task = (await olive.call('GET', `/tickets/${action?.ticketId}`)).body as TicketView;
  expect(task).toMatchObject({ kind: 'task', title: 'Watch the disks of mail servers', assignee: { id: tia.id } });
  // Written again, it keeps its task.
  const again = { ...review, version: major.version };
  major = (await olive.call('PUT', `/major-incidents/${major.key}/review`, again)).body as MajorView;
  expect(major.review?.actions).toEqual([action]);
  major = (await move(olive, major, 'completed')).body as MajorView;
  expect(major).toMatchObject({ state: 'completed', moves: [] });
  expect(await standing()).toMatchObject({ status: 'closed' });
  expect((await move(olive, major, 'declared', { reason: 'x' })).text).toContain('nothing else');

  const { headers, words } = await fetchPdf(desk, olive, `/major-incidents/${major.key}/report`);
  expect(headers).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="${major.key}-major-incident.pdf"`,
  });
  for (const said of [
    ...['Harbour', `${major.key} No mail at all`, 'Completed', 'Nobody gets mail', 'Several clients are hit', 'Acme'],
    ...['Incident manager', 'Olive Owner', '2 Nov 2026, 08:00 UTC', 'Time to restore'],
    ...['A disk was full', 'Watch disks', 'Watch the disks of mail servers, Tia Tech, by 2026-11-20', 'Page 1 of'],
  ])
    expect(words).toContain(said);
});

const emptyReview = ({ version }: MajorView) => ({ version, happened: '', wentWell: '', toImprove: '', actions: [] });

test('whoever declares it leads it where nobody does yet, and what no person does has to say who', async () => {
  const ticket = await log(acme, 'No phone rings');
  const major = (await propose(tia, { tickets: [ticket.key] })).body as MajorView;
  const unled = await desk.run((ctx) =>
    moveMajor(ctx, major.key, { to: 'declared', version: major.version }).catch((error: Error) => error.message),
  );
  expect(unled).toContain('who leads it');
  const declared = await move(olive, major, 'declared');
  expect(declared.body).toMatchObject({
    manager: { id: olive.id },
    roles: [{ role: 'manager', staff: { id: olive.id } }],
  });
  await move(olive, declared.body as MajorView, 'restored', { reason: 'They ring' });
});

test('it is completed only once its incidents are resolved, which are named and resolved together', async () => {
  const [one, two] = [
    await log(acme, 'Acme cannot print'),
    await log(birch, 'Printing is dead', { requesterId: bert }),
  ];
  const made = await propose(olive, { tickets: [one.key, two.key], title: 'The print relay is down' });
  let major = made.body as MajorView;
  for (const to of ['declared', 'restored', 'review'])
    major = (await move(olive, major, to, { reason: 'It prints' })).body as MajorView;
  const review = { ...emptyReview(major), happened: 'The relay stopped', toImprove: 'Watch it' };
  major = (await olive.call('PUT', `/major-incidents/${major.key}/review`, review)).body as MajorView;
  const refused = await move(olive, major, 'completed');
  expect([refused.status, refused.text]).toEqual([
    409,
    expect.stringContaining(`${one.key}, ${two.key} are still open`),
  ]);
  const tell = (ticketIds: string[], more: object = {}) =>
    olive.call('POST', `/major-incidents/${major.key}/tickets/tell`, {
      ...{ ticketIds, message: 'The relay works again.', resolve: true },
      ...more,
    });
  expect((await tell([one.id], { message: 'As it is at Acme' })).text).toContain('people of other clients read it');
  const stranger = await log(coral, 'Not of it');
  expect((await tell([stranger.id])).text).toContain(`not linked to ${major.key}`);
  expect((await tell([one.id, two.id])).body).toMatchObject({ items: [{ refused: null }, { refused: null }] });
  expect((await olive.call('GET', `/tickets/${two.key}`)).body).toMatchObject({
    ...{ status: 'resolved', resolution: { note: 'The relay works again.' } },
  });
  // Its own ticket counts as well, where somebody put it back.
  await olive.call('POST', `/tickets/${major.key}/transitions`, { to: 'reopened', reason: 'Not quite' });
  expect((await move(olive, await read(major.key), 'completed')).text).toContain(`${major.key} is still open`);
  await olive.call('POST', `/tickets/${major.key}/transitions`, { to: 'resolved', resolutionCode: 'fixed' });
  const completed = await move(olive, await read(major.key), 'completed');
  expect(completed.body).toMatchObject({ state: 'completed', status: 'closed' });
});

test('somebody who sees some of its clients cannot complete it while tickets of others are open', async () => {
  const hal = await hire(desk, { name: 'Hal of Harbour and Acme', role: 'manager', clientIds: [msp, acme] });
  const [one, two, three] = [
    await log(acme, 'Acme has no way out'),
    await log(birch, 'Birch has no way out'),
    await log(coral, 'Coral has no way out'),
  ];
  const made = await propose(olive, { tickets: [one.key, two.key, three.key], title: 'The line is cut' });
  let major = made.body as MajorView;
  for (const to of ['declared', 'restored', 'review'])
    major = (await move(olive, major, to, { reason: 'It is mended' })).body as MajorView;
  const review = { ...emptyReview(major), happened: 'A digger', toImprove: 'A second line' };
  major = (await olive.call('PUT', `/major-incidents/${major.key}/review`, review)).body as MajorView;
  const resolve = ({ key }: TicketView) =>
    olive.call('POST', `/tickets/${key}/transitions`, { to: 'resolved', resolutionCode: 'fixed' });
  const complete = async () => move(hal, await read(major.key, hal), 'completed');
  const refused = await complete();
  expect([refused.status, refused.text]).toEqual([
    409,
    expect.stringContaining(`${one.key} and 2 tickets of clients that you do not see are still open`),
  ]);
  expect(refused.text).not.toMatch(new RegExp(`${two.key}|${three.key}`));
  await resolve(one);
  await resolve(two);
  const still = (await read(major.key, hal)).moves.find(({ to }) => to === 'completed');
  expect(still?.missing).toContain('1 ticket of clients that you do not see is still open');
  expect((await complete()).status).toBe(409);
  await resolve(three);
  expect((await complete()).body).toMatchObject({ state: 'completed' });
});

test('it is declared with at least one criterion, and may be proposed without any', async () => {
  const ticket = await log(acme, 'The whole site is dark');
  const proposed = await propose(tia, { tickets: [ticket.key], criteria: [] });
  expect(proposed.status, proposed.text).toBe(201);
  const major = await lead(ticket.key);
  for (const more of [{}, { criteria: [] }]) {
    const refused = await move(olive, major, 'declared', more);
    expect([refused.status, refused.text]).toEqual([409, expect.stringContaining('at least one criterion')]);
  }
  const declared = await move(olive, major, 'declared', { criteria: ['A whole site cannot work'] });
  expect(declared.body).toMatchObject({ state: 'declared', criteria: ['A whole site cannot work'] });
  await move(olive, declared.body as MajorView, 'restored', { reason: 'There is light' });
});

test('what is no major incident is declined with a reason, and stale writers are told so', async () => {
  const ticket = await log(acme, 'One mailbox is full');
  const { key } = (await propose(tia, { tickets: [ticket.key] })).body as MajorView;
  const major = await lead(key);
  const stale = await move(olive, { ...major, version: major.version - 1 }, 'declined', { reason: 'Small' });
  expect(stale.status).toBe(409);
  expect((await move(olive, major, 'declined', { reason: ' ' })).status).toBe(422);
  expect((await move(olive, major, 'declined', { reason: 'One mailbox' })).body).toMatchObject({ state: 'declined' });

  // It is proposed again with something new to say.
  const same = await propose(tia, { tickets: [key] });
  expect([same.status, same.text]).toEqual([422, expect.stringContaining('say what is new')]);
  const again = await propose(tia, { tickets: [key], reason: 'All mailboxes are full now' });
  expect(again.status, again.text).toBe(201);
  expect(again.body).toMatchObject({ key, state: 'proposed', reason: 'All mailboxes are full now', declinedAt: null });
  expect((await move(olive, major, 'declined', { reason: 'Seen' })).status).toBe(409);
  expect((await move(olive, again.body as MajorView, 'restored')).status).toBe(409);
});

test('one of several clients is the provider’s: each client’s people read their part, and hear of it as it goes on', async () => {
  const [one, two] = [await log(acme, 'Acme has no mail'), await log(birch, 'Mail is dead')];
  expect((await propose(olive, { tickets: [one.key, two.key] })).text).toContain('title');
  const made = await propose(olive, { tickets: [one.key, two.key], title: 'Relay that Acme and Birch share is down' });
  let major = made.body as MajorView;
  expect(major).toMatchObject({ client: { id: msp }, toldTitle: 'A disturbance that we are working on' });
  expect(major.clients.map(({ name }) => name)).toEqual(['Acme', 'Birch']);

  expect((await say(major.key, 'Too early')).status).toBe(409);
  await lead(major.key, { toldTitle: 'Mail is down' });
  major = (await move(olive, await read(major.key), 'declared')).body as MajorView;
  for (const text of ['Acme has no mail', 'It began at birch', 'BIRCH-1 is the first'])
    expect((await say(major.key, text)).text).toContain('people of other clients read it');
  const named = { version: (await read(major.key)).version, toldTitle: 'Acme’s mail is down' };
  expect((await olive.call('PATCH', `/major-incidents/${major.key}`, named)).status).toBe(422);
  expect((await say(major.key, 'We are looking into it')).status).toBe(201);
  expect((await read(major.key)).updates.map(({ by }) => by)).toEqual(['Olive Owner']);
  const portal = await portalOf(ada);
  const status = JSON.stringify((await portal.call('GET', '/portal/announcements')).body);
  expect(status).toContain('We are looking into it');
  expect(status).not.toMatch(/Birch|Relay/);

  // Al works for Acme alone: the provider's ticket is not his, what is told at Acme is.
  expect((await al.call('GET', `/major-incidents/${major.key}`)).status).toBe(404);
  expect((await al.call('GET', `/major-incidents/${major.key}/report`)).status).toBe(404);
  const { words: report } = await fetchPdf(desk, olive, `/major-incidents/${major.key}/report`);
  for (const said of ['Relay that Acme and Birch share', one.key, two.key, 'We are looking into it'])
    expect(report).toContain(said);
  const { wholes } = (await al.call('GET', `/tickets/${one.key}/wholes`)).body as { wholes: object[] };
  expect(wholes).toMatchObject([{ how: 'major', title: 'Mail is down', brief: { state: 'declared' }, open: false }]);
  expect(JSON.stringify(wholes)).not.toMatch(/Birch|Relay/);
  expect((await al.call('GET', '/major-incidents')).text).not.toContain(major.key);

  // A client that is hit later reads what is said from then on.
  const three = await log(coral, 'No mail here either');
  await olive.call('POST', `/major-incidents/${major.key}/tickets`, { tickets: [three.key], why: 'same relay' });
  await say(major.key, 'A part is on its way');
  major = await read(major.key);
  expect(major.updates.map(({ text }) => text)).toEqual(['We are looking into it', 'A part is on its way']);
  expect(JSON.stringify((await (await portalOf(bert)).call('GET', '/portal/announcements')).body)).toContain(
    'A part is',
  );

  // Twice of one ticket is once; a stranger's ticket is not found, and nothing is half done.
  const mixed = await al.call('POST', `/major-incidents/${major.key}/tickets`, { tickets: [one.key] });
  expect(mixed.status).toBe(404);
  major = (await move(olive, major, 'restored', { reason: 'It is mended' })).body as MajorView;
  expect(JSON.stringify((await portal.call('GET', '/portal/announcements')).body)).toContain('It is mended');
});

test('tickets of the same cause are offered with what speaks for it, and enough of them are suggested', async () => {
  minutes += 600;
  const whole = await log(acme, 'Mail server stopped', { serviceId: service });
  const { key } = (await propose(olive, { tickets: [whole.key] })).body as MajorView;
  const same = await log(acme, 'Outlook asks for a password', { serviceId: service });
  const alike = await log(acme, 'The mail server stopped again');
  await log(acme, 'Printer is out of toner');
  const { items } = (await olive.call('GET', `/major-incidents/${key}/candidates`)).body as MajorCandidates;
  expect(items.map((item) => [item.key, item.evidence]).sort()).toEqual(
    [
      [alike.key, ['a title that is alike']],
      [same.key, ['the same service: Mail']],
    ].sort(),
  );
  await olive.call('POST', `/major-incidents/${key}/tickets`, { tickets: [same.key] });
  const left = (await olive.call('GET', `/major-incidents/${key}/candidates`)).body as MajorCandidates;
  expect(left.items.map((item) => item.key)).toEqual([alike.key]);

  minutes += 600;
  const suggested = async (who = olive) =>
    ((await who.call('GET', '/major-incident-suggestions')).body as MajorSuggestions).items;
  await log(acme, 'No mail', { serviceId: service });
  await log(birch, 'Mail?', { serviceId: service });
  expect(await suggested()).toEqual([]);
  await log(coral, 'Mail gone', { serviceId: service });
  expect(await suggested()).toMatchObject([
    { why: '3 incidents of the service Mail at 3 clients within 60 minutes; usually 0.0' },
  ]);
  expect(await suggested(al)).toEqual([]);
});

test('whoever tells clients is reminded when the next word is due, and again until they do', async () => {
  const ticket = await log(acme, 'The phone system is down');
  const { key } = (await propose(olive, { tickets: [ticket.key] })).body as MajorView;
  await lead(key, {
    roles: [
      { role: 'manager', staffId: olive.id },
      { role: 'communications', staffId: tia.id },
    ],
  });
  await move(olive, await read(key), 'declared');
  const heard = async () =>
    ((await tia.call('GET', '/me/notifications')).body as { items: { text: string }[] }).items.filter(({ text }) =>
      text.includes('clients wait for word'),
    ).length;
  expect(await remindDue(desk.services)).toBe(0);
  minutes += 31;
  await remindDue(desk.services);
  await remindDue(desk.services);
  expect(await heard()).toBe(1);
  minutes += 10;
  await remindDue(desk.services);
  expect(await heard()).toBe(2);
  await say(key, 'We are on it');
  await remindDue(desk.services);
  expect(await heard()).toBe(2);
});

test('nonsense is refused by the field', async () => {
  const problem = await log(acme, 'A problem', { kind: 'problem' });
  expect((await propose(olive, { tickets: [problem.key] })).text).toContain('no incident');
  const ticket = await log(acme, 'Something');
  const { key } = (await propose(olive, { tickets: [ticket.key] })).body as MajorView;
  const edit = async (body: object) => {
    const { version } = await read(key);
    const answer = await olive.call('PATCH', `/major-incidents/${key}`, { version, ...body });
    return [answer.status, answer.text] as const;
  };
  expect(await edit({ bridge: 'javascript:alert(1)' })).toEqual([422, expect.stringContaining('bridge')]);
  expect(await edit({ cadenceMinutes: 1 })).toEqual([400, expect.stringContaining('cadenceMinutes')]);
  const twice = [olive, tia].map(({ id }) => ({ role: 'manager', staffId: id }));
  expect(await edit({ roles: twice })).toEqual([422, expect.stringContaining('two people')]);
  expect(await edit({ roles: [{ role: 'scribe', staffId: ada }] })).toEqual([422, expect.stringContaining('nobody')]);
  expect((await say(key, '  ')).status).toBe(400);
});

test('whoever is on call is called when one is declared, where the firm wants that', async () => {
  const path = {
    name: 'Night',
    levels: [{ afterMinutes: 0, targets: [{ kind: 'staff', staffId: tia.id }] }],
    repeatTimes: 0,
  };
  const made = await olive.call('POST', '/escalation-paths', path);
  expect(made.status, made.text).toBe(201);
  const put = (key: string, value: object) =>
    olive.call('PUT', `/settings/${key}`, { level: 'provider', id: null, value });
  const pathSet = await put('escalation.path', { pathId: (made.body as { id: string }).id });
  expect(pathSet.status, pathSet.text).toBe(200);
  const declare = async (title: string) => {
    const ticket = await log(acme, title);
    const { key } = (await propose(olive, { tickets: [ticket.key] })).body as MajorView;
    expect((await move(olive, await lead(key), 'declared')).status).toBe(201);
    return ((await olive.call('GET', `/tickets/${key}/timeline`)).body as { items: { sentence: string }[] }).items
      .map(({ sentence }) => sentence)
      .join('\n');
  };
  expect(await declare('Quiet')).not.toContain('paged');
  expect((await put('major.paging', { onDeclaration: true })).status).toBe(200);
  expect(await declare('Everything is down')).toContain('paged Tia Tech');
});

test('what several clients read names no client of the desk, and whoever is swept in later reads at once what was told', async () => {
  const [one, two] = [await log(acme, 'No mail here'), await log(birch, 'No mail there')];
  const begun = (await propose(olive, { tickets: [one.key, two.key], title: 'Mail is down' })).body as MajorView;
  const { key } = begun;
  await move(olive, begun, 'declared');
  for (const text of ['Coral is hit as well', 'As in CORAL-1', 'See coral-12']) {
    const named = await say(key, text);
    expect([named.status, named.text]).toEqual([422, expect.stringContaining('names “Coral”')]);
    expect(named.text).toContain('"text"');
  }
  const bridge = await olive.call('PATCH', `/major-incidents/${key}`, {
    version: (await read(key)).version,
    bridge: 'Coral’s room',
  });
  expect([bridge.status, bridge.text]).toEqual([422, expect.stringContaining('"bridge"')]);
  expect((await say(key, 'We look into it')).status).toBe(201);
  expect((await say(key, 'The people of Dunes asked as well')).status).toBe(201);
  await lead(key, { toldTitle: 'Mail rests at Dunes' });

  const swept = async (clientId: string, why: string) =>
    olive.call('POST', `/major-incidents/${key}/tickets`, { tickets: [(await log(clientId, 'Mail?')).key], why });
  // One that was told of by chance before it was a client.
  const { dunes, dora, cora } = await desk.run(async (ctx) => {
    const dunes = await createClient(ctx, { name: 'Dunes', code: 'DUN', timeZone: 'UTC' });
    return {
      dunes,
      dora: await createContact(ctx, { clientId: dunes, name: 'Dora', email: 'dora@dunes.example' }),
      cora: await createContact(ctx, { clientId: coral, name: 'Cora', email: 'cora@coral.example' }),
    };
  });
  const refused = await swept(dunes, '');
  expect([refused.status, refused.text]).toEqual([
    422,
    expect.stringContaining(`what ${key} is called at its clients names “Dunes”. Change that first`),
  ]);
  expect((await read(key)).tickets).toBe(2);
  await lead(key, { toldTitle: 'Mail rests' });
  expect((await swept(dunes, 'same as Acme')).text).toContain('"why"');
  expect((await swept(dunes, '')).status).toBeLessThan(300);
  expect((await swept(coral, '')).status).toBeLessThan(300);

  for (const contact of [dora, cora]) {
    const shown = JSON.stringify((await (await portalOf(contact)).call('GET', '/portal/announcements')).body);
    expect(shown).toContain('We look into it');
    expect(shown).not.toContain('Dunes');
  }
  expect(JSON.stringify((await (await portalOf(ada)).call('GET', '/portal/announcements')).body)).toContain('of Dunes');
});
