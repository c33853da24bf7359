import { expect, test } from 'vitest';
import type { Issued } from '#shared/billing.ts';
import type { ChargeView } from '#shared/contract.ts';
import type { ProjectOfTicket, ProjectRow, ProjectView, Pushed } from '#shared/project.ts';
import type { TicketView } from '#shared/ticket.ts';
import { billingDesk, done } from '#tests/billing-desk.ts';
import { openDesk } from '#tests/desk.ts';
import { hire } from '#tests/people.ts';
import { createProjectFromQuote } from './index.ts';

const desk = await openDesk({ roles: ['web'] });
// 2 November 2026 is a Monday.
const { olga, fina, tom, acme, birch, at, run } = await billingDesk(desk, '2026-11-02T09:00:00Z');
const dora = await hire(desk, { name: 'Dora Dispatch', role: 'dispatcher' });

type Made = { id: string };
const project = async (input: object = {}) =>
  (await done<Made>(olga, 'POST', '/projects', { clientId: acme, name: 'New office', charged: 'time', ...input })).id;
const view = (id: string, who = olga) => done<ProjectView>(who, 'GET', `/projects/${id}`);
const task = async (id: string, title: string, input: object = {}) =>
  (await done<Made>(olga, 'POST', `/projects/${id}/tasks`, { title, ...input })).id;
const save = async (id: string, input: object) => {
  const { version } = await view(id);
  return olga.call('PATCH', `/projects/${id}`, { version, ...input });
};
const plan = async (id: string, ticketId: string, input: object) => {
  const version = (await view(id)).items.find((one) => one.id === ticketId)?.version;
  return olga.call('PATCH', `/projects/${id}/tasks/${ticketId}`, { version, ...input });
};
const finish = async (key: string) => {
  for (const to of ['in_progress', 'done']) {
    const { version } = await done<TicketView>(tom, 'GET', `/tickets/${key}`);
    await done(tom, 'POST', `/tickets/${key}/transitions`, {
      to,
      version,
      ...(to === 'done' ? { resolutionNote: 'Done' } : {}),
    });
  }
};

test('a project goes from a draft to done, with the next number of its client, and says what stands in the way', async () => {
  const id = await project({ begins: '2026-11-02', ends: '2026-11-20', managerId: dora.id, budgetMinutes: 6_000 });
  const second = await project();
  const elsewhere = await project({ clientId: birch });
  expect([(await view(id)).key, (await view(second)).key, (await view(elsewhere)).key]).toEqual([
    'ACME-P1',
    'ACME-P2',
    'BIRCH-P1',
  ]);
  expect(await view(id)).toMatchObject({
    state: 'draft',
    currency: 'AUD',
    manager: { name: 'Dora Dispatch' },
    late: false,
  });
  expect((await save(id, { state: 'done' })).body).toMatchObject({
    code: 'conflict',
    detail: 'ACME-P1 is draft: it can become active, cancelled.',
  });
  expect((await save(id, { state: 'active' })).status).toBe(200);
  expect((await save(id, { charged: 'fixed' })).body).toMatchObject({ errors: [{ path: 'charged' }] });
  const cabling = await task(id, 'Run cables', { starts: '2026-11-02', ends: '2026-11-03' });
  const { key } = (await view(id)).items[0] ?? { key: '' };
  expect((await save(id, { state: 'done' })).body).toMatchObject({
    detail: `${key} of it are still open: finish or cancel them first.`,
  });
  expect(await done<TicketView>(tom, 'GET', `/tickets/${cabling}`)).toMatchObject({
    kind: 'task',
    title: 'Run cables',
  });
  await finish(key);
  expect((await save(id, { state: 'done' })).status).toBe(200);
  expect((await olga.call('POST', `/projects/${id}/tasks`, { title: 'Late' })).body).toMatchObject({
    detail: 'ACME-P1 is done; make it active again first.',
  });
  // Whoever saw an older version is told.
  expect((await olga.call('PATCH', `/projects/${id}`, { version: 1, name: 'Mine' })).status).toBe(409);
  const { items } = await done<{ items: { sentence: string }[] }>(olga, 'GET', `/clients/${acme}/timeline`);
  expect(items.map(({ sentence }) => sentence)).toContain('made the project ACME-P1 New office done');
  const list = await done<{ items: ProjectRow[] }>(olga, 'GET', `/projects?clientId=${acme}`);
  expect(list.items.map(({ key: one, tasks, tasksDone }) => [one, tasks, tasksDone])).toEqual([
    ['ACME-P2', 0, 0],
    ['ACME-P1', 1, 1],
  ]);
});

test('bad input is refused by field', async () => {
  const post = (input: object) =>
    olga.call('POST', '/projects', { clientId: acme, name: 'X', charged: 'time', ...input });
  const paths = async (input: object) =>
    ((await post(input)).body as { errors?: { path: string }[] }).errors?.map(({ path }) => path);
  expect(await paths({ begins: '2026-11-02', ends: '2026-11-01' })).toEqual(['ends']);
  expect(await paths({ currency: 'XXQ' })).toEqual(['currency']);
  expect(await paths({ budgetMinutes: 0 })).toEqual(['budgetMinutes']);
  expect(await paths({ budgetAmount: -5 })).toEqual(['budgetAmount']);
  expect(await paths({ managerId: acme })).toEqual(['managerId']);
  expect(await paths({ contractId: acme })).toEqual(['contractId']);
  expect(await paths({ clientId: olga.id })).toEqual(['clientId']);
  const id = await project();
  const other = await project();
  const foreign = await task(other, 'Elsewhere');
  const added = async (input: object) =>
    ((await olga.call('POST', `/projects/${id}/tasks`, input)).body as { errors: { path: string }[] }).errors.map(
      ({ path }) => path,
    );
  expect(await added({})).toEqual(['title']);
  expect(await added({ title: 'A', starts: '2026-11-02' })).toEqual(['ends']);
  expect(await added({ title: 'A', after: [foreign] })).toEqual(['after.0']);
  expect(await added({ title: 'A', phaseId: foreign })).toEqual(['phaseId']);
  expect(await added({ ticketId: foreign })).toEqual(['ticketId']);
  const incident = await done<TicketView>(tom, 'POST', '/tickets', { kind: 'incident', clientId: acme, title: 'I' });
  const abroad = await done<TicketView>(tom, 'POST', '/tickets', { kind: 'task', clientId: birch, title: 'T' });
  expect(await added({ ticketId: incident.id })).toEqual(['ticketId']);
  expect(await added({ ticketId: abroad.id })).toEqual(['ticketId']);
  expect(
    (await olga.call('POST', `/tickets/${foreign}/move`, { clientId: birch, reason: 'Wrong' })).body,
  ).toMatchObject({
    errors: [{ message: expect.stringMatching(/is a task of the project ACME-P\d+; take it out of that first/) }],
  });
  await done(olga, 'DELETE', `/projects/${other}/tasks/${foreign}`);
  await done(olga, 'POST', `/projects/${id}/tasks`, { ticketId: foreign });
  expect((await view(id)).items.map(({ title }) => title)).toEqual(['Elsewhere']);
});

test('what comes after what makes no circle, also for two at once, and a task says what holds it up', async () => {
  const id = await project();
  const first = await task(id, 'First');
  const second = await task(id, 'Second', { after: [first] });
  const third = await task(id, 'Third', { after: [second] });
  const { items } = await view(id);
  const [a, b, c] = items.map(({ key }) => key);
  expect(items.map(({ blockedBy }) => blockedBy.map(({ key }) => key))).toEqual([[], [a], [b]]);
  const { project: of } = await done<ProjectOfTicket>(tom, 'GET', `/tickets/${b}/project`);
  expect(of).toMatchObject({ id, name: 'New office', phase: null, blockedBy: [{ key: a }] });
  expect((await plan(id, first, { after: [third] })).body).toMatchObject({
    errors: [{ path: 'after', message: `would make a circle: ${a} → ${b} → ${c} → ${a}` }],
  });
  await finish(a ?? '');
  expect((await view(id)).items.map(({ blockedBy }) => blockedBy.length)).toEqual([0, 0, 1]);
  const [x, y] = [await task(id, 'X'), await task(id, 'Y')];
  const both = await Promise.all([plan(id, x, { after: [y] }), plan(id, y, { after: [x] })]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 422]);
});

test('moving a task shows what it pushes by working days, and moves it on wish', async () => {
  const id = await project({ begins: '2026-11-02' });
  const a = await task(id, 'A', { starts: '2026-11-02', ends: '2026-11-03' });
  const b = await task(id, 'B', { starts: '2026-11-04', ends: '2026-11-05', after: [a] });
  const c = await task(id, 'C', { starts: '2026-11-06', ends: '2026-11-06', after: [b] });
  const free = await task(id, 'Free', { starts: '2026-11-20', ends: '2026-11-20', after: [a] });
  const to = { starts: '2026-11-04', ends: '2026-11-05' };
  const { items } = await done<{ items: Pushed[] }>(olga, 'POST', `/projects/${id}/tasks/${a}/move-preview`, to);
  // B takes Friday and Monday, so C goes to Tuesday.
  expect(items.map(({ title, newStarts, newEnds }) => [title, newStarts, newEnds])).toEqual([
    ['B', '2026-11-06', '2026-11-09'],
    ['C', '2026-11-10', '2026-11-10'],
  ]);
  const days = async () => new Map((await view(id)).items.map((one) => [one.id, one.starts]));
  expect((await days()).get(b)).toBe('2026-11-04');
  expect((await plan(id, a, { ...to, push: true })).status).toBe(200);
  const moved = await days();
  expect([a, b, c, free].map((one) => moved.get(one))).toEqual([
    '2026-11-04',
    '2026-11-06',
    '2026-11-10',
    '2026-11-20',
  ]);
  at('2026-11-12T09:00:00Z');
  expect((await view(id)).items.map(({ late }) => late)).toEqual([true, true, true, false]);
  at('2026-11-02T09:00:00Z');
});

test('a project says its budget once, and a charge of a milestone says which, however long the project is called', async () => {
  const body = { clientId: acme, name: `Move ${'all the machines '.repeat(11)}`.trim(), charged: 'fixed' };
  const both = await olga.call('POST', '/projects', { ...body, budget: '10', budgetAmount: 1_000 });
  expect([both.status, both.text]).toEqual([422, expect.stringContaining('"path":"budget"')]);
  const { id } = await done<{ id: string }>(olga, 'POST', '/projects', { ...body, budget: '10' });
  await done(olga, 'PATCH', `/projects/${id}`, { version: 1, state: 'active' });
  await done(olga, 'POST', `/projects/${id}/milestones`, { name: 'The last one is there', amount: 1_000 });
  const [milestone] = (await view(id)).milestones;
  await done(olga, 'POST', `/projects/${id}/milestones/${milestone?.id}/reach`, { version: milestone?.version });
  const { items } = await done<{ items: ChargeView[] }>(olga, 'GET', `/charges?clientId=${acme}`);
  const charge = items.find(({ name }) => name.includes('The last one'));
  expect(charge?.name).toMatch(/^ACME-P\d+ Move all the .*…: The last one is there$/);
  expect(charge?.name.length).toBeLessThanOrEqual(200);
});

test('a milestone of a fixed price is billed once, and its time is not billed besides', async () => {
  const id = await desk.run((ctx) =>
    createProjectFromQuote(ctx, {
      ...{ clientId: birch, name: 'Server move', currency: 'AUD', price: 123_450 },
      lines: [{ name: 'Move the server', minutes: 480 }, { name: 'Write it down' }],
    }),
  );
  expect(await view(id)).toMatchObject({
    ...{ state: 'draft', charged: 'fixed', budgetAmount: 123_450, budgetMinutes: 480, phases: [{ name: 'Delivery' }] },
    items: [
      { title: 'Move the server', estimateMinutes: 480 },
      { title: 'Write it down', estimateMinutes: null },
    ],
    milestones: [{ name: 'Delivered', amount: 123_450, reachedOn: null }],
  });
  const [milestone] = (await view(id)).milestones;
  const url = `/projects/${id}/milestones/${milestone?.id}`;
  expect((await olga.call('POST', `${url}/reach`, { version: 1 })).body).toMatchObject({ code: 'conflict' });
  expect((await save(id, { state: 'active' })).status).toBe(200);
  const [first] = (await view(id)).items;
  const { id: entry } = await done<Made>(tom, 'POST', `/tickets/${first?.key}/time`, { minutes: 60 });
  await done(tom, 'POST', '/time/submit', { from: '2026-11-02', to: '2026-11-02' });
  await done(olga, 'POST', '/time/decide', { entryIds: [entry], approve: true });
  // Reached twice at once: once.
  const reached = await Promise.all([1, 2].map(() => olga.call('POST', `${url}/reach`, { version: 1 })));
  expect(reached.map(({ status }) => status).sort()).toEqual([200, 409]);
  const back = await done<ProjectView>(olga, 'POST', `${url}/unreach`, { version: 2 });
  expect(back.milestones[0]).toMatchObject({ reachedOn: null, charge: null });
  expect((await done<{ items: object[] }>(fina, 'GET', `/charges?clientId=${birch}`)).items).toEqual([]);
  await done(olga, 'POST', `${url}/reach`, { version: 3, on: '2026-11-01' });
  const issue = async () =>
    (await done<Issued>(olga, 'POST', `/billing-runs/${await run('2026-11-30')}/issue`, { clientIds: [birch] })).issued;
  const [issued] = await issue();
  const { lines, net } = await done<{ net: number; lines: { name: string; amount: number }[] }>(
    fina,
    'GET',
    `/invoices/${issued?.invoice.id}`,
  );
  expect(lines.map(({ name, amount }) => [name, amount])).toEqual([
    [`${(await view(id)).key} Server move: Delivered`, 123_450],
  ]);
  expect(net).toBe(123_450);
  expect(await issue()).toEqual([]);
  expect((await view(id)).milestones[0]).toMatchObject({ charge: { invoice: { id: issued?.invoice.id } } });
  expect((await olga.call('POST', `${url}/unreach`, { version: 4 })).body).toMatchObject({
    detail: 'This is on an invoice. Credit its line there, and charge anew what is right.',
  });
  expect((await view(id)).milestones[0]).toMatchObject({ reachedOn: '2026-11-01' });
});

test('what a project costs is seen and said by those who see contracts, and plans are made by those who may', async () => {
  const id = await project({ budgetAmount: 500_00, charged: 'fixed' });
  await done(olga, 'POST', `/projects/${id}/milestones`, { name: 'Half', amount: 250_00 });
  expect(await view(id, tom)).toMatchObject({ budgetAmount: null, milestones: [{ name: 'Half', amount: null }] });
  expect((await tom.call('POST', `/projects/${id}/phases`, { name: 'Mine' })).status).toBe(403);
  expect((await dora.call('POST', `/projects/${id}/phases`, { name: 'Mine' })).status).toBe(201);
  expect((await dora.call('POST', `/projects/${id}/milestones`, { name: 'Dear', amount: 1 })).status).toBe(403);
  expect((await dora.call('PATCH', `/projects/${id}`, { version: 1, budgetAmount: 1 })).status).toBe(403);
});
