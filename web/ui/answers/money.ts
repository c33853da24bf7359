import { formatMoney, type Money, minorDigits } from '#shared/money-words.ts';
import { wordsStore } from '../words/words.ts';

/** An amount as the reader's language writes it, with the code of its currency, because a dollar is not always the same. */
export function moneyWords(money: Money): string {
  const { language } = wordsStore.get();
  if (language === 'en') return formatMoney(money);
  const { minor, currency } = money;
  const amount = minor / 10 ** minorDigits(currency);
  return new Intl.NumberFormat(language, { style: 'currency', currency, currencyDisplay: 'code' }).format(amount);
}
