import { sayMinutes } from '#kernel/minutes.ts';
import type { CoverWay, TimeCover } from '#shared/coverage.ts';

const WORDS: Readonly<Record<CoverWay, (line: string) => string>> = {
  included: (line) => `included in “${line}”`,
  block: (line) => `off “${line}”`,
  charged: () => 'charged',
};

/** What recorded time came under: included in “Managed user”; where it is several things, how long each. Empty where nothing is known. */
export function coverWords({ parts, invoice }: TimeCover): string {
  const said = parts.map(({ how, line, minutes }) => {
    const words = WORDS[how](line ?? '');
    return parts.length === 1 ? words : `${sayMinutes(minutes)} ${words}`;
  });
  return [...said, ...(invoice === null ? [] : [`on invoice ${invoice}`])].join(', ');
}
