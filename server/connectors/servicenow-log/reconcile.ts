import { type Services, withContext } from '#platform/context/index.ts';
import { type Incident, incidentsOf, type Reading } from './incidents.ts';
import { IMPORTER, type References } from './references.ts';
import { SOURCE } from './replay.ts';
import { emptyProof, note, type Proof, type Report } from './report.ts';
import type { LogRow } from './row.ts';
import { isKnown, nameOf, type State } from './states.ts';
import { rowsOf } from './tally.ts';

const BATCH = 200;
const FIGURES = ['reassignment_count', 'reopen_count', 'sys_mod_count'] as const;
type Figure = (typeof FIGURES)[number];

type Stored = {
  ref: string;
  client_id: string;
  at: string;
  data: {
    imported: { entry: number; version: number };
    changes?: Record<string, [unknown, unknown]>;
    status?: string;
    priority?: number;
    version?: number;
  };
  now_version: number;
  now_reassignments: number;
  now_reopens: number;
};

/** Fettle's own account of an incident after one entry of the log, rebuilt from the event log alone. */
type Told = { at: string; version: number; reassignments: number; reopens: number; priority: number } & State;

const READ = `
select i.ref, i.client_id, e.at, e.data, t.version as now_version, t.reassignment_count as now_reassignments, t.reopen_count as now_reopens
from imported_tickets i join tickets t on t.client_id = i.client_id and t.id = i.ticket_id
join events e on e.client_id = i.client_id and e.subject_id = i.ticket_id
where i.source = $1 and i.ref = any ($2::text[])
order by i.ref, e.id`;

/**
 * Proves the import: reads the file a second time and compares each row with what the event log says Fettle's ticket was at that
 * moment, and each ticket's counts with the log's. Incidents that were set aside are not here, and so are no difference.
 */
export async function reconcile(
  services: Services,
  {
    reading,
    refs,
    clientId,
    signal,
  }: { reading: Reading; refs: References; clientId: string; signal: AbortSignal | undefined },
  progress: (rows: number) => void,
): Promise<Report['proof']> {
  const proof = emptyProof();
  let rows = 0;
  const compare = async (batch: readonly Incident[]) => {
    const stored = await withContext(services, IMPORTER, (ctx) =>
      ctx.hot<Stored>('imported_events', READ, [SOURCE, batch.map((incident) => incident.ref)]),
    );
    const byIncident = Map.groupBy(stored, (event) => `${event.ref}|${event.client_id}`);
    for (const incident of batch) {
      const owner = refs.clientOf(incident);
      const events = byIncident.get(`${incident.ref}|${owner}`) ?? byIncident.get(`${incident.ref}|${clientId}`);
      if (events) compareOne(proof, incident, events);
    }
    progress(rows);
  };
  let batch: Incident[] = [];
  // Lines that are not compared are read as well, and so count as done.
  const pass = () => {
    rows++;
  };
  for await (const incident of incidentsOf(reading, pass)) {
    if (signal?.aborted) return proof;
    rows += rowsOf(incident);
    if (incident.faults.length === 0) batch.push(incident);
    if (batch.length < BATCH) continue;
    await compare(batch);
    batch = [];
  }
  await compare(batch);
  return proof;
}

function compareOne(proof: Report['proof'], { ref, rows }: Incident, events: readonly Stored[]): void {
  const told = retell(events);
  const differ = (line: number | null, text: string) => {
    if (!note(proof.differences, { incident: ref, line, text })) proof.differencesLeftOut++;
  };
  proof.incidents++;
  rows.forEach((row, position) => {
    proof.rows++;
    const wrong = differencesOf(row, told.get(position + 1));
    if (wrong.length === 0) proof.rowsEqual++;
    else differ(row.line, wrong.join('; '));
  });
  if (told.size !== rows.length + 1) differ(null, `${told.size - 1} entries in Fettle, ${rows.length} in the log`);
  const last = rows.at(-1) as LogRow;
  const end = told.get(rows.length);
  const pairs: Record<Figure, [number, number | undefined]> = {
    reassignment_count: [last.reassignments, end?.reassignments],
    reopen_count: [last.reopens, end?.reopens],
    sys_mod_count: [last.version, end?.version],
  };
  for (const figure of FIGURES) addUp(proof[figure], ...pairs[figure]);
  const final = events.findLast(({ data }) => data.version !== undefined);
  // Whoever worked on the ticket since has moved its counts on; the log's last entry tells whether somebody did.
  if (final?.data.imported && final.data.version === final.now_version) {
    if (final.now_reassignments !== last.reassignments || final.now_reopens !== last.reopens)
      differ(null, `the ticket counts ${final.now_reassignments} reassignments and ${final.now_reopens} reopenings`);
  }
}

/** What the ticket was after each entry of the log, from the changes in the events. Events of later work are left out. */
function retell(events: readonly Stored[]): Map<number, Told> {
  const told = new Map<number, Told>();
  let now: Told = { at: '', version: 0, reassignments: 0, reopens: 0, priority: 0, status: '', hold: null };
  for (const { at, data } of events) {
    if (!data.imported) continue;
    const { changes = {} } = data;
    const after = <T>(column: string, before: T): T => (column in changes ? (changes[column]?.[1] as T) : before);
    now = {
      at,
      version: data.imported.version,
      reassignments: after('reassignment_count', now.reassignments),
      reopens: after('reopen_count', now.reopens),
      priority: after('priority', data.priority ?? now.priority),
      status: after('status', data.status ?? now.status),
      hold: after('hold_reason', now.hold),
    };
    told.set(data.imported.entry, now);
  }
  return told;
}

function differencesOf(row: LogRow, told: Told | undefined): string[] {
  if (!told) return ['is not in the event log'];
  const state = nameOf(told);
  const pairs: [string, unknown, unknown][] = [
    ['sys_updated_at', row.at, told.at],
    ['sys_mod_count', row.version, told.version],
    ['reassignment_count', row.reassignments, told.reassignments],
    ['reopen_count', row.reopens, told.reopens],
    ['priority', row.priority ?? told.priority, told.priority],
    // A state that Fettle does not know is kept by its name and moves nothing.
    ['incident_state', isKnown(row.values.incident_state) ? row.values.incident_state : state, state],
  ];
  return pairs
    .filter(([, log, fettle]) => log !== fettle)
    .map(([name, log, fettle]) => `${name} is ${log} in the log and ${fettle} in Fettle`);
}

function addUp(proof: Proof, log: number, fettle: number | undefined): void {
  proof.log += log;
  proof.fettle += fettle ?? 0;
  proof.incidentsCompared++;
  if (log === fettle) proof.incidentsEqual++;
}
