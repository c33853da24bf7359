const HOUR = 60;

/** `90` → `1h 30m`. Working time has no days here: a working day is as long as the service hours are. */
export function sayMinutes(minutes: number): string {
  const hours = Math.floor(minutes / HOUR);
  const rest = minutes % HOUR;
  return [hours > 0 ? `${hours}h` : '', rest > 0 || hours === 0 ? `${rest}m` : ''].filter(Boolean).join(' ');
}

/** `4h`, `1h 30m`, `1.5h`, `90m`, `90` → minutes; null when it is none of these or less than one minute. */
export function readMinutes(text: string): number | null {
  const match = /^(?:(\d+(?:[.,]\d+)?)\s*h(?:ours?)?)?\s*(?:(\d+)\s*m?(?:in(?:utes?)?)?)?$/i.exec(text.trim());
  if (!match || (match[1] === undefined && match[2] === undefined)) return null;
  const hours = Number((match[1] ?? '0').replace(',', '.'));
  const minutes = Math.round(hours * HOUR) + Number(match[2] ?? 0);
  return minutes >= 1 ? minutes : null;
}
