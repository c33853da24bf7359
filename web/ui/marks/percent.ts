import { wordsStore } from '../words/words.ts';

/** How much was met, as the reader's language writes it, to a tenth where that is needed; never 100 % where something was missed, nor 0 % where something was met. */
export function percent(met: number, missed: number): string {
  const all = met + missed;
  if (all === 0) return '–';
  const exact = (100 * met) / all;
  const tenths = missed > 0 && met > 0 ? Math.min(99.9, Math.max(0.1, Math.round(exact * 10) / 10)) : exact;
  return `${tenths.toLocaleString(wordsStore.get().language)} %`;
}
