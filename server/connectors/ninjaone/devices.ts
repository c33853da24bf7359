import {
  type DeviceBatch,
  type DeviceQuery,
  type Loose,
  looseOf,
  ProviderFault,
  type ProviderOptions,
  textOf,
} from '#server/connectors/core/index.ts';
import { activitiesSince, latestActivity } from './activities.ts';
import type { Connection } from './connection.ts';
import { deviceIn, type ListedDevice, type Reading } from './device.ts';
import { rootOf } from './fields.ts';
import { numberIdOf, recordsOf, rowsByDevice } from './lists.ts';
import { interfaceIn, type Parts, processorIn, softwareIn, volumeIn, withParts } from './parts.ts';
import { NO_ROWS, READ_OF_ROWS, type Rows } from './rows.ts';

/** More devices than this are listed faster than they are asked for one by one. */
const MOST_ONE_BY_ONE = 60;
const BATCH = 100;

type Listing = AsyncGenerator<DeviceBatch, { cursor: string | null }>;
type Options = Pick<ProviderOptions, 'baseUrl' | 'note'>;

/** Lists the devices; the cursor is the id of the last activity that is known. */
export async function* devicesOf(connection: Connection, options: Options, query: DeviceQuery): Listing {
  const reading: Reading = { root: rootOf(options.baseUrl), note: options.note };
  const since =
    query.mode === 'incremental' && query.cursor !== null && /^\d+$/.test(query.cursor)
      ? await activitiesSince(connection, Number(query.cursor), options.note)
      : null;
  const ids = new Set(
    since?.activities.map((activity) => numberIdOf(activity['deviceId'])).filter((id) => id !== null),
  );
  if (since === null || ids.size > MOST_ONE_BY_ONE) return yield* everyDevice(connection, reading, query);
  for (const id of ids) {
    const device = await oneDevice(connection, id, reading);
    if (device) yield { devices: [device] };
  }
  return { cursor: String(since.last) };
}

/** What the list itself says of a device; null where it is gone. */
async function oneDevice(connection: Connection, id: string, reading: Reading): Promise<ListedDevice | null> {
  try {
    return deviceIn(looseOf(await connection.json({ path: `/v2/device/${id}` })), NO_ROWS, reading);
  } catch (error) {
    if (error instanceof ProviderFault && error.kind === 'missing') return null;
    throw error;
  }
}

/** From before the listing, so that what happens meanwhile is heard of by the next one. */
async function* everyDevice(connection: Connection, reading: Reading, { details }: DeviceQuery): Listing {
  const cursor = await cursorOf(connection, reading.note);
  const ask = queryReader(connection, reading.note);
  const brief = <Query extends keyof typeof READ_OF_ROWS>(query: Query) =>
    ask(query, (row) => only<(typeof READ_OF_ROWS)[Query][number]>(row, READ_OF_ROWS[query]));
  const rows = {
    system: await brief('computer-systems'),
    os: await brief('operating-systems'),
    antivirus: await brief('antivirus-status'),
    user: await brief('logged-on-users'),
  };
  const waiting = new Map<string, ListedDevice[]>();
  for await (const page of recordsOf(connection, '/v2/devices-detailed')) {
    const devices: ListedDevice[] = [];
    for (const record of page) {
      const id = numberIdOf(record['id']) ?? '';
      const own: Rows = {
        system: rows.system.get(id)?.[0] ?? {},
        os: rows.os.get(id)?.[0] ?? {},
        antivirus: rows.antivirus.get(id)?.[0] ?? {},
        user: rows.user.get(id)?.[0] ?? {},
      };
      const device = deviceIn(record, own, reading);
      if (device === null) continue;
      if (device.site === null || !details(device.externalId, stampOf(own.system, record), device.site))
        devices.push(device);
      else waiting.set(device.site, [...(waiting.get(device.site) ?? []), device]);
    }
    if (devices.length > 0) yield { devices };
  }
  yield* withDetails(ask, waiting);
  return { cursor };
}

/** Null where the account does not tell its activities: then every listing is a full one. */
async function cursorOf(connection: Connection, note: Reading['note']): Promise<string | null> {
  try {
    return String(await latestActivity(connection));
  } catch (error) {
    if (!isLacking(error)) throw error;
    note('NinjaOne does not tell activities');
    return null;
  }
}

const isLacking = (error: unknown): boolean =>
  error instanceof ProviderFault && (error.kind === 'missing' || error.kind === 'forbidden');

/** Software is asked for organization by organization: all of it at once would be more than a small machine holds. */
async function* withDetails(
  ask: ReturnType<typeof queryReader>,
  waiting: ReadonlyMap<string, readonly ListedDevice[]>,
): AsyncGenerator<DeviceBatch> {
  if (waiting.size === 0) return;
  const volumes = await ask('volumes', volumeIn);
  const processors = await ask('processors', processorIn);
  const interfaces = await ask('network-interfaces', interfaceIn);
  for (const [organization, devices] of waiting) {
    const software = await ask('software', softwareIn, `org = ${organization}`);
    const partsOf = (id: string): Parts => ({
      volumes: volumes.get(id) ?? [],
      processors: processors.get(id) ?? [],
      interfaces: interfaces.get(id) ?? [],
      software: software.get(id) ?? [],
    });
    for (let from = 0; from < devices.length; from += BATCH)
      yield {
        devices: devices
          .slice(from, from + BATCH)
          .map((device) => ({ ...withParts(device, partsOf(device.externalId)), brief: device })),
      };
  }
}

/** When NinjaOne last looked at the hardware, else at the device. */
const stampOf = (system: Rows['system'], device: Loose): string | null =>
  textOf(system.timestamp) ?? textOf(device['lastUpdate']);

const only = <Field extends string>(row: Loose, fields: readonly Field[]) =>
  Object.fromEntries(fields.filter((field) => row[field] !== undefined).map((field) => [field, row[field]])) as Partial<
    Record<Field, unknown>
  >;

/** Reads queries; what an account does not have is noted, and says nothing. */
function queryReader(connection: Connection, note: Reading['note']) {
  return async <Row>(query: string, read: (row: Loose) => Row | null, filter?: string): Promise<Map<string, Row[]>> => {
    try {
      return await rowsByDevice(connection, query, read, filter);
    } catch (error) {
      if (!isLacking(error)) throw error;
      note(`NinjaOne does not answer the query ${query}`);
      return new Map();
    }
  };
}
