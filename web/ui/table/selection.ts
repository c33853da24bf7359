import { useCallback, useState } from 'react';

/** Which rows are ticked, by id, and where the last tick was, so that a range can follow it. */
export type Selection = {
  ids: ReadonlySet<string>;
  toggle(id: string): void;
  /** Ticks everything between the last tick and `id` in the order shown. */
  extend(id: string, order: readonly string[]): void;
  set(ids: Iterable<string>): void;
  clear(): void;
};

export function useSelection(before: readonly string[] = []): Selection {
  const [ids, setIds] = useState<ReadonlySet<string>>(() => new Set(before));
  const [anchor, setAnchor] = useState<string | null>(null);
  const toggle = useCallback((id: string) => {
    setAnchor(id);
    setIds((now) => {
      const next = new Set(now);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }, []);
  const extend = useCallback(
    (id: string, order: readonly string[]) => {
      const from = anchor === null ? -1 : order.indexOf(anchor);
      const to = order.indexOf(id);
      if (from < 0 || to < 0) return toggle(id);
      setIds((now) => new Set([...now, ...order.slice(Math.min(from, to), Math.max(from, to) + 1)]));
    },
    [anchor, toggle],
  );
  const set = useCallback((next: Iterable<string>) => setIds(new Set(next)), []);
  const clear = useCallback(() => {
    setAnchor(null);
    setIds((now) => (now.size === 0 ? now : new Set()));
  }, []);
  return { ids, toggle, extend, set, clear };
}
