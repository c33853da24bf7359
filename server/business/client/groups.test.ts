import { expect, test } from 'vitest';
import { createClient } from '#server/business/client/index.ts';
import type { GroupView } from '#shared/client.ts';
import { openDesk } from '#tests/desk.ts';
import { hire } from '#tests/people.ts';

const desk = await openDesk();
const mara = await hire(desk, { name: 'Mara Manager', role: 'manager' });
const acme = await desk.run((ctx) => createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' }));
const groups = async () => ((await mara.call('GET', '/client-groups')).body as { items: GroupView[] }).items;
const make = async (name: string) => ((await mara.call('POST', '/client-groups', { name })).body as { id: string }).id;

test('a group is renamed at the version that was read, by somebody who sees every client', async () => {
  const id = await make('Gold');
  const rename = { version: 1, name: ' Platinum ', description: 'Answered first' };
  const limited = await hire(desk, { role: 'manager', clientIds: [acme] });
  expect((await limited.call('PATCH', `/client-groups/${id}`, rename)).status).toBe(403);
  expect((await mara.call('PATCH', `/client-groups/${id}`, rename)).status).toBe(204);
  expect(await groups()).toMatchObject([{ name: 'Platinum', description: 'Answered first', version: 2 }]);
  expect((await mara.call('PATCH', `/client-groups/${id}`, rename)).status).toBe(409);
});

test('a group goes only when no client and no setting hangs on it', async () => {
  const id = await make('Silver');
  await mara.call('PATCH', `/clients/${acme}`, { version: 1, groupId: id });
  const refused = await mara.call('DELETE', `/client-groups/${id}`);
  expect(refused.body).toMatchObject({ status: 409, detail: expect.stringContaining('Acme is in this group') });
  await mara.call('PATCH', `/clients/${acme}`, { version: 2, groupId: null });
  const closing = { level: 'group', id, value: { closeAfterDays: 3, reopenDays: 7 } };
  expect((await mara.call('PUT', '/settings/ticket.closing', closing)).status).toBe(200);
  expect((await mara.call('DELETE', `/client-groups/${id}`)).body).toMatchObject({
    status: 409,
    detail: expect.stringContaining('settings of its own'),
  });
  await mara.call('DELETE', `/settings/ticket.closing?level=group&id=${id}`);
  expect((await mara.call('DELETE', `/client-groups/${id}`)).status).toBe(204);
  expect((await groups()).some((group) => group.id === id)).toBe(false);
  expect((await mara.call('DELETE', `/client-groups/${id}`)).status).toBe(404);
});

test('somebody who works for certain clients is told that taking on a new one is not for them', async () => {
  const limited = await hire(desk, { role: 'manager', clientIds: [acme] });
  const input = { name: 'Birch', code: 'BIRCH', timeZone: 'UTC' };
  expect((await limited.call('POST', '/clients', input)).body).toMatchObject({
    status: 403,
    detail: expect.stringContaining('certain clients only'),
  });
  expect((await mara.call('POST', '/clients', input)).status).toBe(201);
});
