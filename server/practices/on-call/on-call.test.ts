import { describe, expect, test } from 'vitest';
import type { MyShift, ScheduleView, ShiftsView } from '#shared/on-call.ts';
import { openDesk } from '#tests/desk.ts';
import { hire } from '#tests/people.ts';

const desk = await openDesk();
const olive = await hire(desk, { name: 'Olive Owner' });
const [ann, bob] = [
  await hire(desk, { name: 'Ann', role: 'technician' }),
  await hire(desk, { name: 'Bob', role: 'technician' }),
];
const DAY = 86_400_000;
const today = new Date().toISOString().slice(0, 10);
const day = (after: number) => new Date(Date.parse(today) + after * DAY).toISOString();

const rotation = (more: object = {}) => ({
  name: 'Days',
  members: [ann.id, bob.id],
  startDate: day(-10).slice(0, 10),
  handOverTime: '09:00',
  unit: 'day',
  every: 1,
  handOverWeekday: 1,
  hours: [],
  ...more,
});
let made = 0;
const scheduleOf = (...layers: object[]) => ({ name: `Schedule ${made++}`, timeZone: 'UTC', layers });
const make = async (...layers: object[]) =>
  ((await olive.call('POST', '/on-call/schedules', scheduleOf(...layers))).body as { id: string }).id;
const read = async (id: string) => (await olive.call('GET', `/on-call/schedules/${id}`)).body as ScheduleView;
const shifts = async (id: string, from: string, to: string) =>
  (await olive.call('GET', `/on-call/schedules/${id}/shifts?from=${from}&to=${to}`)).body as ShiftsView;
const faults = (answer: { body: never }) =>
  ((answer.body as { errors?: { path: string }[] }).errors ?? []).map(({ path }) => path);

test('a schedule says who is on call when, and by which rotation', async () => {
  const id = await make(
    rotation({ members: [ann.id] }),
    rotation({ name: 'Mornings', members: [bob.id], hours: everyDay('06:00', '12:00') }),
  );
  const week = await shifts(id, day(1), day(2));
  expect(
    week.shifts.map(({ from, to, staff, source }) => [from.slice(11, 16), to.slice(11, 16), staff.name, source.layer]),
  ).toEqual([
    ['00:00', '06:00', 'Ann', 0],
    ['06:00', '12:00', 'Bob', 1],
    ['12:00', '00:00', 'Ann', 0],
  ]);
  expect(week.gaps).toEqual([]);
  expect(week.layers.map((layer) => layer.shifts.length)).toEqual([1, 1]);
  const { items } = (await ann.call('GET', '/on-call/now')).body as {
    items: { schedule: { id: string }; staff: object }[];
  };
  expect(items.find(({ schedule }) => schedule.id === id)?.staff).not.toBeNull();
});

test('who does not work for every client is named: a page for another one does not reach them', async () => {
  const few = await hire(desk, { name: 'Few', role: 'technician', clientIds: [] });
  const id = await make(rotation({ members: [ann.id, few.id] }));
  expect((await read(id)).limited).toEqual([{ id: few.id, name: 'Few' }]);
  expect((await read(await make(rotation({})))).limited).toEqual([]);
});

test('who is on leave while on call is said, as far as nobody covers', async () => {
  const id = await make(rotation({ members: [ann.id] }));
  const at = (hour: number) => new Date(Date.parse(day(1)) + hour * 3_600_000).toISOString();
  const left = await olive.call('POST', `/staff/${ann.id}/leave`, { startsAt: at(6), endsAt: at(12) });
  const cover = { staffId: bob.id, startsAt: at(10), endsAt: at(24) };
  expect((await olive.call('POST', `/on-call/schedules/${id}/overrides`, cover)).status).toBe(201);
  const { onLeave, gaps } = await shifts(id, day(1), day(2));
  expect(onLeave).toEqual([{ from: at(6), to: at(10), staff: { id: ann.id, name: 'Ann' } }]);
  expect(gaps).toEqual([]);
  await olive.call('DELETE', `/staff/${ann.id}/leave/${(left.body as { id: string }).id}`);
  expect((await shifts(id, day(1), day(2))).onLeave).toEqual([]);
});

function everyDay(from: string, to: string) {
  return [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from, to }));
}

test('gaps are told: hours that nobody covers, and turns of somebody who has left', async () => {
  const gone = await hire(desk, { name: 'Gone', role: 'technician' });
  const office = await make(rotation({ hours: everyDay('08:00', '18:00') }));
  expect((await shifts(office, day(1), day(2))).gaps).toEqual([
    { from: day(1), to: `${day(1).slice(0, 11)}08:00:00.000Z` },
    { from: `${day(1).slice(0, 11)}18:00:00.000Z`, to: day(2) },
  ]);
  const alone = await make(rotation({ members: [gone.id] }));
  expect(await read(alone)).toMatchObject({ now: { staff: { name: 'Gone' }, until: null }, nextGap: null });
  const left = await olive.call('PATCH', `/staff/${gone.id}`, { version: 1, active: false });
  expect(left.status).toBeLessThan(300);
  const after = await read(alone);
  expect(after.now).toEqual({ staff: null, until: null });
  expect(after.nextGap).not.toBeNull();
  // They may stay where they stood, but are put nowhere.
  const { version, layers } = after;
  expect((await olive.call('PATCH', `/on-call/schedules/${alone}`, { version, layers, name: 'Still' })).status).toBe(
    204,
  );
  expect(faults(await olive.call('POST', '/on-call/schedules', scheduleOf(rotation({ members: [gone.id] }))))).toEqual([
    'layers.0.members.0',
  ]);
});

test('what contradicts itself is refused by field, a save on an old version with 409', async () => {
  const refused = async (body: object) => faults(await olive.call('POST', '/on-call/schedules', body));
  expect(await refused({ ...scheduleOf(rotation()), timeZone: 'Mars/Olympus' })).toEqual(['timeZone']);
  expect(await refused(scheduleOf())).toEqual(['layers']);
  expect(await refused(scheduleOf(rotation({ members: [] })))).toEqual(['layers.0.members']);
  const overlapping = [...everyDay('08:00', '12:00'), { weekday: 3, from: '11:00', to: '13:00' }];
  expect(await refused(scheduleOf(rotation(), rotation({ hours: overlapping })))).toEqual(['layers.1.hours.7.from']);
  expect(await refused(scheduleOf(rotation({ handOverTime: '24:00' })))).toEqual(['layers.0.handOverTime']);
  const id = await make(rotation());
  expect((await olive.call('PATCH', `/on-call/schedules/${id}`, { version: 1, name: 'Renamed' })).status).toBe(204);
  expect((await olive.call('PATCH', `/on-call/schedules/${id}`, { version: 1, name: 'Again' })).status).toBe(409);
  expect(
    faults(await olive.call('POST', '/on-call/schedules', { ...scheduleOf(rotation()), name: 'renamed' })),
  ).toEqual(['name']);
  expect(faults(await olive.call('GET', `/on-call/schedules/${id}/shifts?from=${day(1)}&to=${day(0)}`))).toEqual([
    'to',
  ]);
  expect(faults(await olive.call('GET', `/on-call/schedules/${id}/shifts?from=${day(0)}&to=${day(999)}`))).toEqual([
    'to',
  ]);
});

describe('cover', () => {
  const cover = (id: string, who: { call: typeof ann.call }, body: object) =>
    who.call('POST', `/on-call/schedules/${id}/overrides`, body);
  const when = { startsAt: day(3), endsAt: day(4) };

  test('anybody who works tickets takes a shift over, and hands on their own; no other', async () => {
    const id = await make(rotation({ members: [ann.id] }));
    expect((await cover(id, bob, { staffId: bob.id, ...when, note: 'swap' })).status).toBe(201);
    expect((await shifts(id, day(2), day(5))).shifts.map(({ staff }) => staff.name)).toEqual(['Ann', 'Bob', 'Ann']);
    // Now that day is Bob's: he hands it back, Ann can no longer give it away.
    expect((await cover(id, ann, { staffId: olive.id, ...when })).status).toBe(403);
    const back = (await cover(id, bob, { staffId: ann.id, ...when })).body as { id: string };
    expect((await shifts(id, day(2), day(5))).shifts.every(({ staff }) => staff.name === 'Ann')).toBe(true);
    expect((await cover(id, bob, { staffId: olive.id, startsAt: day(6), endsAt: day(7) })).status).toBe(403);
    expect((await cover(id, olive, { staffId: bob.id, startsAt: day(6), endsAt: day(7) })).status).toBe(201);
    const { overrides } = (await bob.call('GET', `/on-call/schedules/${id}`)).body as ScheduleView;
    expect(overrides.map(({ staff, mine }) => [staff.name, mine])).toEqual([
      ['Bob', true],
      ['Ann', true],
      ['Bob', true],
    ]);
    expect((await bob.call('DELETE', `/on-call/schedules/${id}/overrides/${back.id}`)).status).toBe(204);
    expect((await shifts(id, day(3), day(4))).shifts.map(({ staff, source }) => [staff.name, source.kind])).toEqual([
      ['Bob', 'override'],
    ]);
    expect((await bob.call('DELETE', `/on-call/schedules/${id}/overrides/${back.id}`)).status).toBe(404);
  });

  test('what is no stretch ahead is refused by field', async () => {
    const id = await make(rotation());
    expect(faults(await cover(id, ann, { staffId: ann.id, startsAt: day(2), endsAt: day(1) }))).toEqual(['endsAt']);
    expect(faults(await cover(id, ann, { staffId: ann.id, startsAt: day(-2), endsAt: day(-1) }))).toEqual(['endsAt']);
    expect(faults(await cover(id, ann, { staffId: ann.id, startsAt: day(2), endsAt: day(900) }))).toEqual(['endsAt']);
  });

  test('my shifts are those of the next weeks, over all schedules', async () => {
    const cas = await hire(desk, { name: 'Cas', role: 'technician' });
    const id = await make(rotation({ members: [ann.id] }));
    await cover(id, cas, { staffId: cas.id, ...when });
    const { items } = (await cas.call('GET', '/me/on-call')).body as { items: MyShift[] };
    expect(items).toMatchObject([{ from: when.startsAt, to: when.endsAt, schedule: { id } }]);
  });
});

test('somebody limited to some clients changes no schedule', async () => {
  const limited = await hire(desk, { clientIds: [] });
  const id = await make(rotation());
  expect((await limited.call('POST', '/on-call/schedules', scheduleOf(rotation()))).status).toBe(403);
  expect((await limited.call('PATCH', `/on-call/schedules/${id}`, { version: 1, name: 'Mine' })).status).toBe(403);
  expect((await limited.call('DELETE', `/on-call/schedules/${id}`)).status).toBe(403);
});
