import { NO_RULES } from './defaults.ts';
import type {
  CalendarChoice,
  ClockRules,
  Origin,
  PlacedPolicy,
  PromisedTarget,
  TargetTerms,
  Threshold,
} from './types.ts';
import { PROMISES } from './types.ts';

/**
 * What is promised for a priority (1 to 5) by the policies that apply, nearest first: each cell, each calendar, the thresholds and
 * each target's rules come from the first that says something about them. A target that nobody promises, or that one promises
 * `none`, is not in the answer.
 */
export function promiseOf(policies: readonly PlacedPolicy[], priority: number): Record<string, PromisedTarget> {
  const thresholds = first(policies, ({ terms }) => terms.thresholds ?? undefined)?.value ?? [];
  const promised: Record<string, PromisedTarget> = {};
  const add = (target: string, rulesOf: keyof PlacedPolicy['terms']['rules'], termsOf: TermsOf) => {
    const made = targetOf(policies, priority, thresholds, rulesOf, termsOf);
    if (made) promised[target] = made;
  };
  for (const target of PROMISES) add(target, target, ({ terms }) => terms.targets[target]);
  const teams = new Set(policies.flatMap(({ terms }) => terms.olas.map(({ teamId }) => teamId)));
  for (const teamId of teams)
    add(`ola:${teamId}`, 'ola', ({ terms }) => terms.olas.find((ola) => ola.teamId === teamId));
  return promised;
}

type TermsOf = (policy: PlacedPolicy) => TargetTerms | undefined;

function targetOf(
  policies: readonly PlacedPolicy[],
  priority: number,
  thresholds: readonly Threshold[],
  rulesOf: keyof PlacedPolicy['terms']['rules'],
  termsOf: TermsOf,
): PromisedTarget | null {
  const cell = first(policies, (policy) => termsOf(policy)?.byPriority[priority - 1] ?? undefined);
  if (!cell || cell.value === 'none') return null;
  const calendar = first<CalendarChoice>(policies, (policy) => termsOf(policy)?.calendar ?? undefined);
  const rules = first<ClockRules>(policies, ({ terms }) => terms.rules[rulesOf]);
  return {
    minutes: cell.value,
    from: cell.from,
    calendar: calendar?.value ?? 'service_hours',
    calendarFrom: calendar?.from ?? cell.from,
    thresholds,
    rules: rules?.value ?? NO_RULES,
    rulesFrom: rules?.from ?? null,
  };
}

function first<T>(
  policies: readonly PlacedPolicy[],
  look: (policy: PlacedPolicy) => T | undefined,
): { value: T; from: Origin } | undefined {
  for (const policy of policies) {
    const value = look(policy);
    if (value !== undefined) return { value, from: originOf(policy) };
  }
  return undefined;
}

/** A policy without what it says. */
export function originOf({ policyId, number, name, level, place }: PlacedPolicy): Origin {
  return { policyId, number, name, level, place };
}
