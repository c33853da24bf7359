import { expect, test } from 'vitest';
import type { ItemTerms } from '#kernel/catalogue.ts';
import { createClient, createContact, createGroup, updateClient } from '#server/business/client/index.ts';
import type { OpenVote } from '#shared/approval.ts';
import type { CatalogueItemView } from '#shared/catalogue.ts';
import type {
  CatalogueCard,
  CatalogueItem,
  PortalRequest,
  QuoteView,
  RequestMade,
  RequestView,
} from '#shared/request.ts';
import type { TicketView } from '#shared/ticket.ts';
import { openDesk } from '#tests/desk.ts';
import { hire } from '#tests/people.ts';
import { type Visitor, visit } from '#tests/visitor.ts';

const desk = await openDesk({ roles: ['web'] });
const olive = await hire(desk, { name: 'Olive Owner' });
const tom = await hire(desk, { name: 'Tom Tech', role: 'technician' });
const people = await desk.run(async (ctx) => {
  const gold = await createGroup(ctx, { name: 'Gold' });
  const acme = await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'Australia/Sydney' });
  const birch = await createClient(ctx, { name: 'Birch', code: 'BIRCH', timeZone: 'UTC' });
  await updateClient(ctx, acme, { version: 1, groupId: gold });
  const dora = await createContact(ctx, {
    clientId: acme,
    name: 'Dora Director',
    email: 'dora@acme.example',
    roles: ['director'],
  });
  const mary = await createContact(ctx, {
    clientId: acme,
    name: 'Mary Manager',
    email: 'mary@acme.example',
    managerId: dora,
    roles: ['manager'],
  });
  const ada = await createContact(ctx, {
    clientId: acme,
    name: 'Ada Adams',
    email: 'ada@acme.example',
    managerId: mary,
  });
  const bea = await createContact(ctx, { clientId: birch, name: 'Bea Birch', sees: 'all' });
  return { gold, acme, birch, dora, mary, ada, bea };
});
const { acme, birch, gold } = people;

const enter = async (contactId: string): Promise<Visitor> => {
  const browser = visit(desk);
  const made = (await tom.call('POST', `/contacts/${contactId}/sign-in-link`)).body as { url: string };
  expect((await browser.call('POST', '/portal/sessions', { token: made.url.split('#token=')[1] ?? '' })).status).toBe(
    201,
  );
  return browser;
};
const [ada, mary, dora, bea] = (await Promise.all([people.ada, people.mary, people.dora, people.bea].map(enter))) as [
  Visitor,
  Visitor,
  Visitor,
  Visitor,
];

const field = (key: string, more: object = {}) => ({
  key,
  type: 'text',
  label: key,
  help: '',
  required: false,
  options: [],
  min: null,
  max: null,
  initial: null,
  shownWhen: null,
  requiredWhen: null,
  ...more,
});
const when = (of: string, value: unknown) => ({ match: 'all', tests: [{ field: of, is: 'equals', value }] });
const task = (key: string, after: string[] = [], more: object = {}) => ({
  key: key.replaceAll(' ', '_'),
  title: key,
  teamId: null,
  staffId: null,
  after: after.map((one) => one.replaceAll(' ', '_')),
  olaMinutes: 60,
  when: null,
  ...more,
});
const step = (name: string, approvers: object[], more: object = {}) => ({
  name,
  approvers,
  quorum: 'any',
  veto: true,
  above: null,
  ...more,
});
const terms = (name: string, more: object = {}): ItemTerms =>
  ({
    name,
    summary: '',
    description: '',
    icon: 'laptop',
    heading: 'Hardware',
    form: { fields: [] },
    price: { minor: 250_000, currency: 'AUD' },
    deliveryDays: 5,
    approval: null,
    plan: [],
    parts: [],
    routes: [],
    categoryId: null,
    serviceId: null,
    ...more,
  }) as ItemTerms;
const offer = async (made: ItemTerms, audience: object = {}): Promise<string> => {
  const begun = await olive.call('POST', '/catalogue-items', { terms: made, ...audience });
  if (begun.status !== 201) throw new Error(begun.text);
  const { id } = begun.body as { id: string };
  const published = await olive.call('POST', `/catalogue-items/${id}/publish`, { version: 1 });
  expect(published.body).toMatchObject({ current: { number: 1 }, draft: null });
  return id;
};
const LAPTOP = terms('Laptop', {
  form: {
    fields: [
      field('role', { type: 'choice', options: ['Office', 'Developer'], required: true }),
      field('memory', { type: 'number', min: 16, max: 64, initial: 32, shownWhen: when('role', 'Developer') }),
    ],
  },
  approval: {
    order: 'serial',
    currency: 'AUD',
    expireAfterHours: 72,
    remindEveryHours: 24,
    steps: [
      step('Manager', [{ kind: 'manager' }]),
      step('Director', [{ kind: 'role', role: 'director' }], { above: 200_000 }),
    ],
  },
  plan: [task('order it'), task('set it up', ['order it']), task('hand it over', ['set it up'])],
});
const laptop = await offer(LAPTOP);

const order = (who: Visitor, itemId: string, answers: object, more: object = {}) =>
  who.call('POST', '/portal/requests', { itemId, answers, ...more });
const votesOf = async (who: Visitor) =>
  ((await who.call('GET', '/portal/approvals')).body as { items: OpenVote[] }).items;
const vote = (who: Visitor, { id }: OpenVote, body: object) => who.call('POST', `/portal/approvals/votes/${id}`, body);
const ticket = async (key: string) => (await olive.call('GET', `/tickets/${key}`)).body as TicketView;
const request = async (key: string) =>
  ((await olive.call('GET', `/tickets/${key}/request`)).body as { request: RequestView }).request;
const sentences = async (key: string) =>
  (
    (await olive.call('GET', `/tickets/${key}/timeline`)).body as {
      items: { actor?: { name: string }; text?: string; sentence?: string }[];
    }
  ).items.map((item) => JSON.stringify(item));

test('a laptop is ordered in the portal, approved by manager and director, carried out task by task, and fulfilled', async () => {
  const card = ((await ada.call('GET', '/portal/catalogue')).body as { items: CatalogueCard[] }).items.find(
    ({ id }) => id === laptop,
  );
  expect(card).toMatchObject({ name: 'Laptop', price: { minor: 250_000 }, deliveryDays: 5, needsApproval: true });
  const quoted = await ada.call('POST', '/portal/requests/quote', { itemId: laptop, answers: { role: 'Developer' } });
  expect(quoted.body as QuoteView).toMatchObject({
    faults: [],
    price: { minor: 250_000, currency: 'AUD' },
    expectedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    approval: [
      { step: 'Manager', needed: true, who: ['Mary Manager'] },
      { step: 'Director', needed: true, who: ['Dora Director'], why: 'AUD 2,500.00 is above AUD 2,000.00' },
    ],
  });
  const refused = await order(ada, laptop, { memory: 8, role: 'Developer' });
  expect(refused.body).toMatchObject({ status: 422, errors: [{ path: 'answers.memory' }] });
  const made = await order(ada, laptop, { role: 'Developer' }, { reason: 'Mine is <b>old</b>' });
  expect(made.status).toBe(201);
  const { key } = made.body as RequestMade;
  expect(await ticket(key)).toMatchObject({
    kind: 'request',
    status: 'pending_approval',
    title: 'Laptop',
    source: 'portal',
  });
  expect(
    ((await ada.call('GET', `/portal/tickets/${key}/request`)).body as { request: PortalRequest }).request,
  ).toMatchObject({
    nextStep: 'It waits for approval: Manager.',
    parts: [
      {
        lines: [
          { label: 'role', value: 'Developer' },
          { label: 'memory', value: '32' },
        ],
      },
    ],
  });
  // Nobody goes around the approval by hand, and no task begins before it.
  expect((await tom.call('POST', `/tickets/${key}/transitions`, { to: 'approved' })).status).toBe(409);
  const before = await request(key);
  const first = before.tasks[0];
  expect((await tom.call('POST', `/tickets/${key}/request/tasks/${first?.id}`, { state: 'done' })).status).toBe(422);
  expect(await votesOf(dora)).toEqual([]);
  const [asked] = await votesOf(mary);
  expect(asked).toMatchObject({
    subject: { title: 'Laptop', cost: { minor: 250_000 }, requester: 'Ada Adams', reason: 'Mine is <b>old</b>' },
    why: 'manager',
    step: { name: 'Manager', needed: 1 },
  });
  expect((await vote(mary, asked as OpenVote, { vote: 'approve' })).body).toEqual({
    state: 'pending',
    step: 'approved',
  });
  const [above] = await votesOf(dora);
  expect((await vote(dora, above as OpenVote, { vote: 'approve', comment: 'Fine' })).body).toEqual({
    state: 'approved',
    step: 'approved',
  });
  expect(await ticket(key)).toMatchObject({ status: 'fulfilling' });
  for (const [at, name] of ['order it', 'set it up', 'hand it over'].entries()) {
    const { tasks } = await request(key);
    expect(tasks.map(({ state }) => state)).toEqual(
      ['order it', 'set it up', 'hand it over'].map((_, index) =>
        index < at ? 'done' : index === at ? 'ready' : 'waiting',
      ),
    );
    const ready = tasks[at];
    expect(ready).toMatchObject({ title: name, dueAt: expect.any(String) });
    const later = tasks[at + 1];
    if (later)
      expect((await tom.call('POST', `/tickets/${key}/request/tasks/${later.id}`, { state: 'done' })).status).toBe(422);
    expect(
      (await tom.call('POST', `/tickets/${key}/transitions`, { to: 'fulfilled', resolutionCode: 'fulfilled' })).status,
    ).toBe(409);
    expect((await tom.call('POST', `/tickets/${key}/request/tasks/${ready?.id}`, { state: 'done' })).status).toBe(204);
  }
  expect(await ticket(key)).toMatchObject({ status: 'fulfilled', statusCategory: 'resolved' });
  const told = (await sentences(key)).join('\n');
  expect(told).toContain('approved Laptop as Manager');
  expect(told).toContain('finished the task: hand it over');
  expect((await ada.call('POST', `/portal/tickets/${key}/confirm`, {})).status).toBe(201);
});

test('a day has to lie between its limits where whoever answers is, and what was answered stays good', async () => {
  const item = await offer(
    terms('Van', { form: { fields: [field('day', { type: 'date', earliest: 2, latest: 90 }), field('note')] } }),
  );
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Australia/Sydney' }).format();
  const ahead = (days: number) => new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);
  const said = (language: string, day: string) =>
    new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));
  for (const days of [1, 91])
    expect((await order(ada, item, { day: ahead(days) })).body).toMatchObject({
      ...{ status: 422, detail: expect.stringContaining('answers.day: must be from ') },
      errors: [
        { path: 'answers.day', message: `must be from ${said('en-GB', ahead(2))} to ${said('en-GB', ahead(90))}` },
      ],
    });
  const german = await ada.call(
    'POST',
    '/portal/requests',
    { itemId: item, answers: { day: ahead(1) } },
    { 'accept-language': 'de' },
  );
  expect(JSON.stringify(german.body)).toContain(
    `Muss vom ${said('de', ahead(2))} bis zum ${said('de', ahead(90))} sein`,
  );
  const { key } = (await order(ada, item, { day: ahead(2) })).body as RequestMade;
  // Days go by.
  await desk.run((ctx) =>
    ctx.tx
      .updateTable('request_parts')
      .set({ answers: JSON.stringify({ day: '2026-01-05' }) })
      .where('client_id', '=', acme)
      .where('item_id', '=', item)
      .execute(),
  );
  const change = async (answers: object) =>
    olive.call('PUT', `/tickets/${key}/request/answers`, {
      ...{ version: (await request(key)).version, position: 0, answers },
    });
  expect((await change({ day: '2026-01-05', note: 'With a ramp' })).status).toBe(200);
  expect((await request(key)).parts[0]?.lines).toContainEqual({ label: 'day', value: '2026-01-05' });
  expect((await change({ day: '2026-01-06' })).body).toMatchObject({ errors: [{ path: 'answers.day' }] });
  const odd = await olive.call('POST', '/catalogue-items', {
    terms: terms('Odd', { form: { fields: [field('day', { type: 'date', earliest: 9, latest: 2 })] } }),
  });
  expect(odd.body).toMatchObject({ errors: [{ path: 'terms.form.fields.0.latest' }] });
});

test('a rejection says why, and requester and desk see it at once', async () => {
  const { key } = (await order(ada, laptop, { role: 'Office' })).body as RequestMade;
  const [asked] = await votesOf(mary);
  expect((await vote(mary, asked as OpenVote, { vote: 'reject' })).body).toMatchObject({
    errors: [{ path: 'comment' }],
  });
  expect((await vote(mary, asked as OpenVote, { vote: 'reject', comment: 'Not this year' })).body).toMatchObject({
    state: 'rejected',
  });
  expect(await ticket(key)).toMatchObject({ status: 'rejected', statusCategory: 'cancelled' });
  const seen = ((await ada.call('GET', `/portal/tickets/${key}/request`)).body as { request: PortalRequest }).request;
  expect(seen.approvals[0]).toMatchObject({
    ...{ state: 'rejected', endedWhy: 'rejected by Manager', endedWords: 'Mary Manager: Not this year' },
  });
  // What is not done is not expected on any day.
  expect([seen.expectedOn, (await request(key)).expectedOn]).toEqual([null, null]);
  expect((await sentences(key)).join('\n')).toContain('Not this year');
  expect((await request(key)).tasks.every(({ state }) => state === 'dropped')).toBe(true);
  expect((await vote(mary, asked as OpenVote, { vote: 'approve' })).status).toBe(409);
  // Restored, it still has to be approved before anybody works on it.
  expect((await tom.call('POST', `/tickets/${key}/transitions`, { to: 'submitted', reason: 'after all' })).status).toBe(
    201,
  );
  expect((await tom.call('POST', `/tickets/${key}/transitions`, { to: 'fulfilling' })).status).toBe(409);
  expect((await tom.call('POST', `/tickets/${key}/request/approval`)).body).toMatchObject({
    approvals: [{ state: 'pending' }, { state: 'rejected' }],
    expectedOn: expect.any(String),
  });
  expect(await ticket(key)).toMatchObject({ status: 'pending_approval' });
  expect((await request(key)).tasks.every(({ state }) => state === 'planned')).toBe(true);
});

test('what was not approved is asked for again, with the answers that the item as it is now still takes', async () => {
  const asked = (more: object = {}) =>
    terms('Desk', {
      form: {
        fields: [
          field('colour', { type: 'choice', options: ['Red', 'Blue'] }),
          field('day', { type: 'date', earliest: 0 }),
          field('floor'),
          field('with', { type: 'person' }),
        ],
        ...more,
      },
      approval: LAPTOP.approval,
    });
  const item = await offer(asked());
  const tomorrow = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
  const answers = { colour: 'Red', day: tomorrow, floor: '3', with: people.mary };
  const made = await order(ada, item, answers, { reason: 'Mine wobbles', forContactId: people.mary });
  const { key } = made.body as RequestMade;
  const again = async (who: Visitor) =>
    ((await who.call('GET', `/portal/tickets/${key}/request`)).body as { request: PortalRequest }).request.again;
  const former = (who: Visitor) => who.call('GET', `/portal/tickets/${key}/request/again`);
  expect([await again(ada), (await former(ada)).body]).toEqual([null, { order: null }]);
  const asking = (await votesOf(dora)).find(({ subject }) => subject.ticketKey === key) as OpenVote;
  await vote(dora, asking, { vote: 'reject', comment: 'Not now' });
  expect(await again(ada)).toBe(item);
  expect((await former(ada)).body).toEqual({
    order: { itemId: item, answers, parts: [], reason: 'Mine wobbles', forContactId: people.mary },
  });
  for (const who of [mary, bea]) expect((await former(who)).status).toBe(404);
  // The item has changed since: a choice went, a question went, and another came.
  const changed = asked({
    fields: [
      field('colour', { type: 'choice', options: ['Green'] }),
      field('day', { type: 'date', earliest: 30 }),
      field('with', { type: 'person' }),
      field('why', { required: true }),
    ],
  });
  const { version } = (await olive.call('GET', `/catalogue-items/${item}`)).body as CatalogueItemView;
  await olive.call('PATCH', `/catalogue-items/${item}`, { version, terms: changed });
  await olive.call('POST', `/catalogue-items/${item}/publish`, { version: version + 1 });
  const { order: body } = (await former(ada)).body as { order: { answers: object } };
  expect(body.answers).toEqual({ with: people.mary });
  expect((await order(ada, item, { ...body.answers, why: 'It wobbles' })).status).toBe(201);
  // Whoever is not offered it any more is not invited to ask.
  const now = (await olive.call('GET', `/catalogue-items/${item}`)).body as CatalogueItemView;
  await olive.call('PATCH', `/catalogue-items/${item}`, { version: now.version, active: false });
  expect([await again(ada), (await former(ada)).body]).toEqual([null, { order: null }]);
});

test('each colleague of a large company can be named, found by a piece of their name or chosen among all', async () => {
  await desk.run(async (ctx) => {
    for (let at = 100; at < 160; at += 1) await createContact(ctx, { clientId: birch, name: `Person ${at}` });
  });
  const names = async (query = '') =>
    ((await bea.call('GET', `/portal/colleagues${query}`)).body as { items: { name: string }[] }).items.map(
      ({ name }) => name,
    );
  expect(await names()).toEqual(expect.arrayContaining(['Bea Birch', 'Person 100', 'Person 159']));
  expect(await names('?q=person')).toHaveLength(50);
  expect(await names('?q=n%20159')).toEqual(['Person 159']);
});

test('nobody decides about what they asked for: a manager’s own order goes to the manager above', async () => {
  const { key } = (await order(mary, laptop, { role: 'Office' })).body as RequestMade;
  const mine = (votes: OpenVote[]) => votes.filter(({ subject }) => subject.ticketKey === key);
  expect(mine(await votesOf(mary))).toEqual([]);
  const [asked] = mine(await votesOf(dora));
  expect(asked).toMatchObject({ why: 'manager' });
  expect((await vote(mary, asked as OpenVote, { vote: 'approve' })).status).toBe(404);
  // The manager orders for one of their people: then the manager above is asked as well.
  const other = (await order(mary, laptop, { role: 'Office' }, { forContactId: people.ada })).body as RequestMade;
  expect(other.title).toBe('Laptop for Ada Adams');
  const [above] = (await votesOf(dora)).filter(({ subject }) => subject.ticketKey === other.key);
  expect(above).toMatchObject({
    why: 'manager above, because the manager asked for it',
    subject: { forWhom: 'Ada Adams' },
  });
});

test('whoever stands in for a time votes in place of the other, and the history says so', async () => {
  const soon = new Date(Date.now() + 7 * 86_400_000).toISOString();
  const made = await mary.call('POST', '/portal/delegations', {
    toContactId: people.dora,
    untilAt: soon,
    reason: 'Holiday',
  });
  expect(made.status).toBe(201);
  const { key } = (await order(ada, laptop, { role: 'Office' })).body as RequestMade;
  const find = async () =>
    (await votesOf(dora)).find(({ subject, inPlaceOf }) => subject.ticketKey === key && inPlaceOf !== null);
  const standing = await find();
  expect(standing).toMatchObject({ inPlaceOf: 'Mary Manager', step: { name: 'Manager' } });
  expect((await vote(dora, standing as OpenVote, { vote: 'approve' })).body).toMatchObject({ step: 'approved' });
  expect((await sentences(key)).join('\n')).toContain('approved Laptop as Manager in place of Mary Manager');
  expect((await request(key)).approvals[0]?.steps[0]?.voters[0]).toMatchObject({
    name: 'Mary Manager',
    by: 'Dora Director',
  });
  expect((await mary.call('GET', '/portal/delegations')).body).toMatchObject({
    items: [{ to: { name: 'Dora Director' } }],
  });
  const { id } = made.body as { id: string };
  expect((await mary.call('DELETE', `/portal/delegations/${id}`)).status).toBe(204);
  const next = (await order(ada, laptop, { role: 'Office' })).body as RequestMade;
  expect((await votesOf(dora)).some(({ subject }) => subject.ticketKey === next.key)).toBe(false);
  // Not to somebody elsewhere, and not to oneself.
  for (const toContactId of [people.bea, people.mary])
    expect((await mary.call('POST', '/portal/delegations', { toContactId, untilAt: soon })).status).toBe(422);
});

test('what is changed after it was approved is not approved any more', async () => {
  const cheap = await offer(
    terms('Screen', {
      price: { minor: 30_000, currency: 'AUD' },
      form: { fields: [field('size', { type: 'choice', options: ['24', '27'] })] },
      approval: { ...LAPTOP.approval, steps: [LAPTOP.approval?.steps[0]] },
      plan: [task('order it')],
    }),
  );
  const { key } = (await order(ada, cheap, { size: '24' })).body as RequestMade;
  const [asked] = (await votesOf(mary)).filter(({ subject }) => subject.ticketKey === key);
  await vote(mary, asked as OpenVote, { vote: 'approve' });
  expect(await ticket(key)).toMatchObject({ status: 'fulfilling' });
  const changed = await tom.call('PUT', `/tickets/${key}/request/answers`, {
    version: 1,
    position: 0,
    answers: { size: '27' },
  });
  expect(changed.body).toMatchObject({ approvals: [{ state: 'pending' }, { state: 'voided' }], version: 2 });
  expect(await ticket(key)).toMatchObject({ status: 'pending_approval' });
  // Nobody carries out what is not approved.
  const finish = async () =>
    tom.call('POST', `/tickets/${key}/request/tasks/${(await request(key)).tasks[0]?.id}`, { state: 'done' });
  expect((await finish()).body).toMatchObject({ detail: expect.stringContaining('waits for the approval') });
  const [again] = (await votesOf(mary)).filter(({ subject }) => subject.ticketKey === key);
  await vote(mary, again as OpenVote, { vote: 'approve' });
  expect((await finish()).status).toBe(204);
  const stale = await tom.call('PUT', `/tickets/${key}/request/answers`, {
    version: 1,
    position: 0,
    answers: { size: '24' },
  });
  expect(stale.status).toBe(409);
});

test('votes that come at once decide once', async () => {
  const both = await offer(
    terms('Server', {
      approval: {
        ...LAPTOP.approval,
        order: 'parallel',
        steps: [step('Two', [{ kind: 'manager' }, { kind: 'role', role: 'director' }], { quorum: 'all', veto: true })],
      },
      plan: [task('order it')],
    }),
  );
  const { key } = (await order(ada, both, {})).body as RequestMade;
  const [one] = (await votesOf(mary)).filter(({ subject }) => subject.ticketKey === key);
  const [other] = (await votesOf(dora)).filter(({ subject }) => subject.ticketKey === key);
  const answers = await Promise.all([
    vote(mary, one as OpenVote, { vote: 'approve' }),
    vote(mary, one as OpenVote, { vote: 'reject', comment: 'No' }),
    vote(dora, other as OpenVote, { vote: 'reject', comment: 'No' }),
    vote(dora, other as OpenVote, { vote: 'approve' }),
  ]);
  expect(answers.every(({ status }) => status === 200 || status === 409)).toBe(true);
  const { approvals } = await request(key);
  const votes = approvals[0]?.steps[0]?.voters.flatMap((voter) => voter.vote ?? []) ?? [];
  const expected = votes.includes('reject') ? 'rejected' : 'approved';
  expect(approvals).toHaveLength(1);
  expect(approvals[0]?.state).toBe(expected);
  const ended = (await sentences(key)).filter((line) => line.includes('approval_ended'));
  expect(ended).toHaveLength(1);
});

test('prices, delivery and approval are inherited from the provider, the group and the client', async () => {
  const phone = await offer(terms('Phone', { approval: LAPTOP.approval }));
  const put = (body: object) => olive.call('PUT', `/catalogue-items/${phone}/offers`, body);
  expect(
    (await put({ groupId: gold, terms: { price: { minor: 90_000, currency: 'AUD' }, deliveryDays: 2 } })).status,
  ).toBe(204);
  expect(
    (await put({ clientId: acme, terms: { price: { minor: 80_000, currency: 'AUD' }, approval: null } })).status,
  ).toBe(204);
  expect((await put({ clientId: acme, terms: { offered: false } })).status).toBe(409);
  const card = async (who: Visitor) =>
    ((await who.call('GET', '/portal/catalogue')).body as { items: CatalogueCard[] }).items.find(
      ({ id }) => id === phone,
    );
  expect(await card(ada)).toMatchObject({ price: { minor: 80_000 }, deliveryDays: 2, needsApproval: false });
  expect(await card(bea)).toMatchObject({ price: { minor: 250_000 }, deliveryDays: 5, needsApproval: true });
  const { key } = (await order(ada, phone, {})).body as RequestMade;
  expect((await request(key)).why).toMatchObject({
    price: 'the price of Acme',
    delivery: expect.stringContaining('by Gold'),
    approval: 'no approval is asked',
  });
  expect((await put({ clientId: birch, terms: { offered: false } })).status).toBe(204);
  expect(await card(bea)).toBeUndefined();
  expect((await bea.call('GET', `/portal/catalogue/${phone}`)).status).toBe(404);
  expect((await order(bea, phone, {})).status).toBe(404);
  // A person of a client can be named only in what holds for that client.
  const named = { ...LAPTOP.approval, steps: [step('Bea', [{ kind: 'contact', id: people.bea }])] };
  expect((await put({ groupId: gold, version: 1, terms: { approval: named } })).status).toBe(422);
  expect((await put({ clientId: acme, version: 1, terms: { approval: named } })).status).toBe(422);
});

test('an order keeps the version it was made from', async () => {
  const mouse = await offer(terms('Mouse', { form: { fields: [field('colour')] } }));
  const { key } = (await order(ada, mouse, { colour: 'red' })).body as RequestMade;
  const draft = terms('Mouse', {
    price: { minor: 1, currency: 'AUD' },
    form: { fields: [field('hand', { required: true })] },
  });
  const saved = (await olive.call('PATCH', `/catalogue-items/${mouse}`, { version: 2, terms: draft }))
    .body as CatalogueItemView;
  expect((await order(ada, mouse, { colour: 'red' })).status).toBe(201);
  expect(
    (await olive.call('POST', `/catalogue-items/${mouse}/publish`, { version: saved.version })).body,
  ).toMatchObject({ current: { number: 2 } });
  expect((await order(ada, mouse, { colour: 'red' })).status).toBe(422);
  expect(await request(key)).toMatchObject({
    price: { minor: 250_000 },
    parts: [{ itemVersion: 1, lines: [{ label: 'colour', value: 'red' }] }],
  });
});

test('a bundle is one request: its parts by the answers, their forms, prices and tasks together', async () => {
  const mailbox = await offer(
    terms('Mailbox', {
      price: { minor: 1_000, currency: 'AUD' },
      form: { fields: [field('address', { required: true })] },
      plan: [task('make it')],
    }),
  );
  const starter = await offer(
    terms('New starter', {
      price: null,
      form: { fields: [field('name', { required: true }), field('laptop', { type: 'yes_no', initial: true })] },
      parts: [
        { itemId: mailbox, when: null },
        { itemId: laptop, when: when('laptop', true) },
      ],
      plan: [task('welcome', ['parts'])],
    }),
  );
  const item = (await ada.call('GET', `/portal/catalogue/${starter}`)).body as CatalogueItem;
  expect(item).toMatchObject({
    price: { minor: 251_000 },
    parts: [
      { name: 'Mailbox', included: true },
      { name: 'Laptop', included: true },
    ],
  });
  const answers = { name: 'Nina New', laptop: false };
  const missing = await order(ada, starter, answers);
  expect(missing.body).toMatchObject({ status: 422, errors: [{ path: 'parts.0.answers.address' }] });
  const stranger = await order(ada, starter, answers, {
    parts: [
      { itemId: mailbox, answers: { address: 'nina' } },
      { itemId: laptop, answers: {} },
    ],
  });
  expect(stranger.body).toMatchObject({ errors: [{ path: 'parts.1.itemId' }] });
  const { key } = (await order(ada, starter, answers, { parts: [{ itemId: mailbox, answers: { address: 'nina' } }] }))
    .body as RequestMade;
  const made = await request(key);
  expect(made).toMatchObject({ price: { minor: 1_000 }, parts: [{ name: 'New starter' }, { name: 'Mailbox' }] });
  expect(made.tasks.map(({ title, state }) => [title, state])).toEqual([
    ['Mailbox: make it', 'ready'],
    ['welcome', 'waiting'],
  ]);
});

test('a bundle asks for the approvals of what it brings, each by its own price and as the client has it', async () => {
  const [manager, director] = LAPTOP.approval?.steps ?? [];
  const notebook = await offer(
    terms('Notebook', { price: { minor: 219_000, currency: 'AUD' }, approval: LAPTOP.approval }),
  );
  const kit = await offer(
    terms('Kit', {
      price: { minor: 100, currency: 'AUD' },
      form: { fields: [field('notebook', { type: 'yes_no', initial: true }), field('note')] },
      approval: { ...LAPTOP.approval, expireAfterHours: 96, steps: [manager] },
      parts: [{ itemId: notebook, when: when('notebook', true) }],
    }),
  );
  const plain = await offer(terms('Plain kit', { price: null, parts: [{ itemId: notebook, when: null }] }));
  const quoted = async (itemId: string, answers: object) =>
    ((await ada.call('POST', '/portal/requests/quote', { itemId, answers })).body as QuoteView).approval;
  expect(await quoted(kit, {})).toEqual([
    {
      ...{ step: 'Manager', needed: true, parts: ['Notebook'], who: ['Mary Manager'] },
      why: 'always asked',
    },
    {
      ...{ step: 'Director', needed: true, parts: ['Notebook'], who: ['Dora Director'] },
      why: 'for Notebook: AUD 2,190.00 is above AUD 2,000.00',
    },
  ]);
  expect(await quoted(kit, { notebook: false })).toMatchObject([{ step: 'Manager', parts: [], why: 'always asked' }]);
  expect(await quoted(plain, {})).toMatchObject([{ step: 'Manager' }, { step: 'Director', needed: true }]);
  const cards = ((await ada.call('GET', '/portal/catalogue')).body as { items: CatalogueCard[] }).items;
  expect(cards.find(({ id }) => id === plain)).toMatchObject({ price: { minor: 219_000 }, needsApproval: true });
  expect((await olive.call('GET', '/catalogue-items')).body).toMatchObject({
    items: expect.arrayContaining([
      expect.objectContaining({ id: notebook, needsApproval: true }),
      expect.objectContaining({ id: plain, needsApproval: false }),
    ]),
  });

  const { key } = (await order(ada, kit, {})).body as RequestMade;
  const whose = 'the approval policy of the catalogue';
  const made = await request(key);
  expect(made).toMatchObject({
    why: { approval: whose },
    approvals: [
      {
        why: whose,
        steps: [
          { name: 'Manager', state: 'open' },
          { name: 'Director', state: 'waiting', why: 'for Notebook: AUD 2,190.00 is above AUD 2,000.00' },
        ],
      },
    ],
  });
  const [first] = made.approvals;
  expect(Date.parse(first?.expiresAt ?? '') - Date.parse(first?.createdAt ?? '')).toBe(72 * 3_600_000);
  const approve = async (who: Visitor) => {
    const [asked] = (await votesOf(who)).filter(({ subject }) => subject.ticketKey === key);
    return (await vote(who, asked as OpenVote, { vote: 'approve' })).body;
  };
  expect(await approve(mary)).toMatchObject({ state: 'pending' });
  expect((await tom.call('POST', `/tickets/${key}/transitions`, { to: 'approved' })).status).toBe(409);
  // Asked again after a change, it asks for all of it again.
  await tom.call('PUT', `/tickets/${key}/request/answers`, {
    version: 1,
    position: 0,
    answers: { notebook: true, note: 'soon' },
  });
  expect((await request(key)).approvals.map(({ state, steps }) => [state, steps.length])).toEqual([
    ['pending', 2],
    ['voided', 2],
  ]);
  expect([await approve(mary), await approve(dora)]).toMatchObject([{ state: 'pending' }, { state: 'approved' }]);

  // What a client has for the part counts as it does when the part is ordered alone.
  const own = { ...LAPTOP.approval, steps: [{ ...director, name: 'Owner', above: null }] };
  await olive.call('PUT', `/catalogue-items/${notebook}/offers`, { clientId: acme, terms: { approval: own } });
  expect((await quoted(kit, {})).map(({ step }) => step)).toEqual(['Manager', 'Owner']);
});

test('what is for some clients or roles only does not exist for the others', async () => {
  const secret = await offer(terms('For Birch alone'), { audience: 'clients', clientIds: [birch] });
  const group = await offer(terms('For Gold'), { audience: 'groups', groupIds: [gold] });
  const managers = await offer(terms('For managers'), { roles: ['manager'] });
  const sees = async (who: Visitor) => {
    const { items } = (await who.call('GET', '/portal/catalogue')).body as { items: CatalogueCard[] };
    return [secret, group, managers].map((id) => items.some((item) => item.id === id));
  };
  expect([await sees(ada), await sees(mary), await sees(bea)]).toEqual([
    [false, true, false],
    [false, true, true],
    [true, false, false],
  ]);
  const limited = await hire(desk, { role: 'manager', clientIds: [acme] });
  const listed = ((await limited.call('GET', '/catalogue-items')).body as { items: { id: string }[] }).items.map(
    ({ id }) => id,
  );
  expect([listed.includes(secret), listed.includes(group)]).toEqual([false, true]);
  expect((await limited.call('GET', `/catalogue-items/${secret}`)).status).toBe(404);
  expect((await limited.call('PATCH', `/catalogue-items/${group}`, { version: 2, active: false })).status).toBe(403);
  // Staff log a request for somebody as it is for them.
  const of = (contactId: string, clientId: string) =>
    limited.call('GET', `/catalogue?clientId=${clientId}&requesterId=${contactId}`);
  expect((await of(people.bea, birch)).status).toBe(404);
  expect((await of(people.bea, acme)).status).toBe(422);
  expect(JSON.stringify((await of(people.ada, acme)).body)).not.toContain('For managers');
  const logged = await limited.call('POST', '/requests', {
    clientId: acme,
    requesterId: people.mary,
    itemId: managers,
    answers: {},
  });
  expect(logged.status).toBe(201);
});

test('tasks and routing follow what is answered now, and a bundle is not made another order', async () => {
  const net = (await olive.call('POST', '/teams', { name: 'Network' })).body as { id: string };
  const heavy = when('model', 'Heavy');
  const desktop = await offer(
    terms('Desktop', {
      form: { fields: [field('model', { type: 'choice', options: ['Light', 'Heavy'], required: true })] },
      approval: { ...LAPTOP.approval, steps: [LAPTOP.approval?.steps[0]] },
      plan: [task('order it'), task('carry it', ['order it'], { when: heavy })],
      routes: [{ when: heavy, teamId: net.id }],
    }),
  );
  const { key } = (await order(ada, desktop, { model: 'Light' })).body as RequestMade;
  const change = async (of: string, answers: object) =>
    tom.call('PUT', `/tickets/${of}/request/answers`, { version: (await request(of)).version, position: 0, answers });
  const titles = async () => (await request(key)).tasks.map(({ title }) => title);
  expect(await titles()).toEqual(['order it']);
  expect((await change(key, { model: 'Heavy' })).body).toMatchObject({
    why: { routing: expect.stringMatching(/^rule 1/) },
  });
  expect([await titles(), (await ticket(key)).team?.id]).toEqual([['order it', 'carry it'], net.id]);
  const [asked] = (await votesOf(mary)).filter(({ subject }) => subject.ticketKey === key);
  await vote(mary, asked as OpenVote, { vote: 'approve' });
  const [first] = (await request(key)).tasks;
  await tom.call('POST', `/tickets/${key}/request/tasks/${first?.id}`, { state: 'done' });
  expect((await change(key, { model: 'Light' })).body).toMatchObject({
    errors: [{ path: 'answers', message: expect.stringContaining('some are finished') }],
  });

  // What was not approved is not begun by other answers.
  const refused = (await order(ada, desktop, { model: 'Light' })).body as RequestMade;
  const [asks] = (await votesOf(mary)).filter(({ subject }) => subject.ticketKey === refused.key);
  await vote(mary, asks as OpenVote, { vote: 'reject', comment: 'Not now' });
  expect((await change(refused.key, { model: 'Heavy' })).status).toBe(200);
  const states = async () => (await request(refused.key)).tasks.map(({ state }) => state);
  expect([await states(), (await ticket(refused.key)).status]).toEqual([['dropped', 'dropped'], 'rejected']);
  await olive.call('POST', `/tickets/${refused.key}/transitions`, { to: 'submitted', reason: 'Once more' });
  expect((await change(refused.key, { model: 'Light' })).status).toBe(200);
  expect([await states(), (await ticket(refused.key)).status]).toEqual([['planned'], 'submitted']);

  const kit = await offer(
    terms('Choice kit', {
      form: { fields: [field('desktop', { type: 'yes_no', initial: false }), field('note')] },
      parts: [{ itemId: laptop, when: when('desktop', true) }],
    }),
  );
  const bundle = (await order(ada, kit, { desktop: false })).body as RequestMade;
  expect((await change(bundle.key, { desktop: true })).body).toMatchObject({
    errors: [{ path: 'answers', message: expect.stringContaining('order it anew') }],
  });
  expect((await change(bundle.key, { desktop: false, note: 'Blue' })).status).toBe(200);
});

test('where fewer are there than have to approve nobody decides alone, and it is asked again once there are enough', async () => {
  const safe = await offer(
    terms('Safe', {
      approval: {
        ...LAPTOP.approval,
        steps: [step('Two directors', [{ kind: 'role', role: 'director' }], { quorum: 2 })],
      },
    }),
  );
  const { key } = (await order(ada, safe, {})).body as RequestMade;
  const [asked] = (await votesOf(dora)).filter(({ subject }) => subject.ticketKey === key);
  expect((await vote(dora, asked as OpenVote, { vote: 'approve' })).body).toMatchObject({ state: 'pending' });
  expect((await request(key)).approvals[0]?.steps[0]).toMatchObject({ asked: 1, needed: 2, stuck: true });
  const again = () => olive.call('POST', `/tickets/${key}/request/approval`);
  await desk.run((ctx) => createContact(ctx, { clientId: acme, name: 'Dirk Director', roles: ['director'] }));
  expect((await again()).body).toMatchObject({ approvals: [{ state: 'pending' }, { state: 'voided' }] });
  expect((await request(key)).approvals[0]?.steps[0]).toMatchObject({ asked: 2, needed: 2, stuck: false });
  expect((await again()).status).toBe(409);
});

test('a part that is not for whoever orders is refused like one that nobody has, and none is answered twice', async () => {
  const theirs = await offer(terms('Only Birch'), { audience: 'clients', clientIds: [birch] });
  const kit = await offer(terms('Open kit', { parts: [theirs, laptop].map((itemId) => ({ itemId, when: null })) }));
  const stranger = '0190a000-0000-7000-8000-000000000001';
  const office = { itemId: laptop, answers: { role: 'Office' } };
  const refused = async (parts: object[]) =>
    ((await order(ada, kit, {}, { parts })).body as { errors: object[] }).errors;
  const message = 'does not come with this order';
  for (const itemId of [theirs, stranger])
    expect(await refused([office, { itemId, answers: {} }])).toEqual([{ path: 'parts.1.itemId', message }]);
  expect(await refused([office, office])).toEqual([{ path: 'parts.1.itemId', message: 'is answered twice' }]);
  expect((await order(ada, kit, {}, { parts: [office] })).status).toBe(201);
});
