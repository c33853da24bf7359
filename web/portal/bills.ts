import { type Money, moneyIn } from '#shared/money-words.ts';
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
