import { expect, test } from 'vitest';
import type { Lifecycle } from '#kernel/lifecycle.ts';
import { createClient } from '#server/business/client/index.ts';
import type { LifecycleView } from '#shared/lifecycle.ts';
import type { TicketView } from '#shared/ticket.ts';
import { openDesk } from '#tests/desk.ts';
import { hire } from '#tests/people.ts';

const desk = await openDesk();
const olive = await hire(desk, { name: 'Olive Owner' });
const acme = await desk.run((ctx) => createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' }));
const narrow = await hire(desk, { name: 'Nora Narrow', role: 'manager', clientIds: [acme] });

const read = async (kind: string) => (await olive.call('GET', `/lifecycles/${kind}`)).body as LifecycleView;
const save = (kind: string, { version }: LifecycleView, lifecycle: object, who = olive) =>
  who.call('PUT', `/lifecycles/${kind}`, { version, lifecycle });
const log = async (kind: string) =>
  (await olive.call('POST', '/tickets', { kind, clientId: acme, title: 'x' })).body as TicketView;
const without = ({ lifecycle }: LifecycleView, key: string) => ({
  ...lifecycle,
  statuses: lifecycle.statuses.filter((status) => status.key !== key),
  transitions: lifecycle.transitions
    .filter((step) => step.to !== key)
    .map((step) => ({ ...step, from: step.from.filter((from) => from !== key) }))
    .filter((step) => step.from.length > 0),
});

test('a status may go once no ticket stands in it, and its meaning changes no sooner', async () => {
  const view = await read('incident');
  const { key } = await log('incident');
  await olive.call('POST', `/tickets/${key}/transitions`, { to: 'triaged' });
  expect((await save('incident', view, without(view, 'triaged'))).body).toMatchObject({
    status: 422,
    errors: [{ path: 'statuses', message: expect.stringMatching(`status of ${key}`) }],
  });
  const waiting = view.lifecycle.statuses.map((one) => (one.key === 'triaged' ? { ...one, category: 'waiting' } : one));
  expect((await save('incident', view, { ...view.lifecycle, statuses: waiting })).body).toMatchObject({
    status: 422,
    errors: [{ path: 'statuses.1.category' }],
  });
  await olive.call('POST', `/tickets/${key}/transitions`, { to: 'in_progress' });
  expect((await save('incident', view, without(view, 'triaged'))).status).toBe(200);
});

test('of two that save at once one wins, and the log says what changed', async () => {
  const view = await read('problem');
  const named = (name: string) => ({
    ...view.lifecycle,
    statuses: view.lifecycle.statuses.map((one, index) => (index === 0 ? { ...one, name } : one)),
  });
  const both = await Promise.all([save('problem', view, named('Fresh')), save('problem', view, named('Raw'))]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  const events = await desk.run((ctx) =>
    ctx.tx.selectFrom('events').selectAll().where('type', '=', 'lifecycle.changed').orderBy('id', 'desc').execute(),
  );
  const [event] = events;
  const { changes } = (event?.data ?? {}) as never as { changes: { definition: [Lifecycle, Lifecycle] } };
  expect(changes.definition[0].statuses[0]?.name).toBe('New');
  expect(['Fresh', 'Raw']).toContain(changes.definition[1].statuses[0]?.name);
});

test('steps that nobody could ever take are refused', async () => {
  const view = await read('task');
  const withStep = (step: object) => ({
    ...view.lifecycle,
    transitions: [
      ...view.lifecycle.transitions,
      { from: ['*'], to: view.lifecycle.initial, label: 'Odd', requires: [], by: ['staff'], ...step },
    ],
  });
  const faults = async (step: object) =>
    ((await save('task', view, withStep(step))).body as { errors: { message: string }[] }).errors.map((e) => e.message);
  expect(await faults({ requires: ['resolutionCode'] })).toEqual([
    'resolutionCode belongs to a step that resolves or closes',
  ]);
  expect(await faults({ requires: ['assigneeId'], by: ['contact'] })).toEqual([
    'assigneeId cannot be asked of a contact',
  ]);
  expect((await faults({ permission: 'ticket.fly' }))[0]).toMatch(/^"ticket.fly" is not one of/);
});

test('whoever sees some clients only does not change what holds for all', async () => {
  const view = await read('request');
  expect((await save('request', view, view.lifecycle, narrow)).status).toBe(403);
});

test('a ticket whose status went under it can be brought back to the start', async () => {
  const ticket = await log('task');
  await desk.run((ctx) =>
    ctx.tx.updateTable('tickets').set({ status: 'vanished' }).where('id', '=', ticket.id).execute(),
  );
  const stuck = (await olive.call('GET', `/tickets/${ticket.key}`)).body as TicketView;
  const { lifecycle } = await read('task');
  expect(stuck.transitions.map(({ to, label }) => [to, label])).toContainEqual([lifecycle.initial, 'Bring back']);
  const back = await olive.call('POST', `/tickets/${ticket.key}/transitions`, { to: lifecycle.initial });
  expect(back.body).toMatchObject({ ticket: { status: lifecycle.initial } });
});

test('a step asks for what has to be known of the ticket by then, a field of the desk’s own among it', async () => {
  const view = await read('task');
  const asking = (requires: string[], more: object = {}) => ({
    ...view.lifecycle,
    transitions: view.lifecycle.transitions.map((step) => ({
      ...step,
      ...(step.to === 'done' ? { requires: [...step.requires, ...requires], ...more } : {}),
    })),
  });
  expect((await save('task', view, asking(['custom.serial']))).body).toMatchObject({
    status: 422,
    errors: [{ message: '"serial" is not a custom field of this kind' }],
  });
  const field = { key: 'serial', type: 'text', label: 'Serial number', kinds: ['task'] };
  const { id } = (await olive.call('POST', '/custom-fields', field)).body as { id: string };
  expect((await save('task', view, asking(['custom.serial'], { by: ['contact'] }))).body).toMatchObject({
    status: 422,
    errors: [{ message: 'custom.serial cannot be asked of a contact' }],
  });
  expect((await save('task', view, asking(['categoryId', 'custom.serial']))).status).toBe(200);
  const ticket = await log('task');
  const finish = () => olive.call('POST', `/tickets/${ticket.key}/transitions`, { to: 'done' });
  await olive.call('POST', `/tickets/${ticket.key}/transitions`, { to: 'in_progress' });
  expect((await finish()).body).toMatchObject({
    errors: [
      { path: 'categoryId', message: 'Fill in the category first.' },
      { path: 'custom.serial', message: 'Fill in “Serial number” first.' },
    ],
  });
  const category = (await olive.call('POST', '/categories', { name: 'Hardware' })).body as { id: string };
  const { version: at } = (await olive.call('GET', `/tickets/${ticket.key}`)).body as TicketView;
  await olive.call('PATCH', `/tickets/${ticket.key}`, { version: at, categoryId: category.id });
  expect((await finish()).body).toMatchObject({ errors: [{ path: 'custom.serial' }] });
  // A field that is not in use any more is not asked for.
  await olive.call('PATCH', `/custom-fields/${id}`, { version: 1, active: false });
  expect((await finish()).body).toMatchObject({ ticket: { status: 'done' } });
});
