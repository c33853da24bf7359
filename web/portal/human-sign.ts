import { useEffect, useEffectEvent } from 'react';

/** So long a page is looked at before anything counts: what moves at once is not somebody who reads. */
const LOOKED_AT_MS = 300;
/** Pixels that a pointer moves; a browser tells of a pointer that rests as well, when the page moves below it. */
const MOVED = 12;
/** What has a meaning of its own when it is pressed. */
const OWN_MEANING = ['a', 'button', 'input', 'select', 'textarea'];

/**
 * Calls `onSign` once a person shows that they are at the page: it is visible, and they touch, press, turn the wheel, type or move the
 * pointer. Programs that look at the links of mails load pages, run their scripts and make events of their own, which a browser does not
 * vouch for (`isTrusted`); browsers that are driven by a program say so. A scroll is no sign: a script's is trusted as well.
 * @param waits whether a sign is waited for
 */
export function useHumanSign(waits: boolean, onSign: () => void): void {
  const sign = useEffectEvent(onSign);
  useEffect(() => {
    if (!waits || navigator.webdriver) return;
    const from = performance.now();
    const stop = new AbortController();
    let rest: { x: number; y: number } | null = null;
    const moved = ({ clientX: x, clientY: y }: PointerEvent): boolean => {
      rest ??= { x, y };
      return Math.hypot(x - rest.x, y - rest.y) >= MOVED;
    };
    const isSign = (event: Event): boolean => {
      if (!event.isTrusted || document.visibilityState !== 'visible') return false;
      if (performance.now() - from < LOOKED_AT_MS) return false;
      if (event.target instanceof Element && event.target.closest(OWN_MEANING.join())) return false;
      if (event instanceof KeyboardEvent) return !(event.ctrlKey || event.metaKey || event.altKey);
      return event.type !== 'pointermove' || moved(event as PointerEvent);
    };
    const hear = (event: Event) => {
      if (!isSign(event)) return;
      stop.abort();
      sign();
    };
    for (const type of ['pointerdown', 'pointermove', 'touchstart', 'wheel', 'keydown'])
      window.addEventListener(type, hear, { signal: stop.signal, passive: true, capture: true });
    return () => stop.abort();
  }, [waits]);
}
