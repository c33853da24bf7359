import { sayMinutes } from '#kernel/minutes.ts';
import type { ProjectRow, ProjectTask } from '#shared/project.ts';
import { shortDay } from '../billing/money.ts';

/** The days of a task or project: "3 Nov 2026 – 7 Nov 2026". */
export function spanWords({ starts, ends }: { starts: string | null; ends: string | null }): string {
  if (starts === null && ends === null) return 'No days yet';
  if (starts === ends && starts !== null) return shortDay(starts);
  return `${starts === null ? 'open' : shortDay(starts)} – ${ends === null ? 'open' : shortDay(ends)}`;
}

/** What was worked of what may be: "12 h of 40 h". */
export const hoursWords = ({
  workedMinutes,
  budgetMinutes,
}: Pick<ProjectRow, 'workedMinutes' | 'budgetMinutes'>): string =>
  `${sayMinutes(workedMinutes)}${budgetMinutes === null ? '' : ` of ${sayMinutes(budgetMinutes)}`}`;

/** What holds a task up, in a sentence; nothing where nothing does. */
export const blockedWords = ({ blockedBy }: Pick<ProjectTask, 'blockedBy'>): string =>
  blockedBy.length === 0 ? '' : `Waits for ${blockedBy.map(({ key, title }) => `${key} ${title}`).join(', ')}`;
