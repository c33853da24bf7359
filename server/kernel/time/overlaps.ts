/** An entry whose begin is known, in milliseconds since 1970. */
export type Span = { readonly id: string; readonly from: number; readonly until: number };

/** Which others each entry stands beside at the same time; those that touch only at an end do not. What overlaps nothing is not named. */
export function overlapping(spans: readonly Span[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const note = (one: Span, other: Span) => found.set(one.id, [...(found.get(one.id) ?? []), other.id]);
  const sorted = spans.toSorted((a, b) => a.from - b.from || a.until - b.until);
  let open: Span[] = [];
  for (const span of sorted) {
    open = open.filter(({ until }) => until > span.from);
    for (const other of open) {
      note(span, other);
      note(other, span);
    }
    open.push(span);
  }
  return found;
}
