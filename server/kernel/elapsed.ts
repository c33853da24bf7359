const STEPS: readonly [name: string, ms: number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** A stretch of time in its largest unit, rounded down: "3 hours", "1 minute", "less than a minute". Milliseconds. */
export function inWords(ms: number): string {
  const found = STEPS.find(([, unit]) => ms >= unit);
  if (!found) return 'less than a minute';
  const count = Math.floor(ms / found[1]);
  return `${count} ${found[0]}${count === 1 ? '' : 's'}`;
}
