import { type Money, moneyIn } from '#shared/money-words.ts';
import { ui, wordsStore } from '../words/words.ts';

/**
 * An amount as the reader's language writes it, with the code of its currency, because a dollar is not always the same; nothing is said
 * in a word.
 */
export const moneyWords = (money: Money): string =>
  money.minor === 0 ? ui('money.nothing') : moneyIn(wordsStore.get().language, money);
