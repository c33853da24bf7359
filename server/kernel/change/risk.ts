/** A question about the risk as a model asks it. */
type Question = {
  readonly key: string;
  readonly text: string;
  readonly options: readonly { readonly value: string; readonly label: string; readonly points: number }[];
};
/** How changes of one sort ended: of a model, or of a team. */
export type Past = { readonly of: string; readonly runs: number; readonly good: number };
/** A change of late that went badly, and what it has in common with this one. */
export type WentBadly = {
  /** How readers know it: its key, or words where it is not theirs to know. */
  readonly called: string;
  readonly outcome: 'failed' | 'backed_out';
  readonly shared: { readonly kind: 'problem' } | { readonly kind: 'item'; readonly name: string | null };
};
export type RiskInputs = {
  readonly questions: readonly Question[];
  readonly answers: Readonly<Record<string, string>>;
  /** The services that are touched, or stand on what is. */
  readonly services: readonly { readonly name: string; readonly importance: string }[];
  /** How many items depend on those that are touched. */
  readonly dependents: number;
  readonly past: readonly Past[];
  /** The one that weighs most. */
  readonly wentBadly: WentBadly | null;
};
export type RiskReason = { readonly points: number; readonly why: string };
/** `level`: 1 low … 4 very high. The points of the reasons add up to the score. */
export type Risk = { readonly score: number; readonly level: 1 | 2 | 3 | 4; readonly why: readonly RiskReason[] };

/** Anything that is changed can go wrong. */
const BASE = 2;
/** The score from which on a level holds. */
const LEVELS = [0, 8, 16, 28] as const;
/** What an attempt that went badly adds at least; and with it a change risks no less than the second level. */
const BADLY = 4;
/** Runs without which the past says nothing. */
const ENOUGH = 3;

/**
 * How much a change risks: what was answered, times how much hangs on what it touches, times how such changes went before; each with
 * the points that it adds or takes, and a sentence. What went badly of late weighs in itself, and is never low. Null as long as a question has no answer.
 */
export function assessRisk({ questions, answers, services, dependents, past, wentBadly }: RiskInputs): Risk | null {
  const why: RiskReason[] = [{ points: BASE, why: 'Anything that is changed can go wrong.' }];
  for (const { key, text, options } of questions) {
    const chosen = options.find(({ value }) => value === answers[key]);
    if (!chosen) return null;
    if (chosen.points > 0) why.push({ points: chosen.points, why: `${text} ${chosen.label}.` });
  }
  let score = why.reduce((sum, { points }) => sum + points, 0);
  for (const factor of [serviceFactor(services), dependentFactor(dependents), pastFactor(past)]) {
    if (factor === null) continue;
    const points = Math.round(score * (factor.times - 1));
    why.push({ points, why: factor.why });
    score += points;
  }
  if (wentBadly) {
    const points = Math.max(BADLY, LEVELS[1] - score);
    why.push({ points, why: badlyWords(wentBadly) });
    score += points;
  }
  return { score, level: levelOf(score), why };
}

const levelOf = (score: number): Risk['level'] => (LEVELS.findLastIndex((from) => score >= from) + 1) as Risk['level'];

type Factor = { readonly times: number; readonly why: string } | null;
const IMPORTANCE: Readonly<Record<string, number>> = { high: 1.5, normal: 1.2, low: 1 };

/** The most important service counts. */
function serviceFactor(services: RiskInputs['services']): Factor {
  const timesOf = ({ importance }: { importance: string }) => IMPORTANCE[importance] ?? 1;
  const [first, ...others] = services.toSorted((a, b) => timesOf(b) - timesOf(a) || a.name.localeCompare(b.name));
  if (!first) return null;
  const more = others.length === 0 ? '' : ` and ${others.length} more`;
  return {
    times: timesOf(first),
    why: `It reaches ${first.name}, a service of ${first.importance} importance${more}.`,
  };
}

function dependentFactor(dependents: number): Factor {
  if (dependents === 0) return null;
  const times = dependents > 100 ? 1.5 : dependents > 20 ? 1.3 : dependents > 5 ? 1.2 : 1.1;
  const said = dependents === 1 ? '1 item depends' : `${dependents} items depend`;
  return { times, why: `${said} on what it touches.` };
}

/** What went worst counts; where nothing went badly, what went best. */
function pastFactor(past: readonly Past[]): Factor {
  const factors = past
    .filter(({ runs }) => runs >= ENOUGH)
    .map(({ of, runs, good }) => {
      const rate = good / runs;
      const times = rate >= 0.95 ? 0.8 : rate >= 0.8 ? 1 : rate >= 0.6 ? 1.25 : 1.5;
      return { times, why: `Of the last ${runs} changes ${of}, ${good} ${good === 1 ? 'was' : 'were'} successful.` };
    })
    .toSorted((a, b) => b.times - a.times);
  const [worst] = factors;
  if (!worst) return null;
  return worst.times > 1 ? worst : (factors.at(-1) ?? worst);
}

function badlyWords({ called, outcome, shared }: WentBadly): string {
  const about =
    shared.kind === 'problem' ? 'was to mend the same problem' : `touched ${shared.name ?? 'an item of these'} as well`;
  return `${called}, which ${about}, ${outcome === 'failed' ? 'failed' : 'was backed out'} of late.`;
}

const COUNTED = /^Of the last \d+ changes (.*), \d+ (?:was|were) successful\.$/su;

/** The same for whoever does not see all of these changes: how many there were, and of them went well, is not theirs to know. */
export const withoutCounts = (reasons: readonly RiskReason[]): RiskReason[] =>
  reasons.map(({ points, why }) => ({ points, why: why.replace(COUNTED, 'How changes $1 went of late.') }));
