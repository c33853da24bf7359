import { expect, test } from 'vitest';
import { asTree, withBelow } from './tree.ts';

const node = (id: string, parentId: string | null) => ({ id, parentId, path: id });
const NODES = [node('b', null), node('a1', 'a'), node('a', null), node('a1x', 'a1'), node('lost', 'hidden')];

test('parents come before their children, siblings by name, and a hidden parent loses nobody', () => {
  expect(asTree(NODES).map(({ node: { id }, depth }) => `${id}${depth}`)).toEqual(['a0', 'a11', 'a1x2', 'b0', 'lost0']);
});

test('what lies below a node is found at every depth', () => {
  expect([...withBelow(NODES, 'a')]).toEqual(['a', 'a1', 'a1x']);
});
