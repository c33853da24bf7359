import { useEffect } from 'react';
import { useShortcuts } from '#web/ui/keys/use-shortcuts.ts';
import { useBare } from '../frame/bare.ts';

/** A screen that nobody touches takes what was released meanwhile. */
const ANEW_MS = 6 * 3_600_000;

/** While `on`: the whole window, a screen that does not go to sleep, and a page that does not grow old. Escape leaves. */
export function useWall(on: boolean, leave: () => void): void {
  useBare(on);
  useShortcuts([{ combo: 'escape', label: 'Leave the wall screen', group: 'Board', run: leave }], on);
  useEffect(() => {
    if (!on) return;
    const stayAwake = keepAwake();
    const timer = setInterval(() => navigator.onLine && window.location.reload(), ANEW_MS);
    return () => {
      stayAwake();
      clearInterval(timer);
    };
  }, [on]);
}

/** Keeps the screen on where the browser can; it gives that up whenever the page is out of sight, so it is asked again. */
function keepAwake(): () => void {
  let lock: WakeLockSentinel | null = null;
  let over = false;
  const ask = () => {
    if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
    navigator.wakeLock.request('screen').then(
      (held) => {
        if (over) void held.release();
        else lock = held;
      },
      // A battery that is low may refuse; the board is as good without.
      () => {},
    );
  };
  ask();
  document.addEventListener('visibilitychange', ask);
  return () => {
    over = true;
    document.removeEventListener('visibilitychange', ask);
    void lock?.release();
  };
}

/** Fills the screen, where the browser allows it; the window alone is a wall screen as well. */
export const fillScreen = () => void document.documentElement.requestFullscreen?.().catch(() => {});
export const freeScreen = () => void (document.fullscreenElement && document.exitFullscreen().catch(() => {}));
