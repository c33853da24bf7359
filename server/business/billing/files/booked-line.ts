import { exact, toMinor } from '#kernel/billing.ts';
import { minorDigits, plainMoney } from '#shared/money-words.ts';

/** A line of an invoice as it is told to a program that keeps the books; amounts in minor units. */
export type BookedLine = {
  readonly name: string;
  readonly unit: string;
  readonly quantity: string;
  readonly price: string;
  readonly amount: number;
  readonly tax: number;
  readonly taxName: string;
  readonly taxPercent: string;
};

/**
 * Quantity and price by which such a program comes to the amount of a line: those of the line where they do; else one of the whole amount,
 * with the quantity in words. What is below zero has the sign at its price, since programs want quantities above it.
 */
export function reckoned(
  { name, unit, quantity, price, amount }: Pick<BookedLine, 'name' | 'unit' | 'quantity' | 'price' | 'amount'>,
  currency: string,
): { readonly name: string; readonly quantity: string; readonly price: string } {
  const of = { quantity: quantity.replace(/^-/, ''), price: signed(quantity, price) };
  if (toMinor(exact(of.quantity).mul(exact(of.price)), minorDigits(currency)) === amount) return { name, ...of };
  const words = `${name} (${of.quantity}${unit ? ` ${unit}` : ''})`;
  return { name: words, quantity: '1', price: plainMoney({ minor: amount, currency }) };
}

function signed(quantity: string, price: string): string {
  if (!quantity.startsWith('-')) return price;
  return price.startsWith('-') ? price.slice(1) : Number(price) === 0 ? price : `-${price}`;
}
