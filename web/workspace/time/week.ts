const DAY_MS = 86_400_000;
const at = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** The day so many days on: `dayOn('2026-11-30', -1)` is `2026-11-29`. */
export const dayOn = (day: string, days: number): string =>
  new Date(at(day) + days * DAY_MS).toISOString().slice(0, 10);

/** The days of the week that a day is in, from Monday (ISO 8601). */
export function weekOf(day: string): readonly string[] {
  const monday = dayOn(day, -((new Date(at(day)).getUTCDay() + 6) % 7));
  return Array.from({ length: 7 }, (_, nth) => dayOn(monday, nth));
}
