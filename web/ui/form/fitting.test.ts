import { expect, test } from 'vitest';
import { fitting, fittingFilter, meant } from './fitting.ts';

const options = ['Old Acme', 'Acme', 'Łódź Acme works', 'Birch'].map((label) => ({ value: label, label }));
const labels = (typed: string) => fitting(options, typed).map(({ label }) => label);

test('what is called just so comes first, then what begins so, then what has the words', () => {
  expect(labels('acme')).toEqual(['Acme', 'Old Acme', 'Łódź Acme works']);
  expect(labels('works lodz')).toEqual(['Łódź Acme works']);
  expect(labels('rch')).toEqual(['Birch']);
  expect(labels('oak')).toEqual([]);
});

test('groups keep what fits of them, and nothing typed keeps everything', () => {
  const groups = [
    { group: 'A', items: options.slice(0, 2) },
    { group: 'B', items: options.slice(3) },
  ];
  expect(fittingFilter({ options: groups, search: 'acme', limit: 9 })).toEqual([
    { group: 'A', items: [options[1], options[0]] },
  ]);
  expect(fittingFilter({ options: groups, search: ' ', limit: 9 })).toEqual(groups);
});

test('leaving the field means what is called so or the only one that fits, and nothing else', () => {
  expect(meant(options, 'ACME')?.label).toBe('Acme');
  expect(meant(options, 'bir')?.label).toBe('Birch');
  expect(meant(options, 'cme')).toBeNull();
  expect(meant(options, 'oak')).toBeNull();
});
