import { useCallback, useEffect, useState } from 'react';
import { changedFrom } from './changes.ts';
import { keepDraft, readDraft } from './draft.ts';

/** Changes some of what is kept; a function is given it as it is by then. */
export type ChangeKept<V> = (part: Partial<V> | ((now: V) => Partial<V>)) => void;

export type Kept<V> = {
  values: V;
  change: ChangeKept<V>;
  /** Begins anew: it was sent, or is not wanted any more. */
  clear(): void;
  /** Something was there from the last time, and still is. */
  restored: boolean;
};

/**
 * What is being written, kept under a name until it is sent: leaving the page, closing the dialogue or the browser loses none of
 * it. `empty` is what there is to begin with; it stays the same.
 */
export function useKept<V extends object>(name: string, empty: V): Kept<V> {
  const [base] = useState(empty);
  const [before] = useState(() => readDraft<V>(name));
  const [values, setValues] = useState<V>({ ...base, ...before });
  const [restored, setRestored] = useState(before !== null);
  useEffect(() => keepDraft(name, changedFrom(base, values)), [name, base, values]);
  const change: ChangeKept<V> = useCallback(
    (part) => setValues((now) => ({ ...now, ...(typeof part === 'function' ? part(now) : part) })),
    [],
  );
  const clear = useCallback(() => {
    // At once, because what was sent is often closed before it is drawn again.
    keepDraft(name, {});
    setValues(base);
    setRestored(false);
  }, [name, base]);
  return { values, change, clear, restored };
}
