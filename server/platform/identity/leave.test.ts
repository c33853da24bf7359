import { expect, test } from 'vitest';
import { openDesk } from '#tests/desk.ts';
import { hire } from '#tests/people.ts';

const desk = await openDesk();
const mara = await hire(desk, { role: 'manager' });
const tom = await hire(desk, { role: 'technician' });
const DAY_MS = 86_400_000;
const at = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString();

test('leave that was noted by mistake is taken back, by those who may note it', async () => {
  const body = { startsAt: at(-1), endsAt: at(3), note: 'Family' };
  const { id } = (await mara.call('POST', `/staff/${tom.id}/leave`, body)).body as { id: string };
  const away = async () =>
    ((await mara.call('GET', '/staff')).body as { items: { id: string; onLeave: boolean }[] }).items.find(
      (person) => person.id === tom.id,
    )?.onLeave;
  expect(await away()).toBe(true);
  expect((await tom.call('DELETE', `/staff/${tom.id}/leave/${id}`)).status).toBe(403);
  expect((await mara.call('DELETE', `/staff/${mara.id}/leave/${id}`)).status).toBe(404);
  expect((await mara.call('DELETE', `/staff/${tom.id}/leave/${id}`)).status).toBe(204);
  expect(await away()).toBe(false);
  expect((await mara.call('DELETE', `/staff/${tom.id}/leave/${id}`)).status).toBe(404);
});

test('why somebody is away is for themselves and for those who manage them; others read when', async () => {
  const olive = await hire(desk);
  const narrow = await hire(desk, { role: 'manager', clientIds: [] });
  await mara.call('POST', `/staff/${tom.id}/leave`, { startsAt: at(5), endsAt: at(6), note: 'Operation' });
  await olive.call('POST', `/staff/${olive.id}/leave`, { startsAt: at(5), endsAt: at(6), note: 'Family' });
  const read = async (reader: typeof tom, of: typeof tom) =>
    ((await reader.call('GET', `/staff/${of.id}/leave`)).body as { items: object[] }).items[0];
  expect(await read(mara, tom)).toMatchObject({ note: 'Operation' });
  expect(await read(tom, tom)).toMatchObject({ note: 'Operation' });
  expect(await read(narrow, tom)).toEqual({
    id: expect.any(String),
    startsAt: expect.any(String),
    endsAt: expect.any(String),
  });
  expect(await read(tom, olive)).not.toHaveProperty('note');
  expect(await read(mara, olive)).not.toHaveProperty('note');
});

test('nobody puts somebody on leave who may do more, or who works for clients that they do not see', async () => {
  const body = { startsAt: at(-1), endsAt: at(3) };
  const olive = await hire(desk);
  const narrow = await hire(desk, { role: 'manager', clientIds: [] });
  expect((await mara.call('POST', `/staff/${olive.id}/leave`, body)).status).toBe(403);
  expect((await narrow.call('POST', `/staff/${tom.id}/leave`, body)).status).toBe(403);
  expect((await narrow.call('POST', `/staff/${narrow.id}/leave`, body)).status).toBe(201);
});
