import { isTimeZone } from '#kernel/time-zone.ts';
import { ProviderFault } from '#server/connectors/core/index.ts';

/** The zone of the server's clock as it was set; throws rather than guess one. */
export function zoneIn(values: Readonly<Record<string, string>>): string {
  const zone = values['zone'] ?? '';
  if (isTimeZone(zone)) return zone;
  throw new ProviderFault('refused', 'The time zone of the N-central server is not set.');
}
