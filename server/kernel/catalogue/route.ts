import { type Answers, conditionWords, type Form, holds } from '../form.ts';
import type { RouteRule } from './types.ts';

/** The team that the rules choose by the answers, with the reason; null where none fits. The first that fits decides. */
export function routeTo(
  rules: readonly RouteRule[],
  form: Form,
  answers: Answers,
): { teamId: string; why: string } | null {
  const answerOf = (key: string) => (Object.hasOwn(answers, key) ? (answers[key] ?? null) : null);
  const at = rules.findIndex(({ when }) => holds(when, answerOf));
  const rule = rules[at];
  if (!rule) return null;
  const why = rule.when
    ? `rule ${at + 1}: ${conditionWords(rule.when, form)}`
    : `rule ${at + 1}: whatever was answered`;
  return { teamId: rule.teamId, why };
}
