/**
 * How long an answer asks to be left in peace, in milliseconds: seconds, or an instant (RFC 9110, section 10.2.3). An instant is by the
 * clock of whoever answered, so the answer's own `Date` is what it is measured from, where it has one. Null where it says nothing.
 */
export function retryAfterMs(headers: Headers, now: number): number | null {
  const told = headers.get('retry-after');
  if (told === null) return null;
  const seconds = Number(told);
  if (told.trim() !== '' && Number.isFinite(seconds)) return Math.max(0, seconds * 1_000);
  const at = Date.parse(told);
  if (Number.isNaN(at)) return null;
  const theirNow = Date.parse(headers.get('date') ?? '');
  return Math.max(0, at - (Number.isNaN(theirNow) ? now : theirNow));
}
