import { type ReactNode, useEffect, useState } from 'react';
import { ErrorState } from '../feedback/error-state.tsx';
import { releaseKeys } from '../keys/held.ts';
import { loadPart } from './load.ts';

type Load<C> = () => Promise<C>;
const arrived = new WeakMap<Load<unknown>, unknown>();

/** Fetches a part before it is shown, so that nobody waits for it. What fails is asked for again, and explained, then. */
export function preload<C>(load: Load<C>): void {
  if (arrived.has(load)) return;
  load().then(
    (loaded) => arrived.set(load, loaded),
    () => undefined,
  );
}

/**
 * A part of a page in a chunk of its own, fetched by `load` when it is first shown. Where it does not come, its place says so and
 * the rest of the page lives on.
 */
export function Part<C>(props: { load: Load<C>; waiting: ReactNode; children(loaded: C): ReactNode }) {
  const { load, waiting, children } = props;
  const [, setArrived] = useState(() => arrived.has(load));
  const [fault, setFault] = useState<unknown>(null);
  useEffect(() => {
    if (fault !== null) return;
    // It may have come between what was drawn and now.
    if (arrived.has(load)) return setArrived(true);
    loadPart(load).then(
      (loaded) => {
        arrived.set(load, loaded);
        setArrived(true);
      },
      (cause: unknown) => {
        releaseKeys();
        setFault(cause);
      },
    );
  }, [load, fault]);
  if (arrived.has(load)) return children(arrived.get(load) as C);
  if (fault !== null) return <ErrorState error={fault} onRetry={() => setFault(null)} compact />;
  return waiting;
}
