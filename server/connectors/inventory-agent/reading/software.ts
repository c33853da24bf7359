import type { SoftwareReading } from '#server/practices/configuration/index.ts';
import type { Fields } from '../message/content.ts';
import { dayOf, textOf } from './values.ts';

/** Everything installed, each name and version once (a system may hold it for two architectures), by name. */
export function softwareOf(records: readonly Fields[]): SoftwareReading[] {
  const known = new Map<string, SoftwareReading>();
  for (const one of records) {
    const name = textOf(one, 'NAME', 'GUID');
    if (name === null) continue;
    const software = {
      name,
      version: one.get('VERSION') ?? '',
      publisher: textOf(one, 'PUBLISHER') ?? '',
      installedOn: dayOf(one, 'INSTALLDATE'),
    };
    const key = JSON.stringify([software.name, software.version]);
    if (!known.has(key)) known.set(key, software);
  }
  return [...known].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, software]) => software);
}
