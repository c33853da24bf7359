import { type RefObject, useEffect } from 'react';

/** Leads the keyboard to the first field at fault each time that something was refused: `refused` is another value then. */
export function useFocusFault(form: RefObject<HTMLElement | null>, refused: unknown): void {
  useEffect(() => {
    if (refused) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [form, refused]);
}
