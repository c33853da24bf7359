import { expect, test } from 'vitest';
import { createClient, createContact } from '#server/business/client/index.ts';
import type { TicketView } from '#shared/ticket.ts';
import { openDesk } from '#tests/desk.ts';
import { hire } from '#tests/people.ts';

const desk = await openDesk();
const owner = await hire(desk);
const [acme, birch] = await desk.run(async (ctx) => [
  await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' }),
  await createClient(ctx, { name: 'Birch', code: 'BIRCH', timeZone: 'UTC' }),
]);
const add = async (url: string, body: object) => ((await owner.call('POST', url, body)).body as { id: string }).id;
const log = async (clientId: string) =>
  (await owner.call('POST', '/tickets', { kind: 'incident', clientId, title: 'Line down' })).body as TicketView;
const [mine, theirs] = [await log(acme), await log(birch)];
const site = await add(`/clients/${birch}/sites`, { name: 'Headquarters' });
const ada = await desk.run((ctx) => createContact(ctx, { clientId: acme, name: 'Ada' }));
const template = await add('/ticket-templates', { name: 'Line', fields: { kind: 'incident' } });
const nothing = '0193ffff-0000-7fff-bfff-000000000000';

const ticket = { kind: 'incident', clientId: acme, title: 'Line down' };
const saved = { version: mine.version };
const person = { name: 'Quinn', email: 'quinn@harbour.example', roleKeys: ['technician'], allClients: false };
const daily = { frequency: 'daily', interval: 1, time: '09:00', start: '2030-01-01' };

test.each<[string, 'POST' | 'PATCH' | 'PUT', string, object]>([
  ['siteId', 'POST', '/contacts', { clientId: acme, name: 'Nia', siteId: site }],
  ['siteId', 'PATCH', `/contacts/${ada}`, { version: 1, siteId: site }],
  ['siteId', 'POST', '/tickets', { ...ticket, siteId: site }],
  ['siteId', 'PATCH', `/tickets/${mine.id}`, { ...saved, siteId: site }],
  ['siteId', 'POST', `/ticket-templates/${template}/tickets`, { clientId: acme, siteId: site }],
  [
    'siteId',
    'POST',
    '/recurring-tickets',
    { clientId: acme, name: 'R', templateId: template, rule: daily, fields: { siteId: site } },
  ],
  ['categoryId', 'PATCH', `/tickets/${mine.id}`, { ...saved, categoryId: nothing }],
  ['serviceId', 'PATCH', `/tickets/${mine.id}`, { ...saved, serviceId: nothing }],
  ['duplicateOfId', 'POST', `/tickets/${mine.id}/transitions`, { to: 'duplicate', duplicateOfId: theirs.id }],
  ['duplicateOfId', 'POST', `/tickets/${mine.id}/transitions`, { to: 'duplicate', duplicateOfId: nothing }],
  ['teamId', 'POST', '/categories', { name: 'Network', teamId: nothing }],
  ['teamId', 'POST', '/services', { name: 'Mail', teamId: nothing }],
  ['escalatesToId', 'POST', '/teams', { name: 'First', escalatesToId: nothing }],
  ['members', 'POST', '/teams', { name: 'Second', members: [{ staffId: nothing, lead: false }] }],
  ['groupId', 'POST', '/clients', { name: 'Cedar', code: 'CEDAR', timeZone: 'UTC', groupId: nothing }],
  ['groupId', 'PATCH', `/clients/${acme}`, { version: 1, groupId: nothing }],
  ['serviceIds', 'PUT', `/clients/${acme}/services`, { serviceIds: [nothing] }],
  ['clientIds', 'POST', '/staff', { ...person, clientIds: [nothing] }],
])('%s of something that is not there is named (%s %s)', async (path, method, url, body) => {
  const { body: problem } = await owner.call(method, url, body);
  expect(problem).toMatchObject({ status: 422, detail: expect.stringContaining(path), errors: [{ path }] });
});

test('what the ticket is called elsewhere is named where another ticket has it already', async () => {
  const logged = { ...ticket, externalRef: 'RMM-4711' };
  expect((await owner.call('POST', '/tickets', logged)).status).toBe(201);
  expect((await owner.call('POST', '/tickets', logged)).body).toMatchObject({
    status: 422,
    errors: [{ path: 'externalRef', message: 'is taken already' }],
  });
});
