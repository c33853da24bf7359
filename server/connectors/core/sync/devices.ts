import { type Services, withContext } from '#platform/context/index.ts';
import { endUnseen, takeAway } from '#server/practices/configuration/index.ts';
import { findLateItems } from '#server/practices/monitoring/index.ts';
import { CONNECTING, type ConnectorRow } from '../rows.ts';
import { takeSites } from '../sites/take.ts';
import { forgetDevices, type KnownDevice, type KnownDevices, keepDevices, readKnownDevices } from './devices-known.ts';
import { alertsNext, endTask, type Held, requireHeld } from './lease.ts';
import { openConnector } from './open.ts';
import { type Owners, readOwners } from './owners.ts';
import type { Run } from './run.ts';
import { Taker } from './taker.ts';

/** Reads devices: all of them where `full`, else those that changed. Throws what the session throws, and `LeaseLost`. */
export async function syncDevices(
  services: Services,
  connector: ConnectorRow,
  held: Held,
  run: Run,
  signal: AbortSignal,
): Promise<void> {
  const full = run.kind === 'full';
  const source = { kind: 'rmm', id: connector.id, name: connector.name } as const;
  const note = (what: string) => run.notes.add(what);
  const { session } = await openConnector(services, connector, signal, note);
  if (full) {
    const sites = await session.sites();
    await withContext(services, CONNECTING, async (ctx) => {
      await requireHeld(ctx, held);
      await takeSites(ctx, connector.id, sites);
    });
    run.count('sites', sites.length);
  }
  const { owners, known } = await withContext(services, CONNECTING, async (ctx) => ({
    owners: await readOwners(ctx, connector.id),
    known: await readKnownDevices(ctx, connector.id),
  }));
  const end = (cursor: string | null) =>
    withContext(services, CONNECTING, async (ctx) => {
      if (full && owners.any) await alertsNext(ctx, connector.id);
      await endTask(ctx, held, { began: run.began, cursor, full });
    });
  if (!owners.any) {
    run.notes.add('no site belongs to a client yet, so no device was read');
    await withContext(services, CONNECTING, async (ctx) => {
      await requireHeld(ctx, held);
      await takeAway(ctx, source, null);
    });
    return end(null);
  }
  const reading = new Reading(owners, known, full);
  const taker = new Taker(services, connector, held, run, known);
  const listing = session.devices({
    mode: full ? 'full' : 'incremental',
    cursor: held.cursor,
    details: (externalId, stamp, site) => reading.wantsDetails(externalId, stamp, site),
  });
  let cursor: string | null = null;
  const seen = new Set<string>();
  let strangers: KnownDevice[] = [];
  const keepStrangers = async () => {
    const these = strangers;
    strangers = [];
    await withContext(services, CONNECTING, async (ctx) => {
      await requireHeld(ctx, held);
      await keepDevices(ctx, connector.id, known, these);
      await takeAway(
        ctx,
        source,
        these.map(({ externalId }) => externalId),
      );
    });
    for (const device of these) known.set(device.externalId, device);
  };
  for (;;) {
    const step = await listing.next();
    signal.throwIfAborted();
    if (step.done) {
      cursor = step.value.cursor;
      break;
    }
    for (const { site, ...device } of step.value.devices) {
      if (!seen.has(device.externalId)) run.count('devices');
      seen.add(device.externalId);
      const owner = owners.of(site);
      if (owner) await taker.take(owner, device, reading.after(device.externalId, site, device.software !== undefined));
      else {
        run.count('unmapped');
        strangers.push({ externalId: device.externalId, site, stamp: null });
      }
    }
    if (strangers.length >= 1_000) await keepStrangers();
  }
  await taker.finish();
  if (strangers.length > 0) await keepStrangers();
  if (full) await endThoseGone(services, connector, held, run, known, seen);
  await findLateItems(services, taker.grown);
  await end(cursor);
}

/** Absence from a complete list says that a device is gone. An empty one is taken for a fault of the system rather than for the end of all. */
async function endThoseGone(
  services: Services,
  connector: ConnectorRow,
  held: Held,
  run: Run,
  known: KnownDevices,
  seen: ReadonlySet<string>,
): Promise<void> {
  if (seen.size === 0 && known.size > 0) {
    run.notes.add('the list of devices came back empty, so none was taken for gone');
    return;
  }
  const { id, name } = connector;
  await withContext(services, CONNECTING, async (ctx) => {
    await requireHeld(ctx, held);
    await endUnseen(ctx, { kind: 'rmm', id, name }, seen);
    const gone = [...known.keys()].filter((externalId) => !seen.has(externalId));
    await forgetDevices(ctx, id, gone);
    run.count('gone', gone.length);
  });
}

/** What is known of devices while they are listed: whether costly details are worth a call, and of which time those are that were read. */
class Reading {
  readonly #owners: Owners;
  readonly #known: KnownDevices;
  readonly #full: boolean;
  readonly #asked = new Map<string, string>();

  constructor(owners: Owners, known: KnownDevices, full: boolean) {
    this.#owners = owners;
    this.#known = known;
    this.#full = full;
  }

  wantsDetails(externalId: string, stamp: string | null, site: string | null | undefined): boolean {
    const before = this.#known.get(externalId);
    const at = site === undefined ? before?.site : site;
    if (at !== undefined && !this.#owners.of(at)) return false;
    const isHeld = before?.stamp != null && (stamp === null ? !this.#full : before.stamp === stamp);
    if (isHeld && at !== undefined && this.#isSameClient(before.site, at)) return false;
    this.#asked.set(externalId, stamp ?? '');
    return true;
  }

  /** What is known of a device once this reading of it is taken. */
  after(externalId: string, site: string | null, hasDetails: boolean): KnownDevice {
    const before = this.#known.get(externalId);
    const asked = this.#asked.get(externalId);
    this.#asked.delete(externalId);
    const held = before && this.#isSameClient(before.site, site) ? before.stamp : null;
    return { externalId, site, stamp: asked !== undefined && hasDetails ? asked : held };
  }

  #isSameClient(one: string | null, other: string | null): boolean {
    return this.#owners.of(one)?.clientId === this.#owners.of(other)?.clientId;
  }
}
