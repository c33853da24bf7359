import { useState } from 'react';
import { useShortcuts } from '#web/ui/keys/use-shortcuts.ts';
import type { Selection } from '#web/ui/table/selection.ts';

/** Moving through a list with the keyboard: a cursor, ticks along the way, and opening. */
export function useCursor<Row>(
  rows: readonly Row[],
  idOf: (row: Row) => string,
  selection: Selection,
  open: { page(row: Row): void; peek?(row: Row | null): void; peeking?: boolean },
  before: string | null = null,
) {
  const [current, setCurrent] = useState(before);
  const at = rows.findIndex((row) => idOf(row) === current);
  const row = rows[at];
  const go = (to: number) => {
    const next = rows[Math.max(0, Math.min(rows.length - 1, to))];
    if (!next) return;
    setCurrent(idOf(next));
    if (open.peeking) open.peek?.(next);
  };
  const step = (by: number) => go(at < 0 ? 0 : at + by);
  const tickAnd = (by: number) => {
    if (row && !selection.ids.has(idOf(row))) selection.toggle(idOf(row));
    const next = rows[Math.max(0, Math.min(rows.length - 1, at + by))];
    if (next && next !== row) selection.toggle(idOf(next));
    step(by);
  };
  const group = 'List';
  useShortcuts([
    { combo: 'j', label: 'Next', group, run: () => step(1) },
    { combo: 'k', label: 'Previous', group, run: () => step(-1) },
    { combo: 'down', label: 'Next', group, silent: true, run: () => step(1) },
    { combo: 'up', label: 'Previous', group, silent: true, run: () => step(-1) },
    { combo: 'shift+j', label: 'Select and next', group, run: () => tickAnd(1) },
    { combo: 'shift+k', label: 'Select and previous', group, run: () => tickAnd(-1) },
    { combo: 'home', label: 'First', group, silent: true, run: () => go(0) },
    { combo: 'end', label: 'Last that is loaded', group, silent: true, run: () => go(rows.length - 1) },
    { combo: 'x', label: 'Select', group, run: () => row && selection.toggle(idOf(row)) },
    { combo: 'mod+a', label: 'Select all that are loaded', group, run: () => selection.set(rows.map(idOf)) },
    { combo: 'o', label: 'Open', group, run: () => row && open.page(row) },
    { combo: 'enter', label: 'Open', group, silent: true, run: () => row && open.page(row) },
    ...(open.peek
      ? [{ combo: 'space', label: 'Peek', group, run: () => row && open.peek?.(open.peeking ? null : row) }]
      : []),
    {
      combo: 'escape',
      label: 'Close the peek, then the selection',
      group,
      run: () => (open.peeking ? open.peek?.(null) : selection.clear()),
    },
  ]);
  return { current, setCurrent, row };
}
