/**
 * Where the cursor of a list goes when its row is gone: to the next that is still there, else to the last before it. Null where nothing of
 * the list is left: it is another list.
 */
export function rowAfter(before: readonly string[], now: readonly string[], gone: string): string | null {
  const at = before.indexOf(gone);
  if (at < 0) return null;
  const left = new Set(now);
  return before.slice(at).find((id) => left.has(id)) ?? before.slice(0, at).findLast((id) => left.has(id)) ?? null;
}
