export type Device = { readonly externalId?: string; readonly hostname?: string; readonly ip?: string };

/**
 * By what an alert is known at its source: device and condition. A name or an address says which device it is within a site only; where
 * there is no device, the site itself is what the condition is of.
 */
export function alertKey(device: Device | null, site: string | null, condition: string): string {
  return JSON.stringify([...placeOf(device, site), condition]);
}

function placeOf(device: Device | null, site: string | null): string[] {
  if (device?.externalId) return ['device', device.externalId];
  const within = site ?? '';
  if (device?.hostname) return ['name', within, device.hostname.toLowerCase()];
  if (device?.ip) return ['address', within, device.ip];
  return ['site', within];
}
