import fc from 'fast-check';
import { expect, test } from 'vitest';
import { weekdays } from './calendar.ts';
import {
  addBusinessDays,
  includeParts,
  nextTasks,
  type PlanTask,
  planTasks,
  routeTo,
  settleOffer,
  sumOf,
} from './catalogue.ts';
import type { Field } from './form.ts';

const OFFICE = {
  name: 'Office',
  timeZone: 'Australia/Sydney',
  alwaysOpen: false,
  hours: weekdays('08:00', '18:00'),
  closedDays: [{ date: '2026-12-25', name: 'Christmas' }],
};
const at = (iso: string) => Date.parse(iso);

test('days of delivery are business days where the client is', () => {
  // Thursday evening in Sydney is still Thursday morning in London.
  expect(addBusinessDays(OFFICE, at('2026-12-24T08:00:00Z'), 1)).toBe('2026-12-28');
  expect(addBusinessDays(OFFICE, at('2026-12-24T20:00:00Z'), 0)).toBe('2026-12-28');
  expect(addBusinessDays(OFFICE, at('2026-12-21T00:00:00Z'), 5)).toBe('2026-12-29');
  expect(addBusinessDays({ ...OFFICE, alwaysOpen: true }, at('2026-12-21T00:00:00Z'), 5)).toBe('2026-12-26');
  expect(addBusinessDays({ ...OFFICE, hours: [] }, at('2026-12-21T00:00:00Z'), 1)).toBeNull();
});

test('so many business days lie between, and the last of them is one', () => {
  const isOpen = (date: string) => {
    const day = new Date(`${date}T00:00:00Z`).getUTCDay();
    return day > 0 && day < 6 && date !== '2026-12-25';
  };
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 30 }), (offset, days) => {
      const from = at('2026-12-01T02:00:00Z') + offset * 86_400_000;
      const end = addBusinessDays(OFFICE, from, days) as string;
      let count = 0;
      for (let day = from + 86_400_000; new Date(day).toISOString().slice(0, 10) <= end; day += 86_400_000)
        if (isOpen(new Date(day).toISOString().slice(0, 10))) count += 1;
      expect([count, isOpen(end)]).toEqual([days, true]);
    }),
  );
});

test('of each thing what was said nearest to the client holds, also where that is nothing', () => {
  const aud = (minor: number) => ({ minor, currency: 'AUD' });
  const offer = settleOffer({ price: aud(100), deliveryDays: 5, approval: null }, [
    { from: 'Gold', terms: { price: aud(90), deliveryDays: 2 } },
    { from: 'Acme', terms: { price: null } },
  ]);
  expect(offer).toMatchObject({ price: null, deliveryDays: 2, offered: true });
  expect(offer.from).toEqual({
    price: 'Acme',
    deliveryDays: 'Gold',
    approval: 'the catalogue',
    offered: 'the catalogue',
  });
});

test('a bundle costs what its parts cost, where that can be said', () => {
  const [a, b] = [
    { name: 'A', price: { minor: 150, currency: 'AUD' } },
    { name: 'B', price: { minor: 50, currency: 'AUD' } },
  ];
  expect(sumOf([a, b])).toEqual({ total: { minor: 200, currency: 'AUD' }, why: 'A AUD 1.50 + B AUD 0.50' });
  expect(sumOf([a, { name: 'C', price: null }])).toMatchObject({
    total: { minor: 150 },
    why: expect.stringContaining('C'),
  });
  expect(sumOf([a, { name: 'C', price: { minor: 1, currency: 'JPY' } }]).total).toBeNull();
  expect(sumOf([]).total).toBeNull();
  const parts = [
    { itemId: 'x', when: { match: 'all' as const, tests: [{ field: 'laptop', is: 'equals' as const, value: true }] } },
  ];
  expect(includeParts(parts, { laptop: true })).toEqual([{ itemId: 'x', included: true }]);
  expect(includeParts(parts, {})).toEqual([{ itemId: 'x', included: false }]);
});

const task = (key: string, after: string[] = [], more: Partial<PlanTask> = {}): PlanTask => ({
  key,
  title: key,
  teamId: null,
  staffId: null,
  after,
  olaMinutes: null,
  when: null,
  ...more,
});

test('tasks of the parts come first, and one that is left out passes on what it waited for', () => {
  const never = { match: 'all' as const, tests: [{ field: 'x', is: 'filled' as const }] };
  const main = {
    name: 'New starter',
    answers: {},
    plan: [task('greet', ['parts']), task('b', ['greet'], { when: never }), task('c', ['b'])],
  };
  const part = { name: 'Laptop', answers: {}, plan: [task('buy'), task('set up', ['buy'])] };
  expect(planTasks(main, [part]).map(({ title, after }) => [title, after])).toEqual([
    ['Laptop: buy', []],
    ['Laptop: set up', [0]],
    ['greet', [0, 1]],
    ['c', [2]],
  ]);
});

test('every plan can be carried out to its end, and nothing begins before what it waits for', () => {
  const plan = fc.array(fc.array(fc.nat(9)), { minLength: 1, maxLength: 10 }).map((all) =>
    all.map((after, at) =>
      task(
        `t${at}`,
        [...new Set(after)].filter((one) => one < at).map((one) => `t${one}`),
      ),
    ),
  );
  fc.assert(
    fc.property(plan, fc.infiniteStream(fc.nat()), (tasks, picks) => {
      const planned = planTasks({ name: '', plan: tasks, answers: {} }, []);
      const rows = planned.map(({ after }, at) => ({ id: `${at}`, state: 'waiting', after: after.map(String) }));
      for (let done = 0; done < rows.length; done += 1) {
        for (const id of nextTasks(rows)) (rows[Number(id)] as { state: string }).state = 'ready';
        const ready = rows.filter(({ state }) => state === 'ready');
        const pick = ready[(picks.next().value as number) % ready.length];
        if (!pick) throw new Error('Nothing can begin');
        expect(pick.after.every((id) => rows[Number(id)]?.state === 'done')).toBe(true);
        pick.state = 'done';
      }
      expect(rows.every(({ state }) => state === 'done')).toBe(true);
    }),
  );
});

test('the first rule that fits chooses the team, and says why', () => {
  const form = { fields: [{ key: 'role', label: 'Role' } as Field] };
  const rules = [
    {
      teamId: 'dev',
      when: { match: 'all' as const, tests: [{ field: 'role', is: 'equals' as const, value: 'Developer' }] },
    },
    { teamId: 'all', when: null },
  ];
  expect(routeTo(rules, form, { role: 'Developer' })).toEqual({ teamId: 'dev', why: 'rule 1: “Role” is Developer' });
  expect(routeTo(rules, form, {})).toMatchObject({ teamId: 'all' });
  expect(routeTo([], form, {})).toBeNull();
});
