import type { Spoken } from './languages.ts';

/** An amount in whole minor units (cents), with its currency (ISO 4217). */
export type Money = { readonly minor: number; readonly currency: string };

/** How many digits a currency has behind the point: 2 for most, 0 for yen, 3 for some dinars. */
export function minorDigits(currency: string): number {
  try {
    return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  } catch {
    return 2;
  }
}

/** An amount as a plain decimal number, exact to its last digit: "-1899.00". */
export function plainMoney({ minor, currency }: Money): string {
  const digits = minorDigits(currency);
  const text = String(Math.abs(minor)).padStart(digits + 1, '0');
  const at = text.length - digits;
  return `${minor < 0 ? '-' : ''}${text.slice(0, at)}${digits > 0 ? `.${text.slice(at)}` : ''}`;
}

/** An amount for people: "AUD 1,899.00". The code stands in front because a dollar is not always the same. */
export function formatMoney({ minor, currency }: Money): string {
  const digits = minorDigits(currency);
  const whole = Math.trunc(Math.abs(minor) / 10 ** digits);
  const rest = String(Math.abs(minor) % 10 ** digits).padStart(digits, '0');
  return `${currency} ${minor < 0 ? '-' : ''}${whole.toLocaleString('en')}${digits > 0 ? `.${rest}` : ''}`;
}

/** An amount as a language writes it, with the code of its currency: "1.899,00 AUD". */
export function moneyIn(language: Spoken, money: Money): string {
  if (language === 'en') return formatMoney(money);
  const { minor, currency } = money;
  const amount = minor / 10 ** minorDigits(currency);
  return new Intl.NumberFormat(language, { style: 'currency', currency, currencyDisplay: 'code' }).format(amount);
}

/** An exact number as a language writes it: "1.234,5". */
export const numberIn = (language: Spoken, digits: string): string =>
  new Intl.NumberFormat(language, { maximumFractionDigits: MOST_DIGITS }).format(digits as `${number}`);

/** What one costs, exact to its last digit, as a language writes it: "0,0125 AUD". */
export function priceIn(language: Spoken, { price, currency }: { price: string; currency: string }): string {
  const digits = { minimumFractionDigits: minorDigits(currency), maximumFractionDigits: MOST_DIGITS };
  if (language === 'en') return `${currency} ${new Intl.NumberFormat(language, digits).format(price as `${number}`)}`;
  const shape = { style: 'currency', currency, currencyDisplay: 'code', ...digits } as const;
  return new Intl.NumberFormat(language, shape).format(price as `${number}`);
}

/** Prices and quantities are kept to so many digits behind the point. */
const MOST_DIGITS = 4;

const WRITTEN = /^([A-Z]{3}) (-?)([\d,]+)(?:\.(\d+))?$/;

/** The amount in a text as `formatMoney` writes it; null where it is something else. */
export function readMoney(text: string): Money | null {
  const [, currency, sign = '', whole = '', rest = ''] = WRITTEN.exec(text) ?? [];
  if (currency === undefined || rest.length !== minorDigits(currency)) return null;
  const minor = Number(`${sign}${whole.replaceAll(',', '')}${rest}`);
  return Number.isSafeInteger(minor) ? { minor, currency } : null;
}

/** `1899.00 AUD`: an amount and its currency (ISO 4217), as text so that no cent is lost. */
const KEPT = /^\d{1,12}(\.\d{1,4})? [A-Z]{3}$/;

const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** The amount in a value as items keep it; null where it is something else, of no currency, or of more digits than that has. */
export function moneyOf(value: unknown): Money | null {
  if (typeof value !== 'string' || !KEPT.test(value)) return null;
  const [amount = '', currency = ''] = value.split(' ');
  const digits = minorDigits(currency);
  const [whole = '0', fraction = ''] = amount.split('.');
  if (!CURRENCIES.has(currency) || fraction.length > digits) return null;
  return { minor: Number(whole + fraction.padEnd(digits, '0')), currency };
}
