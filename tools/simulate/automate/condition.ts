import type { Told } from './records.ts';

const COMPARISON = /^([A-Za-z.]+)\s*(=|>|<|>=|<=|!=)\s*(\d+|'[^']*'|"[^"]*")$/;
const AMONG = /^([A-Za-z.]+)\s+in\s*\(([\d,\s]+)\)$/;

/** What records must be for a condition: comparisons and lists of numbers, joined by `and`. Null for a condition that cannot be read. */
export function conditionFrom(condition: string): ((record: Told) => boolean) | null {
  const parts = condition.split(/\s+and\s+/i).map(partOf);
  return parts.includes(null) ? null : (record) => parts.every((part) => part?.(record));
}

function partOf(text: string): ((record: Told) => boolean) | null {
  const among = AMONG.exec(text.trim());
  if (among) {
    const numbers = (among[2] ?? '').split(',').map(Number);
    return (record) => numbers.includes(Number(valueIn(record, among[1] ?? '')));
  }
  const [, field = '', operator, written = ''] = COMPARISON.exec(text.trim()) ?? [];
  if (operator === undefined) return null;
  const isText = /^['"]/.test(written);
  const wanted = isText ? written.slice(1, -1) : Number(written);
  const compared = (record: Told) => {
    const value = valueIn(record, field);
    const own = isText ? String(value) : Number(value);
    return own === wanted ? 0 : own < wanted ? -1 : 1;
  };
  switch (operator) {
    case '=':
      return (record) => compared(record) === 0;
    case '!=':
      return (record) => compared(record) !== 0;
    case '>':
      return (record) => compared(record) > 0;
    case '>=':
      return (record) => compared(record) >= 0;
    case '<':
      return (record) => compared(record) < 0;
    default:
      return (record) => compared(record) <= 0;
  }
}

const valueIn = (record: Told, field: string): unknown =>
  field.split('.').reduce<unknown>((value, key) => (value as Told | null)?.[key], record);
