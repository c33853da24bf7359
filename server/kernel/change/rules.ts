import type { ApprovalTerms, Cost, JoinedApproval } from '../approval.ts';
import { joinApprovals } from '../approval.ts';
import { type Condition, type ConditionValues, compileCondition, evaluateCondition } from '../conditions.ts';
import { CHANGE_VARIABLES } from './variables.ts';

/** When somebody is asked: before a change is scheduled, at once for an emergency, or after that. */
export type Stage = 'before' | 'expedited' | 'afterwards';
export type RuleTerms = {
  /** A CEL expression; empty: always. */
  readonly condition: string;
  readonly stage: Stage;
  readonly outcome: { readonly does: 'authorise' } | { readonly does: 'ask'; readonly approval: ApprovalTerms };
};
export type Rule = {
  readonly id: string;
  readonly name: string;
  readonly position: number;
  readonly terms: RuleTerms;
};
export type RuleFault = { readonly ruleId: string; readonly error: string };
/** Who is asked, by which rules; or that nobody has to be, by which rule. */
export type Ruling = {
  readonly faults: readonly RuleFault[];
  readonly decision:
    | { readonly does: 'authorise'; readonly by: readonly string[] }
    | { readonly does: 'ask'; readonly by: readonly string[]; readonly joined: JoinedApproval };
};

const compiled = new WeakMap<RuleTerms, Condition | string>();

function conditionOf(terms: RuleTerms): Condition | string {
  const known = compiled.get(terms);
  if (known !== undefined) return known;
  const read = compileCondition(terms.condition, CHANGE_VARIABLES);
  const made = read.ok ? read.condition : read.errors.map(({ message }) => message).join('; ');
  compiled.set(terms, made);
  return made;
}

/** Whoever of the provider has the authority: what holds where no rule says anything. */
export const CHANGE_AUTHORITY: ApprovalTerms = {
  order: 'serial',
  currency: 'USD',
  expireAfterHours: 14 * 24,
  remindEveryHours: 24,
  steps: [{ name: 'Change authority', approvers: [{ kind: 'authority' }], quorum: 'any', veto: true, above: null }],
};

/**
 * Who decides about a change at a stage. Every rule that fits and asks somebody adds its steps; where none does, one that fits and
 * authorises is enough; and where no rule fits at all, whoever has the authority is asked. A rule whose condition cannot be answered
 * counts as one that fits where it asks, and as none where it would authorise: doubt never lets anything through.
 */
export function ruleAbout(rules: readonly Rule[], stage: Stage, values: ConditionValues, cost: Cost | null): Ruling {
  const { faults, fitting } = fittingRules(rules, stage, values);
  const asking = askingOf(fitting);
  if (asking.length === 0 && fitting.length > 0)
    return { faults, decision: { does: 'authorise', by: fitting.map(({ name }) => name) } };
  return { faults, decision: asks(asking, cost) };
}

/** The rules that fit at a stage, in their order, and those whose conditions could not be answered. */
export function fittingRules(
  rules: readonly Rule[],
  stage: Stage,
  values: ConditionValues,
): { readonly faults: RuleFault[]; readonly fitting: readonly Rule[] } {
  const faults: RuleFault[] = [];
  const fitting = rules
    .filter(({ terms }) => terms.stage === stage)
    .toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))
    .filter((rule) => {
      if (rule.terms.condition.trim() === '') return true;
      const condition = conditionOf(rule.terms);
      const answer =
        typeof condition === 'string' ? { ok: false as const, error: condition } : evaluateCondition(condition, values);
      if (answer.ok) return answer.value;
      faults.push({ ruleId: rule.id, error: answer.error });
      return rule.terms.outcome.does === 'ask';
    });
  return { faults, fitting };
}

/** An approval that a rule asks for. */
export type Asking = { readonly name: string; readonly approval: ApprovalTerms };

export const askingOf = (fitting: readonly Rule[]): Asking[] =>
  fitting.flatMap(({ name, terms: { outcome } }) =>
    outcome.does === 'ask' ? [{ name, approval: outcome.approval }] : [],
  );

/** What is asked for as one; where no rule asks, whoever has the authority is. */
export function asks(asking: readonly Asking[], cost: Cost | null): Extract<Ruling['decision'], { does: 'ask' }> {
  const policies =
    asking.length > 0
      ? asking.map(({ name, approval }) => ({ of: name, terms: approval, cost }))
      : [{ of: null, terms: CHANGE_AUTHORITY, cost }];
  const joined = joinApprovals(policies);
  if (!joined) throw new Error('An approval that asks somebody has no steps');
  return { does: 'ask', by: asking.map(({ name }) => name), joined };
}
