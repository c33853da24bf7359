import { expect, test } from 'vitest';
import { escalationPath } from './escalation-path.ts';

const team = (id: string, escalatesToId: string | null) => ({ id, name: id, escalatesToId });

test('a path follows each team to the next, and never runs in circles', () => {
  const teams = [team('desk', 'second'), team('second', 'vendor'), team('vendor', null)] as const;
  expect(escalationPath(teams[0], teams).map(({ id }) => id)).toEqual(['second', 'vendor']);
  const circle = [team('a', 'b'), team('b', 'a')] as const;
  expect(escalationPath(circle[0], circle).map(({ id }) => id)).toEqual(['b']);
});
