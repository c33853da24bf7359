import { expect, test } from 'vitest';
import { createClient } from '#server/business/client/index.ts';
import { createCategory } from '#server/desk/classification/index.ts';
import type { TicketView } from '#shared/ticket.ts';
import { openDesk } from '#tests/desk.ts';
import { hire } from '#tests/people.ts';

const desk = await openDesk();
const olive = await hire(desk, { name: 'Olive Owner' });
const tom = await hire(desk, { name: 'Tom Tech', role: 'technician' });
const { acme, category } = await desk.run(async (ctx) => ({
  acme: await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' }),
  category: await createCategory(ctx, { name: 'People' }),
}));

const { id: templateId } = (
  await olive.call('POST', '/ticket-templates', {
    name: 'New starter',
    folder: 'People',
    fields: {
      kind: 'request',
      description: '<p>For:</p><script>x</script>',
      categoryId: category,
      tags: ['starter'],
      urgency: 3,
    },
    items: [
      { text: 'Make the account', required: true },
      { text: 'Say welcome', required: false },
    ],
  })
).body as { id: string };

test('a ticket from a template has its fields and its checklist, and what was said besides goes first', async () => {
  const made = await tom.call('POST', `/ticket-templates/${templateId}/tickets`, {
    clientId: acme,
    title: 'New starter: Nora',
    tags: ['nora'],
  });
  expect(made.status).toBe(201);
  expect(made.body).toMatchObject({
    kind: 'request',
    title: 'New starter: Nora',
    description: '<p>For:</p>',
    category: { id: category },
    urgency: 3,
    tags: ['starter', 'nora'],
    checklist: [
      { text: 'Make the account', required: true, doneAt: null },
      { text: 'Say welcome', required: false },
    ],
  });
  const plain = (await tom.call('POST', `/ticket-templates/${templateId}/tickets`, { clientId: acme }))
    .body as TicketView;
  expect(plain.title).toBe('New starter');
});

test('templates are changed by who looks after the library, and belong to no client', async () => {
  expect((await tom.call('PATCH', `/ticket-templates/${templateId}`, { version: 1, name: 'X' })).status).toBe(403);
  const limited = await hire(desk, { role: 'dispatcher', clientIds: [acme] });
  expect((await limited.call('PATCH', `/ticket-templates/${templateId}`, { version: 1, name: 'X' })).status).toBe(403);
  const foreign = { name: 'Y', fields: { kind: 'request', requesterId: templateId } };
  expect((await olive.call('POST', '/ticket-templates', foreign)).body).toMatchObject({
    status: 400,
    errors: [{ path: 'fields.requesterId' }],
  });
  expect(
    (await olive.call('POST', '/ticket-templates', { name: 'New starter', fields: { kind: 'task' } })).body,
  ).toMatchObject({
    status: 422,
    errors: [{ path: 'name' }],
  });
});

test('lines that must be done are ticked before a ticket is resolved; who ticked is kept', async () => {
  const ticket = (await tom.call('POST', '/tickets', { kind: 'incident', clientId: acme, title: 'Down' }))
    .body as TicketView;
  const add = async (text: string, required: boolean) =>
    ((await tom.call('POST', `/tickets/${ticket.key}/checklist`, { text, required })).body as { id: string }).id;
  const [must, may, gone] = [await add('Must', true), await add('May', false), await add('Not needed', true)];
  const resolve = () =>
    tom.call('POST', `/tickets/${ticket.key}/transitions`, { to: 'resolved', resolutionCode: 'fixed' });
  expect((await resolve()).body).toMatchObject({ status: 409, detail: 'Finish the checklist first: 2 left.' });
  await tom.call('PATCH', `/tickets/${ticket.key}/checklist/${must}`, { done: true });
  expect((await tom.call('DELETE', `/tickets/${ticket.key}/checklist/${gone}`)).status).toBe(200);
  expect(((await tom.call('GET', `/tickets/${ticket.key}`)).body as TicketView).checklist).toMatchObject([
    { id: must, doneBy: 'Tom Tech', doneAt: expect.any(String) },
    { id: may, doneBy: null, doneAt: null },
  ]);
  expect((await resolve()).status).toBe(201);
});

test('a checklist written down goes onto tickets as it is now', async () => {
  const { id } = (
    await olive.call('POST', '/checklists', { name: 'Leaver', items: [{ text: 'Lock', required: true }] })
  ).body as { id: string };
  const ticket = (await tom.call('POST', '/tickets', { kind: 'task', clientId: acme, title: 'Bye' }))
    .body as TicketView;
  expect((await tom.call('POST', `/tickets/${ticket.key}/checklists`, { checklistId: id })).status).toBe(201);
  await olive.call('PATCH', `/checklists/${id}`, { version: 1, items: [{ text: 'Unlock', required: true }] });
  expect(
    ((await tom.call('GET', `/tickets/${ticket.key}`)).body as TicketView).checklist.map((item) => item.text),
  ).toEqual(['Lock']);
  expect((await tom.call('POST', `/tickets/${ticket.key}/checklists`, { checklistId: ticket.id })).status).toBe(404);
  expect((await tom.call('DELETE', `/checklists/${id}`)).status).toBe(403);
  expect((await olive.call('DELETE', `/checklists/${id}`)).status).toBe(204);
});
