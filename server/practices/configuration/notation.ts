import { macText } from '#kernel/estate/identifiers.ts';
import type { ReadingValue } from './reading.ts';

/** The attribute, and the field of a part, that are MAC addresses. */
const MACS: ReadonlySet<string> = new Set(['macAddress', 'mac']);

/** A value as it is kept: MAC addresses in one notation, so that sources that mean the same do not differ. */
export const inOneNotation = (key: string, value: ReadingValue): ReadingValue =>
  MACS.has(key) && typeof value === 'string' ? macText(value) : value;
