import type { ModelTask } from '#shared/change.ts';

/** A task waits for such as stand before it, and for none that is gone. */
export const tidy = (tasks: readonly ModelTask[]): ModelTask[] =>
  tasks.map((task, at) => ({
    ...task,
    after: task.after.filter((key) => tasks.slice(0, at).some((one) => one.key === key)),
  }));

/** As the API takes them: by their places. */
export const inOrder = (tasks: readonly ModelTask[]): ModelTask[] => {
  const keyOf = (key: string) => `task_${tasks.findIndex((one) => one.key === key) + 1}`;
  return tidy(tasks).map((task) => ({
    ...task,
    key: keyOf(task.key),
    title: task.title.trim(),
    after: task.after.map(keyOf),
  }));
};

/** The tasks with another at their end, that waits for the last. */
export function withAnother(tasks: readonly ModelTask[]): ModelTask[] {
  const last = tasks.at(-1);
  const most = tasks.reduce((most, { key }) => Math.max(most, Number(/^new_(\d+)$/.exec(key)?.[1] ?? 0)), 0);
  const empty = { title: '', teamId: null, staffId: null, startMinutes: null, minutes: null };
  return [...tasks, { key: `new_${most + 1}`, ...empty, after: last ? [last.key] : [] }];
}
