import type { Spoken } from '../languages.ts';
import { moneyIn, readMoney } from '../money-words.ts';
import { dayIn, readDay } from '../when-words.ts';
import type { Book } from './said.ts';

const PLACE = /\{(\w+)\}/g;
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** The server's fragments may have become sentences: with a capital and a full stop. */
const bare = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

type Pattern = { matches: RegExp; names: readonly string[]; said: string };

/**
 * Says what the server said in the language of a book; what is not in it, such as the desk's own words, stays as it is. Amounts
 * and days are written as in that language.
 */
export function translator(language: Spoken, book: Book): (text: string) => string {
  const plain = new Map<string, string>();
  const patterns: Pattern[] = [];
  for (const [english, said] of Object.entries(book)) {
    const pieces = english.split(PLACE);
    if (pieces.length === 1) plain.set(bare(english), said);
    else
      patterns.push({
        matches: new RegExp(`^${pieces.map((piece, at) => (at % 2 ? '(.+?)' : escaped(piece))).join('')}$`, 'isu'),
        names: pieces.filter((_, at) => at % 2 === 1),
        said,
      });
  }
  const say = (text: string): string => {
    const stop = text.endsWith('.') ? '.' : '';
    const asked = stop ? text.slice(0, -1) : text;
    const whole = plain.get(bare(asked));
    if (whole !== undefined) return whole + stop;
    const money = readMoney(asked);
    if (money) return moneyIn(language, money) + stop;
    const day = readDay(asked);
    if (day) return dayIn(language, day) + stop;
    for (const { matches, names, said } of patterns) {
      const found = matches.exec(asked);
      if (found) return said.replace(PLACE, (_, name) => say(found[names.indexOf(name) + 1] ?? '')) + stop;
    }
    return text;
  };
  return say;
}
