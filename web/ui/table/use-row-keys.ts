import { useState } from 'react';
import { useShortcuts } from '../keys/use-shortcuts.ts';
import { rowAfter } from './row-after.ts';

/**
 * A keyboard cursor for a list whose rows are only opened: `j`, `k`, arrows, `o` and Enter. Where its row leaves the list, by a key or
 * otherwise, it stands on the next one.
 */
export function useRowKeys<Row>(rows: readonly Row[], idOf: (row: Row) => string, open: (row: Row) => void) {
  const [current, setCurrent] = useState<string | null>(null);
  const ids = rows.map(idOf);
  const [known, setKnown] = useState(ids);
  // A list that is being read anew is empty for a moment, and not over.
  if (ids.length > 0 && ids.join(' ') !== known.join(' ')) {
    setKnown(ids);
    if (current !== null && !ids.includes(current)) setCurrent(rowAfter(known, ids, current));
  }
  const at = rows.findIndex((row) => idOf(row) === current);
  const row = rows[at];
  const step = (by: number) => {
    const next = rows[at < 0 ? 0 : Math.max(0, Math.min(rows.length - 1, at + by))];
    if (next !== undefined) setCurrent(idOf(next));
  };
  const group = 'List';
  useShortcuts([
    { combo: 'j', label: 'Next', group, run: () => step(1) },
    { combo: 'k', label: 'Previous', group, run: () => step(-1) },
    { combo: 'down', label: 'Next', group, silent: true, run: () => step(1) },
    { combo: 'up', label: 'Previous', group, silent: true, run: () => step(-1) },
    { combo: 'o', label: 'Open', group, run: () => row !== undefined && open(row) },
    { combo: 'enter', label: 'Open', group, silent: true, run: () => row !== undefined && open(row) },
  ]);
  return { current, setCurrent };
}
