/** Names of months as mail programs write them: English, German, French, Spanish, Dutch, Italian, Portuguese, Polish. */
const MONTHS: readonly RegExp[] = [
  /^(jan|ene|gen|stycz|sty)/,
  /^(feb|fév|fev|lut)/,
  /^(mar|mär|mrz|maart|mrt)/,
  /^(apr|avr|abr|kwi)/,
  /^(may|mai|mei|mag|maj|mayo|maio)/,
  /^(jun|juin|giu|cze)/,
  /^(jul|juil|lug|lip)/,
  /^(aug|août|aoû|aou|ago|sie)/,
  /^(sep|set|wrz)/,
  /^(oct|okt|ott|out|paź|paz)/,
  /^(nov|lis)/,
  /^(dec|dez|déc|dic|gru)/,
];

/**
 * A date as mail programs print it above what they quote, in UTC; null when it cannot be read. Where it names no zone it
 * is taken to be that of `offset`, the minutes east of Greenwich where whoever quotes it is.
 */
export function quotedDate(text: string, offset: number): string | null {
  const value = text
    .toLowerCase()
    .replace(/[\u00a0\u202f]/g, ' ')
    .slice(0, 120);
  const day = dayIn(value);
  if (!day) return null;
  const time = /(\d{1,2})\s?(?::|h|\.)\s?(\d{2})(?:[:.](\d{2}))?\s*([ap]\.?\s?m\.?)?/.exec(
    value.replace(day.text, ' '),
  );
  let hour = Number(time?.[1] ?? 0);
  const half = time?.[4]?.charAt(0);
  if (half === 'p' && hour < 12) hour += 12;
  if (half === 'a' && hour === 12) hour = 0;
  const zone = /(?:utc|gmt)?\s?([+-])(\d{2}):?(\d{2})\b/.exec(
    value.slice((time?.index ?? 0) + (time?.[0].length ?? 0)),
  );
  const minutes = zone ? (zone[1] === '-' ? -1 : 1) * (Number(zone[2]) * 60 + Number(zone[3])) : offset;
  const instant = Date.UTC(
    day.year,
    day.month - 1,
    day.day,
    hour,
    Number(time?.[2] ?? 0) - minutes,
    Number(time?.[3] ?? 0),
  );
  const date = new Date(instant);
  return Number.isNaN(instant) || hour > 24 ? null : date.toISOString();
}

type Day = { year: number; month: number; day: number; text: string };

function dayIn(value: string): Day | null {
  const iso = /\b(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\b/.exec(value);
  if (iso) return checked(Number(iso[1]), Number(iso[2]), Number(iso[3]), iso[0]);
  const numbers = /\b(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})\b/.exec(value);
  if (numbers) {
    const [text, first, sign, second, year] = numbers;
    const full = Number(year) < 100 ? 2000 + Number(year) : Number(year);
    // Americans put the month first, and write am and pm.
    const american = sign === '/' && (/\d\s?[ap]\.?m/.test(value) || Number(second) > 12);
    return american
      ? checked(full, Number(first), Number(second), text)
      : checked(full, Number(second), Number(first), text);
  }
  const year = /\b(19|20)\d{2}\b/.exec(value)?.[0];
  const words = value.match(/\p{L}{3,12}/gu) ?? [];
  if (!year) return null;
  // The day stands before the month everywhere but in English; names of weekdays look like months ("mar. 7 avr.").
  for (const place of [
    (word: string) => `(\\d{1,2})\\.?[ªº]?\\s*(?:de\\s+)?${word}`,
    (word: string) => `${word}\\.?\\s*(\\d{1,2})(?!\\d|:)`,
  ])
    for (const word of words) {
      const month = MONTHS.findIndex((pattern) => pattern.test(word)) + 1;
      const day = month === 0 ? undefined : new RegExp(place(word), 'u').exec(value)?.[1];
      if (day !== undefined) return checked(Number(year), month, Number(day), year);
    }
  return null;
}

const checked = (year: number, month: number, day: number, text: string): Day | null =>
  month >= 1 && month <= 12 && day >= 1 && day <= 31 && year >= 1980 && year < 2200 ? { year, month, day, text } : null;
