import { sayMinutes, spellMinutes } from '#kernel/minutes.ts';
import { readMinutes } from '#web/ui/form/minutes.ts';
import { NONE } from './words.ts';

/** A year. */
const MOST = 525_600;
const NOTHING = /^(none|no|never|-|–)$/i;

export type Cell = number | 'none' | null;
export type ReadCell = { cell: Cell; fault: string | null };

/** What is typed in a cell: a length of time, `none`, or nothing for what the level above says. */
export function readCell(text: string): ReadCell {
  const written = text.trim();
  if (written === '') return { cell: null, fault: null };
  if (NOTHING.test(written)) return { cell: NONE, fault: null };
  const minutes = readMinutes(written);
  if (minutes !== null && minutes <= MOST) return { cell: minutes, fault: null };
  const why = minutes === null ? '' : `${spellMinutes(minutes)} is too long. `;
  return { cell: null, fault: `${why}Write minutes or hours, such as 90, 1h 30 or 1.5h, or none.` };
}

/** A cell as it is shown: `1h 30m`, `none`, or empty. */
export const cellText = (cell: Cell): string => (cell === null ? '' : cell === NONE ? NONE : sayMinutes(cell));

/** What was typed as it will be shown; what cannot be read stays. */
export function tidy(text: string): string {
  const { cell, fault } = readCell(text);
  return fault ? text : cellText(cell);
}
