import { expect, test } from 'vitest';
import type { BoardView, MeetingView } from '#shared/cab.ts';
import { asking, inHours, openChanges, PLANS } from '#tests/change-desk.ts';
import { hire } from '#tests/people.ts';

const stage = await openChanges();
const { desk, olga, max, mia, tom, acme, raise, go, status } = stage;
const { id: teamId } = (
  await olga.call('POST', '/teams', {
    name: 'Change board',
    members: [max, mia, olga].map(({ id }) => ({ staffId: id, lead: false })),
  })
).body as { id: string };
await stage.rule('Board', asking([{ kind: 'team', id: teamId }], { quorum: 2, veto: false }));
const narrow = await hire(desk, { name: 'Nora Narrow', role: 'dispatcher', clientIds: [acme] });

const terms = {
  ...{
    name: 'Weekly board',
    teamId,
    quorum: 2,
    timeZone: 'Europe/London',
    minutes: 15,
    itemMinutes: 5,
    place: 'Room 4',
  },
  recurrence: { frequency: 'weekly', interval: 1, weekdays: [2], time: '10:00', start: '2026-01-01' },
};
const { id: board } = (await olga.call('POST', '/cab-boards', terms)).body as { id: string };
const RISKY = { experience: 'never', backout: 'no', testing: 'no', interruption: 'longer', people: 'many' };
let hour = 100;
/** A change that waits for the board, in a window of its own. */
async function asked(title: string, more: object = {}, who = tom) {
  hour += 10;
  const answers = stage.planned.answers;
  const window = { plannedStart: inHours(hour), plannedEnd: inHours(hour + 1) };
  const key = await raise({ title, plans: PLANS, answers, ...window, ...more }, who);
  await go(key, 'assess');
  expect(await go(key, 'authorise')).toMatchObject({ status: 201 });
  return key;
}
const plan = async (startsAt?: string) =>
  ((await max.call('POST', `/cab-boards/${board}/meetings`, startsAt ? { startsAt } : {})).body as { id: string }).id;
const view = async (id: string, who = max) => (await who.call('GET', `/cab-meetings/${id}`)).body as MeetingView;
const there = (id: string, staffId: string, present = true) =>
  max.call('PUT', `/cab-meetings/${id}/presence`, { staffId, present });
const entry = async (id: string, key: string) => {
  const found = (await view(id)).agenda.find(({ change }) => change.key === key);
  if (!found) throw new Error(`${key} is not on the agenda`);
  return found;
};
const voteFor = async (id: string, key: string, staffId: string, given: object = { vote: 'approve' }, who = max) => {
  const { change, voters } = await entry(id, key);
  const voteId = voters.find(({ staff }) => staff.id === staffId)?.voteId;
  return who.call('POST', `/cab-meetings/${id}/agenda/${change.id}/votes`, { voteId, ...given });
};

test('a meeting goes through what waits, the riskiest first, by the votes of those who are there, and leaves its minutes', async () => {
  const calm = await asked('Calm');
  const risky = await asked('Risky', { answers: RISKY, outage: true });
  const own = await asked('Max’s own', {}, max);
  const meeting = await plan();
  expect((await view(meeting)).agenda.map(({ change, why }) => [change.key, why])).toEqual([
    [risky, 'decide'],
    expect.anything(),
    expect.anything(),
  ]);
  expect((await voteFor(meeting, calm, mia.id)).status).toBe(409);
  expect((await max.call('POST', `/cab-meetings/${meeting}/begin`)).body).toMatchObject({ state: 'running' });
  expect((await max.call('POST', `/cab-meetings/${meeting}/begin`)).status).toBe(409);

  // Nothing is decided by fewer than the board wants, nor for somebody who is not there.
  await there(meeting, mia.id);
  expect(await voteFor(meeting, calm, mia.id)).toMatchObject({
    status: 409,
    body: { detail: expect.stringContaining('once 2') },
  });
  await there(meeting, max.id);
  expect(await voteFor(meeting, calm, olga.id)).toMatchObject({ status: 422, body: { errors: [{ path: 'voteId' }] } });
  await there(meeting, olga.id);

  // Whoever raised it decides nothing about it, nor writes down what others decide.
  expect(await voteFor(meeting, own, mia.id)).toMatchObject({ status: 403 });
  expect((await entry(meeting, own)).voters.map(({ staff }) => staff.name)).toEqual(['Mia Manager', 'Olga Owner']);
  expect((await voteFor(meeting, own, mia.id, { vote: 'approve' }, mia)).status).toBe(200);
  expect((await voteFor(meeting, own, olga.id, { vote: 'approve' }, mia)).status).toBe(200);
  expect(await status(own)).toBe('scheduled');
  expect(await entry(meeting, own)).toMatchObject({ outcome: 'approved' });
  expect((await voteFor(meeting, own, olga.id, { vote: 'approve' }, mia)).status).toBe(409);

  const item = (key: string, body: object) =>
    entry(meeting, key).then(({ change }) => max.call('PATCH', `/cab-meetings/${meeting}/agenda/${change.id}`, body));
  await item(risky, { begun: true });
  await item(calm, { begun: true, note: 'Asked how long it takes' });
  expect(await entry(meeting, risky)).toMatchObject({ begunAt: null });
  expect(await entry(meeting, calm)).toMatchObject({ begunAt: expect.any(String), note: 'Asked how long it takes' });
  await voteFor(meeting, calm, mia.id);
  expect(await status(calm)).toBe('authorise');
  await voteFor(meeting, calm, max.id);
  expect(await status(calm)).toBe('scheduled');
  expect((await item(calm, { outcome: 'deferred' })).status).toBe(409);
  await item(risky, { outcome: 'deferred', note: 'Wants a better way back' });

  const closed = (await max.call('POST', `/cab-meetings/${meeting}/close`)).body as MeetingView;
  expect(closed).toMatchObject({ state: 'closed', next: { state: 'planned' } });
  expect(closed.agenda.map(({ change, outcome }) => [change.key, outcome]).sort()).toEqual(
    [
      [risky, 'deferred'],
      [calm, 'approved'],
      [own, 'approved'],
    ].sort(),
  );
  const timeline = await olga.call('GET', `/tickets/${risky}/timeline`);
  expect(timeline.text).toContain('wrote in the minutes of Weekly board: Deferred');
  const decided = await olga.call('GET', `/tickets/${calm}/timeline`);
  expect(decided.text).toContain('Weekly board: Approved (Max Manager approves, Mia Manager approves)');
  // The chair wrote one of them down, and cast the other.
  expect(decided.text).toContain('wrote down that Mia Manager approved Calm as Board');
  expect(decided.text).not.toContain('wrote down that Max Manager');
  expect(decided.text).not.toContain('wrote down the last vote');
  // Who wrote down a vote by which it was decided did not decide it.
  const written = await olga.call('GET', `/tickets/${own}/timeline`);
  expect(written.text).toMatch(/wrote down the last vote, which approved [^"]*: approved by Board/);
  expect(timeline.text).toContain('Wants a better way back');
  // It waits for the next.
  expect((await view(closed.next?.id ?? '')).agenda.map(({ change }) => change.key)).toEqual([risky]);
  expect((await voteFor(closed.next?.id ?? '', risky, mia.id)).status).toBe(409);
});

test('boards say when they meet and how much waits; meetings are moved and called off', async () => {
  const boards = async (who = tom) => ((await who.call('GET', '/cab-boards')).body as { items: BoardView[] }).items;
  expect(await boards()).toMatchObject([
    {
      ...{ name: 'Weekly board', team: { name: 'Change board' }, due: 1 },
      words: 'Every week on Tuesday at 10:00, from 1 Jan 2026 (Europe/London)',
    },
  ]);
  const id = await plan(inHours(50));
  const moved = await max.call('PATCH', `/cab-meetings/${id}`, { version: 1, startsAt: inHours(51), place: 'Room 5' });
  expect(moved.body).toMatchObject({ place: 'Room 5', version: 2 });
  expect((await max.call('PATCH', `/cab-meetings/${id}`, { version: 1, place: 'x' })).status).toBe(409);
  expect((await max.call('PATCH', `/cab-meetings/${id}`, { version: 2, cancelled: true })).body).toMatchObject({
    state: 'cancelled',
  });
  expect((await max.call('POST', `/cab-meetings/${id}/begin`)).status).toBe(409);
  expect((await max.call('PATCH', `/cab-meetings/${id}`, { version: 3, itemSeconds: 60 })).status).toBe(409);
  for (const [who, body] of [
    [tom, terms],
    [olga, { ...terms, timeZone: 'Mars' }],
    [olga, { ...terms, teamId: olga.id }],
  ] as const)
    expect([403, 422]).toContain((await who.call('POST', '/cab-boards', body)).status);
  const [{ version } = { version: 0 }] = await boards();
  expect((await olga.call('PUT', `/cab-boards/${board}`, { ...terms, quorum: 1, version })).status).toBe(200);
  expect((await olga.call('PUT', `/cab-boards/${board}`, { ...terms, version })).status).toBe(409);
  // Who sees some clients only reads what is theirs, and runs nothing.
  expect((await narrow.call('POST', `/cab-boards/${board}/meetings`, {})).status).toBe(403);
});

test('the time of a meeting is divided before it and while it is on, which tells no calendar', async () => {
  const id = await plan(inHours(60));
  const divide = (version: number, itemSeconds: number | null, who = max) =>
    who.call('PATCH', `/cab-meetings/${id}`, { version, itemSeconds });
  expect(await view(id)).toMatchObject({ itemSeconds: 300, board: { itemMinutes: 5 } });
  expect((await divide(1, 150)).body).toMatchObject({ itemSeconds: 150, version: 2 });
  expect((await divide(2, 5)).status).toBe(400);
  expect((await divide(2, 90, tom)).status).toBe(403);
  const sequence = () =>
    desk.run(({ tx }) => tx.selectFrom('cab_meetings').select('sequence').where('id', '=', id).executeTakeFirst());
  expect(await sequence()).toEqual({ sequence: 0 });
  await max.call('POST', `/cab-meetings/${id}/begin`);
  expect((await divide(3, 90)).body).toMatchObject({ itemSeconds: 90, state: 'running' });
  expect((await max.call('PATCH', `/cab-meetings/${id}`, { version: 4, place: 'Room 6' })).status).toBe(409);
  expect((await divide(4, null)).body).toMatchObject({ itemSeconds: 300 });
});
