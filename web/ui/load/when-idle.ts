import { useEffect, useEffectEvent } from 'react';

/** Does something once, when the page has been drawn and has nothing better to do: what is likely to be wanted soon. */
export function useWhenIdle(work: () => void): void {
  const run = useEffectEvent(work);
  useEffect(() => {
    // Not every browser says when it is idle.
    if (!('requestIdleCallback' in window)) {
      const timer = setTimeout(run, 0);
      return () => clearTimeout(timer);
    }
    const asked = requestIdleCallback(run);
    return () => cancelIdleCallback(asked);
  }, []);
}
