import type { ChangeRow } from './rows.ts';

/** Where a change has not begun, whatever was written of a beginning: it is planned, or planned anew. */
const NOT_BEGUN = ['draft', 'assess', 'authorise', 'expedite', 'scheduled'];

const BEGUN = `(c.actual_start is not null and t.status not in (${NOT_BEGUN.map((status) => `'${status}'`).join(', ')}))`;
const EXPECTED = 'least(c.planned_end, c.actual_start + (c.planned_end - c.planned_start))';

/**
 * When a change is or was, of `changes c` and its `tickets t`: in its window until it has begun; from then on from when that was, until it
 * ended. One that is being made is so until it is expected to end, which is no later than its window does, and at least until now.
 */
export const fromSql = `(case when ${BEGUN} then c.actual_start else c.planned_start end)`;
export const untilSql = (now: string): string =>
  `(case when ${BEGUN} then coalesce(c.actual_end, greatest(${EXPECTED}, c.actual_start, ${now})) else c.planned_end end)`;

type Times = Pick<ChangeRow, 'planned_start' | 'planned_end' | 'actual_start' | 'actual_end'>;

/** The same of a row that was read, but for how late it may be by now; `until` is null where nothing says it. */
export function timesOf(change: Times, { status }: { readonly status: string }) {
  const { planned_start: start, planned_end: end, actual_start: began, actual_end: ended } = change;
  if (began === null || NOT_BEGUN.includes(status)) return { from: start, until: end, begun: false };
  return { from: began, until: ended ?? expected(began, start, end), begun: true };
}

function expected(began: string, start: string | null, end: string | null): string | null {
  if (start === null || end === null) return null;
  const until = Math.min(Date.parse(end), Date.parse(began) + Date.parse(end) - Date.parse(start));
  return until > Date.parse(began) ? new Date(until).toISOString() : null;
}
