import type { AlertKind } from '#shared/estate-words.ts';
import { type Condition, type ConditionValues, compileCondition, evaluateCondition } from '../conditions.ts';
import type { Severity } from './types.ts';
import { ALERT_VARIABLES } from './variables.ts';

/** What a rule says becomes of an alert. What a ticket is not told is worked out from the alert. */
export type Outcome =
  | { readonly does: 'ignore' | 'inbox' }
  | {
      readonly does: 'ticket';
      readonly kind?: string;
      readonly teamId?: string | null;
      readonly impact?: number;
      readonly urgency?: number;
      readonly priority?: number;
    };
export type RuleTerms = { readonly condition: string; readonly outcome: Outcome };

/** A rule where it stands among those that reach a client. */
export type Rule = {
  readonly id: string;
  readonly name: string;
  readonly level: 'client' | 'group' | 'provider';
  readonly position: number;
  /** Of the version in force; 0 where a draft is tried. */
  readonly number: number;
  readonly terms: RuleTerms;
};

const NEARNESS = { client: 0, group: 1, provider: 2 } as const;

/** Rules in the order in which they are asked: the client's own first, then its group's, then everybody's. */
export const inRuleOrder = (rules: readonly Rule[]): Rule[] =>
  [...rules].sort((a, b) => NEARNESS[a.level] - NEARNESS[b.level] || a.position - b.position || (a.id < b.id ? -1 : 1));

export type RuleFault = { readonly ruleId: string; readonly error: string };
/** The first rule that fits, null where none does; and those on the way that could not be answered, which count as not fitting. */
export type Ruled = { readonly rule: Rule | null; readonly faults: readonly RuleFault[] };

const compiled = new WeakMap<RuleTerms, Condition | string>();
/** A rule without a condition fits every alert that it reaches. */
const isAlways = ({ condition }: RuleTerms): boolean => condition.trim() === '';

/** The condition, read once; a sentence where it cannot be read. */
function conditionOf(terms: RuleTerms): Condition | string {
  const known = compiled.get(terms);
  if (known !== undefined) return known;
  const read = compileCondition(terms.condition, ALERT_VARIABLES);
  const made = read.ok ? read.condition : read.errors.map(({ message }) => message).join('; ');
  compiled.set(terms, made);
  return made;
}

/** Which of the rules, in their order, decides about an alert with these values. */
export function ruleFor(rules: readonly Rule[], values: ConditionValues): Ruled {
  const faults: RuleFault[] = [];
  for (const rule of rules) {
    if (isAlways(rule.terms)) return { rule, faults };
    const condition = conditionOf(rule.terms);
    const answer =
      typeof condition === 'string' ? { ok: false as const, error: condition } : evaluateCondition(condition, values);
    if (!answer.ok) faults.push({ ruleId: rule.id, error: answer.error });
    else if (answer.value) return { rule, faults };
  }
  return { rule: null, faults };
}

/** The least severe alert of each kind that makes a ticket where no rule fits; 0: none does. */
export type TicketUpTo = Readonly<Record<AlertKind, number>>;

/** What becomes of an alert by a rule, or by its kind and severity where none fits. */
export function outcomeFor(
  rule: Rule | null,
  alert: { kind: AlertKind; severity: Severity },
  upTo: TicketUpTo,
): Outcome {
  return rule?.terms.outcome ?? { does: alert.severity <= upTo[alert.kind] ? 'ticket' : 'inbox' };
}
