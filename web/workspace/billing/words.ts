import type { ContractView, CoversShape } from '#shared/contract.ts';
import { WORK_HOURS_WORDS } from '#shared/contract-words.ts';
import { kindName } from '#web/ui/marks/kind-icon.tsx';
import { LINE_LABELS } from './line-values.ts';

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

const LISTS = ['workTypeIds', 'kinds', 'categoryIds', 'serviceIds', 'staffIds', 'itemIds', 'contactIds'] as const;
/** More than so many are counted. */
const NAMED = 5;

/** Some names, and how many more there are: "Mail, Printers and 4 more". */
export function someOf(names: readonly string[]): string {
  const more = names.length - NAMED;
  return more > 1 ? `${names.slice(0, NAMED).join(', ')} and ${more} more` : names.join(', ');
}

/** Which work a line takes in, a sentence for each way in which it is narrowed; `covered`: how what lines take in is called. */
export function coversWords(
  { covers }: { covers?: Partial<CoversShape> | null | undefined },
  covered: ContractView['covered'],
): string[] {
  if (!covers) return ['Takes in no work'];
  const names = new Map(covered.map(({ id, name }) => [id, name]));
  const narrowed = LISTS.flatMap((key) => {
    const ids = covers[key] ?? [];
    const called = key === 'kinds' ? (covers.kinds ?? []).map(kindName) : ids.map((id) => names.get(id) ?? '?');
    return ids.length === 0 ? [] : [`${LINE_LABELS[key]}: ${someOf(called)}`];
  });
  const hours = (covers.hours ?? []).map((hour) => WORK_HOURS_WORDS[hour].toLowerCase());
  const only = [...narrowed, ...(hours.length > 0 ? [`Only ${hours.join(' and ')}`] : [])];
  return only.length === 0 ? ['Takes in all work'] : only;
}
