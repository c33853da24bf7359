import type { FieldError } from './errors.ts';

/** Whom a level calls: whoever is on call in a schedule, a person, a team, or whoever has the ticket. */
export type Target =
  | { readonly kind: 'on_call'; readonly scheduleId: string }
  | { readonly kind: 'staff'; readonly staffId: string }
  | { readonly kind: 'team'; readonly teamId: string }
  | { readonly kind: 'assignee' };

/** `afterMinutes` counts from the beginning of a round; the first level is called at once. */
export type Level = { readonly afterMinutes: number; readonly targets: readonly Target[] };

/** Levels called one after the other until somebody acknowledges; after the last one it all begins again, so many times. */
export type Plan = {
  readonly levels: readonly Level[];
  readonly repeatTimes: number;
  /** From the last level to the next round, or to giving up. */
  readonly repeatEveryMinutes: number;
};

/** The level called last and the round it was called in, both from 1. */
export type Standing = { readonly level: number; readonly round: number };

/** What comes after a level (null: after nothing yet); null when everybody was called as often as the plan says. */
export function nextStep(plan: Plan, at: Standing | null): Standing | null {
  if (at === null) return { level: 1, round: 1 };
  if (at.level < plan.levels.length) return { level: at.level + 1, round: at.round };
  return at.round <= plan.repeatTimes ? { level: 1, round: at.round + 1 } : null;
}

/** How many minutes a level has before the next step. */
export function minutesUntilNext({ levels, repeatEveryMinutes }: Plan, at: Standing): number {
  const [level, next] = [levels[at.level - 1], levels[at.level]];
  return level && next ? next.afterMinutes - level.afterMinutes : repeatEveryMinutes;
}

/** Checks the levels before they are saved. Returns every fault with the path of the field, or nothing. Whether targets exist is not known here. */
export function validatePlan({ levels }: Pick<Plan, 'levels'>): FieldError[] {
  const errors: FieldError[] = [];
  if (levels.length === 0) errors.push({ path: 'levels', message: 'needs at least one level' });
  levels.forEach(({ afterMinutes, targets }, index) => {
    const before = levels[index - 1];
    const refuse = (field: string, message: string) => errors.push({ path: `levels.${index}.${field}`, message });
    if (!before && afterMinutes !== 0) refuse('afterMinutes', 'must be 0: the first level is called at once');
    if (before && afterMinutes <= before.afterMinutes)
      refuse('afterMinutes', `must be more than the ${before.afterMinutes} minutes of the level before`);
    if (targets.length === 0) refuse('targets', 'needs somebody to call');
    targets.forEach((target, place) => {
      if (targets.findIndex((other) => JSON.stringify(other) === JSON.stringify(target)) < place)
        refuse(`targets.${place}`, 'is called at this level already');
    });
  });
  return errors;
}
