import { type RefObject, useEffect } from 'react';

/** Puts the focus on the first field of what has just appeared, also when it appeared after its dialogue did. */
export function useFocusFirst(ref: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    ref.current?.querySelector<HTMLElement>('[data-autofocus], input, textarea, select')?.focus();
  }, [ref]);
}
