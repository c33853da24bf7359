import { inWords } from './elapsed.ts';

/** A ticket somebody could do next, with what speaks for it. Instants are ISO 8601. */
export type NextCandidate = {
  readonly id: string;
  readonly priority: number;
  readonly createdAt: string;
  readonly dueAt: string | null;
  /** What is due then: "first response", "resolution". */
  readonly dueFor: string | null;
  /** Whether it is the person's own already; otherwise nobody has it. */
  readonly mine: boolean;
  /** The team it lies with, when the person is in it; null when it lies with no team. */
  readonly teamName: string | null;
  /** Skills its category asks for. */
  readonly skills: readonly string[];
  /** The client's answer that nobody has answered yet. */
  readonly returned: { readonly by: string; readonly at: string } | null;
  readonly reopened: boolean;
};

export type RankedCandidate = { readonly candidate: NextCandidate; readonly reasons: readonly string[] };

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;
/** Minutes to the due time within which tickets count as equally pressing. */
const DUE_STEPS = [0, 15, 60, 240, 1_440];
const AGE_STEPS = [7, 3, 1];

/**
 * Puts what a person could do next in order: what came back from the client first, then what is due soonest (in steps, so that a
 * minute does not outweigh a priority), then priority, then age in days, then own work before the team's, then what they are
 * skilled for; the oldest of equals. Each with its reasons as sentences, the weightiest first.
 */
export function rankNext(
  candidates: readonly NextCandidate[],
  person: { readonly skills: readonly string[] },
  now: string,
): RankedCandidate[] {
  const at = Date.parse(now);
  const order = (one: NextCandidate) => [
    one.returned || one.reopened ? 0 : 1,
    dueStep(one, at),
    one.priority,
    ageStep(one, at),
    one.mine ? 0 : 1,
    lacking(one, person.skills).length,
    one.teamName === null ? 1 : 0,
    Date.parse(one.createdAt),
  ];
  return candidates
    .map((candidate) => ({ candidate, order: order(candidate) }))
    .sort((a, b) => compare(a.order, b.order) || a.candidate.id.localeCompare(b.candidate.id))
    .map(({ candidate }) => ({ candidate, reasons: reasonsFor(candidate, person.skills, at) }));
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) if (value !== b[index]) return value - (b[index] ?? 0);
  return 0;
}

function dueStep({ dueAt }: NextCandidate, at: number): number {
  if (dueAt === null) return DUE_STEPS.length;
  const minutes = (Date.parse(dueAt) - at) / MINUTE;
  const step = DUE_STEPS.findIndex((limit) => minutes <= limit);
  return step < 0 ? DUE_STEPS.length : step;
}

function ageStep({ createdAt }: NextCandidate, at: number): number {
  const days = (at - Date.parse(createdAt)) / DAY;
  const step = AGE_STEPS.findIndex((limit) => days >= limit);
  return step < 0 ? AGE_STEPS.length : step;
}

const lacking = (one: NextCandidate, skills: readonly string[]) =>
  one.skills.filter((skill) => !skills.includes(skill));

function reasonsFor(one: NextCandidate, skills: readonly string[], at: number): string[] {
  const missing = lacking(one, skills);
  const age = at - Date.parse(one.createdAt);
  return [
    ...(one.returned ? [`${one.returned.by} replied ${inWords(at - Date.parse(one.returned.at))} ago and waits.`] : []),
    ...(one.reopened ? ['The resolution did not hold: it was reopened.'] : []),
    ...(one.dueAt === null ? [] : [dueSentence(one.dueAt, one.dueFor ?? 'next target', at)]),
    `It is P${one.priority}.`,
    ...(age >= DAY ? [`It has waited for ${inWords(age)}.`] : []),
    one.mine
      ? 'It is yours already.'
      : one.teamName === null
        ? 'Nobody has it, and it lies with no team.'
        : `Nobody in ${one.teamName} has it.`,
    ...(one.skills.length === 0
      ? []
      : [
          missing.length === 0
            ? `It needs ${one.skills.join(', ')}, which you know.`
            : `It needs ${missing.join(', ')}, which you may have to ask for.`,
        ]),
  ];
}

function dueSentence(dueAt: string, target: string, at: number): string {
  const left = Date.parse(dueAt) - at;
  const name = `Its ${target.replaceAll('_', ' ')}`;
  return left >= 0 ? `${name} is due in ${inWords(left)}.` : `${name} was due ${inWords(-left)} ago.`;
}
