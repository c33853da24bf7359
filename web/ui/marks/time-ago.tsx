import { useNow } from './now.ts';
import { useReader } from './reader.ts';
import { ago, dayAndTime, exact } from './time.ts';

/** How long ago something was, in the reader's zone; the exact instant shows on hover and focus. */
export function TimeAgo({ at, long = false }: { at: string; long?: boolean }) {
  const now = useNow();
  const reader = useReader();
  return (
    <time dateTime={at} data-tip={exact(at, reader)} className="f-time">
      {long ? dayAndTime(at, now, reader) : ago(at, now, reader)}
    </time>
  );
}
