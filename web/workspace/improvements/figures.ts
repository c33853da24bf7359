import { MEASURES, type MeasureKey } from '#shared/improvement-words.ts';

/** A figure with its unit: "3.5 h", "82 %", "12 a week"; a dash where there is none. */
export function figureWords(
  figure: number | null,
  { measure, unit }: { measure: MeasureKey | null; unit: string },
): string {
  if (figure === null) return '–';
  const of = measure === null ? unit : MEASURES[measure].unit;
  const number = figure.toLocaleString('en', { maximumFractionDigits: 2 });
  return of === '' ? number : `${number} ${of}`;
}
