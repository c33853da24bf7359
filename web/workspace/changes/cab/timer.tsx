import { useEffect, useState } from 'react';
import type { AgendaEntry } from '#shared/cab.ts';
import { clock, spent } from './words.ts';

/** How long a change is talked about; it says when that is longer than it should be. */
export function Timer({ entry, itemSeconds }: { entry: AgendaEntry; itemSeconds: number }) {
  const [now, setNow] = useState(() => Date.now());
  const runs = entry.begunAt !== null;
  useEffect(() => {
    if (!runs) return;
    const tick = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(tick);
  }, [runs]);
  const seconds = spent(entry, now);
  const isOver = seconds > itemSeconds;
  if (seconds < 1 && !runs) return <span className="f-cab-timer f-dim">{clock(itemSeconds)}</span>;
  return (
    <span className="f-cab-timer" data-over={isOver || undefined} data-runs={runs || undefined}>
      {clock(seconds)}
      {isOver && <span className="f-hidden"> longer than planned</span>}
    </span>
  );
}
