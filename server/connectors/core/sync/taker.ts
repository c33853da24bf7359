import { Fault } from '#kernel/errors.ts';
import { type Services, withContext } from '#platform/context/index.ts';
import { type DeviceReading, takeReadings } from '#server/practices/configuration/index.ts';
import { CONNECTING, type ConnectorRow } from '../rows.ts';
import { type KnownDevice, type KnownDevices, keepDevices } from './devices-known.ts';
import { type Held, LeaseLost, requireHeld } from './lease.ts';
import type { Owner } from './owners.ts';
import type { Run } from './run.ts';

/** So many readings of one client go into one transaction. */
const MOST_TOGETHER = 250;
/** So many wait in memory, of all clients together, before those of the fullest are written. */
const MOST_WAITING = 1_000;

type Waiting = { owner: Owner; readings: Map<string, { reading: DeviceReading; known: KnownDevice }> };

/** Takes devices in as they are read: gathered by client and site, so that few transactions do. */
export class Taker {
  readonly #services: Services;
  readonly #connector: ConnectorRow;
  readonly #held: Held;
  readonly #run: Run;
  readonly #known: KnownDevices;
  readonly #waiting = new Map<string, Waiting>();
  /** Clients of which a device is listed that was not before. */
  readonly grown = new Set<string>();
  #count = 0;

  constructor(services: Services, connector: ConnectorRow, held: Held, run: Run, known: KnownDevices) {
    this.#services = services;
    this.#connector = connector;
    this.#held = held;
    this.#run = run;
    this.#known = known;
  }

  /** Takes a device of `owner` in, some time before `finish` is done. */
  async take(owner: Owner, reading: DeviceReading, known: KnownDevice): Promise<void> {
    const key = `${owner.clientId} ${owner.siteId}`;
    const waiting = this.#waiting.get(key) ?? { owner, readings: new Map() };
    this.#waiting.set(key, waiting);
    if (!waiting.readings.has(reading.externalId)) this.#count += 1;
    waiting.readings.set(reading.externalId, { reading, known });
    if (waiting.readings.size >= MOST_TOGETHER) await this.#write(key, waiting);
    else if (this.#count >= MOST_WAITING) {
      const [fullest] = [...this.#waiting].sort(([, a], [, b]) => b.readings.size - a.readings.size);
      if (fullest) await this.#write(...fullest);
    }
  }

  async finish(): Promise<void> {
    for (const [key, waiting] of [...this.#waiting]) await this.#write(key, waiting);
  }

  async #write(key: string, { owner, readings }: Waiting): Promise<void> {
    this.#waiting.delete(key);
    this.#count -= readings.size;
    await this.#writeAll(owner, [...readings.values()]);
  }

  /** One device that cannot be taken holds up no other: the halves are tried by themselves. */
  async #writeAll(owner: Owner, devices: readonly { reading: DeviceReading; known: KnownDevice }[]): Promise<void> {
    try {
      await this.#writeTogether(owner, devices);
    } catch (error) {
      if (!isOfContent(error)) throw error;
      const [only] = devices;
      if (devices.length > 1 || !only) {
        const middle = Math.ceil(devices.length / 2);
        await this.#writeAll(owner, devices.slice(0, middle));
        await this.#writeAll(owner, devices.slice(middle));
        return;
      }
      this.#services.log.warn(
        { err: error, connector: this.#connector.id, device: only.reading.externalId },
        'connectors: a device could not be taken in',
      );
      this.#run.count('failed');
      this.#run.notes.add('a device could not be taken in; the log says which');
    }
  }

  async #writeTogether(
    owner: Owner,
    devices: readonly { reading: DeviceReading; known: KnownDevice }[],
  ): Promise<void> {
    const { id, name } = this.#connector;
    const place = { ...owner, source: { kind: 'rmm' as const, id, name } };
    const counts = await withContext(this.#services, CONNECTING, async (ctx) => {
      await requireHeld(ctx, this.#held);
      const result = await takeReadings(
        ctx,
        place,
        devices.map(({ reading }) => reading),
      );
      await keepDevices(
        ctx,
        id,
        this.#known,
        devices.map(({ known }) => known),
      );
      return result;
    });
    if (devices.some(({ known }) => !this.#known.has(known.externalId))) this.grown.add(owner.clientId);
    for (const { known } of devices) this.#known.set(known.externalId, known);
    this.#run.count('created', counts.created);
    this.#run.count('changed', counts.changed);
    this.#run.count('unchanged', counts.unchanged);
  }
}

/** Whether something is wrong with what was to be written, and not with the database or whoever writes. */
function isOfContent(error: unknown): boolean {
  if (error instanceof LeaseLost) return false;
  if (error instanceof Fault || error instanceof TypeError || error instanceof RangeError) return true;
  const { code } = error as { code?: unknown };
  // SQLSTATE classes: data exception, integrity constraint violation, program limit exceeded.
  return typeof code === 'string' && /^(22|23|54)...$/.test(code);
}
