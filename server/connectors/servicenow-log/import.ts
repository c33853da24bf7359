import { basename } from 'node:path';
import pg from 'pg';
import { Fault } from '#kernel/errors.ts';
import type { PriorityMatrix } from '#kernel/priority.ts';
import { type Services, withContext } from '#platform/context/index.ts';
import { reserveNumbers } from '#server/desk/ticket/index.ts';
import { COLUMNS } from './columns.ts';
import { digestOf, type Incident, incidentsOf, type Reading } from './incidents.ts';
import { checkFile } from './lines.ts';
import { planIncident } from './plan.ts';
import { reconcile } from './reconcile.ts';
import { IMPORTER, References } from './references.ts';
import { replay, SOURCE } from './replay.ts';
import { ATTRIBUTION, emptyProof, MAPPED, note, type Report, UNKNOWN_KEPT } from './report.ts';
import type { Refused } from './row.ts';
import { type Operator, prepare } from './setup.ts';
import { stateFor } from './states.ts';

export type ImportOptions = {
  path: string;
  operator: Operator;
  /** Whether a location is a site of the operator or a client of its own. */
  locations: 'sites' | 'clients';
  /** Told now and then: rows done of all, in this phase. */
  progress?: (phase: 'importing' | 'proving', done: number, total: number) => void;
  /** Stops after the incidents that are being written; the next run goes on there. */
  signal?: AbortSignal;
};

/** Incidents per transaction, and transactions at a time: enough to pay for the commit, few enough to lose little. */
const BATCH = 40;
const LANES = 2;

/**
 * Imports a ServiceNow incident log. Each incident is written in one piece or not at all and remembered with its digest, so an
 * interrupted import goes on where it was and a repeated one changes nothing. At the end everything is compared with the file.
 */
export async function importLog(services: Services, options: ImportOptions): Promise<Report> {
  const startedAt = services.now();
  const from = performance.now();
  const file = await checkFile(options.path);
  const reading: Reading = { path: options.path, timeZone: options.operator.timeZone, damage: file.damage };
  // The header is read before anything is written.
  for await (const _incident of incidentsOf(reading, () => {})) break;
  const { clientId, matrix } = await withContext(
    services,
    IMPORTER,
    async (ctx) => {
      const made = await prepare(ctx, options.operator);
      await reserveNumbers(ctx, made.clientId, file.highest);
      return made;
    },
    { quiet: true },
  );
  const refs = new References(
    services,
    { ...options.operator, id: clientId },
    { locationsAreClients: options.locations === 'clients', highest: file.highest },
  );
  await refs.load();
  const report = emptyReport(options.path, startedAt, refs);
  await new Run(services, options, { reading, total: file.rows, refs, matrix, report }).all();
  report.proof = await reconcile(services, { reading, clientId, refs, signal: options.signal }, (done) =>
    options.progress?.('proving', done, file.rows),
  );
  report.rows.notReached = Math.max(0, file.rows - report.rows.read);
  report.seconds = Math.round((performance.now() - from) / 100) / 10;
  report.ok =
    !report.interrupted &&
    report.problems.length === 0 &&
    report.proof.differences.length === 0 &&
    report.rows.notReached === 0;
  return report;
}

type Parts = { reading: Reading; total: number; refs: References; matrix: PriorityMatrix; report: Report };

/** One pass through the file: batches are read, made ready one after the other, and written a few at a time. */
class Run {
  readonly #services: Services;
  readonly #options: ImportOptions;
  readonly #parts: Parts;
  readonly #lanes = new Set<Promise<void>>();
  #failure: unknown = null;

  constructor(services: Services, options: ImportOptions, parts: Parts) {
    this.#services = services;
    this.#options = options;
    this.#parts = parts;
  }

  async all(): Promise<void> {
    const { reading, report } = this.#parts;
    const refuse = (fault: Refused) => {
      report.rows.read++;
      report.rows.refused++;
      this.#tell(fault);
    };
    let batch: Incident[] = [];
    for await (const incident of incidentsOf(reading, refuse)) {
      if (this.#options.signal?.aborted || this.#failure) break;
      this.#count(incident);
      if (incident.faults.length > 0) this.#setAside(incident, incident.faults);
      else batch.push(incident);
      if (batch.length < BATCH) continue;
      await this.#start(batch);
      batch = [];
    }
    if (batch.length > 0 && !this.#options.signal?.aborted) await this.#start(batch);
    await Promise.all(this.#lanes);
    if (this.#failure) throw this.#failure;
    report.interrupted = this.#options.signal?.aborted ?? false;
  }

  async #start(batch: readonly Incident[]): Promise<void> {
    const news = await this.#unknown(batch);
    if (news.length > 0) {
      await this.#parts.refs.ensure(news);
      while (this.#lanes.size >= LANES) await Promise.race(this.#lanes);
      const lane: Promise<void> = this.#write(news)
        .catch((error: unknown) => {
          this.#failure ??= error;
        })
        .finally(() => this.#lanes.delete(lane));
      this.#lanes.add(lane);
    }
    this.#options.progress?.('importing', this.#parts.report.rows.read, this.#parts.total);
  }

  /** Those of the batch that are not here yet. What is here with other content is told and left as it is. */
  async #unknown(batch: readonly Incident[]): Promise<Incident[]> {
    const { report } = this.#parts;
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
      if (there.some((row) => row.digest === digestOf(incident))) {
        report.incidents.presentBefore++;
        report.rows.presentBefore += incident.rows.length;
        return false;
      }
      report.incidents.differing++;
      this.#setAside(incident, [
        {
          line: incident.rows[0]?.line ?? 0,
          ref: incident.ref,
          text: 'was imported before with another content; the ticket was left as it is',
        },
      ]);
      return false;
    });
  }

  #isOurs(clientId: string, incident: Incident): boolean {
    return this.#options.locations === 'clients' || clientId === this.#parts.refs.clientOf(incident);
  }

  /** Writes a batch in one transaction; where one incident is refused the others are written one by one. */
  async #write(batch: readonly Incident[]): Promise<void> {
    const { report } = this.#parts;
    try {
      const events = await withContext(this.#services, IMPORTER, (ctx) => this.#replayAll(ctx, batch), { quiet: true });
      report.events += events;
      report.incidents.imported += batch.length;
      report.rows.imported += batch.reduce((sum, incident) => sum + incident.rows.length, 0);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      const [only] = batch;
      if (batch.length > 1) for (const incident of batch) await this.#write([incident]);
      else if (only) {
        const text = `was refused: ${error.message}`;
        this.#setAside(only, [{ line: only.rows[0]?.line ?? 0, ref: only.ref, text }]);
      }
    }
  }

  async #replayAll(ctx: Parameters<typeof replay>[0], batch: readonly Incident[]): Promise<number> {
    let events = 0;
    for (const incident of batch) {
      const plan = planIncident(incident, this.#parts.matrix);
      events += (await replay(ctx, incident, plan, this.#parts.refs)).events;
    }
    return events;
  }

  #count({ rows, faults }: Incident): void {
    const { report } = this.#parts;
    report.incidents.read++;
    report.rows.read += rows.length + faults.filter((fault) => !rows.some((row) => row.line === fault.line)).length;
    let state = { status: 'new', hold: null } as Parameters<typeof stateFor>[1];
    for (const { values } of rows) {
      for (const column of COLUMNS)
        if (values[column] === null) report.unknown[column] = (report.unknown[column] ?? 0) + 1;
      const name = values.incident_state;
      const next = stateFor(name, state);
      if (next === null) report.unknownStates[name ?? '?'] = (report.unknownStates[name ?? '?'] ?? 0) + 1;
      state = next ?? state;
    }
  }

  #setAside(incident: Incident, faults: readonly Refused[]): void {
    const { report } = this.#parts;
    report.incidents.setAside++;
    report.rows.setAside +=
      incident.rows.length +
      incident.faults.filter((fault) => !incident.rows.some((row) => row.line === fault.line)).length;
    for (const fault of faults) this.#tell(fault);
  }

  #tell({ line, ref, text }: Refused): void {
    const { report } = this.#parts;
    if (!note(report.problems, { line, incident: ref, text })) report.problemsLeftOut++;
  }
}

/** What the data is to blame for: a rule that refuses it, or a value that the database does not take. Anything else ends the import. */
function isRefusal(error: unknown): error is Error {
  return error instanceof Fault || (error instanceof pg.DatabaseError && /^2[23]/.test(error.code ?? ''));
}

function emptyReport(path: string, startedAt: string, refs: References): Report {
  return {
    source: SOURCE,
    file: basename(path),
    attribution: ATTRIBUTION,
    startedAt,
    seconds: 0,
    ok: false,
    interrupted: false,
    rows: { read: 0, imported: 0, presentBefore: 0, setAside: 0, refused: 0, notReached: 0 },
    incidents: { read: 0, imported: 0, presentBefore: 0, differing: 0, setAside: 0 },
    events: 0,
    made: refs.made,
    mapped: MAPPED,
    unknown: {},
    unknownKept: UNKNOWN_KEPT,
    unknownStates: {},
    problems: [],
    problemsLeftOut: 0,
    proof: emptyProof(),
  };
}
