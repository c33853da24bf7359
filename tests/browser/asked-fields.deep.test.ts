import { expect, test } from 'vitest';
import { createClient } from '#server/business/client/index.ts';
import { lifecycleOf } from '#server/desk/lifecycle/index.ts';
import { createTicket } from '#server/desk/ticket/index.ts';
import type { TicketView } from '#shared/ticket.ts';
import { hire } from '#tests/people.ts';
import { choose, dialogue, focused, press } from './keyboard.ts';
import { openWorkspace } from './workspace.ts';

/** Fields that the desk added and asks for: when a ticket is logged, or by a step. */
const { desk, enter } = await openWorkspace();
const olive = await hire(desk, { name: 'Olive Owner' });
const acme = await desk.run((ctx) => createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' }));
const read = async (key: string) => (await olive.call('GET', `/tickets/${key}`)).body as TicketView;

test('a required field is asked for where a ticket is logged, and what is missing is said', async () => {
  await olive.call('POST', '/custom-fields', {
    key: 'remote',
    type: 'boolean',
    label: 'Works from home',
    kinds: ['incident'],
    required: true,
  });
  const { page, faults } = await enter({ name: 'Tess Tech' });
  await press(page, 'c');
  const panel = await dialogue(page, 'Log a ticket');
  await panel.getByRole('textbox', { name: 'Who' }).fill('acme');
  await page.getByRole('option', { name: /Acme/ }).first().click();
  await panel.getByRole('textbox', { name: 'What' }).fill('Line down');
  await press(page, 'Control+Enter');
  await panel.getByText('Is required.').waitFor();
  // Nothing was sent, and the keyboard is where something is missing.
  await focused(panel.getByRole('combobox', { name: 'Works from home' }));
  await choose(page, 'No');
  await press(page, 'Control+Enter');
  await page.getByRole('heading', { name: 'Line down' }).waitFor();
  const key = page.url().split('/').at(-1) ?? '';
  expect((await read(key)).custom).toEqual({ remote: false });
  expect(faults).toEqual([]);
});

test('what a step asks to be known is filled in on the way, and taken back with the step', async () => {
  await olive.call('POST', '/custom-fields', {
    key: 'serial',
    type: 'text',
    label: 'Serial number',
    kinds: ['request'],
  });
  const category = (await olive.call('POST', '/categories', { name: 'Hardware' })).body as { id: string };
  const { lifecycle, version } = await desk.run((ctx) => lifecycleOf(ctx, { kind: 'request', lifecycle: null }));
  const transitions = lifecycle.transitions.map((step) =>
    step.to === 'fulfilled' ? { ...step, requires: [...step.requires, 'categoryId', 'custom.serial'] } : step,
  );
  const saved = await olive.call('PUT', '/lifecycles/request', { version, lifecycle: { ...lifecycle, transitions } });
  expect(saved.status).toBe(200);
  const { page, faults } = await enter({ name: 'Tom Tech' });
  const ticket = await desk.run((ctx) => createTicket(ctx, { kind: 'request', clientId: acme, title: 'New laptop' }));
  await page.goto(page.url().replace(/\/queue.*/, `/tickets/${ticket.key}`));
  await page.getByRole('heading', { name: 'New laptop' }).waitFor();
  await press(page, 'e');
  const step = page.getByRole('dialog');
  await step.getByRole('textbox', { name: 'What was done' }).fill('Handed over');
  await step.getByRole('combobox', { name: 'Category' }).click();
  await page.getByRole('option', { name: 'Hardware' }).click();
  await press(page, 'Control+Enter');
  await step.getByText('Fill in “Serial number” first.').waitFor();
  await step.getByRole('textbox', { name: 'Serial number' }).fill('SN-42');
  await press(page, 'Control+Enter');
  await step.waitFor({ state: 'hidden' });
  expect(await read(ticket.key)).toMatchObject({ custom: { serial: 'SN-42' }, category: { id: category.id } });
  await press(page, 'u');
  await expect.poll(async () => (await read(ticket.key)).statusCategory).not.toBe('resolved');
  await expect.poll(async () => (await read(ticket.key)).custom).toEqual({});
  faults.length = 0;
});

test('many are given what a step asks for, at once', async () => {
  const log = (title: string) => desk.run((ctx) => createTicket(ctx, { kind: 'request', clientId: acme, title }));
  const [one, two] = [await log('First screen'), await log('Second screen')];
  const { page } = await enter({ name: 'Tina Tech', at: '/queue?status=open&q=screen' });
  await page
    .getByRole('row', { name: /First screen/ })
    .getByRole('checkbox')
    .check();
  await page
    .getByRole('row', { name: /Second screen/ })
    .getByRole('checkbox')
    .check();
  await press(page, 'e');
  const step = page.getByRole('dialog');
  await step.getByRole('textbox', { name: 'What was done' }).fill('On their desks');
  await step.getByRole('combobox', { name: 'Category' }).click();
  await page.getByRole('option', { name: 'Hardware' }).click();
  await step.getByRole('textbox', { name: 'Serial number' }).fill('SN-7');
  await press(page, 'Control+Enter');
  await step.waitFor({ state: 'hidden' });
  for (const { key } of [one, two])
    expect(await read(key)).toMatchObject({ statusCategory: 'resolved', custom: { serial: 'SN-7' } });
});

test('a step of a draft is taken over into the draft, and nothing is put in force by it', async () => {
  const { page } = await enter({ name: 'Lea Lead', at: '/settings/lifecycles/incident' });
  const inForce = async () => (await olive.call('GET', '/lifecycles/incident')).body;
  const before = await inForce();
  await page.getByRole('button', { name: 'Change' }).first().click();
  await page.getByRole('button', { name: 'Edit the step Triage' }).click();
  const dialog = page.getByRole('dialog', { name: 'Edit the step' });
  await dialog.getByRole('textbox', { name: 'Step' }).fill('Sort');
  await press(page, 'Enter');
  await dialog.waitFor({ state: 'hidden' });
  await page.getByRole('rowheader', { name: 'Sort' }).waitFor();
  expect(await inForce()).toEqual(before);
  await page.getByRole('button', { name: 'Put in force' }).click();
  await expect.poll(async () => JSON.stringify(await inForce())).toContain('"Sort"');
});
