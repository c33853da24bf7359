import { expect, test } from 'vitest';
import type { TeamView } from '#shared/classification.ts';
import { openDesk } from '#tests/desk.ts';
import { hire } from '#tests/people.ts';

const desk = await openDesk();
const olive = await hire(desk, { name: 'Olive Owner' });
const [tom, ann] = [await hire(desk, { name: 'Tom' }), await hire(desk, { name: 'Ann' })];
const make = async (body: object) => ((await olive.call('POST', '/teams', body)).body as { id: string }).id;
const read = async (id: string) =>
  ((await olive.call('GET', '/teams')).body as { items: TeamView[] }).items.find((team) => team.id === id) as TeamView;
const member = (staffId: string, lead = false) => ({ staffId, lead });

test('who is in a team is part of it: versioned, told in the log, refused when stale', async () => {
  const id = await make({ name: 'Network', members: [member(tom.id)] });
  const { version } = await read(id);
  const change = (members: object[]) => olive.call('PATCH', `/teams/${id}`, { version, members });
  expect((await change([member(tom.id), member(tom.id)])).body).toMatchObject({ errors: [{ path: 'members' }] });
  expect((await change([member(ann.id, true)])).status).toBe(204);
  expect(await read(id)).toMatchObject({ version: version + 1, members: [{ name: 'Ann', lead: true }] });
  expect((await change([])).status).toBe(409);
  const event = await desk.run((ctx) =>
    ctx.tx
      .selectFrom('events')
      .select('data')
      .where('subject_id', '=', id)
      .where('type', '=', 'team.changed')
      .executeTakeFirstOrThrow(),
  );
  expect(event.data).toMatchObject({ changes: { members: [[member(tom.id)], [member(ann.id, true)]] } });
});

test('escalations that would go round in a ring are refused, also when two close it together', async () => {
  const [one, two] = [await make({ name: 'One' }), await make({ name: 'Two' })];
  const lead = (id: string, to: string) => olive.call('PATCH', `/teams/${id}`, { version: 1, escalatesToId: to });
  const both = await Promise.all([lead(one, two), lead(two, one)]);
  expect(both.map(({ status }) => status).sort()).toEqual([204, 422]);
  expect((await lead(one, one)).status).not.toBe(204);
});
