import type { ConditionValues } from '../conditions.ts';
import { type Fault, holds } from './conditions.ts';
import type { ClockRules, TicketFacts } from './types.ts';

/** How a clock's conditions are asked about a ticket. */
export type Asking = {
  values(facts: TicketFacts): ConditionValues;
  fault(fault: Fault): void;
};

/** Nobody asks where no rule is written. */
export const NOBODY_ASKS: Asking = {
  values: () => {
    throw new Error('A rule was asked without the values for it');
  },
  fault: () => {},
};

/** What a rule says of a ticket: undefined where there is none. */
export function ruled(
  rules: ClockRules,
  rule: keyof ClockRules,
  facts: TicketFacts,
  asking: Asking,
): boolean | undefined {
  const text = rules[rule];
  return text === null ? undefined : holds(text, asking.values(facts), asking.fault);
}

/** Whether a rule has become true by a change. */
export function became(
  rules: ClockRules,
  rule: keyof ClockRules,
  before: TicketFacts,
  after: TicketFacts,
  asking: Asking,
): boolean {
  return (
    rules[rule] !== null && ruled(rules, rule, after, asking) === true && ruled(rules, rule, before, asking) === false
  );
}
