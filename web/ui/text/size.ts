import { wordsStore } from '../words/words.ts';

const KILO = 1024;

/** A file's size as people say it: `12 KB`. */
export function sizeOf(bytes: number): string {
  const { language } = wordsStore.get();
  const [amount, unit, digits] =
    bytes < KILO
      ? [bytes, 'byte', 0]
      : bytes < KILO * KILO
        ? [bytes / KILO, 'kilobyte', 0]
        : [bytes / KILO / KILO, 'megabyte', 1];
  if (language === 'en')
    return `${amount.toFixed(digits)} ${unit === 'byte' ? 'B' : unit === 'kilobyte' ? 'KB' : 'MB'}`;
  const shape = { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: digits } as const;
  return new Intl.NumberFormat(language, shape).format(amount);
}
