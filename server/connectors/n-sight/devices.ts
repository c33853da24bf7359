import { childOf, childrenOf } from '#platform/xml/index.ts';
import {
  type DeviceBatch,
  type DeviceQuery,
  ProviderFault,
  type ProviderOptions,
} from '#server/connectors/core/index.ts';
import type { Calls } from './calls.ts';
import { deviceIn, type ListedDevice } from './device.ts';
import { KINDS } from './kinds.ts';
import { sitesOf } from './sites.ts';
import { softwareIn } from './software.ts';

/** Servers and workstations, site by site. N-sight cannot tell what changed, so each listing is of all. */
export async function* devicesOf(
  calls: Calls,
  query: DeviceQuery,
  note: ProviderOptions['note'],
): AsyncGenerator<DeviceBatch, { cursor: null }> {
  for (const { externalId: siteid } of await sitesOf(calls)) {
    const devices: DeviceBatch['devices'][number][] = [];
    for (const kind of KINDS) {
      const answer = await calls.list(`list_${kind}s`, { siteid });
      for (const element of childrenOf(childOf(answer, 'items') ?? answer, kind)) {
        const device = deviceIn(element, kind, siteid);
        if (device === null) note(`A ${kind} without an id`);
        else
          devices.push(
            query.details(device.reading.externalId, device.scannedAt)
              ? await detailed(calls, device, note)
              : device.reading,
          );
      }
    }
    yield { devices };
  }
  return { cursor: null };
}

/** With what is installed; one device of which that cannot be had stays as the list says it. */
async function detailed(calls: Calls, { reading, assetId }: ListedDevice, note: ProviderOptions['note']) {
  if (assetId === null) return reading;
  try {
    const software = softwareIn(await calls.list('list_all_software', { assetid: assetId }));
    return { ...reading, software, brief: reading };
  } catch (error) {
    if (!(error instanceof ProviderFault) || error.kind !== 'malformed') throw error;
    note('The software of a device could not be read');
    return reading;
  }
}
