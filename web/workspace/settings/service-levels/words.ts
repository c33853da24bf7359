import { sayMinutes, spellMinutes } from '#kernel/minutes.ts';
import type { PolicyView, PromisedView } from '#shared/policy.ts';

type Cell = PromisedView['targets'][number]['byPriority'][number];
type Origin = NonNullable<Cell['from']>;

/** What may be promised, in the order in which it is read. */
export const TARGETS = [
  { target: 'first_response', name: 'First response', help: 'Until somebody answers' },
  { target: 'next_update', name: 'Next update', help: 'From each answer to the next' },
  { target: 'resolution', name: 'Resolution', help: 'Until it is solved' },
  { target: 'vendor', name: 'Vendor', help: 'While a vendor has it' },
] as const;

/** Stands in a cell for "promised to nobody". */
export const NONE = 'none';

const LEVELS = { provider: 'for everybody', group: 'of the group', client: 'of the client' } as const;

/** Where something comes from: `“Gold” of the group, version 2`. */
export const originWords = ({ name, level, number }: Origin): string =>
  level === 'built_in' ? 'what Fettle comes with' : `“${name}” ${LEVELS[level]}, version ${number}`;

/** The same where there is little room: `“Gold”`. */
export const originName = ({ name, level }: Origin): string => (level === 'built_in' ? 'built in' : `“${name}”`);

/** What holds where a cell is left empty. */
export function inheritedWords(cell: Cell | undefined): string {
  if (!cell?.from || cell.minutes === null) return 'Empty: nothing is promised';
  return `Empty: ${spellMinutes(cell.minutes)}, from ${originWords(cell.from)}`;
}

/** What a cell shows in place of what it leaves empty. */
export const inheritedText = (cell: Cell | undefined): string =>
  cell?.minutes === null || cell === undefined ? NONE : sayMinutes(cell.minutes);

/** For whom a policy is. */
export const placeWords = ({ client, group }: Pick<PolicyView, 'client' | 'group'>): string =>
  client?.name ?? group?.name ?? 'Everybody';
