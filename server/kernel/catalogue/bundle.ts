import { formatMoney, type Money } from '#shared/money-words.ts';
import { type Answers, holds } from '../form.ts';
import type { Part } from './types.ts';

export type Included = { readonly itemId: string; readonly included: boolean };

/** Which items a bundle brings along, by the answers that count of its own form. */
export function includeParts(parts: readonly Part[], answers: Answers): Included[] {
  const answerOf = (key: string) => (Object.hasOwn(answers, key) ? (answers[key] ?? null) : null);
  return parts.map(({ itemId, when }) => ({ itemId, included: holds(when, answerOf) }));
}

/** What several things cost together; null, with the reason, where that cannot be said. */
export function sumOf(items: readonly { name: string; price: Money | null }[]): { total: Money | null; why: string } {
  const priced = items.flatMap(({ name, price }) => (price ? [{ name, price }] : []));
  const [first] = priced;
  if (!first) return { total: null, why: 'no price is set' };
  const currency = first.price.currency;
  const other = priced.find(({ price }) => price.currency !== currency);
  if (other)
    return { total: null, why: `${first.name} is in ${currency} and ${other.name} in ${other.price.currency}` };
  const total = { minor: priced.reduce((sum, { price }) => sum + price.minor, 0), currency };
  const missing = items.filter(({ price }) => !price);
  const unpriced = missing.length > 0 ? `; no price is set for ${missing.map(({ name }) => name).join(', ')}` : '';
  return { total, why: `${priced.map(({ name, price }) => `${name} ${formatMoney(price)}`).join(' + ')}${unpriced}` };
}
