import { type RefObject, useEffect } from 'react';

/**
 * Keeps the keyboard where it is within `place` when what has the focus is taken away, as a form that was sent: the nearest thing around
 * it that is still there gets the focus, where nothing else took it. Whoever leaves by themselves is not brought back.
 */
export function useKeptFocus(place: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const root = place.current;
    if (!root) return;
    /** What has the focus, and what is around it, outwards. */
    let way: HTMLElement[] = [];
    const remember = ({ target }: FocusEvent) => {
      way = [];
      for (let at = target as HTMLElement | null; at && root.contains(at); at = at.parentElement) way.push(at);
    };
    // What is taken away loses the focus before it is gone.
    const forget = () =>
      queueMicrotask(() => {
        if (way[0]?.isConnected && document.activeElement !== way[0]) way = [];
      });
    const keep = () => {
      if (way.length === 0 || way[0]?.isConnected || document.activeElement !== document.body) return;
      const nearest = way.find((one) => one.isConnected);
      if (nearest && !nearest.hasAttribute('tabindex')) nearest.tabIndex = -1;
      nearest?.focus({ preventScroll: true });
    };
    const observer = new MutationObserver(keep);
    observer.observe(root, { childList: true, subtree: true });
    root.addEventListener('focusin', remember);
    root.addEventListener('focusout', forget);
    return () => {
      observer.disconnect();
      root.removeEventListener('focusin', remember);
      root.removeEventListener('focusout', forget);
    };
  }, [place]);
}
