import { toProblem } from '#web/api/problem.ts';
import { createStore } from '../store.ts';

export type Toast = {
  id: number;
  tone: 'done' | 'fault';
  text: string;
  /** Takes back what was just done; shown as a button and reached with `u`. */
  undo?: () => unknown;
  /** For a fault: what the administrator can look up. */
  requestId?: string | null;
};

const KEPT = 4;
export const toastStore = createStore<readonly Toast[]>([]);
let last = 0;

function add(toast: Omit<Toast, 'id'>): number {
  last += 1;
  const id = last;
  toastStore.set((now) => [...now.slice(1 - KEPT), { id, ...toast }]);
  return id;
}

export function closeToast(id: number): void {
  toastStore.set((now) => now.filter((toast) => toast.id !== id));
}

/** Tells people what happened, in passing. */
export const toast = {
  /** Something was done; with `undo` it can be taken back for as long as the toast stays. */
  done: (text: string, options: { undo?: () => unknown } = {}): number => add({ tone: 'done', text, ...options }),
  /** Something failed: its sentence and request id. `prefix` says what was tried: "Not assigned". */
  fault(error: unknown, prefix?: string): number {
    const problem = toProblem(error);
    return add({
      tone: 'fault',
      text: prefix ? `${prefix}. ${problem.message}` : problem.message,
      requestId: problem.requestId,
    });
  },
};

/** Takes back the newest thing that can be taken back. Answers whether there was one. */
export function undoNewest(): boolean {
  const newest = toastStore.get().findLast((item) => item.undo);
  if (!newest?.undo) return false;
  closeToast(newest.id);
  void newest.undo();
  return true;
}
