import { expect, test } from 'vitest';
import { createClient, createContact } from '#server/business/client/index.ts';
import type { TicketView, TimelineEntry } from '#shared/ticket.ts';
import type { Sheet, SheetOfPerson, TimeDraft, TimerView, WorkTypeView } from '#shared/time.ts';
import { openDesk } from '#tests/desk.ts';
import { hire, type Person } from '#tests/people.ts';
import { holdClock, type Visitor, welcome } from '#tests/visitor.ts';

const desk = await openDesk({ roles: ['web'] });
const olga = await hire(desk, { name: 'Olga Owner' });
const max = await hire(desk, { name: 'Max Manager', role: 'manager' });
const [acme, birch] = await desk.run(async (ctx) => [
  await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' }),
  await createClient(ctx, { name: 'Birch', code: 'BIRCH', timeZone: 'UTC' }),
]);
const at = (instant: string) => holdClock(desk, Date.parse(instant));
const iso = (instant: string) => new Date(instant).toISOString();
const inZone = async (name: string, timeZone: string) => {
  const person = await hire(desk, { name, role: 'technician' });
  await desk.run(({ tx }) =>
    tx.updateTable('staff').set({ time_zone: timeZone }).where('id', '=', person.id).execute(),
  );
  return person;
};
const ticket = async (clientId = acme, who: Person = olga) =>
  ((await who.call('POST', '/tickets', { clientId, title: 'Printer jams', kind: 'incident' })).body as TicketView).key;
const record = (who: Person, key: string, body: object) => who.call('POST', `/tickets/${key}/time`, body);
const sheet = async (who: Person | Visitor, from: string, to = from, of = '') =>
  (await who.call('GET', `/time?from=${from}&to=${to}${of && `&staffId=${of}`}`)).body as Sheet;
const drafts = async (who: Person | Visitor, day: string) =>
  ((await who.call('GET', `/me/time-drafts?day=${day}`)).body as { items: TimeDraft[] }).items;
const timers = async (who: Person) => ((await who.call('GET', '/me/timers')).body as { items: TimerView[] }).items;
const fault = (answer: { body: unknown }) =>
  (answer.body as { errors?: { path: string; message: string }[] }).errors?.[0];

test('an entry says of what kind it was and from when to when; its kind says whether it is billable', async () => {
  at('2026-03-02T12:00:00Z');
  const tom = await inZone('Tom Tech', 'Australia/Sydney');
  const key = await ticket();
  const types = ((await tom.call('GET', '/work-types')).body as { items: WorkTypeView[] }).items;
  expect(types.map(({ name, billable }) => [name, billable])).toEqual([
    ['Remote', true],
    ['On site', true],
    ['Travel', true],
    ['Internal', false],
  ]);
  const internal = types[3]?.id;
  await record(tom, key, {
    minutes: 30,
    startedAt: iso('2026-03-02T09:00:00Z'),
    workTypeId: internal,
    note: ' Tidied ',
  });
  await record(tom, key, { minutes: 45, startedAt: iso('2026-03-02T09:20:00Z'), workTypeId: internal, billable: true });
  await tom.call('POST', `/tickets/${key}/messages`, { visibility: 'internal', body: '<p>Done</p>', minutes: 5 });
  const { items, days, timeZone } = await sheet(tom, '2026-03-02');
  expect(timeZone).toBe('Australia/Sydney');
  const [first, second, third] = items;
  expect(items).toMatchObject([
    {
      ...{
        minutes: 30,
        billable: false,
        note: 'Tidied',
        workType: { name: 'Internal' },
        source: 'hand',
        state: 'open',
      },
      ...{ startedAt: iso('2026-03-02T09:00:00Z'), workedAt: iso('2026-03-02T09:30:00Z'), day: '2026-03-02' },
      ...{ overlaps: [second?.id], mayEdit: true, ticket: { key }, client: { name: 'Acme' } },
    },
    { minutes: 45, billable: true, overlaps: [first?.id] },
    { minutes: 5, billable: true, workType: null, startedAt: null, overlaps: [], source: 'reply', note: 'Done' },
  ]);
  expect(days).toEqual([{ day: '2026-03-02', minutes: 80, billableMinutes: 50, lengthMinutes: 1440 }]);
  expect(third?.day).toBe('2026-03-02');
});

test('an entry belongs to the day on which it began, in the zone of its person', async () => {
  at('2026-03-04T00:00:00Z');
  const tia = await inZone('Tia Tech', 'Australia/Sydney');
  const key = await ticket();
  // 23:30 in Sydney until 01:00 of the next day.
  await record(tia, key, { minutes: 90, startedAt: iso('2026-03-02T12:30:00Z') });
  expect((await sheet(tia, '2026-03-02')).days[0]?.minutes).toBe(90);
  expect((await sheet(tia, '2026-03-03')).items).toEqual([]);
});

test('a day holds no more than it is long, also where the clocks change, and two at once do not share an hour', async () => {
  at('2026-11-01T12:00:00Z');
  const key = await ticket();
  for (const [day, minutes] of [
    ['2026-10-04', 1_380],
    ['2026-04-05', 1_500],
  ] as const) {
    const person = await inZone(`Of ${day}`, 'Australia/Sydney');
    // Noon in Sydney, whichever its offset is.
    const workedAt = iso(`${day}T02:00:00Z`);
    expect((await sheet(person, day)).days[0]?.lengthMinutes).toBe(minutes);
    expect((await record(person, key, { minutes: minutes - 1_000, workedAt })).status).toBe(201);
    const both = await Promise.all([1, 2].map(() => record(person, key, { minutes: 600, workedAt })));
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 422]);
    const late = await record(person, key, { minutes: 401, workedAt });
    expect(fault(late)).toMatchObject({
      path: 'minutes',
      message: expect.stringContaining(`${day} has ${minutes / 60} h`),
    });
    expect((await record(person, key, { minutes: 400, workedAt })).status).toBe(201);
    expect((await sheet(person, day)).days[0]?.minutes).toBe(minutes);
  }
});

test('what cannot be is refused with its field named', async () => {
  at('2026-03-05T12:00:00Z');
  const tim = await inZone('Tim Tech', 'UTC');
  const key = await ticket();
  const { items } = (await tim.call('GET', '/work-types')).body as { items: WorkTypeView[] };
  const [remote] = items;
  await olga.call('PATCH', `/work-types/${remote?.id}`, { version: remote?.version, active: false });
  for (const [body, path] of [
    [{ minutes: 0 }, 'minutes'],
    [{ minutes: 1_441 }, 'minutes'],
    [{ minutes: 1.5 }, 'minutes'],
    [{ minutes: 10, workedAt: iso('2026-03-05T12:20:00Z') }, 'workedAt'],
    [{ minutes: 60, startedAt: iso('2026-03-05T11:30:00Z') }, 'startedAt'],
    [{ minutes: 10, startedAt: iso('1999-03-05T11:30:00Z') }, 'startedAt'],
    [{ minutes: 10, workTypeId: remote?.id }, 'workTypeId'],
    [{ minutes: 10, workTypeId: acme }, 'workTypeId'],
  ] as const)
    expect(fault(await record(tim, key, body))?.path, JSON.stringify(body)).toBe(path);
  await olga.call('PATCH', `/work-types/${remote?.id}`, { version: (remote?.version ?? 0) + 1, active: true });
  for (const [query, path] of [
    ['from=2026-02-30&to=2026-03-01', 'from'],
    ['from=2026-03-05&to=2026-03-04', 'to'],
    ['from=2026-03-05&to=2026-04-30', 'to'],
  ])
    expect(fault(await tim.call('GET', `/time?${query}`))?.path).toBe(path);
});

test('time is changed and taken away by whose it is until it is submitted, and by whoever approves time until it is approved', async () => {
  at('2026-03-06T12:00:00Z');
  const [tom, tess] = [await inZone('Tom Two', 'UTC'), await inZone('Tess Two', 'UTC')];
  const key = await ticket();
  const { id } = (await record(tom, key, { minutes: 20 })).body as { id: string };
  const change = (who: Person, version: number, body: object) => who.call('PATCH', `/time/${id}`, { version, ...body });
  expect((await change(tess, 1, { minutes: 30 })).status).toBe(403);
  expect((await change(tom, 9, { minutes: 30 })).status).toBe(409);
  const changed = await change(tom, 1, { minutes: 30, startedAt: iso('2026-03-06T10:00:00Z'), billable: false });
  expect(changed.body).toMatchObject({
    minutes: 30,
    workedAt: iso('2026-03-06T10:30:00Z'),
    billable: false,
    version: 2,
  });
  const { items } = (await tom.call('GET', `/tickets/${key}/timeline`)).body as {
    items: { type: string; data?: object }[];
  };
  expect(items.map(({ type }) => type)).toContain('ticket.time_changed');
  await tom.call('POST', '/time/submit', { from: '2026-03-06', to: '2026-03-06' });
  expect((await change(tom, 3, { minutes: 31 })).status).toBe(409);
  expect((await tom.call('DELETE', `/time/${id}`)).status).toBe(409);
  expect((await change(max, 3, { minutes: 31 })).status).toBe(200);
  await max.call('POST', '/time/decide', { entryIds: [id], approve: true });
  expect((await change(max, 5, { minutes: 32 })).status).toBe(409);
  expect((await max.call('DELETE', `/time/${id}`)).status).toBe(409);
  const limited = await hire(desk, { name: 'Of Birch', role: 'manager', clientIds: [birch] });
  expect((await limited.call('DELETE', `/time/${id}`)).status).toBe(404);
});

test('a timesheet is submitted, returned with a reason, submitted again and approved; never by oneself while another may', async () => {
  at('2026-03-13T17:00:00Z');
  const tom = await inZone('Tom Three', 'UTC');
  const key = await ticket();
  const period = { from: '2026-03-09', to: '2026-03-15' };
  expect(fault(await tom.call('POST', '/time/submit', period))?.path).toBe('from');
  for (const minutes of [60, 90]) await record(tom, key, { minutes, workedAt: iso('2026-03-10T10:00:00Z') });
  await record(max, key, { minutes: 15 });
  expect((await tom.call('POST', '/time/submit', period)).body).toMatchObject({ entries: 2, minutes: 150 });
  expect((await tom.call('POST', '/time/take-back', period)).body).toMatchObject({ entries: 2, minutes: 150 });
  await tom.call('POST', '/time/submit', period);
  await max.call('POST', '/time/submit', period);
  expect((await tom.call('GET', `/time/people?from=${period.from}&to=${period.to}`)).status).toBe(403);
  expect((await tom.call('GET', `/time?from=${period.from}&to=${period.to}&staffId=${max.id}`)).status).toBe(403);
  const people = (await max.call('GET', `/time/people?from=${period.from}&to=${period.to}`)).body as {
    items: SheetOfPerson[];
  };
  // Seventy-nine hours after the work: Friday 17:00 less Tuesday 10:00.
  expect(people.items.find(({ staff }) => staff.id === tom.id)).toMatchObject({
    submitted: 150,
    open: 0,
    enteredAfter: 79 * 60,
  });
  const theirs = (await sheet(max, period.from, period.to, tom.id)).items.map(({ id }) => id);
  const own = (await sheet(max, period.from, period.to)).items.map(({ id }) => id);
  expect(fault(await max.call('POST', '/time/decide', { entryIds: theirs, approve: false, note: ' ' }))?.path).toBe(
    'note',
  );
  expect((await max.call('POST', '/time/decide', { entryIds: [...theirs, ...own], approve: true })).status).toBe(403);
  // What was taken back and handed in anew since it was read is not approved unread.
  const [read] = theirs;
  const stale = await max.call('POST', '/time/decide', { entryIds: [read], versions: [1], approve: true });
  expect(fault(stale)).toEqual({
    path: 'entryIds.0',
    message: 'was changed since you read it: look at it once more',
  });
  expect((await sheet(tom, period.from, period.to)).items.every(({ state }) => state === 'submitted')).toBe(true);
  await max.call('POST', '/time/decide', { entryIds: theirs, approve: false, note: 'Whose printer?' });
  expect((await sheet(tom, period.from, period.to)).items).toMatchObject([
    { state: 'returned', returnedBecause: 'Whose printer?', mayEdit: true },
    { state: 'returned', returnedBecause: 'Whose printer?' },
  ]);
  const opened = await max.call('POST', '/time/decide', { entryIds: theirs, approve: true });
  expect(fault(opened)).toMatchObject({ path: 'entryIds.0', message: 'is returned, not submitted' });
  await tom.call('POST', '/time/submit', period);
  expect((await max.call('POST', '/time/decide', { entryIds: theirs, approve: true })).body).toEqual({
    entries: 2,
    minutes: 150,
  });
  const limited = await hire(desk, { name: 'Also of Birch', role: 'manager', clientIds: [birch] });
  const denied = await limited.call('POST', '/time/decide', { entryIds: theirs, approve: false, note: 'x' });
  expect(fault(denied)).toMatchObject({ path: 'entryIds.0', message: 'is not a time entry' });
});

test('a timer survives, runs alone, is paused, and stops as an entry', async () => {
  at('2026-03-16T09:00:00Z');
  const [tom, tess] = [await inZone('Tom Four', 'UTC'), await inZone('Tess Four', 'UTC')];
  const [one, two] = [await ticket(), await ticket(birch)];
  const start = async (key: string) => ((await tom.call('POST', `/tickets/${key}/timer`)).body as { id: string }).id;
  const first = await start(one);
  at('2026-03-16T09:10:30Z');
  const second = await start(two);
  expect(await timers(tom)).toMatchObject([
    {
      id: second,
      ticket: { key: two },
      client: { name: 'Birch' },
      runningSince: iso('2026-03-16T09:10:30Z'),
      seconds: 0,
    },
    { id: first, runningSince: null, seconds: 630 },
  ]);
  expect(await timers(tess)).toEqual([]);
  expect((await tess.call('POST', `/me/timers/${first}/stop`, {})).status).toBe(404);
  at('2026-03-16T09:30:00Z');
  expect(await start(one)).toBe(first);
  await tom.call('PATCH', `/me/timers/${first}`, { note: 'Cleaned the drum' });
  at('2026-03-16T09:31:00Z');
  await tom.call('POST', `/me/timers/${first}/stop`, {});
  await tom.call('DELETE', `/me/timers/${second}`);
  const third = await start(two);
  at('2026-03-16T09:40:01Z');
  await tom.call('POST', `/me/timers/${third}/stop`, { note: 'Called them' });
  expect((await sheet(tom, '2026-03-16')).items).toMatchObject([
    { minutes: 12, note: 'Cleaned the drum', startedAt: null, workedAt: iso('2026-03-16T09:31:00Z'), source: 'timer' },
    // Begun minutes count: nine and a second are ten, from when it began.
    { minutes: 10, note: 'Called them', startedAt: iso('2026-03-16T09:31:00Z'), overlaps: [] },
  ]);
  const forgotten = await start(one);
  at('2026-03-18T09:40:01Z');
  const long = await tom.call('POST', `/me/timers/${forgotten}/stop`, {});
  expect(fault(long)).toMatchObject({ path: 'minutes', message: expect.stringContaining('48 hours') });
  expect((await tom.call('POST', `/me/timers/${forgotten}/stop`, { minutes: 25 })).status).toBe(201);
  expect(await timers(tom)).toEqual([]);
});

test('a call is told of by a note, answers the client, and is proposed as time, also past midnight', async () => {
  at('2026-03-18T00:10:00Z');
  const { browser: tom } = await welcome(desk, { role: 'technician' });
  const anna = await desk.run((ctx) => createContact(ctx, { clientId: acme, name: 'Anna Asker' }));
  const key = (
    (await tom.call('POST', '/tickets', { clientId: acme, title: 'Phone dead', kind: 'incident', requesterId: anna }))
      .body as TicketView
  ).key;
  const say = (body: object) =>
    tom.call('POST', `/tickets/${key}/messages`, { body: '<p>Talked it over</p>', ...body });
  const call = { direction: 'from_client', minutes: 25 };
  expect(fault(await say({ visibility: 'public', call }))?.path).toBe('call');
  for (const minutes of [0, -5, 1.5, 1441])
    expect(fault(await say({ visibility: 'internal', call: { ...call, minutes } }))?.path).toBe('call.minutes');
  expect(fault(await say({ visibility: 'internal', call: { ...call, direction: 'in' } }))?.path).toBe('call.direction');
  expect((await say({ visibility: 'internal', call })).body).toMatchObject({
    ticket: { firstResponseAt: '2026-03-18T00:10:00.000Z' },
  });
  const { items } = (await tom.call('GET', `/tickets/${key}/timeline`)).body as { items: TimelineEntry[] };
  expect(items.flatMap(({ message }) => message ?? [])).toMatchObject([{ visibility: 'internal', call }]);
  const [draft] = await drafts(tom, '2026-03-18');
  expect(draft).toMatchObject({ minutes: 25, sessions: [{ from: '2026-03-17T23:45:00.000Z' }] });
  expect(draft?.did).toMatch(/^Had a call/);
  expect(await drafts(tom, '2026-03-17')).toEqual([]);
  await tom.call('POST', '/me/time-drafts/confirm', { ticketId: draft?.ticket.id, day: '2026-03-18' });
  expect(await drafts(tom, '2026-03-18')).toEqual([]);
  expect((await sheet(tom, '2026-03-17')).items).toMatchObject([
    { minutes: 25, startedAt: '2026-03-17T23:45:00.000Z' },
  ]);
  // What is recorded with it is not proposed as well.
  at('2026-03-19T14:00:00Z');
  await say({ visibility: 'internal', call, minutes: 25 });
  expect(await drafts(tom, '2026-03-19')).toEqual([]);
});

test('a person’s doings become drafts that nobody else sees, and are settled by confirming or refusing them', async () => {
  at('2026-03-20T08:00:00Z');
  const { browser: tom } = await welcome(desk, { role: 'technician' });
  const [one, two] = [await ticket(), await ticket()];
  const look = async (key: string, from: string, minutes: number) => {
    for (let second = 0; second <= minutes * 60; second += 15) {
      at(new Date(Date.parse(from) + second * 1_000).toISOString());
      await tom.call('POST', `/tickets/${key}/presence`, { state: 'viewing' });
    }
  };
  await look(one, '2026-03-20T09:00:00Z', 8);
  await tom.call('POST', `/tickets/${one}/messages`, { visibility: 'public', body: '<p>On it</p>' });
  await look(two, '2026-03-20T10:00:00Z', 1);
  at('2026-03-20T12:00:00Z');
  const [draft, ...others] = await drafts(tom, '2026-03-20');
  expect(others).toEqual([]);
  expect(draft).toMatchObject({ ticket: { key: one }, minutes: 8, recorded: 0, did: 'Replied' });
  expect(await drafts(max, '2026-03-20')).toEqual([]);
  const id = draft?.ticket.id ?? '';
  expect((await max.call('POST', '/me/time-drafts/confirm', { ticketId: id, day: '2026-03-20' })).status).toBe(409);
  expect(
    (await tom.call('POST', '/me/time-drafts/confirm', { ticketId: id, day: '2026-03-20', minutes: 5 })).status,
  ).toBe(201);
  // Less was confirmed than was proposed: the rest does not come again.
  expect(await drafts(tom, '2026-03-20')).toEqual([]);
  await look(one, '2026-03-20T13:00:00Z', 4);
  at('2026-03-20T14:00:00Z');
  expect(await drafts(tom, '2026-03-20')).toMatchObject([{ minutes: 4, recorded: 5 }]);
  await tom.call('POST', '/me/time-drafts/refuse', { ticketId: id, day: '2026-03-20' });
  expect(await drafts(tom, '2026-03-20')).toEqual([]);
  expect((await sheet(tom, '2026-03-20')).items).toMatchObject([{ minutes: 5, source: 'draft', note: 'Replied' }]);
  expect(fault(await tom.call('GET', '/me/time-drafts?day=2026-03-29'))?.path).toBe('day');
});

test('what is one person’s goes along where another moves the ticket to a client', async () => {
  at('2026-03-23T09:00:00Z');
  const tom = await inZone('Tom Six', 'UTC');
  const key = await ticket();
  await tom.call('POST', `/tickets/${key}/timer`);
  await tom.call('POST', `/tickets/${key}/presence`, { state: 'viewing' });
  at('2026-03-23T09:05:00Z');
  const moved = await olga.call('POST', `/tickets/${key}/move`, { clientId: birch, reason: 'Theirs' });
  expect(moved.status, moved.text).toBe(201);
  const [timer] = await timers(tom);
  expect(timer).toMatchObject({ client: { name: 'Birch' }, ticket: { key: expect.stringMatching(/^BIRCH-/) } });
  await tom.call('POST', `/me/timers/${timer?.id}/stop`, {});
  expect((await sheet(tom, '2026-03-23')).items).toMatchObject([{ minutes: 5, client: { name: 'Birch' } }]);
});
