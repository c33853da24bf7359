import { useState } from 'react';
import { SkeletonLines } from '../feedback/skeleton.tsx';
import { Part } from '../load/part.tsx';
import { ui } from '../words/words.ts';

const load = () => import('./quote.tsx').then(({ Quote }) => Quote);

/** What a mail quotes, folded away; it is asked for when somebody wants to read it. */
export function Quoted({ id }: { id: string }) {
  const [open, setOpen] = useState(false);
  return (
    <details className="f-quoted" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{ui(open ? 'message.hideQuoted' : 'message.showQuoted')}</summary>
      {open && (
        <Part load={load} waiting={<SkeletonLines lines={3} />}>
          {(Quote) => <Quote id={id} />}
        </Part>
      )}
    </details>
  );
}
