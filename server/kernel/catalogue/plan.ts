import { AFTER_PARTS } from '#shared/catalogue-words.ts';
import { type Answers, holds } from '../form.ts';
import type { PlanTask } from './types.ts';

/** A task of one order. `after` are places in the list. */
export type PlannedTask = Pick<PlanTask, 'title' | 'teamId' | 'staffId' | 'olaMinutes'> & {
  readonly after: readonly number[];
};

type Planned = { readonly name: string; readonly plan: readonly PlanTask[]; readonly answers: Answers };

/**
 * The tasks of an order: of the parts first, each with its part's name, then of what was ordered itself. A task that the answers leave
 * out passes on what it would have waited for.
 */
export function planTasks(main: Planned, parts: readonly Planned[]): PlannedTask[] {
  const tasks: PlannedTask[] = [];
  for (const part of parts) append(tasks, part, `${part.name}: `, []);
  append(
    tasks,
    main,
    '',
    tasks.map((_, at) => at),
  );
  return tasks;
}

function append(tasks: PlannedTask[], { plan, answers }: Planned, prefix: string, parts: readonly number[]): void {
  const answerOf = (key: string) => (Object.hasOwn(answers, key) ? (answers[key] ?? null) : null);
  /** What waiting for a task means: its own place, or what a task that is left out waited for. */
  const places = new Map<string, readonly number[]>([[AFTER_PARTS, parts]]);
  for (const { key, title, teamId, staffId, olaMinutes, after, when } of plan) {
    const waits = [...new Set(after.flatMap((one) => places.get(one) ?? []))];
    if (!holds(when, answerOf)) {
      places.set(key, waits);
      continue;
    }
    places.set(key, [tasks.length]);
    tasks.push({ title: `${prefix}${title}`, teamId, staffId, olaMinutes, after: waits });
  }
}

type Standing = { readonly id: string; readonly state: string; readonly after: readonly string[] };

/** Which waiting tasks can begin now: those whose tasks before are done, skipped or gone. */
export function nextTasks(tasks: readonly Standing[]): string[] {
  const open = new Set(tasks.filter(({ state }) => state === 'waiting' || state === 'ready').map(({ id }) => id));
  return tasks
    .filter(({ state, after }) => state === 'waiting' && !after.some((id) => open.has(id)))
    .map(({ id }) => id);
}
