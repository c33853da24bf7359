import { exact, ratio, toMinor } from '#kernel/billing.ts';
import { minorDigits, plainMoney } from '#shared/money-words.ts';
import { shaped } from '#web/ui/form/rules.ts';

/** Hours with a fraction, or nothing. */
export const hours = shaped(/^\s*\d{1,6}(\.\d{1,2})?\s*$/, 'Enter hours such as 40 or 7.5, with a point.');

/** Hours as they are typed, in minutes; null where nothing stands. */
export const minutesOf = (text: string): number | null =>
  text.trim() === '' ? null : toMinor(exact(text.trim()).mul(ratio(60)), 0);

/** Minutes as hours to type. */
export const textOfMinutes = (minutes: number | null): string =>
  minutes === null ? '' : String(Math.round((minutes / 60) * 100) / 100);

/** An amount as it is typed, in minor units; null where nothing stands. */
export const minorOf = (text: string, currency: string): number | null =>
  text.trim() === '' ? null : toMinor(exact(text.trim()), minorDigits(currency));

/** An amount in minor units, to type. */
export const textOfMinor = (minor: number | null, currency: string): string =>
  minor === null ? '' : plainMoney({ minor, currency });
