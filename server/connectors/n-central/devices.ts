import {
  type DeviceBatch,
  type DeviceQuery,
  idOf,
  type Loose,
  looseOf,
  ProviderFault,
  type ProviderOptions,
} from '#server/connectors/core/index.ts';
import { withAssets, withLifecycle } from './assets.ts';
import type { Calls } from './calls.ts';
import { deviceIn, isProbe, type ListedDevice } from './device.ts';
import { recordsOf } from './lists.ts';

const BATCH = 50;

type Reading = { readonly zone: string; readonly note: ProviderOptions['note'] };

/**
 * Every device. N-central cannot tell what changed, so each listing is of all; one that must not miss any reads its pages again. Assets
 * are asked when the list is complete, as they take long and it would change meanwhile.
 */
export async function* devicesOf(
  calls: Calls,
  query: DeviceQuery,
  reading: Reading,
): AsyncGenerator<DeviceBatch, { cursor: null }> {
  const waiting: ListedDevice[] = [];
  const once = { once: query.mode === 'incremental' };
  for await (const records of recordsOf(calls, '/api/devices', (record) => idOf(record['deviceId']), once)) {
    const devices: ListedDevice[] = [];
    for (const record of records) {
      const device = deviceIn(record, reading);
      if (device === null) continue;
      if (!isProbe(record) && query.details(device.externalId, null)) waiting.push(device);
      else devices.push(device);
    }
    if (devices.length > 0) yield { devices };
  }
  for (let from = 0; from < waiting.length; from += BATCH) {
    const devices: ListedDevice[] = [];
    for (const device of waiting.slice(from, from + BATCH)) devices.push(await detailed(calls, device, reading));
    yield { devices };
  }
  return { cursor: null };
}

async function detailed(calls: Calls, device: ListedDevice, reading: Reading): Promise<ListedDevice> {
  const path = `/api/devices/${encodeURIComponent(device.externalId)}/assets`;
  const assets = await dataOf(calls, path, reading.note);
  const lifecycle = await dataOf(calls, `${path}/lifecycle-info`, reading.note);
  const full = assets === null ? device : withAssets(device, assets, reading.zone);
  return { ...(lifecycle === null ? full : withLifecycle(full, lifecycle)), brief: device };
}

/** Null where the server has none, or answers what cannot be read: one device does not stop the listing. */
async function dataOf(calls: Calls, path: string, note: Reading['note']): Promise<Loose | null> {
  try {
    const answer = await calls.get(path);
    return looseOf(answer['data'] ?? answer);
  } catch (error) {
    if (!(error instanceof ProviderFault)) throw error;
    if (error.kind === 'malformed') note('The assets of a device could not be read');
    else if (error.kind !== 'missing') throw error;
    return null;
  }
}
