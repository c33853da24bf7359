import { exact, ratio } from '#kernel/billing.ts';
import { minorDigits } from '#shared/money-words.ts';

type Paid = { readonly amount: number; readonly currency: string; readonly receiptAbove: string | null };

/** Whether an amount is above what its kind asks no receipt for. */
export const receiptNeeded = ({ amount, currency, receiptAbove }: Paid): boolean =>
  receiptAbove !== null && ratio(amount, 10 ** minorDigits(currency)).compare(exact(receiptAbove)) > 0;
