import { useCallback, useRef } from 'react';
import type { TicketRow } from '#shared/ticket.ts';
import { useShortcuts } from '#web/ui/keys/use-shortcuts.ts';
import type { Lane } from './lanes.ts';

const focusCard = (id: string | undefined) => id && document.getElementById(`card-${id}`)?.focus();

/** Moving between cards with the arrows or h j k l, and knowing which ticket a card stands for. */
export function useMoves(lanes: readonly Lane[], current: string | null) {
  const shown = useRef(new Map<string, readonly TicketRow[]>());
  const onRows = useCallback((key: string, rows: readonly TicketRow[]) => {
    shown.current.set(key, rows);
  }, []);
  const find = (id: string) => [...shown.current.values()].flat().find((ticket) => ticket.id === id);
  const move = (across: number, down: number) => {
    const columns = lanes.map(({ key }) => shown.current.get(key) ?? []);
    const at = columns.findIndex((rows) => rows.some(({ id }) => id === current));
    if (at < 0) return focusCard(columns.find((rows) => rows.length > 0)?.[0]?.id);
    const row = (columns[at] ?? []).findIndex(({ id }) => id === current);
    if (down !== 0) return focusCard(columns[at]?.[row + down]?.id);
    const rest = across > 0 ? columns.slice(at + 1) : columns.slice(0, at).reverse();
    const next = rest.find((rows) => rows.length > 0) ?? [];
    focusCard(next[Math.min(row, next.length - 1)]?.id);
  };
  const key = (combo: string, label: string, across: number, down: number, silent = false) => ({
    combo,
    label,
    group: 'Board',
    silent,
    run: () => move(across, down),
  });
  useShortcuts([
    key('j', 'Next card', 0, 1),
    key('k', 'Previous card', 0, -1),
    key('l', 'Next column', 1, 0),
    key('h', 'Previous column', -1, 0),
    key('down', 'Next card', 0, 1, true),
    key('up', 'Previous card', 0, -1, true),
    key('right', 'Next column', 1, 0, true),
    key('left', 'Previous column', -1, 0, true),
  ]);
  return { onRows, find };
}
