import { createStore, useStore } from '../store.ts';
import type { Reader } from './time.ts';

/** Zone and language in which times are shown; the browser's until the person's own are known. */
export const readerStore = createStore<Reader>({
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  language: navigator.language,
});

export const useReader = (): Reader => useStore(readerStore);
