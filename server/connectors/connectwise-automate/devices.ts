import {
  atOnce,
  type DeviceBatch,
  type DeviceQuery,
  idOf,
  type Loose,
  ProviderFault,
  type ProviderOptions,
} from '#server/connectors/core/index.ts';
import { skewIn } from './clock.ts';
import { COMPUTER_FIELDS, computerIn, inventoryOf, type ListedDevice, type Reading } from './computer.ts';
import { softwareIn, withChassis } from './details.ts';
import type { Lists } from './lists.ts';
import { NETWORK_DEVICE_FIELDS, networkDeviceIn } from './network-device.ts';

const BATCH = 50;
const AT_ONCE = 2;

/**
 * Computers and network devices. Automate cannot tell what changed, so each listing is of all. Chassis and software are asked when the
 * list is complete, as they take long and it would change meanwhile.
 */
export async function* devicesOf(
  lists: Lists,
  query: DeviceQuery,
  reading: Reading & Pick<ProviderOptions, 'now'>,
): AsyncGenerator<DeviceBatch, { cursor: null }> {
  const waiting: ListedDevice[] = [];
  const once = query.mode === 'incremental';
  const common = { orderBy: 'Id', idOf: (record: Loose) => idOf(record['Id']), once };
  let isFirst = true;
  for await (const records of lists.records({ ...common, path: '/Computers', fields: COMPUTER_FIELDS })) {
    const skew = isFirst ? skewIn(records, reading.zone, reading.now()) : null;
    if (skew !== null) reading.note(skew);
    isFirst = false;
    const devices: ListedDevice[] = [];
    for (const record of records) {
      const device = computerIn(record, reading);
      if (device === null) continue;
      if (query.details(device.externalId, inventoryOf(record))) waiting.push(device);
      else devices.push(device);
    }
    if (devices.length > 0) yield { devices };
  }
  for await (const records of lists.records({ ...common, path: '/NetworkDevices', fields: NETWORK_DEVICE_FIELDS }))
    yield { devices: records.map((record) => networkDeviceIn(record, reading)).filter((device) => device !== null) };
  for (let from = 0; from < waiting.length; from += BATCH)
    yield { devices: await detailed(lists, waiting.slice(from, from + BATCH), reading.note) };
  return { cursor: null };
}

async function detailed(
  lists: Lists,
  devices: readonly ListedDevice[],
  note: Reading['note'],
): Promise<ListedDevice[]> {
  const chassis = await chassisOf(lists, devices, note);
  return atOnce(devices, AT_ONCE, async (device) => {
    const own = chassis.get(device.externalId);
    const known = own ? withChassis(device, own) : device;
    const path = `/Computers/${encodeURIComponent(device.externalId)}/Software`;
    const list = {
      path,
      orderBy: 'ApplicationId',
      idOf: (record: Loose) => idOf(record['ApplicationId']),
      isSmall: true,
    };
    const software = await had(() => lists.all(list), note, 'The software of a computer could not be read');
    return software === null ? known : { ...known, software: softwareIn(software), brief: device };
  });
}

/** The chassis of computers by their ids; ids are numbers, so a condition can hold them. */
async function chassisOf(lists: Lists, devices: readonly ListedDevice[], note: Reading['note']) {
  const ids = devices.map(({ externalId }) => externalId).filter((id) => /^\d+$/.test(id));
  const condition = `ComputerId in (${ids.join(',')})`;
  const list = { path: '/Computers/Chassis', orderBy: 'ComputerId', condition, isSmall: true };
  const byId = (record: Loose) => idOf(record['ComputerId']);
  const found =
    ids.length === 0
      ? null
      : await had(() => lists.all({ ...list, idOf: byId }), note, 'The chassis of computers could not be read');
  return new Map((found ?? []).map((record) => [byId(record), record]));
}

/** Null where the server does not have it, or answers what cannot be read: one computer does not stop the listing. */
async function had<R>(work: () => Promise<R>, note: Reading['note'], what: string): Promise<R | null> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ProviderFault)) throw error;
    if (error.kind !== 'missing' && error.kind !== 'malformed') throw error;
    note(what);
    return null;
  }
}
