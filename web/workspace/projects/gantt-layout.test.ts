import { expect, test } from 'vitest';
import type { ProjectTask } from '#shared/project.ts';
import { layoutOf } from './gantt-layout.ts';

const task = (id: string, starts: string | null, ends: string | null, after: string[] = []): ProjectTask => ({
  ...{ id, key: id, title: id, status: 'new', statusCategory: 'new', isOpen: true, assignee: null, phaseId: null },
  ...{ position: 0, starts, ends, estimateMinutes: null, workedMinutes: 0, after, blockedBy: [], late: false },
  ...{ shown: false, version: 1 },
});

test('bars stand by their days, arrows between those that have some, and today is in sight', () => {
  const layout = layoutOf(
    {
      items: [
        task('a', '2026-11-02', '2026-11-03'),
        task('b', '2026-11-05', '2026-11-05', ['a', 'c']),
        task('c', null, null),
      ],
      milestones: [
        {
          ...{ id: 'm', name: 'Go-live', due: '2026-12-01', amount: null, shown: true, reachedOn: null },
          ...{ reachedBy: null, charge: null, version: 1 },
        },
      ],
    },
    '2026-11-10',
  );
  expect(layout).toMatchObject({
    ...{ first: '2026-10-31', days: 35, today: 10 },
    bars: [
      { row: 0, from: 2, days: 2 },
      { row: 1, from: 5, days: 1 },
    ],
    arrows: [{ from: { row: 0 }, to: { row: 1 } }],
    marks: [{ name: 'Go-live', at: 31 }],
    months: [
      { month: '2026-10', at: 0, days: 1 },
      { month: '2026-11', at: 1, days: 30 },
      { month: '2026-12', at: 31, days: 4 },
    ],
  });
  expect(layoutOf({ items: [task('a', null, null)], milestones: [] }, '2026-11-10')).toBe(null);
});
