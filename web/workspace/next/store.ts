import { createStore } from '#web/ui/store.ts';

/** Whether the next best ticket is being asked for. */
export const nextOpen = createStore(false);
