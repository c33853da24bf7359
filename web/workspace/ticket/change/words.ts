import type { ChangeView } from '#shared/change.ts';
import { RISK_LEVELS } from '#shared/change-words.ts';

/** Where what a change plans may still be written. */
const PLANNED: readonly string[] = ['draft', 'assess', 'authorise', 'expedite', 'scheduled'];
export const isPlanned = ({ status }: Pick<ChangeView, 'status'>): boolean => PLANNED.includes(status);
/** Whether its plan may be written: that of an emergency while it is carried out, too. */
export const mayWrite = (change: ChangeView): boolean =>
  isPlanned(change) || (change.type === 'emergency' && change.status === 'implement');

export const riskName = (level: number): string => RISK_LEVELS[level - 1] ?? '';
const COLOURS = ['green', 'yellow', 'orange', 'red'];
export const riskColour = (level: number): string => COLOURS[level - 1] ?? 'gray';

/** A length of minutes as people say it: 90 → 1 h 30 min. */
export function lengthName(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours > 0 ? `${hours} h` : '', rest > 0 || hours === 0 ? `${rest} min` : ''].filter(Boolean).join(' ');
}
