import type { ChangeRuleTerms } from '#shared/change-rule.ts';

export const STAGES = {
  before: 'Before it is scheduled',
  expedited: 'At once, for an emergency',
  afterwards: 'After an emergency',
} as const satisfies Record<ChangeRuleTerms['stage'], string>;

/** Whom a rule asks, in words. */
export const asksWhom = ({ outcome }: ChangeRuleTerms): string =>
  outcome.does === 'authorise'
    ? 'needs no approval'
    : `asks ${outcome.approval.steps.map(({ name }) => name).join(', ')}`;
