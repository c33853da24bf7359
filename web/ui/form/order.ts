/** The list with the item at `at` moved by so many places; what would leave the list stays where it is. */
export function moved<T>(list: readonly T[], at: number, by: number): T[] {
  const to = at + by;
  if (to < 0 || to >= list.length) return [...list];
  const next = [...list];
  next.splice(to, 0, ...next.splice(at, 1));
  return next;
}

/** The list with the item at `at` replaced. */
export const put = <T>(list: readonly T[], at: number, item: T): T[] =>
  list.map((one, index) => (index === at ? item : one));

/** The list without the item at `at`. */
export const without = <T>(list: readonly T[], at: number): T[] => list.filter((_, index) => index !== at);
