import { expect, test } from 'vitest';
import { placesOf } from './layout.ts';

const item = (id: string, depth: number, via: string | null) => ({
  ...{ id, depth, via, name: id, classKey: 'server', className: 'Server', state: 'deployed' as const, online: null },
});

test('many at one distance stand in rows of six, each in the middle, below what is nearer and above what is farther', () => {
  const many = Array.from({ length: 8 }, (_, n) => item(`pc${n}`, 1, 'switch'));
  const places = placesOf([item('switch', 0, null), ...many, item('app', 2, 'pc0')]);
  const at = (id: string) => places.find((place) => place.item.id === id) ?? expect.unreachable();
  expect(at('switch')).toMatchObject({ x: 0, y: 0 });
  expect([at('pc0').x, at('pc5').x]).toEqual([-550, 550]);
  expect([at('pc6').x, at('pc7').x]).toEqual([-110, 110]);
  expect(at('pc6').y).toBeGreaterThan(at('pc5').y);
  expect(at('app').y).toBeGreaterThan(at('pc7').y);
});

test('what hangs on one thing stands together', () => {
  const items = [
    item('a', 1, null),
    item('b', 1, null),
    item('of b', 2, 'b'),
    item('of a', 2, 'a'),
    item('b too', 2, 'b'),
  ];
  expect(placesOf(items).map((place) => place.item.id)).toEqual(['a', 'b', 'of a', 'of b', 'b too']);
});

test('very many stand in longer rows, so that all of them and what is asked about are seen from near enough', () => {
  const many = Array.from({ length: 300 }, (_, n) => item(`pc${n}`, 1, 'switch'));
  const places = placesOf([item('switch', 0, null), ...many]);
  const size = (of: (place: (typeof places)[number]) => number) =>
    Math.max(...places.map(of)) - Math.min(...places.map(of));
  expect(size(({ y }) => y) / size(({ x }) => x)).toBeLessThan(1);
});
