import { type Loose, looseOf, textOf, type VendorSite } from '#server/connectors/core/index.ts';

/** What a location may be asked for; never the sign-ins that it keeps for scripts. */
export const LOCATION_FIELDS = 'Id,Name,Client';

/** Reads locations as places; those without an id or a name are none. */
export function sitesIn(locations: readonly Loose[]): VendorSite[] {
  return locations.flatMap((location) => {
    const externalId = textOf(location['Id']);
    const name = textOf(location['Name']);
    if (externalId === null || name === null) return [];
    return [{ externalId, name, parentName: textOf(looseOf(location['Client'])['Name']), deviceCount: null }];
  });
}
