import { createStore } from '../store.ts';

/** Work that goes on in the background, shown in the status line. */
export type Activity = { id: number; label: string; done: number | null; total: number | null };

export const activityStore = createStore<readonly Activity[]>([]);
let last = 0;

/** Shows work in the status line until `end` is called; `progress` moves its bar. */
export function startActivity(label: string): { progress(done: number, total: number): void; end(): void } {
  last += 1;
  const id = last;
  activityStore.set((now) => [...now, { id, label, done: null, total: null }]);
  return {
    progress: (done, total) =>
      activityStore.set((now) => now.map((item) => (item.id === id ? { ...item, done, total } : item))),
    end: () => activityStore.set((now) => now.filter((item) => item.id !== id)),
  };
}
