import { isOpenCategory, type StatusCategory } from '#shared/vocabulary.ts';

export type StatusLike = { key: string; category: StatusCategory };

/**
 * The statuses of a category that a filter's own statuses let through; null where none is left. Before the desk's statuses are
 * known it is an empty list, which a lane waits with.
 */
export function statusesIn(
  statuses: readonly StatusLike[],
  category: StatusCategory,
  wanted: readonly string[] | undefined,
): string[] | null {
  const all = [...new Set(statuses.filter((one) => one.category === category).map(({ key }) => key))];
  if (wanted === undefined || all.length === 0) return all;
  const whole = wanted.some((word) => (word === 'open' ? isOpenCategory(category) : word === category));
  const some = whole ? all : all.filter((key) => wanted.includes(key));
  return some.length > 0 ? some : null;
}

/** Which lanes a filter of people or teams leaves: those it names, with the word for one's own read as whom it means. */
export function chosen(
  wanted: readonly string[] | undefined,
  self: string,
  mine: readonly string[],
): (key: string) => boolean {
  if (wanted === undefined) return () => true;
  const keys = new Set(wanted.flatMap((word) => (word === self ? mine : [word])));
  return (key) => keys.has(key);
}
