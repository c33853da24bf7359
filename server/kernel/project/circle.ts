type Following = { readonly id: string; readonly after: readonly string[] };

/** A circle in what comes after what, as the ids along it, the first again at the end; null where there is an order. */
export function circleIn(tasks: readonly Following[]): string[] | null {
  const after = new Map(tasks.map((task) => [task.id, task.after]));
  const cleared = new Set<string>();
  for (const { id: start } of tasks) {
    const path: { id: string; next: number }[] = [{ id: start, next: 0 }];
    while (path.length > 0) {
      const here = path.at(-1) as { id: string; next: number };
      const before = after.get(here.id)?.[here.next];
      here.next += 1;
      if (before === undefined) {
        cleared.add(here.id);
        path.pop();
      } else if (!cleared.has(before)) {
        const at = path.findIndex(({ id }) => id === before);
        // Walked backwards, from what comes later to what comes before.
        if (at >= 0)
          return [
            before,
            ...path
              .slice(at)
              .map(({ id }) => id)
              .reverse(),
          ];
        path.push({ id: before, next: 0 });
      }
    }
  }
  return null;
}
