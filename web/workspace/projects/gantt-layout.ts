import { dayAfter } from '#kernel/day.ts';
import type { ProjectTask, ProjectView } from '#shared/project.ts';

const DAY_MS = 86_400_000;
const between = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);

/** A bar of the timeline, in days from its left edge. */
export type Bar = { readonly task: ProjectTask; readonly row: number; readonly from: number; readonly days: number };
/** A line from the end of one bar to the beginning of another. */
export type Arrow = { readonly id: string; readonly from: Bar; readonly to: Bar };
export type Mark = { readonly id: string; readonly name: string; readonly at: number; readonly reached: boolean };
export type GanttLayout = {
  readonly first: string;
  readonly days: number;
  readonly bars: readonly Bar[];
  readonly arrows: readonly Arrow[];
  readonly marks: readonly Mark[];
  readonly months: readonly { readonly month: string; readonly at: number; readonly days: number }[];
  readonly today: number;
};

/** Where everything of a project with days stands on its timeline, today among it; null where nothing has any. */
export function layoutOf(
  { items, milestones }: Pick<ProjectView, 'items' | 'milestones'>,
  today: string,
): GanttLayout | null {
  const dated = items.filter(({ starts, ends }) => starts !== null && ends !== null);
  const due = milestones.flatMap((one) => (one.due === null ? [] : [{ ...one, due: one.due }]));
  const all = [...dated.flatMap(({ starts, ends }) => [starts ?? '', ends ?? '']), ...due.map((one) => one.due)];
  if (all.length === 0) return null;
  const sorted = [...all, today].sort();
  const first = dayAfter(sorted[0] ?? today, -2);
  const last = dayAfter(sorted.at(-1) ?? today, 3);
  const days = between(first, last) + 1;
  const bars = dated.map((task, row): Bar => {
    const from = between(first, task.starts ?? first);
    return { task, row, from, days: between(task.starts ?? first, task.ends ?? first) + 1 };
  });
  const barOf = new Map(bars.map((bar) => [bar.task.id, bar]));
  const arrows = bars.flatMap((to) =>
    to.task.after.flatMap((id): Arrow[] => {
      const from = barOf.get(id);
      return from ? [{ id: `${id} ${to.task.id}`, from, to }] : [];
    }),
  );
  return {
    ...{ first, days, bars, arrows, months: monthsIn(first, days), today: between(first, today) },
    marks: due.map(({ id, name, due: on, reachedOn }) => ({
      id,
      name,
      at: between(first, on),
      reached: reachedOn !== null,
    })),
  };
}

function monthsIn(first: string, days: number): GanttLayout['months'] {
  const months: { month: string; at: number; days: number }[] = [];
  for (let at = 0; at < days; at += 1) {
    const month = dayAfter(first, at).slice(0, 7);
    const last = months.at(-1);
    if (last?.month === month) last.days += 1;
    else months.push({ month, at, days: 1 });
  }
  return months;
}
