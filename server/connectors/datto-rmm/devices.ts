import {
  atOnce,
  type DeviceBatch,
  type DeviceQuery,
  idOf,
  type Loose,
  looseOf,
  ProviderFault,
  type ProviderOptions,
} from '#server/connectors/core/index.ts';
import { softwareIn, UNITS, type Unit, withAudit } from './audit.ts';
import type { Connection } from './connection.ts';
import { auditedAt, deviceIn, isDeleted, type ListedDevice } from './device.ts';
import { recordsOf } from './list.ts';
import { allowedUdfs } from './udf.ts';

const AUDITS_AT_ONCE = 4;
const BATCH = 100;

/** A device whose audit is to be asked, and where. */
type Waiting = { readonly device: ListedDevice; readonly audit: string; readonly hasSoftware: boolean };

/**
 * Lists the devices. Datto cannot tell what changed, so both modes list everything; audits are asked when the list is complete, as they
 * take long and the list would change meanwhile.
 */
export async function* devicesOf(
  connection: Connection,
  options: Pick<ProviderOptions, 'values' | 'note'>,
  { mode, details }: DeviceQuery,
): AsyncGenerator<DeviceBatch, { cursor: null }> {
  const { note, values } = options;
  const udfs = allowedUdfs(values['udfs'] ?? '') ?? [];
  const waiting: Waiting[] = [];
  const list = { path: '/api/v2/account/devices', key: 'devices', idOf: (record: Loose) => idOf(record['uid']) };
  for await (const page of recordsOf(connection, list, { once: mode === 'incremental' })) {
    const devices: ListedDevice[] = [];
    for (const record of page) {
      const device = isDeleted(record) ? null : deviceIn(record, udfs, note);
      if (device === null) continue;
      if (details(device.externalId, auditedAt(record), device.site)) waiting.push(waitingFor(device, record));
      else devices.push(device);
    }
    if (devices.length > 0) yield { devices };
  }
  const readAudit = auditReader(connection, options);
  // Site by site: what belongs to one client is written together, so that little waits in memory for the rest of its batch.
  const bySite = [...Map.groupBy(waiting, ({ device }) => device.site).values()].flat();
  for (let from = 0; from < bySite.length; from += BATCH)
    yield { devices: await atOnce(bySite.slice(from, from + BATCH), AUDITS_AT_ONCE, readAudit) };
  return { cursor: null };
}

function waitingFor(device: ListedDevice, record: Loose): Waiting {
  const own =
    record['deviceClass'] === 'printer' || record['deviceClass'] === 'esxihost' ? record['deviceClass'] : null;
  return {
    device,
    audit: `/api/v2/audit/${own ?? 'device'}/${encodeURIComponent(device.externalId)}`,
    hasSoftware: own === null && device.attributes['operatingSystem'] !== undefined,
  };
}

/** Reads audits; a device whose audit cannot be had stays as the list says it. */
function auditReader(connection: Connection, { values, note }: Pick<ProviderOptions, 'values' | 'note'>) {
  const told = values['sizes'] ?? '';
  const unit: Unit = Object.hasOwn(UNITS, told) ? (told as Unit) : 'bytes';
  let isForbidden = false;
  return async ({ device, audit, hasSoftware }: Waiting): Promise<ListedDevice> => {
    if (isForbidden) return device;
    try {
      const audited = withAudit(device, looseOf(await connection.json({ path: audit })), { unit, note });
      // What has no list of software has none: it is said, so that the audit counts as read.
      const software = hasSoftware ? softwareIn(await softwareRecords(connection, audit)) : [];
      return { ...audited, software, brief: device };
    } catch (error) {
      if (!(error instanceof ProviderFault)) throw error;
      if (error.kind !== 'missing' && error.kind !== 'malformed' && error.kind !== 'forbidden') throw error;
      isForbidden ||= error.kind === 'forbidden';
      note(isForbidden ? 'The user of the API key may not read audits' : 'An audit that could not be read');
      return device;
    }
  };
}

async function softwareRecords(connection: Connection, audit: string): Promise<Loose[]> {
  const records: Loose[] = [];
  for await (const page of connection.pages(`${audit}/software`, 'software')) records.push(...page.records);
  return records;
}
