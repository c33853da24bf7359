import { neededSteps, type StepNeed } from './needed.ts';
import type { ApprovalStep, ApprovalTerms, Cost } from './types.ts';

/** A policy with the cost that its thresholds look at. `of`: the part of a bundle that it is for; null: what was ordered as a whole. */
export type AskedPolicy = { readonly of: string | null; readonly terms: ApprovalTerms; readonly cost: Cost | null };
type JoinedStep = StepNeed & { readonly parts: readonly string[] };
export type JoinedApproval = { readonly terms: ApprovalTerms; readonly needs: readonly JoinedStep[] };

type Reason = { readonly of: string | null; readonly needed: boolean; readonly why: string };
type Joining = { step: ApprovalStep; readonly reasons: Reason[] };

/**
 * Several policies as one: the steps of the first, then of each further one those that are not among them yet. A step that several
 * ask for is asked once, where any of them needs it. The strictest holds: one after the other unless all say otherwise, and the
 * shortest times of those that ask anybody. Null where there is no policy.
 */
export function joinApprovals(policies: readonly AskedPolicy[]): JoinedApproval | null {
  const [first, ...others] = policies;
  if (!first) return null;
  const joined: Joining[] = [];
  for (const { of, terms, cost } of policies) {
    // A policy that asks the same people twice means it: each step of another stands for one of them.
    const taken = new Set<Joining>();
    for (const { step, needed, why } of neededSteps(terms, cost)) {
      let same = joined.find((one) => !taken.has(one) && keyOf(one.step) === keyOf(step));
      if (same) same.step = { ...same.step, veto: same.step.veto || step.veto };
      else {
        same = { step, reasons: [] };
        joined.push(same);
      }
      same.reasons.push({ of, needed, why });
      taken.add(same);
    }
  }
  const needs = joined.map(needOf);
  if (others.length === 0) return { terms: first.terms, needs };
  const asking = policies.filter(({ terms, cost }) => neededSteps(terms, cost).some(({ needed }) => needed));
  const held = (asking.length > 0 ? asking : policies).map(({ terms }) => terms);
  const reminders = held.flatMap(({ remindEveryHours }) => remindEveryHours ?? []);
  return {
    needs,
    terms: {
      order: policies.every(({ terms }) => terms.order === 'parallel') ? 'parallel' : 'serial',
      // Thresholds were looked at, each against the cost of its own part.
      steps: joined.map(({ step }) => ({ ...step, above: null })),
      currency: first.terms.currency,
      expireAfterHours: Math.min(...held.map(({ expireAfterHours }) => expireAfterHours)),
      remindEveryHours: reminders.length > 0 ? Math.min(...reminders) : null,
    },
  };
}

/** Reasons as one sentence that says which are for which parts; what holds for the whole is not said again for a part. */
export function joinReasons(reasons: readonly Pick<Reason, 'of' | 'why'>[]): string {
  const own = reasons.flatMap(({ of, why }) => (of === null ? [why] : []));
  const byWhy = Map.groupBy(
    reasons.filter(({ of, why }) => of !== null && !own.includes(why)),
    ({ why }) => why,
  );
  return [...own, ...[...byWhy].map(([why, all]) => `for ${all.map(({ of }) => of).join(', ')}: ${why}`)].join('; ');
}

function needOf({ step, reasons }: Joining): JoinedStep {
  const needed = reasons.some((reason) => reason.needed);
  const told = reasons.filter((reason) => reason.needed === needed);
  return { step, needed, why: joinReasons(told), parts: told.flatMap(({ of }) => of ?? []) };
}

/** What makes two steps the same: how they are called, whom they ask, and how many of those. */
const keyOf = ({ name, approvers, quorum }: ApprovalStep): string =>
  JSON.stringify([name.trim(), quorum, approvers.map((one) => JSON.stringify(Object.entries(one).sort())).sort()]);
