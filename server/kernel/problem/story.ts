import type { NextStep, ProblemStep } from '#shared/problem-words.ts';

/** The way of a problem from its beginning until it is closed; what leaves the way (cancelled, a risk accepted) is nowhere on it. */
const WAY = ['new', 'assess', 'root_cause_analysis', 'known_error', 'fix_in_progress', 'resolved', 'closed'];

/** How far along the way a status is; -1 for one that is not on it. */
export const placeOf = (status: string): number => WAY.indexOf(status);

/** What was done about a problem, as far as it is written down. */
export type Work = {
  readonly analysed: boolean;
  readonly cause: boolean;
  /** A workaround is written, or somebody said that there is none. */
  readonly workaround: boolean;
  /** It is published as a known error somewhere. */
  readonly known: boolean;
  /** The changes that are to mend it and were neither cancelled nor rejected, the oldest first. */
  readonly changes: readonly { readonly key: string; readonly outcome: string | null }[];
};

/** A status that the work speaks for, and why. */
export type Claim = { readonly status: string; readonly why: string };

/** The statuses that what was done speaks for, in their order. Whether the lifecycle lets it go there is another question. */
export function claimsOf({ analysed, cause, workaround, known, changes }: Work): Claim[] {
  const newest = changes.at(-1);
  return [
    ...(workaround ? [{ status: 'assess', why: 'it is said what helps until it is mended' }] : []),
    ...(cause || analysed
      ? [{ status: 'root_cause_analysis', why: cause ? 'its root cause is written' : 'its analysis has begun' }]
      : []),
    ...(known ? [{ status: 'known_error', why: 'it is published as a known error' }] : []),
    ...(newest ? [{ status: 'fix_in_progress', why: `${newest.key} is to mend it` }] : []),
  ];
}

const FAILED = ['failed', 'backed_out'];
const WORKED = ['successful', 'successful_with_issues'];

/** Where a problem stands, for what is to be done next. */
export type Standing = Work & {
  readonly status: string;
  readonly isOpen: boolean;
  /** Its incidents that are not resolved. */
  readonly openIncidents: number;
  readonly reviewed: boolean;
};

/** What is to be done next about a problem, and why; null where nothing is. */
export function nextStep(standing: Standing): NextStep | null {
  const { status, isOpen, openIncidents, reviewed } = standing;
  const step = (what: ProblemStep, why: string, change: string | null = null): NextStep => ({ what, why, change });
  if (isOpen) return nextOfOpen(standing, step);
  if (status !== 'resolved' && status !== 'closed') return null;
  if (openIncidents > 0)
    return step(
      'tell',
      openIncidents === 1 ? 'An incident of it is open.' : `${openIncidents} incidents of it are open.`,
    );
  if (!reviewed) return step('review', 'Nobody has said yet whether it stopped.');
  return null;
}

function nextOfOpen(
  { analysed, cause, workaround, known, changes }: Standing,
  step: (what: ProblemStep, why: string, change?: string) => NextStep,
): NextStep {
  const newest = changes.at(-1);
  if (newest && WORKED.includes(newest.outcome ?? '')) return step('resolve', `${newest.key} was successful.`);
  if (newest && newest.outcome === null) return step('follow', `${newest.key} is to mend it.`, newest.key);
  if (!workaround) return step('write', 'It is not said what helps until it is mended.');
  if (!known) return step('publish', 'Whoever logs the next incident would recognise it.');
  if (!cause)
    return step(
      'write',
      analysed ? 'What the analysis found is not written as the root cause.' : 'Its root cause is not written.',
    );
  if (newest && FAILED.includes(newest.outcome ?? '')) return step('raise', `${newest.key} did not mend it.`);
  return step('raise', 'Its cause is known, and nothing is under way to mend it.');
}
