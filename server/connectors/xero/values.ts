import { dayOf, numberOf, textOf } from '#server/connectors/core/index.ts';
import { minorDigits } from '#shared/money-words.ts';

/** Minor units of an amount as Xero writes it; null for what is none. */
export function minorIn(value: unknown, currency: string): number | null {
  const number = numberOf(value);
  return number === null ? null : Math.round(number * 10 ** minorDigits(currency));
}

const NET = /^\/Date\((-?\d+)(?:[+-]\d{4})?\)\/$/;

/** An instant as Xero writes it: `/Date(1795478400000+0000)/`, or ISO 8601 without a zone, which is UTC. Null for what is none. */
export function xeroInstant(value: unknown): string | null {
  const text = textOf(value);
  if (text === null) return null;
  const ms = NET.exec(text)?.[1];
  const at = ms === undefined ? Date.parse(/[zZ]$/.test(text) ? text : `${text}Z`) : Number(ms);
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}

/** The day of such an instant. */
export const xeroDay = (value: unknown): string | null => dayOf(xeroInstant(value));
