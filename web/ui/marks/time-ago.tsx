import { useNow } from './now.ts';
import { useReader } from './reader.ts';
import { ago, dayAndTime, exact, timeOfDay } from './time.ts';

/**
 * How long ago something was, in the reader's zone; the exact instant shows on hover and focus. `long` tells the day and
 * the time, `clock` only the time, where the day stands above.
 */
export function TimeAgo({ at, long = false, clock = false }: { at: string; long?: boolean; clock?: boolean }) {
  const now = useNow();
  const reader = useReader();
  return (
    <time dateTime={at} data-tip={exact(at, reader)} className="f-time">
      {clock ? timeOfDay(at, reader) : long ? dayAndTime(at, now, reader) : ago(at, now, reader)}
    </time>
  );
}
