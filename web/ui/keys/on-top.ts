import { useEffectEvent, useLayoutEffect } from 'react';

/** Above dialogues (200) and the lists that open in them (300), below what is told in passing (400 and more). */
const ABOVE_DIALOGUES = 390;
/** How each of those that lie on top is closed, newest last. */
const closing: (() => void)[] = [];

/**
 * Lays a dialogue above every other, whichever of them asked for it: the props that its `Modal` takes. Dialogues listen to
 * Escape all at once, so it is kept from those below (`closesTop`).
 */
export function useOnTop(opened: boolean, onClose: () => void): { zIndex: number; closeOnEscape: false } {
  const close = useEffectEvent(onClose);
  useLayoutEffect(() => {
    if (!opened) return;
    const mine = () => close();
    closing.push(mine);
    return () => void closing.splice(closing.indexOf(mine), 1);
  }, [opened]);
  return { zIndex: ABOVE_DIALOGUES, closeOnEscape: false };
}

/** Whether a press is the Escape of a dialogue on top: that closes, and nobody else may hear of it. */
export function closesTop({ key, isComposing }: KeyboardEvent): boolean {
  const close = key === 'Escape' && !isComposing ? closing.at(-1) : undefined;
  close?.();
  return close !== undefined;
}
