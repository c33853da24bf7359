type Node = { id: string; via: string | null };

/** Each item below the one that it was reached by, so that a list with indentation reads as a tree; one that was reached by nothing stands at the top. */
export function asBranches<T extends Node>(items: readonly T[]): { item: T; depth: number }[] {
  const known = new Set(items.map(({ id }) => id));
  const below = Map.groupBy(items, ({ id, via }) => (via !== null && via !== id && known.has(via) ? via : null));
  const branch = (parent: string | null, depth: number): { item: T; depth: number }[] =>
    (below.get(parent) ?? []).flatMap((item) => [{ item, depth }, ...branch(item.id, depth + 1)]);
  return branch(null, 0);
}
