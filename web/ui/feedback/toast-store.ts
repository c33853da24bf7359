import { toProblem } from '#web/api/problem.ts';
import { createStore } from '../store.ts';
import { heard } from '../words/words.ts';

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
/** For how long the newest thing can be taken back by its key, after its toast has gone. */
const UNDO_MS = 10 * 60_000;
let newest: { toast: Toast; at: number } | null = null;
export const toastStore = createStore<readonly Toast[]>([]);
let last = 0;

function add(toast: Omit<Toast, 'id'>): number {
  last += 1;
  const id = last;
  const added = { id, ...toast };
  // The same fault again takes the place of the first.
  const isAgain = ({ tone, text }: Toast) => tone === 'fault' && toast.tone === 'fault' && text === toast.text;
  toastStore.set((now) => [...now.filter((one) => !isAgain(one)).slice(1 - KEPT), added]);
  if (toast.undo) newest = { toast: added, at: Date.now() };
  return id;
}

export function closeToast(id: number): void {
  toastStore.set((now) => now.filter((toast) => toast.id !== id));
}

/** Tells people what happened, in passing. */
export const toast = {
  /** Something was done; with `undo` it can be taken back, by its button while the toast stays and by its key for a while longer. */
  done: (text: string, options: { undo?: () => unknown } = {}): number => add({ tone: 'done', text, ...options }),
  /** Something failed: its sentence and request id. `prefix` says what was tried: "Not assigned". */
  fault(error: unknown, prefix?: string): number {
    const problem = toProblem(error);
    return add({
      tone: 'fault',
      text: prefix ? `${prefix}. ${heard(problem.message)}` : heard(problem.message),
      requestId: problem.requestId,
    });
  },
};

/** Takes back what a toast tells of. */
export function undoToast(item: Toast): void {
  closeToast(item.id);
  if (newest?.toast.id === item.id) newest = null;
  void item.undo?.();
}

/** Takes back the newest thing that can be taken back. Answers whether there was one. */
export function undoNewest(): boolean {
  const shown = toastStore.get().findLast((item) => item.undo);
  const kept = newest && Date.now() - newest.at < UNDO_MS ? newest.toast : undefined;
  const item = shown ?? kept;
  if (item) undoToast(item);
  return item !== undefined;
}
