const MINUTE = 60;
const HOUR = 3_600;
const DAY = 86_400;
const LONG = 100 * DAY;

/** `2h 15m`, `3d 4h`, `<1m`: the two largest units of a number of seconds; the sign is left out. After 100 days only days count. */
export function duration(seconds: number): string {
  const whole = Math.abs(Math.round(seconds));
  if (whole < MINUTE) return '<1m';
  if (whole >= LONG) return `${Math.floor(whole / DAY)}d`;
  const parts: [number, string][] = [
    [Math.floor(whole / DAY), 'd'],
    [Math.floor((whole % DAY) / HOUR), 'h'],
    [Math.floor((whole % HOUR) / MINUTE), 'm'],
  ];
  const from = parts.findIndex(([count]) => count > 0);
  return parts
    .slice(from, from + 2)
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count}${unit}`)
    .join(' ');
}
