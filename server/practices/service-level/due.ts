import type { Clock } from '#kernel/clock.ts';

/** The earliest due instant of clocks that are not over, by which the queue sorts. */
export function earliestDue(clocks: readonly Clock[]): string | null {
  const due = clocks
    .filter((clock) => clock.stoppedAt === null && clock.dueAt !== null && clock.state !== 'cancelled')
    .map((clock) => clock.dueAt as string);
  return due.sort()[0] ?? null;
}
