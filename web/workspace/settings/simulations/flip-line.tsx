import { Badge } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { SimulationFlip } from '#shared/simulation.ts';
import { useReader } from '#web/ui/marks/reader.ts';
import { dayAndTime } from '#web/ui/marks/time.ts';
import { capital } from '#web/ui/text/capital.ts';
import { VERDICTS, whyWords } from './words.ts';

const COLOURS = { met: 'green', breached: 'red', open: 'blue', cancelled: 'gray', none: 'gray' } as const;

/** One promise of a ticket that would come out otherwise. */
export function FlipLine({ flip }: { flip: SimulationFlip }) {
  const { key, title, name, before, after, dueBefore, dueAfter } = flip;
  const reader = useReader();
  const due = (at: string | null) => (at ? dayAndTime(at, Date.now(), reader) : 'not due');
  return (
    <li>
      <div className="f-flip-ticket">
        <Link to="/tickets/$key" params={{ key }} className="f-mono">
          {key}
        </Link>
        <bdi className="f-cut">{title}</bdi>
      </div>
      <div className="f-flip-verdict">
        <span>{capital(name)}</span>
        <Badge color={COLOURS[before]}>{VERDICTS[before]}</Badge>
        <span aria-hidden="true">→</span>
        <span className="f-hidden">becomes</span>
        <Badge color={COLOURS[after]}>{VERDICTS[after]}</Badge>
      </div>
      <div>
        <span className="f-dim">Due</span> {due(dueBefore)}
        {dueBefore !== dueAfter && (
          <>
            {' '}
            <span aria-hidden="true">→</span> <span className="f-hidden">becomes</span> {due(dueAfter)}
          </>
        )}
      </div>
      <div className="f-dim">{whyWords(flip)}</div>
    </li>
  );
}
