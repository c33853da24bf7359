import { expect, test } from 'vitest';
import { createClient, createContact } from '#server/business/client/index.ts';
import { createTeam } from '#server/desk/team/index.ts';
import type { MacroPreview, MacroStep, MacroView } from '#shared/library.ts';
import type { LifecycleView } from '#shared/lifecycle.ts';
import type { TicketView, TimelineEntry } from '#shared/ticket.ts';
import { openDesk } from '#tests/desk.ts';
import { hire } from '#tests/people.ts';

const desk = await openDesk();
const olive = await hire(desk, { name: 'Olive Owner' });
const tom = await hire(desk, { name: 'Tom Tech', role: 'technician' });
const { acme, birch, ada, team } = await desk.run(async (ctx) => {
  const acme = await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' });
  const birch = await createClient(ctx, { name: 'Birch', code: 'BIRCH', timeZone: 'UTC' });
  const ada = await createContact(ctx, { clientId: acme, name: 'Ada Adams' });
  const team = await createTeam(ctx, { name: 'Network', members: [{ staffId: tom.id, lead: false }] });
  return { acme, birch, ada, team };
});
const { id: checklistId } = (
  await olive.call('POST', '/checklists', {
    name: 'Outage',
    items: [
      { text: 'Ring the provider', required: true },
      { text: 'Have a tea', required: false },
    ],
  })
).body as { id: string };

const log = async (clientId = acme) =>
  (
    await olive.call('POST', '/tickets', {
      kind: 'incident',
      clientId,
      title: 'Line down',
      requesterId: clientId === acme ? ada : null,
    })
  ).body as TicketView;
const write = (who: typeof tom, steps: MacroStep[], name = 'Outage') => who.call('POST', '/macros', { name, steps });
const macroOf = async (steps: MacroStep[], who = tom) => ((await write(who, steps)).body as { id: string }).id;
const read = async (key: string) => (await olive.call('GET', `/tickets/${key}`)).body as TicketView;

test('a macro does all of its steps at once, through the ticket’s own commands', async () => {
  const [ticket, other] = [await log(), await log()];
  const id = await macroOf([
    { set: { impact: 1, urgency: 1 } },
    { tags: { add: ['outage'], remove: ['nothing'] } },
    { assign: { teamId: team, toMe: true } },
    { checklist: { checklistId } },
    { watch: { kind: 'requester' } },
    { link: { kind: 'related' } },
    {
      message: {
        visibility: 'public',
        body: '<p>Hi {{requester.firstName}}, {{assignee.firstName}} has it.</p>',
        minutes: 5,
      },
    },
    { transition: { to: 'on_hold', holdReason: 'vendor' } },
  ]);
  const stored = (await tom.call('GET', `/macros/${id}`)).body as MacroView;
  expect(stored.sentences).toEqual([
    'Set impact to high, urgency to high',
    'Add tag outage; Remove tag nothing',
    'Assign to the team Network, me',
    'Add the checklist Outage',
    'Let the requester watch',
    'Link as related to a ticket that is asked for',
    'Reply “Hi {{requester.firstName}}, {{assignee.firstName}} has it.” and 5 min',
    'Move to on hold',
  ]);
  const done = await tom.call('POST', `/tickets/${ticket.key}/macros/${id}`, {
    version: ticket.version,
    linkTo: other.key,
  });
  expect(done.status).toBe(201);
  expect(done.body).toMatchObject({
    priority: 1,
    tags: ['outage'],
    team: { id: team },
    assignee: { id: tom.id },
    status: 'on_hold',
    holdReason: 'vendor',
    minutesSpent: 5,
    lastMessage: { text: 'Hi Ada, Tom has it.' },
    links: [{ ticket: { key: other.key } }],
    watchers: [{ kind: 'contact', id: ada }],
    checklist: [
      { text: 'Ring the provider', required: true },
      { text: 'Have a tea', required: false },
    ],
  });
  const { items } = (await tom.call('GET', `/tickets/${ticket.key}/timeline`)).body as { items: TimelineEntry[] };
  expect(items.at(-1)?.sentence).toBe('ran the macro Outage');
  expect((await tom.call('POST', `/tickets/${ticket.key}/macros/${id}`, { version: ticket.version })).status).toBe(409);
});

test('a step that is refused undoes the whole macro and is named', async () => {
  const ticket = await log();
  const id = await macroOf([
    { tags: { add: ['tried'] } },
    { message: { visibility: 'public', body: '<p>Said</p>' } },
    { transition: { to: 'closed' } },
  ]);
  const refused = await tom.call('POST', `/tickets/${ticket.key}/macros/${id}`, {});
  expect(refused.body).toMatchObject({
    status: 409,
    step: 2,
    detail: expect.stringContaining('Nothing was done. Step 3 of 3 (Move to closed)'),
    errors: [{ path: 'steps.2.to' }],
  });
  expect(await read(ticket.key)).toMatchObject({ tags: [], version: ticket.version, lastMessage: null });
});

test('a preview says what each step would change, and changes nothing', async () => {
  const ticket = await log();
  const id = await macroOf([
    { set: { priority: 1 } },
    { message: { visibility: 'internal', body: '<p>For {{client.name}}</p>' } },
    { checklist: { checklistId } },
    { transition: { to: 'closed' } },
  ]);
  const preview = (await tom.call('POST', `/tickets/${ticket.key}/macros/${id}/preview`, {})).body as MacroPreview;
  expect(preview.steps).toMatchObject([
    { step: 'Set priority to P1', changes: [{ label: 'Priority', before: 'P3', after: 'P1' }], message: null },
    { changes: [], message: { visibility: 'internal', html: '<p>For Acme</p>' } },
    { told: ['added to the checklist: Outage'] },
  ]);
  expect(preview.refused).toMatchObject({ index: 3, step: 'Move to closed', errors: [{ path: 'to' }] });
  const after = await read(ticket.key);
  expect(after).toEqual(ticket);
  const { items } = (await tom.call('GET', `/tickets/${ticket.key}/timeline`)).body as { items: TimelineEntry[] };
  expect(items).toHaveLength(1);
});

test('what a preview takes back is not taken for stored: a client’s first ticket of that priority is logged after it', async () => {
  const ticket = await log(birch);
  const steps: MacroStep[] = [1, 2, 1].map((priority) => ({ set: { priority } }));
  const preview = await tom.call('POST', `/tickets/${ticket.key}/macros/${await macroOf(steps)}/preview`, {});
  expect(preview).toMatchObject({ body: { refused: null } });
  const first = { kind: 'incident', clientId: birch, title: 'All is down', impact: 1, urgency: 1 };
  expect(await olive.call('POST', '/tickets', first)).toMatchObject({ status: 201, body: { priority: 1 } });
});

test('a long text is named by how it begins, to the end of a word', async () => {
  const body = `<p>${'We have ordered the part. '.repeat(5)}</p>`;
  const id = await macroOf([{ message: { visibility: 'public', body } }]);
  const { sentences } = (await tom.call('GET', `/macros/${id}`)).body as MacroView;
  expect(sentences).toEqual([`Reply “${'We have ordered the part. '.repeat(3)}We …”`]);
});

test('a macro gives nobody a right they do not have', async () => {
  const ticket = await log();
  await desk.run((ctx) =>
    ctx.tx
      .insertInto('roles')
      .values({ key: 'tagger', name: 'Tagger', permissions: ['ticket.read', 'ticket.update'] })
      .execute(),
  );
  const tagger = await hire(desk, { role: 'tagger' });
  const id = await macroOf([{ tags: { add: ['x'] } }, { assign: { toMe: true } }], tagger);
  expect((await tagger.call('POST', `/tickets/${ticket.key}/macros/${id}`, {})).body).toMatchObject({
    status: 403,
    step: 1,
    detail: expect.stringContaining('ticket.assign'),
  });
  const limited = await hire(desk, { role: 'technician', clientIds: [birch] });
  const own = await macroOf([{ tags: { add: ['x'] } }], limited);
  expect((await limited.call('POST', `/tickets/${ticket.key}/macros/${own}`, {})).status).toBe(404);
  const elsewhere = await log(birch);
  const linking = await macroOf([{ link: { kind: 'related' } }], limited);
  const link = { linkTo: ticket.key };
  expect((await limited.call('POST', `/tickets/${elsewhere.key}/macros/${linking}`, link)).status).toBe(404);
  expect((await tom.call('POST', `/tickets/${ticket.key}/macros/${own}`, {})).status).toBe(404);
});

test('steps that cannot be meant are refused when written down', async () => {
  expect(
    (await write(tom, [{ tags: {} }, { watch: { kind: 'staff' } }, { assign: {} }, { set: {} }])).body,
  ).toMatchObject({
    status: 422,
    errors: [
      { path: 'steps.0.tags' },
      { path: 'steps.1.watch.id' },
      { path: 'steps.2.assign' },
      { path: 'steps.3.set' },
    ],
  });
  expect((await write(tom, [{ message: { visibility: 'public', body: '{{what}}' } }])).body).toMatchObject({
    errors: [{ path: 'steps.0.message.body' }],
  });
  expect((await write(tom, [{}])).status).toBe(400);
  expect((await write(tom, [{ tags: { add: ['x'] }, set: { impact: 1 } }])).status).toBe(400);
});

test('a step that no kind of ticket could ever take is refused when written down, and by the lifecycles of the day', async () => {
  expect(
    (
      await write(tom, [
        { transition: { to: 'on_hold' } },
        { transition: { to: 'on_hold', holdReason: 'scheduled' } },
        { transition: { to: 'resolved', resolutionNote: 'Did it.' } },
        { transition: { to: 'fulfilled', resolutionCode: 'fulfilled' } },
        { transition: { to: 'gone_fishing' } },
      ])
    ).body,
  ).toMatchObject({
    status: 422,
    errors: [
      { path: 'steps.0.transition.holdReason', message: 'Say what it waits for.' },
      { path: 'steps.1.transition.holdUntil' },
      { path: 'steps.2.transition.resolutionCode' },
      { path: 'steps.4.transition.to' },
    ],
  });
  const id = await macroOf([{ transition: { to: 'on_hold', holdReason: 'client' } }]);
  const { version } = (await tom.call('GET', `/macros/${id}`)).body as MacroView;
  const emptied = { version, steps: [{ transition: { to: 'on_hold' } }] };
  expect((await tom.call('PATCH', `/macros/${id}`, emptied)).status).toBe(422);
  // A kind whose step to it asks for nothing lets it be written.
  const task = (await olive.call('GET', '/lifecycles/task')).body as LifecycleView;
  const { lifecycle } = task;
  const resting = lifecycle.statuses.map((one) => (one.key === 'on_hold' ? { ...one, hold: false } : one));
  const asking = lifecycle.transitions
    .filter(({ from, to }) => !(to === 'on_hold' && from.includes(to)))
    .map((one) => (one.to === 'on_hold' ? { ...one, requires: [] } : one));
  const eased = { ...lifecycle, statuses: resting, transitions: asking };
  expect((await olive.call('PUT', '/lifecycles/task', { version: task.version, lifecycle: eased })).status).toBe(200);
  expect((await tom.call('PATCH', `/macros/${id}`, emptied)).status).toBe(204);
});

test('whoever does not see what a macro names does not see the macro, and writes none like it', async () => {
  const bea = await hire(desk, { name: 'Bea of Birch', role: 'dispatcher', clientIds: [birch] });
  const ticket = await log();
  const steps: MacroStep[] = [
    { watch: { kind: 'contact', id: ada } },
    { link: { kind: 'related', to: ticket.key } },
    { transition: { to: 'duplicate', duplicateOfId: ticket.id } },
  ];
  for (const step of steps) {
    const made = await olive.call('POST', '/macros', { name: 'Of Acme', steps: [step], shared: true });
    const { id } = made.body as { id: string };
    expect((await tom.call('GET', `/macros/${id}`)).status).toBe(200);
    expect((await bea.call('GET', `/macros/${id}`)).status).toBe(404);
    expect((await write(bea, [{ tags: { add: ['x'] } }, step])).body).toMatchObject({
      status: 422,
      errors: [{ path: 'steps.1' }],
    });
  }
  const own = ((await write(bea, [{ tags: { add: ['x'] } }])).body as { id: string }).id;
  const listed = ((await bea.call('GET', '/macros')).body as { items: MacroView[] }).items;
  expect(listed.map((item) => item.id)).toContain(own);
  expect(JSON.stringify(listed)).not.toMatch(/Of Acme|ACME/);
});
