import type { ImprovementStatus } from '#shared/improvement-words.ts';

type Standing = { readonly hasBaseline: boolean; readonly hasTarget: boolean; readonly hasReading: boolean };

/** What an entry still needs to stand where it is to go; null where nothing. Back and dropped it may always go. */
export function missingFor(to: ImprovementStatus, { hasBaseline, hasTarget, hasReading }: Standing): string | null {
  if (to === 'idea' || to === 'dropped') return null;
  if (!hasBaseline) return 'take a baseline first: without one nobody can say whether it helped';
  if (to === 'measured') return null;
  if (!hasTarget) return 'say the target first, and by when';
  if ((to === 'achieved' || to === 'not_achieved') && !hasReading) return 'measure the effect first';
  return null;
}
