import { type RefObject, useEffect } from 'react';

/**
 * Puts the focus on the first field of what has just appeared, also when it appeared after its dialogue did; where it has none, on the
 * button that sends it, so that keys are heard.
 */
export function useFocusFirst(ref: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const wanted = ref.current?.querySelector<HTMLElement>('[data-autofocus]');
    (wanted ?? ref.current?.querySelector<HTMLElement>('input, textarea, select, [type=submit]'))?.focus();
    // One goes on writing where one stopped.
    const at = document.activeElement;
    if (at instanceof HTMLTextAreaElement || (at instanceof HTMLInputElement && at.type === 'text'))
      at.setSelectionRange(at.value.length, at.value.length);
  }, [ref]);
}
