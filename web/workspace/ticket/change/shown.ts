import { useEffect, useRef } from 'react';
import { createStore, useStore } from '#web/ui/store.ts';

/** A part of the tab of a change that something may lead to. */
export type Part = 'window' | 'approval' | 'tasks';

const wanted = createStore<Part | null>(null);

/** Brings a part of the tab into sight, as soon as it is there. */
export const show = (part: Part): void => wanted.set(part);

/** For the heading's section of that part. */
export function useShown(part: Part) {
  const at = useRef<HTMLElement>(null);
  const isWanted = useStore(wanted) === part;
  useEffect(() => {
    if (!isWanted || !at.current) return;
    at.current.scrollIntoView({ block: 'start' });
    at.current.focus({ preventScroll: true });
    wanted.set(null);
  }, [isWanted]);
  return { ref: at, tabIndex: -1 } as const;
}
