import { isTimeZone } from '#kernel/time-zone.ts';
import { flagOf, instantOf, type Loose, ProviderFault, textOf } from '#server/connectors/core/index.ts';

const MINUTE = 60_000;
/** A machine that is online says so every few minutes; the zones of the world lie at least fifteen apart. */
const MOST_SKEW_MS = 10 * MINUTE;

/** In which zone the server writes its dates, as it was set; throws rather than guess one. */
export function zoneIn(values: Readonly<Record<string, string>>): string {
  if (values['clock'] === 'utc') return 'UTC';
  const zone = values['zone'] ?? '';
  if (values['clock'] === 'local' && isTimeZone(zone)) return zone;
  throw new ProviderFault('refused', 'It is not set in which zone the Automate server writes its dates.');
}

/**
 * What is wrong with the zone that was set, in words: among machines that are online, the latest heartbeat is just now. Null where it
 * fits, and where none is online.
 */
export function skewIn(computers: readonly Loose[], zone: string, now: number): string | null {
  const beats = computers
    .filter((computer) => textOf(computer['Status']) === 'Online' && flagOf(computer['IsHeartbeatEnabled']) !== false)
    .map((computer) => Date.parse(instantOf(computer['LastHeartbeat'], zone) ?? ''))
    .filter((beat) => !Number.isNaN(beat));
  if (beats.length === 0) return null;
  const minutes = Math.round((Math.max(...beats) - now) / MINUTE);
  if (Math.abs(minutes) * MINUTE <= MOST_SKEW_MS) return null;
  const direction = minutes > 0 ? 'ahead of' : 'behind';
  return `Heartbeats of machines that are online are ${Math.abs(minutes)} minutes ${direction} now: the zone of the server’s dates may be set wrongly`;
}
