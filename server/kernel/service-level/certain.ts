import { type ConditionDomain, type ConditionVerdict, isConstant, judgeCondition } from '../conditions.ts';
import type { FieldError } from '../errors.ts';
import { slaCondition } from './conditions.ts';
import type { ClockRules } from './types.ts';

const NEVER = 'can never hold, whatever the ticket';

/** What is wrong with a policy's condition whatever the ticket: it never holds, or names a value that there is not. */
export function certainOfCondition(text: string, domain: ConditionDomain): FieldError[] {
  return faultsOf(text, 'condition', domain, ({ verdict }) => (verdict === 'never' ? NEVER : null));
}

/** The same of a rule of a clock. A plain `false` is meant: it takes away what the clock does by itself. */
export function certainOfRule(
  rule: keyof ClockRules,
  text: string,
  path: string,
  domain: ConditionDomain,
): FieldError[] {
  return faultsOf(text, path, domain, ({ verdict, constant }) => {
    if (verdict === 'always') return rule === 'start' ? null : ALWAYS[rule];
    if (verdict === 'depends') return null;
    if (rule === 'start') return 'can never hold: the clock would never begin';
    return constant ? null : `${NEVER}; write false where that is meant`;
  });
}

const ALWAYS = {
  pause: 'always holds: it would never let the clock run',
  stop: 'always holds: the clock would be over before it begins',
  reset: 'always holds, so it never comes true and nothing begins anew',
  cancel: 'always holds: the clock would be cancelled before it begins',
} as const;

type Judged = { readonly verdict: ConditionVerdict; readonly constant: boolean };

function faultsOf(
  text: string,
  path: string,
  domain: ConditionDomain,
  fault: (judged: Judged) => string | null,
): FieldError[] {
  const read = slaCondition(text, path);
  if (!read.ok) return [];
  const { verdict, strange } = judgeCondition(read.condition, domain);
  if (strange.length > 0) return strange.map((message) => ({ path, message }));
  const message = fault({ verdict, constant: isConstant(read.condition) });
  return message === null ? [] : [{ path, message }];
}
