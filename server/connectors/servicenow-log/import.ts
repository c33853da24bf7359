import { basename } from 'node:path';
import { type Services, withContext } from '#platform/context/index.ts';
import { reserveNumbers } from '#server/desk/ticket/index.ts';
import { checkFile } from './check.ts';
import type { Reading } from './incidents.ts';
import { reconcile } from './reconcile.ts';
import { IMPORTER, References } from './references.ts';
import { SOURCE } from './replay.ts';
import { ATTRIBUTION, emptyProof, MAPPED, type Report, UNKNOWN_KEPT } from './report.ts';
import { Run } from './run.ts';
import { type Operator, prepare } from './setup.ts';
import { Tally } from './tally.ts';

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

/**
 * Imports a ServiceNow incident log. Each incident is written in one piece or not at all and remembered with its digest, so an
 * interrupted import goes on where it was and a repeated one changes nothing. At the end everything is compared with the file.
 */
export async function importLog(services: Services, options: ImportOptions): Promise<Report> {
  const { path, operator, locations, signal, progress = () => {} } = options;
  const startedAt = services.now();
  const from = performance.now();
  // The file is read to its end before anything is written, so one of another kind leaves nothing behind.
  const { rows: total, highest, damage, parted } = await checkFile(path);
  const reading: Reading = { path, timeZone: operator.timeZone, damage, parted };
  const { clientId, matrix } = await withContext(
    services,
    IMPORTER,
    async (ctx) => {
      const made = await prepare(ctx, operator);
      await reserveNumbers(ctx, made.clientId, highest);
      return made;
    },
    { quiet: true },
  );
  const locationsAreClients = locations === 'clients';
  const refs = new References(services, { ...operator, id: clientId }, { locationsAreClients, highest });
  await refs.load();
  const report = emptyReport(path, startedAt, refs);
  const tally = new Tally(report);
  const run = new Run(services, {
    reading,
    refs,
    matrix,
    tally,
    locationsAreClients,
    signal,
    progress: () => progress('importing', report.rows.read, total),
  });
  await run.all();
  report.proof = await reconcile(services, { reading, clientId, refs, signal }, (done) =>
    progress('proving', done, total),
  );
  report.interrupted = signal?.aborted ?? false;
  const { imported, presentBefore, setAside, refused } = report.rows;
  report.rows.notReached = Math.max(0, total - imported - presentBefore - setAside - refused);
  report.seconds = Math.round((performance.now() - from) / 100) / 10;
  report.ok =
    !report.interrupted &&
    report.problems.length === 0 &&
    report.proof.differences.length === 0 &&
    report.rows.notReached === 0;
  return report;
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
