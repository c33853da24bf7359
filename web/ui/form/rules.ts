import { isReason, REASON_WORDS } from '#shared/reason-words.ts';
import { PASSWORD_LENGTH } from '#shared/sign-in-words.ts';

/** What is wrong with a value, as a sentence that says what to do; null when nothing is. */
export type Rule<T, V> = (value: T, all: V) => string | null;
export type Rules<V> = { readonly [K in keyof V]?: Rule<V[K], V> };

/** Something has to stand here. `what` completes "Enter …". */
export const needed =
  (what: string) =>
  (value: string | null): string | null =>
    (value ?? '').trim() === '' ? `Enter ${what}.` : null;

/** Why something is done, in a few words. */
export const reasoned = (text: string | null): string | null => (isReason(text ?? '') ? null : REASON_WORDS);

/** At least one has to be chosen. */
export const someOf =
  (what: string) =>
  (value: readonly unknown[]): string | null =>
    value.length === 0 ? `Choose ${what}.` : null;

/** Nothing, or something of this form. */
export const shaped =
  (pattern: RegExp, says: string) =>
  (value: string): string | null =>
    value === '' || pattern.test(value) ? null : says;

export const email = shaped(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'Enter an e-mail address such as ava@example.com.');

/** What to say beside the field of a new password. */
export const PASSWORD_ADVICE = `At least ${PASSWORD_LENGTH.least} characters; a few plain words do well`;

/** Long enough to be somebody's only password. */
export const newPassword = (value: string): string | null =>
  value.length < PASSWORD_LENGTH.least
    ? `Use at least ${PASSWORD_LENGTH.least} characters; a few plain words do well.`
    : null;

/** The first rule that finds fault speaks. */
export const both =
  <T, V>(...rules: readonly Rule<T, V>[]): Rule<T, V> =>
  (value, all) =>
    rules.reduce<string | null>((found, rule) => found ?? rule(value, all), null);
