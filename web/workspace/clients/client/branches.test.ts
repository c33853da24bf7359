import { expect, test } from 'vitest';
import { asBranches } from './branches.ts';

const node = (id: string, via: string | null) => ({ id, via });
const said = (items: ReturnType<typeof node>[]) => asBranches(items).map(({ item, depth }) => `${depth} ${item.id}`);

test('each item stands below the one that it was reached by, in the order in which they were found', () => {
  const found = [node('mail', null), node('web', null), node('host', 'mail'), node('db', 'web'), node('disk', 'host')];
  expect(said(found)).toEqual(['0 mail', '1 host', '2 disk', '0 web', '1 db']);
});

test('what was reached by itself, or by what is not among them, stands at the top', () => {
  expect(said([node('a', 'a'), node('b', 'elsewhere')])).toEqual(['0 a', '0 b']);
});
