import { type Money, moneyIn } from '#shared/money-words.ts';
import { wordsStore } from '../words/words.ts';

/** An amount as the reader's language writes it, with the code of its currency, because a dollar is not always the same. */
export const moneyWords = (money: Money): string => moneyIn(wordsStore.get().language, money);
