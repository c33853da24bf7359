const HOUR = 60;

/** `90` → `1h 30m`. Working time has no days here: a working day is as long as the service hours are. */
export const sayMinutes = (minutes: number): string => inUnits(minutes, 'h', 'm');

/** `75` → `1 h 15 min`: a length of time as it stands in a sentence. */
export const spellMinutes = (minutes: number): string => inUnits(minutes, ' h', ' min');

function inUnits(minutes: number, h: string, m: string): string {
  const hours = Math.floor(minutes / HOUR);
  const rest = minutes % HOUR;
  return [hours > 0 ? `${hours}${h}` : '', rest > 0 || hours === 0 ? `${rest}${m}` : ''].filter(Boolean).join(' ');
}
