/** A value with the keys of its records in one order: the server answers them in another than a form wrote them. */
const inOrder = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/** Whether two values of a field are the same thing; fields hold plain data. */
export const same = (a: unknown, b: unknown): boolean => JSON.stringify(a, inOrder) === JSON.stringify(b, inOrder);

/** The fields of `values` that are not as in `base`. */
export function changedFrom<V extends object>(base: V, values: V): Partial<V> {
  return Object.fromEntries(
    Object.entries(values).filter(([name, value]) => !same(value, base[name as keyof V])),
  ) as Partial<V>;
}

/** A field that somebody else saved meanwhile; `mine` only where the writer changed it as well. */
export type Clash = { name: string; theirs: unknown; mine: unknown; both: boolean };

/**
 * Puts two people's changes of the same thing together: what only one of them touched is taken from that one, what both
 * touched stays the writer's own. Answers the joined values and what the other person changed.
 */
export function join<V extends object>(base: V, mine: V, theirs: V): { values: V; clashes: Clash[] } {
  const own = changedFrom(base, mine);
  const other = changedFrom(base, theirs);
  return {
    values: { ...theirs, ...own },
    clashes: Object.keys(other).map((name) => ({
      name,
      theirs: theirs[name as keyof V],
      mine: mine[name as keyof V],
      both: name in own && !same(mine[name as keyof V], theirs[name as keyof V]),
    })),
  };
}
