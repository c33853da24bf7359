type Node = { id: string; parentId: string | null; path: string };

/** Parents before their children, each with its depth; siblings by name. */
export function asTree<T extends Node>(nodes: readonly T[]): { node: T; depth: number }[] {
  const byParent = Map.groupBy(nodes, ({ parentId }) => (nodes.some(({ id }) => id === parentId) ? parentId : null));
  const below = (parent: string | null, depth: number): { node: T; depth: number }[] =>
    [...(byParent.get(parent) ?? [])]
      .sort((a, b) => a.path.localeCompare(b.path))
      .flatMap((node) => [{ node, depth }, ...below(node.id, depth + 1)]);
  return below(null, 0);
}

/** A node and everything below it: none of these may become its parent. */
export function withBelow<T extends Node>(nodes: readonly T[], id: string): ReadonlySet<string> {
  const found = new Set([id]);
  for (const { node } of asTree(nodes)) if (node.parentId !== null && found.has(node.parentId)) found.add(node.id);
  return found;
}
