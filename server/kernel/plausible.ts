/** Before this nothing that is kept here was; an earlier instant is a slip of the pen. */
const EARLIEST = Date.parse('2000-01-01T00:00:00Z');
const YEARS_AHEAD = 10;

/** What an instant that people plan or write down must be; follows the field's name. */
export const PLAUSIBLE_WORDS = 'must be after 1999 and at most ten years ahead';

/** Whether an instant can be meant, seen from now. */
export function isPlausible(at: string, now: string): boolean {
  const latest = new Date(now);
  latest.setUTCFullYear(latest.getUTCFullYear() + YEARS_AHEAD);
  return Date.parse(at) >= EARLIEST && Date.parse(at) <= latest.getTime();
}
