import { useLayoutEffect } from 'react';
import { createStore } from '#web/ui/store.ts';

/** Whether the page has the whole window to itself, without the rooms and bars around it. */
export const bareStore = createStore(false);

/** Gives the page the whole window while it is there and `on` holds. */
export function useBare(on: boolean): void {
  useLayoutEffect(() => {
    bareStore.set(on);
    return () => bareStore.set(false);
  }, [on]);
}
