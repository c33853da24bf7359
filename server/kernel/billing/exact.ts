import Fraction from 'fraction.js';

/** A number without rounding. Amounts are exact in major units until they become whole minor ones, once. */
export type Exact = Fraction;

/** Digits as people and the database write them: `180.00`, `-0.5`. Never a float. */
export type Decimal = string;

const DECIMAL = /^-?\d{1,12}(\.\d{1,6})?$/;

/** Reads a decimal; throws a RangeError for a text that is none, with which nothing could be worked out. */
export function exact(text: Decimal): Exact {
  if (!DECIMAL.test(text)) throw new RangeError(`${text} is not a decimal number`);
  return new Fraction(text);
}

/** A whole number, or one whole over another, as it is. */
export const ratio = (over: number, under = 1): Exact => new Fraction(BigInt(over), BigInt(under));

/**
 * An amount in whole minor units of a currency with so many digits; half a unit is rounded away from zero, as invoices do. RangeError
 * beyond what a number holds exactly.
 */
export function toMinor(amount: Exact, digits: number): number {
  const scale = 10n ** BigInt(digits);
  const whole = (2n * amount.n * scale + amount.d) / (2n * amount.d);
  const minor = Number(amount.s < 0n ? -whole : whole);
  if (!Number.isSafeInteger(minor)) throw new RangeError('The amount is too large');
  return minor;
}

/**
 * What each part of a sum is in minor units, so that the parts add up to the rounded whole: each is the rounded sum so far, less what was
 * given before it.
 */
export function shares(parts: readonly Exact[], digits: number): number[] {
  let sum = ratio(0);
  let given = 0;
  return parts.map((part) => {
    sum = sum.add(part);
    const upTo = toMinor(sum, digits);
    const share = upTo - given;
    given = upTo;
    return share;
  });
}

/** An exact number as decimals for people: up to four digits behind the point, without empty ones. */
export function decimalOf(value: Exact): Decimal {
  const scaled = toMinor(value, 4);
  const text = String(Math.abs(scaled)).padStart(5, '0');
  const rest = text.slice(-4).replace(/0+$/, '');
  return `${scaled < 0 ? '-' : ''}${text.slice(0, -4)}${rest === '' ? '' : `.${rest}`}`;
}
