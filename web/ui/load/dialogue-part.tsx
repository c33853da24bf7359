import { type ReactNode, useRef } from 'react';
import { SkeletonLines } from '../feedback/skeleton.tsx';
import { useFocusFirst } from '../picker/focus-first.ts';
import { Part } from './part.tsx';

type Props<C> = { load: () => Promise<C>; lines: number; children(loaded: C): ReactNode };

/**
 * What a dialogue holds, in a chunk of its own: when it comes, its first field takes the focus, as it would have at once. What
 * waits for it has the focus until then, so that no key presses the dialogue's own button to close it.
 */
export function DialoguePart<C>({ load, lines, children }: Props<C>) {
  return (
    <Part load={load} waiting={<Waiting lines={lines} />}>
      {(loaded) => <Arrived>{children(loaded)}</Arrived>}
    </Part>
  );
}

function Waiting({ lines }: { lines: number }) {
  return (
    <div className="f-coming" tabIndex={-1} data-autofocus>
      <SkeletonLines lines={lines} />
    </div>
  );
}

function Arrived({ children }: { children: ReactNode }) {
  const ref = useRef<HTMLDivElement>(null);
  useFocusFirst(ref);
  return <div ref={ref}>{children}</div>;
}
