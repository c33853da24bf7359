import type { AlertReading } from '#server/practices/monitoring/index.ts';

export type Severity = AlertReading['severity'];

/** How a severity is meant, where a system says nothing else of it. */
export const kindFor = (severity: Severity): AlertReading['kind'] =>
  severity <= 2 ? 'exception' : severity <= 4 ? 'warning' : 'informational';

const WORDS: Readonly<Record<string, Severity>> = {
  ...{ critical: 1, page: 1, disaster: 1, emergency: 1, fatal: 1 },
  ...{ error: 2, high: 2, major: 2 },
  ...{ warning: 3, warn: 3, medium: 3, moderate: 3, average: 3 },
  ...{ info: 4, low: 4, minor: 4, notice: 4 },
  ...{ none: 5, information: 5, informational: 5, debug: 5 },
};

/** The severity of a word, or of a number from 1 to 5; null where it is neither. */
export function severityOf(word: string | null): Severity | null {
  const text = word?.trim().toLowerCase() ?? '';
  return /^[1-5]$/.test(text) ? (Number(text) as Severity) : (WORDS[text] ?? null);
}
