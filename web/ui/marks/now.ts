import { useSyncExternalStore } from 'react';

/** The present as one timer of the whole page moves it on; the timer runs only while somebody looks. */
function ticker(everyMs: number) {
  let now = Date.now();
  let timer: ReturnType<typeof setInterval> | undefined;
  const listeners = new Set<() => void>();
  const tick = () => {
    now = Date.now();
    for (const listener of [...listeners]) listener();
  };
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    if (timer === undefined) {
      now = Date.now();
      timer = setInterval(tick, everyMs);
    }
    return () => {
      listeners.delete(listener);
      if (listeners.size > 0) return;
      clearInterval(timer);
      timer = undefined;
    };
  };
  return { subscribe, get: () => now };
}

const calm = ticker(15_000);
const second = ticker(1_000);

/** The present in milliseconds, moved on every 15 s by one timer for the whole page. */
export function useNow(): number {
  return useSyncExternalStore(calm.subscribe, calm.get);
}

/** What is read off the present, looked at every second; whoever asks renders again only when it reads otherwise. */
export function useEverySecond(read: (now: number) => string): string {
  return useSyncExternalStore(second.subscribe, () => read(second.get()));
}
