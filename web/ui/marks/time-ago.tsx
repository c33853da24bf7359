import { useNow } from './now.ts';
import { useReader } from './reader.ts';
import { ago, agoSaid, dayAndTime, exact, timeOfDay } from './time.ts';

type Props = { at: string; long?: boolean; clock?: boolean; said?: boolean };

/**
 * How long ago something was, in the reader's zone; the exact instant shows on hover and focus. `long` tells the day and
 * the time, `clock` only the time, where the day stands above, and `said` is for a sentence.
 */
export function TimeAgo({ at, long = false, clock = false, said = false }: Props) {
  const now = useNow();
  const reader = useReader();
  return (
    <time dateTime={at} data-tip={exact(at, reader)} className="f-time">
      {clock ? timeOfDay(at, reader) : long ? dayAndTime(at, now, reader) : (said ? agoSaid : ago)(at, now, reader)}
    </time>
  );
}

/** The exact instant in the reader’s zone, with the second: for what may have to be proved. */
export function Moment({ at }: { at: string }) {
  return (
    <time dateTime={at} className="f-time">
      {exact(at, useReader())}
    </time>
  );
}
