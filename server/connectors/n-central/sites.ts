import { type Loose, textOf, type VendorSite } from '#server/connectors/core/index.ts';

/** Reads customers and sites as places; those without an id or a name are none. */
export function sitesIn(customers: readonly Loose[], sites: readonly Loose[]): VendorSite[] {
  const names = new Map<string, string>();
  const places: VendorSite[] = [];
  for (const customer of customers) {
    const externalId = textOf(customer['customerId']) ?? textOf(customer['orgUnitId']);
    const name = textOf(customer['customerName']) ?? textOf(customer['orgUnitName']);
    if (externalId === null || name === null) continue;
    names.set(externalId, name);
    places.push({ externalId, name, parentName: null, deviceCount: null });
  }
  for (const site of sites) {
    const externalId = textOf(site['siteId']) ?? textOf(site['orgUnitId']);
    const name = textOf(site['siteName']) ?? textOf(site['orgUnitName']);
    if (externalId === null || name === null || names.has(externalId)) continue;
    const customer = textOf(site['customerId']) ?? textOf(site['parentId']);
    const parentName = textOf(site['customerName']) ?? (customer === null ? null : (names.get(customer) ?? null));
    places.push({ externalId, name, parentName, deviceCount: null });
  }
  return places;
}
