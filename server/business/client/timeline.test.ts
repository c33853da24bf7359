import { expect, test } from 'vitest';
import { createClient, createContact } from '#server/business/client/index.ts';
import { createTicket } from '#server/desk/ticket/index.ts';
import type { ClientEvent } from '#shared/client.ts';
import { openDesk } from '#tests/desk.ts';
import { hire, type Person } from '#tests/people.ts';

const desk = await openDesk();
const mara = await hire(desk, { name: 'Mara Manager', role: 'manager' });
const { acme, birch } = await desk.run(async (ctx) => ({
  acme: await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' }),
  birch: await createClient(ctx, { name: 'Birch', code: 'BIRCH', timeZone: 'UTC' }),
}));

type Told = { items: ClientEvent[]; nextCursor: string | null };
const told = async (who: Person, query = '') =>
  (await who.call('GET', `/clients/${acme}/timeline${query}`)).body as Told;

test('a client’s timeline tells what changed about it and which tickets came, newest first, page by page', async () => {
  const ada = await desk.run((ctx) => createContact(ctx, { clientId: acme, name: 'Ada Adams' }));
  await mara.call('PATCH', `/contacts/${ada}`, { version: 1, vip: true, siteId: null });
  await mara.call('PATCH', `/clients/${acme}`, { version: 1, notes: 'Gold', timeZone: 'Europe/Berlin' });
  await mara.call('PUT', '/settings/ticket.closing', {
    level: 'client',
    id: acme,
    value: { closeAfterDays: 3, reopenDays: 7 },
  });
  const incident = { kind: 'incident', title: 'Printer jams' } as const;
  await desk.run((ctx) => createTicket(ctx, { ...incident, clientId: acme }));
  await desk.run((ctx) => createTicket(ctx, { ...incident, clientId: birch, title: 'Not Acme’s' }));
  await mara.call('PATCH', '/tickets/ACME-1', { version: 1, urgency: 1 });

  const { items } = await told(mara);
  expect(items.map(({ actor, sentence }) => `${actor} ${sentence}`)).toEqual([
    'Test logged ACME-1 Printer jams',
    'Mara Manager (key test) changed a setting for the client: Closing resolved tickets',
    'Mara Manager (key test) changed the client: notes, time zone',
    'Mara Manager (key test) changed Ada Adams: vip',
    'Test added Ada Adams',
    'Test took the client on',
  ]);
  expect(items[0]).toMatchObject({ ticketKey: 'ACME-1' });

  const first = await told(mara, '?limit=4');
  const second = await told(mara, `?limit=4&cursor=${first.nextCursor}`);
  expect([...first.items, ...second.items]).toEqual(items);
  expect(second.nextCursor).toBeNull();
});

test('of a client that one does not see there is no timeline', async () => {
  const bea = await hire(desk, { role: 'technician', clientIds: [birch] });
  expect((await bea.call('GET', `/clients/${acme}/timeline`)).status).toBe(404);
});
