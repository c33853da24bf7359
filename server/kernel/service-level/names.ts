import { type ConditionDomain, neverWords, type Strange, strangeIn, strangeWords } from '../conditions.ts';
import type { FieldError } from '../errors.ts';
import { slaCondition } from './conditions.ts';
import type { PolicyTerms } from './types.ts';

/** Names that there are, by the field of a condition that may say them, such as `ticket.team`. */
export type KnownNames = Readonly<Record<string, readonly string[]>>;

/** More of them are looked for elsewhere than in a sentence. */
const MOST_SAID = 12;

/** Whether a policy says any condition, in which names may stand. */
export const hasConditions = (terms: Said): boolean => conditionsOf(terms).length > 0;

type Said = Pick<PolicyTerms, 'condition' | 'rules'>;

/**
 * Where conditions of a policy compare with a name that there is not: it may come to be, so it is said and refused by nobody. Each
 * with the path of its field.
 */
export function remarksOnNames(terms: Said, known: KnownNames): FieldError[] {
  const domain: ConditionDomain = Object.fromEntries(
    Object.entries(known).map(([field, values]) => [field, { values }]),
  );
  return conditionsOf(terms).flatMap(({ path, text }) => {
    const read = slaCondition(text, path);
    if (!read.ok) return [];
    return strangeIn(read.condition, domain).map((strange) => ({ path, message: remarkOn(strange) }));
  });
}

function conditionsOf({ condition, rules }: Said): { path: string; text: string }[] {
  const ruled = Object.entries(rules).flatMap(([target, of]) =>
    Object.entries(of ?? {}).map(([rule, text]) => ({ path: `rules.${target}.${rule}`, text: text ?? '' })),
  );
  return [{ path: 'condition', text: condition }, ...ruled].filter(({ text }) => text.trim() !== '');
}

/** `client.group is never "Platinum"; it is one of Gold, Silver`, without the list where that is long or empty. */
const remarkOn = (strange: Strange): string =>
  strange.known.length > 0 && strange.known.length <= MOST_SAID
    ? strangeWords(strange)
    : `${neverWords(strange)}, as far as there are names now`;
