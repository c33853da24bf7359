import { expect, test } from 'vitest';
import { dayNumber } from '#kernel/problem.ts';
import { cellsOf, fileOf, HEADER, LOG } from '#tests/servicenow-log.ts';
import { problemsOfLog } from './problems.ts';

/** A line of an incident, like the first of the log but for what is said. */
function line(said: Record<string, string>): string {
  const like = cellsOf(LOG[1] ?? '');
  return HEADER.map((column) => said[column] ?? like[column]).join(',');
}

const opened = (day: number, more: Record<string, string> = {}) =>
  line({
    number: `INC00000${10 + day}`,
    opened_at: `${day}/3/2016 08:00`,
    sys_updated_at: `${day}/3/2016 09:00`,
    location: 'Location 1',
    u_symptom: 'Symptom 7',
    problem_id: '?',
    ...more,
  });

test('what recurs in a log is proposed on the next Monday, beside the problem that the desk linked to it', async () => {
  const days = [1, 2, 3, 4, 8];
  const lines = days.map((day) => opened(day, day < 4 ? { problem_id: 'Problem ID  1' } : {}));
  const found = await problemsOfLog(fileOf([LOG[0] ?? '', ...lines, opened(9, { opened_at: 'tomorrow' })]), 'UTC');
  expect([found.incidents, found.setAside, found.clients, found.named]).toEqual([5, 1, 1, 5]);
  // Four by the first Monday are too few, and five by the second are enough.
  expect(found.mondays.map(({ day, proposals }) => [day, proposals.length])).toEqual([
    [dayNumber('2016-03-07'), 0],
    [dayNumber('2016-03-14'), 1],
  ]);
  expect(found.proposals.map(({ first, strongest }) => [first, strongest.group, strongest.counted])).toEqual([
    [dayNumber('2016-03-14'), 'words Symptom 7', 5],
  ]);
  expect(found.own).toMatchObject([{ name: 'Problem ID  1', incidents: 3, best: { count: 3 } }]);
});
