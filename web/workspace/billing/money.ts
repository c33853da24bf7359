import { formatMoney, numberIn, priceIn } from '#shared/money-words.ts';
import { dayBefore } from '#web/ui/marks/day-in.ts';
import { readerStore } from '#web/ui/marks/reader.ts';

/** An amount in minor units with its currency, nothing too: an invoice says 0.00. */
export const money = (minor: number, currency: string): string => formatMoney({ minor, currency });

/** What one costs, exact to its last digit, as amounts are written: AUD 0.0125, JPY 1,800. */
export const unitPrice = (price: string, currency: string): string => priceIn('en', { price, currency });

/** What an hour comes to where it holds in whatever currency a client pays: 17,500. */
export const perHourWords = (price: string): string => numberIn('en', price);

/** A day as it stands in lists of money: 30 Nov 2026. It belongs to no time zone. */
export const shortDay = (day: string): string =>
  new Date(`${day}T00:00:00Z`).toLocaleDateString(readerStore.get().language, {
    ...{ day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' },
  });

/** The last day of a span whose end is not in it. */
export const lastDay = (until: string): string => shortDay(dayBefore(until));
