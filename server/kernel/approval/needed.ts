import { ALWAYS_ASKED } from '#shared/approval-words.ts';
import { formatMoney } from '#shared/money-words.ts';
import type { ApprovalStep, ApprovalTerms, Cost } from './types.ts';

export type StepNeed = { readonly step: ApprovalStep; readonly needed: boolean; readonly why: string };

/** Which steps are asked for something of this cost, each with the reason in a sentence. */
export function neededSteps({ steps, currency }: ApprovalTerms, cost: Cost | null): StepNeed[] {
  return steps.map((step) => {
    if (step.above === null) return { step, needed: true, why: ALWAYS_ASKED };
    const limit = formatMoney({ minor: step.above, currency });
    if (cost === null) return { step, needed: true, why: `asked above ${limit}, and the cost is not known` };
    const said = formatMoney(cost);
    if (cost.currency !== currency)
      return { step, needed: true, why: `asked above ${limit}, and ${said} is in another currency` };
    return cost.minor > step.above
      ? { step, needed: true, why: `${said} is above ${limit}` }
      : { step, needed: false, why: `${said} is not above ${limit}` };
  });
}
