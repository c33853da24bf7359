import { billedIn, runNameIn } from '#shared/billed-words.ts';
import { type Money, moneyIn, numberIn, priceIn } from '#shared/money-words.ts';
import { readerStore } from '#web/ui/marks/reader.ts';
import { wordsStore } from '#web/ui/words/words.ts';

/** An amount on a bill, also none, as the reader’s language writes it. */
export const billMoney = (money: Money): string => moneyIn(wordsStore.get().language, money);

/** A day with its year, which bills need. */
export const billDay = (day: string): string =>
  new Date(`${day}T00:00:00Z`).toLocaleDateString(readerStore.get().language, {
    ...{ day: 'numeric', month: 'short', year: 'numeric' },
    timeZone: 'UTC',
  });

/** An exact number, such as a quantity or per cent, as the reader’s language writes it. */
export const billNumber = (digits: string): string => numberIn(wordsStore.get().language, digits);

/** The name of a line of a bill, with the days in it as the reader’s language writes them. */
export const billedName = (name: string): string => billedIn(wordsStore.get().language, name);

/** What a bill is for, such as a month. */
export const billName = (name: string): string => runNameIn(wordsStore.get().language, name);

/** The price of one, to its last digit, as the reader’s language writes it. */
export const billPrice = (price: string, currency: string): string =>
  priceIn(wordsStore.get().language, { price, currency });
