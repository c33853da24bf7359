import type { TimerView } from '#shared/time.ts';

/** What a timer shows at an instant (ms): `4:05`, `1:04:05`. */
export function clockOf({ seconds, runningSince }: Pick<TimerView, 'seconds' | 'runningSince'>, now: number): string {
  const since = runningSince === null ? 0 : Math.max(0, Math.floor((now - Date.parse(runningSince)) / 1_000));
  const whole = seconds + since;
  const [hours, minutes, rest] = [Math.floor(whole / 3_600), Math.floor((whole % 3_600) / 60), whole % 60];
  const two = (figure: number) => String(figure).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}
