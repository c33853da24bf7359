import type { CoversShape, LineView } from '#shared/contract.ts';
import { WORK_HOURS_WORDS } from '#shared/contract-words.ts';

const EVERY: Readonly<Record<number, string>> = { 1: 'Monthly', 3: 'Quarterly', 6: 'Half-yearly', 12: 'Yearly' };

/** How often something can be billed, and when, to pick from. */
export const PERIODS = [
  { value: '1', label: 'Month' },
  { value: '3', label: 'Quarter' },
  { value: '6', label: 'Half-year' },
  { value: '12', label: 'Year' },
] as const;
export const WHEN_BILLED = [
  { value: 'advance', label: 'In advance' },
  { value: 'arrears', label: 'In arrears' },
] as const;

/** How often something is billed, and when: "Monthly, in advance". */
export const periodWords = ({ everyMonths, advance }: { everyMonths: number; advance: boolean }): string =>
  `${EVERY[everyMonths] ?? `Every ${everyMonths} months`}, ${advance ? 'in advance' : 'in arrears'}`;

const LISTS: readonly (readonly [keyof CoversShape, string, string])[] = [
  ['workTypeIds', 'kind of work', 'kinds of work'],
  ['kinds', 'kind of ticket', 'kinds of tickets'],
  ['categoryIds', 'category', 'categories'],
  ['serviceIds', 'service', 'services'],
  ['staffIds', 'technician', 'technicians'],
  ['itemIds', 'item', 'items'],
  ['contactIds', 'contact', 'contacts'],
];

/** Which work a line takes in, in a sentence. */
export function coversWords({ covers }: Pick<LineView, 'covers'>): string {
  if (covers === null) return 'Takes in no work';
  const narrowed = LISTS.flatMap(([key, one, many]) => {
    const { length } = covers[key];
    return length === 0 ? [] : [`${length} ${length === 1 ? one : many}`];
  });
  const hours = covers.hours.map((hour) => WORK_HOURS_WORDS[hour].toLowerCase());
  const only = [...narrowed, ...(hours.length > 0 ? [hours.join(' and ')] : [])];
  return only.length === 0 ? 'Takes in all work' : `Takes in work of ${only.join(', ')}`;
}
