import { type RefObject, useEffect } from 'react';

/** A field at fault, or the first of several that are one together. */
const AT_FAULT = '[aria-invalid=true], [data-fault] :is(input, button)';

/** Leads the keyboard to the first field at fault each time that something was refused: `refused` is another value then. */
export function useFocusFault(form: RefObject<HTMLElement | null>, refused: unknown): void {
  useEffect(() => {
    if (refused) form.current?.querySelector<HTMLElement>(AT_FAULT)?.focus();
  }, [form, refused]);
}
