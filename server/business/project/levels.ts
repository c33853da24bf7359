/** How much of a budget is used up, as far as its manager is told: nothing worth telling, 80 per cent, or all of it. */
export type Level = 0 | 80 | 100;

/** The level of what is used of a budget; 0 where there is none. */
export function levelOf(used: number, budget: number | null): Level {
  if (budget === null) return 0;
  if (used >= budget) return 100;
  return used * 5 >= budget * 4 ? 80 : 0;
}
