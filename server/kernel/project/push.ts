import type { Calendar } from '../calendar.ts';
import { dayAfter } from '../day.ts';
import { workingDayAfter, workingDaysIn } from './working-days.ts';

/** A task as it is planned; `ends` is its last day. */
export type PlannedTask = {
  readonly id: string;
  readonly starts: string | null;
  readonly ends: string | null;
  readonly after: readonly string[];
  readonly isOpen: boolean;
};
/** A task that begins later, since the one before it ends later. */
export type Push = { readonly id: string; readonly starts: string; readonly ends: string; readonly because: string };

/**
 * What a task pushes that is moved to other days: each open task after it that would begin before the one in front of it is over begins on the
 * next working day instead and takes as many working days as before; then those after that. Nothing is drawn forward. There is no circle.
 */
export function pushedBy(
  tasks: readonly PlannedTask[],
  moved: { readonly id: string; readonly starts: string; readonly ends: string },
  calendar: Calendar,
): Push[] {
  const dates = new Map<string, { starts: string; ends: string }>([[moved.id, moved]]);
  const pushes: Push[] = [];
  for (const task of inOrder(tasks)) {
    if (task.id === moved.id || !task.isOpen || task.starts === null || task.ends === null) continue;
    const before = task.after
      .flatMap((id) => {
        const at = dates.get(id);
        return at ? [{ id, ends: at.ends }] : [];
      })
      .reduce<{ id: string; ends: string } | null>((last, one) => (last && last.ends >= one.ends ? last : one), null);
    if (!before || task.starts > before.ends) continue;
    const days = Math.max(1, workingDaysIn(calendar, task.starts, task.ends));
    const starts = workingDayAfter(calendar, dayAfter(before.ends, 1), 0);
    const ends = workingDayAfter(calendar, starts, days - 1);
    dates.set(task.id, { starts, ends });
    pushes.push({ id: task.id, starts, ends, because: before.id });
  }
  return pushes;
}

/** Each task behind those that it comes after. */
function inOrder(tasks: readonly PlannedTask[]): PlannedTask[] {
  const left = new Map(tasks.map((task) => [task.id, task]));
  const order: PlannedTask[] = [];
  while (left.size > 0) {
    const ready = [...left.values()].filter(({ after }) => !after.some((id) => left.has(id)));
    if (ready.length === 0) break;
    for (const task of ready) left.delete(task.id);
    order.push(...ready);
  }
  return order;
}
