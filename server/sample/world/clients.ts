import type { ClientSpec } from './client-spec.ts';
import { ABROAD } from './clients-abroad.ts';
import { NORTH_AND_WEST } from './clients-north.ts';
import { SOUTH } from './clients-south.ts';
import { SYDNEY } from './clients-sydney.ts';

/** Those that people meet first stand first: they are there within a second. */
const FIRST = ['ACME', 'BIRCH', 'CORAL', 'TIDE', 'HALC', 'THORN'];
const ALL = [...SYDNEY, ...SOUTH, ...NORTH_AND_WEST, ...ABROAD];
const rank = ({ code }: ClientSpec) => (FIRST.includes(code) ? FIRST.indexOf(code) : FIRST.length);

/** The forty clients of Harbour IT. */
export const CLIENTS: readonly ClientSpec[] = ALL.toSorted((a, b) => rank(a) - rank(b));
