import { Badge } from '@mantine/core';
import type { MajorRow } from '#shared/major.ts';
import { duration } from '#web/ui/marks/duration.ts';
import { useEverySecond } from '#web/ui/marks/now.ts';
import { MAJOR_COLOURS, MAJOR_STATES } from './words.ts';

/** Where a major incident stands. */
export const StateBadge = ({ state }: Pick<MajorRow, 'state'>) => (
  <Badge color={MAJOR_COLOURS[state]}>{MAJOR_STATES[state]}</Badge>
);

/** How long until clients are to be told again, or since when they wait. */
export function NextWord({ at }: { at: string }) {
  const text = useEverySecond((now) => {
    const seconds = Math.round((Date.parse(at) - now) / 1000);
    if (seconds <= 0) return `overdue by ${duration(seconds)}`;
    return seconds < 60 ? `in ${seconds} s` : `in ${duration(seconds)}`;
  });
  return (
    <strong className="f-major-count" data-late={text.startsWith('overdue') || undefined}>
      {text}
    </strong>
  );
}
