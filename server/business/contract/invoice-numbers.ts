import type { Ctx } from '#platform/context/index.ts';
import { resolveSetting } from '#platform/settings/index.ts';
import { SELLER } from './settings.ts';

/** The number of an invoice as it is written, behind what the provider puts before it. */
export const numberWords = (prefix: string, number: number): string => `${prefix}${String(number).padStart(5, '0')}`;

/** The same for all of a reader's invoices. */
export async function numbering(ctx: Ctx): Promise<(number: number) => string> {
  const { value } = await resolveSetting(ctx, SELLER, null);
  return (number) => numberWords(value.numberPrefix, number);
}
