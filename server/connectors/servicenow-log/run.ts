import pg from 'pg';
import { Fault } from '#kernel/errors.ts';
import type { PriorityMatrix } from '#kernel/priority.ts';
import { type Ctx, type Services, withContext } from '#platform/context/index.ts';
import { digestOf, type Incident, incidentsOf, type Reading } from './incidents.ts';
import { planIncident } from './plan.ts';
import { IMPORTER, type References } from './references.ts';
import { replay, SOURCE } from './replay.ts';
import type { Tally } from './tally.ts';

/** Incidents per transaction, and transactions at a time: enough to pay for the commit, few enough to lose little. */
const BATCH = 40;
const LANES = 2;

type Parts = {
  reading: Reading;
  refs: References;
  matrix: PriorityMatrix;
  tally: Tally;
  locationsAreClients: boolean;
  signal: AbortSignal | undefined;
  /** Told after each batch and at the end. */
  progress: () => void;
};

/** One pass through the file: batches are read, made ready one after the other, and written a few at a time. */
export class Run {
  readonly #services: Services;
  readonly #parts: Parts;
  readonly #lanes = new Set<Promise<void>>();
  #failure: unknown = null;

  constructor(services: Services, parts: Parts) {
    this.#services = services;
    this.#parts = parts;
  }

  /** Reads to the end, or until it is interrupted. Throws what ended it before. */
  async all(): Promise<void> {
    const { reading, tally, signal } = this.#parts;
    let batch: Incident[] = [];
    for await (const incident of incidentsOf(reading, (fault) => tally.refused(fault))) {
      if (signal?.aborted || this.#failure) break;
      tally.read(incident);
      if (incident.faults.length > 0) tally.setAside(incident, incident.faults);
      else batch.push(incident);
      if (batch.length < BATCH) continue;
      await this.#start(batch);
      batch = [];
    }
    if (batch.length > 0 && !signal?.aborted && !this.#failure) await this.#start(batch);
    await Promise.all(this.#lanes);
    if (this.#failure) throw this.#failure;
    // What stands last may have been set aside, in no batch.
    this.#parts.progress();
  }

  async #start(batch: readonly Incident[]): Promise<void> {
    const news = await this.#ready(await this.#unknown(batch));
    if (news.length > 0) {
      while (this.#lanes.size >= LANES) await Promise.race(this.#lanes);
      const lane: Promise<void> = this.#write(news)
        .catch((error: unknown) => {
          this.#failure ??= error;
        })
        .finally(() => this.#lanes.delete(lane));
      this.#lanes.add(lane);
    }
    this.#parts.progress();
  }

  /** Those of the batch that are not here yet. What is here with other content is told and left as it is. */
  async #unknown(batch: readonly Incident[]): Promise<Incident[]> {
    const { tally } = this.#parts;
    const known = await withContext(this.#services, IMPORTER, (ctx) =>
      ctx.hot<{ ref: string; digest: string; client_id: string }>(
        'imported_known',
        'select ref, digest, client_id from imported_tickets where source = $1 and ref = any ($2::text[])',
        [SOURCE, batch.map((incident) => incident.ref)],
      ),
    );
    return batch.filter((incident) => {
      const there = known.filter((row) => row.ref === incident.ref && this.#isOurs(row.client_id, incident));
      if (there.length === 0) return true;
      if (there.some((row) => row.digest === digestOf(incident))) tally.presentBefore(incident);
      else tally.differing(incident);
      return false;
    });
  }

  #isOurs(clientId: string, incident: Incident): boolean {
    return this.#parts.locationsAreClients || clientId === this.#parts.refs.clientOf(incident);
  }

  /** Makes what the batch names. Returns the incidents that can be written. */
  #ready(batch: readonly Incident[]): Promise<Incident[]> {
    return this.#withoutRefused(batch, (some) => this.#parts.refs.ensure(some));
  }

  /** Writes a batch in one transaction. */
  async #write(batch: readonly Incident[]): Promise<void> {
    await this.#withoutRefused(batch, async (some) => {
      const events = await withContext(this.#services, IMPORTER, (ctx) => this.#replay(ctx, some), {
        quiet: true,
        bulk: true,
      });
      this.#parts.tally.imported(some, events);
    });
  }

  async #replay(ctx: Ctx, batch: readonly Incident[]): Promise<number> {
    let events = 0;
    for (const incident of batch)
      events += (await replay(ctx, incident, planIncident(incident, this.#parts.matrix), this.#parts.refs)).events;
    return events;
  }

  /** Does it with all; where something is refused, with each incident for itself, and those at fault are set aside. */
  async #withoutRefused(
    batch: readonly Incident[],
    work: (some: readonly Incident[]) => Promise<void>,
  ): Promise<Incident[]> {
    const [only, ...others] = batch;
    if (!only) return [];
    try {
      await work(batch);
      return [...batch];
    } catch (error) {
      if (!isRefusal(error)) throw error;
      if (others.length === 0) {
        this.#parts.tally.refusedBy(only, error instanceof pg.DatabaseError ? wordsFor(error) : error.message);
        return [];
      }
    }
    const done: Incident[] = [];
    for (const incident of batch) done.push(...(await this.#withoutRefused([incident], work)));
    return done;
  }
}

/** In words what the database says in its own. */
function wordsFor({ constraint, message }: pg.DatabaseError): string {
  return constraint === 'tickets_external_ref' ? 'another ticket has this external reference' : message;
}

/** What the data is to blame for: a rule that refuses it, or a value that the database does not take. Anything else ends the import. */
function isRefusal(error: unknown): error is Error {
  return error instanceof Fault || (error instanceof pg.DatabaseError && /^2[23]/.test(error.code ?? ''));
}
