import Fraction from 'fraction.js';
import { expect, test } from 'vitest';
import type { Issued } from '#shared/billing.ts';
import type { NotificationPage } from '#shared/notification.ts';
import type { ProjectBurn, ProjectView } from '#shared/project.ts';
import type { ProjectTemplateView } from '#shared/project-plan.ts';
import { billingDesk, done } from '#tests/billing-desk.ts';
import { openDesk } from '#tests/desk.ts';
import { warnOfBudgets } from './warn.ts';

const desk = await openDesk({ roles: ['web'] });
const { olga, fina, tom, acme, birch, at, contract, run } = await billingDesk(desk, '2026-11-02T22:00:00Z');

type Made = { id: string };
const view = (id: string) => done<ProjectView>(olga, 'GET', `/projects/${id}`);
const burn = (id: string, who = olga) => done<ProjectBurn>(who, 'GET', `/projects/${id}/burn`);
const task = async (id: string, title: string, input: object = {}) =>
  (await done<Made>(olga, 'POST', `/projects/${id}/tasks`, { title, ...input })).id;
/** Time of Tom, approved unless said. */
const worked = async (ticket: string, workedAt: string, minutes: number, more: object = {}, approve = true) => {
  const { id } = await done<Made>(tom, 'POST', `/tickets/${ticket}/time`, { minutes, workedAt, ...more });
  const day = workedAt.slice(0, 10);
  if (!approve) return id;
  await done(tom, 'POST', '/time/submit', { from: day, to: day });
  await done(olga, 'POST', '/time/decide', { entryIds: [id], approve: true });
  return id;
};

test('what is used up is what each entry is worth, billed or not, and says which; the forecast is exact', async () => {
  // A block of one hour a month, and the rate of 180.
  await contract(
    { clientId: acme, begins: '2026-11-01', name: 'Block' },
    { kind: 'block_hours', name: 'Hours', quantity: '1', price: '100', covers: {} },
  );
  const { id } = await done<Made>(olga, 'POST', '/projects', {
    ...{ clientId: acme, name: 'Cabling', charged: 'time', budget: '1000.00', budgetMinutes: 600, managerId: tom.id },
  });
  const { version } = await view(id);
  await done(olga, 'PATCH', `/projects/${id}`, { version, state: 'active' });
  const a = await task(id, 'Measure', { estimateMinutes: 120 });
  const b = await task(id, 'Pull', { estimateMinutes: 300 });
  await task(id, 'Nobody knows');
  // Monday, in the hours of service, each begun quarter of an hour: 45 minutes come off the block, then 15 of 45; 100 are 105.
  const first = await worked(a, '2026-11-02T11:00:00Z', 45);
  const second = await worked(a, '2026-11-02T13:00:00Z', 35);
  const third = await worked(b, '2026-11-02T15:00:00Z', 100, {}, false);
  const gift = await worked(b, '2026-11-02T16:00:00Z', 10, { billable: false }, false);
  const now = await burn(id);
  const rate = (minutes: number) => Number(new Fraction(minutes, 60).mul(18_000).round().toString());
  const worth = new Map(now.entries.map((one) => [one.id, [one.kind, one.amount]]));
  expect([first, second, third, gift].map((one) => worth.get(one))).toEqual([
    ['covered', 0],
    ['unbilled', rate(30)],
    ['unbilled', rate(105)],
    ['unbillable', 0],
  ]);
  expect(now.hours).toEqual({
    ...{ budget: 600, worked: 190, left: 120 - 80 + (300 - 110), forecast: 190 + 40 + 190, unestimated: 1, level: 0 },
  });
  const total = rate(30) + rate(105);
  const forecast = total + Number(new Fraction(total).mul(230).div(190).round().toString());
  expect(now.money).toEqual({ budget: 100_000, worth: total, forecast, unrated: 0, level: 0 });
  // Billed, it is worth the same; what waits to be approved is not billed yet.
  await done<Issued>(olga, 'POST', `/billing-runs/${await run('2026-11-30')}/issue`, { clientIds: [acme] });
  const after = await burn(id);
  expect(after.entries.map(({ kind, amount }) => [kind, amount])).toEqual([
    ['covered', 0],
    ['billed', rate(30)],
    ['unbilled', rate(105)],
    ['unbillable', 0],
  ]);
  expect(after.money).toEqual(now.money);
  // Who sees no contracts sees hours alone.
  expect(await burn(id, tom)).toMatchObject({
    money: null,
    cost: null,
    entries: [{ kind: null, amount: null }, {}, {}, {}],
  });
});

test('the manager is told once at 80 and once at 100 per cent', async () => {
  const { id } = await done<Made>(olga, 'POST', '/projects', {
    ...{ clientId: birch, name: 'Move', charged: 'fixed', budget: '500', budgetMinutes: 100, managerId: tom.id },
  });
  await done(olga, 'PATCH', `/projects/${id}`, { version: 1, state: 'active' });
  const move = await task(id, 'Move it');
  const told = async () => {
    await warnOfBudgets(desk.services);
    const { items } = await done<NotificationPage>(tom, 'GET', '/me/notifications');
    return items
      .filter(({ projectId }) => projectId === id)
      .map(({ text }) => text)
      .reverse();
  };
  await worked(move, '2026-11-02T18:00:00Z', 79);
  expect(await told()).toEqual([]);
  await worked(move, '2026-11-02T18:30:00Z', 1);
  const { key } = await view(id);
  const eighty = `${key} Move: more than 80 % of the hours is used up`;
  expect(await told()).toEqual([eighty]);
  expect(await told()).toEqual([eighty]);
  await worked(move, '2026-11-02T19:00:00Z', 20);
  expect(await told()).toEqual([eighty, `${key} Move: all of the hours is used up`]);
  expect((await burn(id)).hours.level).toBe(100);
  // Of a fixed price it is told what the work cost, to those who bill.
  await done(fina, 'POST', '/staff-costs', { staffId: tom.id, from: '2026-01-01', perHour: '66.66' });
  expect((await burn(id, fina)).cost).toEqual({ price: 50_000, cost: 11_110, uncosted: 0 });
  expect((await burn(id, fina)).money).toBe(null);
});

test('a project is laid out from a template by working days, and kept as one again', async () => {
  const plan = {
    phases: [
      {
        name: 'Prepare',
        tasks: [
          { key: 'a', title: 'Order', description: '', from: 0, days: 2, estimateMinutes: 60, shown: true, after: [] },
          {
            key: 'b',
            title: 'Plan',
            description: '',
            from: 4,
            days: 2,
            estimateMinutes: null,
            shown: false,
            after: ['a'],
          },
        ],
      },
      {
        name: 'Do',
        tasks: [
          {
            key: 'c',
            title: 'Build',
            description: '',
            from: 6,
            days: 1,
            estimateMinutes: 240,
            shown: false,
            after: ['b'],
          },
        ],
      },
    ],
    milestones: [
      { name: 'Begun', day: 0, percent: '33.3333', shown: true },
      { name: 'Ready', day: 6, percent: '66.6667', shown: true },
    ],
  };
  const { id: templateId } = await done<Made>(olga, 'POST', '/project-templates', { name: 'New office', plan });
  const { id } = await done<Made>(olga, 'POST', '/projects', {
    ...{ clientId: acme, name: 'Office', charged: 'fixed', budget: '100.01', begins: '2026-11-02', templateId },
  });
  const project = await view(id);
  // From Monday on: the fifth working day is Friday, and what takes two ends on the Monday after.
  expect(project.items.map(({ title, starts, ends, after }) => [title, starts, ends, after.length])).toEqual([
    ['Order', '2026-11-02', '2026-11-03', 0],
    ['Plan', '2026-11-06', '2026-11-09', 1],
    ['Build', '2026-11-10', '2026-11-10', 1],
  ]);
  expect(project.milestones.map(({ name, due, amount }) => [name, due, amount])).toEqual([
    ['Begun', '2026-11-02', 3_334],
    ['Ready', '2026-11-10', 6_667],
  ]);
  const { id: kept } = await done<Made>(olga, 'POST', `/projects/${id}/template`, { name: 'The same' });
  const again = await done<ProjectTemplateView>(olga, 'GET', `/project-templates/${kept}`);
  expect(
    again.plan.phases.map(({ name, tasks }) => [
      name,
      tasks.map(({ from, days, estimateMinutes }) => [from, days, estimateMinutes]),
    ]),
  ).toEqual([
    [
      'Prepare',
      [
        [0, 2, 60],
        [4, 2, null],
      ],
    ],
    ['Do', [[6, 1, 240]]],
  ]);
  expect(again.plan.milestones.map(({ day }) => day)).toEqual([0, 6]);
  const refused = async (changed: object) =>
    (
      (await olga.call('POST', '/project-templates', { name: 'Bad', plan: { ...plan, ...changed } }))
        .body as unknown as {
        errors: { path: string; message: string }[];
      }
    ).errors.map(({ path, message }) => `${path} ${message}`);
  const [prepare] = plan.phases;
  const circle = [
    { ...prepare, tasks: prepare?.tasks.map((one) => ({ ...one, after: one.key === 'a' ? ['b'] : ['a'] })) },
  ];
  expect(await refused({ phases: circle })).toEqual(['plan.phases would make a circle: Order → Plan → Order']);
  expect(await refused({ phases: [{ name: 'P', tasks: [{ ...prepare?.tasks[0], after: ['zz'] }] }] })).toEqual([
    'plan.phases.0.tasks.0.after must be keys of tasks in this plan',
  ]);
  expect(await refused({ milestones: [{ name: 'M', day: 0, percent: '100.0001', shown: true }] })).toEqual([
    'plan.milestones must come to at most 100 % together',
  ]);
  expect((await olga.call('POST', '/project-templates', { name: 'new OFFICE', plan })).status).toBe(422);
  at('2026-11-02T22:00:00Z');
});
