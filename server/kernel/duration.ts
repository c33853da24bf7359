/** Whole seconds in words of the clock: `1 d` is never used, because a working day has no fixed length. */
export function formatDuration(seconds: number): string {
  const whole = Math.abs(Math.trunc(seconds));
  const parts = [
    [Math.floor(whole / 3600), 'h'],
    [Math.floor(whole / 60) % 60, 'min'],
    [whole % 60, 's'],
  ] as const;
  const words = parts.filter(([count]) => count > 0).map(([count, unit]) => `${count} ${unit}`);
  return `${seconds < 0 ? '−' : ''}${words.join(' ') || '0 s'}`;
}

/** A wall-clock time `YYYY-MM-DD HH:MM:SS` as people read it: `Mon 9 Mar 2026 15:10`, with seconds where there are any. */
export function formatWallClock(wall: string): string {
  const day = new Date(`${wall.slice(0, 10)}T00:00:00Z`).toLocaleDateString('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const time = wall.slice(11);
  return `${day.replaceAll(',', '')} ${time.endsWith(':00') ? time.slice(0, 5) : time}`;
}
