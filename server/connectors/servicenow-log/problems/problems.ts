import { type Day, dayNumber, detectProblems, type Incident, type Names, type Proposal } from '#kernel/problem.ts';
import { checkFile } from '../check.ts';
import { incidentsOf, type Incident as LoggedIncident } from '../incidents.ts';

/** An incident of the log as the detector sees it, with the problem that the desk itself linked to it. */
type Seen = Incident & { readonly linked: string | null };

/** A problem of the desk's own, beside the proposal that has most of its incidents. */
export type OwnProblem = {
  readonly name: string;
  readonly incidents: number;
  readonly clients: number;
  readonly from: Day;
  readonly to: Day;
  /** How many of them are in one proposal at most, which one, and since when it was there; null where none has any. */
  readonly best: { readonly count: number; readonly proposal: Proposal; readonly on: Day } | null;
};

export type LogProblems = {
  readonly incidents: number;
  readonly setAside: number;
  readonly clients: number;
  readonly from: Day;
  readonly to: Day;
  /** Every Monday that was looked at, with what was proposed then. */
  readonly mondays: readonly { readonly day: Day; readonly proposals: readonly Proposal[] }[];
  /** Every proposal once, when it was strongest, with the first Monday on which it was made. */
  readonly proposals: readonly { readonly first: Day; readonly strongest: Proposal; readonly on: Day }[];
  /** Incidents that are named as evidence at least once. */
  readonly named: number;
  readonly own: readonly OwnProblem[];
  /** What the detector itself took, in milliseconds, over all Mondays, and at most for one. */
  readonly took: { readonly all: number; readonly most: number };
};

const LEAST_OF_PROBLEM = 3;
const MONDAY = 4;

/** Names of a log are what its columns hold. */
const same = (id: string) => id;
export const LOG_NAMES: Names = { item: same, category: same, service: same, alert: same, advisory: same };

/**
 * Lets the detector look at a log as it would have on every Monday of it, nothing being decided about what it proposes. Each location
 * counts as a client. Needs no database.
 */
export async function problemsOfLog(
  path: string,
  timeZone: string,
  progress: (done: number, total: number) => void = () => {},
): Promise<LogProblems> {
  const { rows: total, damage, parted } = await checkFile(path);
  const seen: Seen[] = [];
  let [setAside, done] = [0, 0];
  for await (const logged of incidentsOf({ path, timeZone, damage, parted }, () => {})) {
    done += logged.rows.length;
    progress(done, total);
    const incident = logged.faults.length > 0 ? null : seenOf(logged);
    if (incident) seen.push(incident);
    else setAside += 1;
  }
  const days = seen.map(({ day }) => day).sort((a, b) => a - b);
  const [from, to] = [days[0] ?? 0, days.at(-1) ?? 0];
  const took = { all: 0, most: 0 };
  const mondays = mondaysWithin(from, to).map((day) => {
    const began = performance.now();
    const proposals = detectProblems({ incidents: seen }, day);
    const ms = performance.now() - began;
    took.all += ms;
    took.most = Math.max(took.most, ms);
    return { day, proposals };
  });
  const named = new Set(mondays.flatMap(({ proposals }) => proposals.flatMap((one) => one.incidents)));
  return {
    incidents: seen.length,
    setAside,
    clients: new Set(seen.map(({ clientId }) => clientId)).size,
    from,
    to,
    mondays,
    proposals: onceEach(mondays),
    named: named.size,
    own: ownProblems(seen, mondays),
    took,
  };
}

/** What is known of an incident at its end: the log names its subject late. */
function seenOf({ ref, rows }: LoggedIncident): Seen | null {
  const last = rows.at(-1);
  if (!last) return null;
  const { location, category, subcategory, u_symptom: symptom, cmdb_ci: item, caller_id: caller } = last.values;
  return {
    clientId: location ?? 'No location',
    id: ref,
    day: dayNumber(last.openedAt.slice(0, 10)),
    categoryId: category && [category, subcategory].filter(Boolean).join(' › '),
    serviceId: null,
    itemId: item,
    person: caller,
    // The log has no text; what somebody chose as the symptom is the nearest to what was said.
    words: symptom ? [symptom] : [],
    minutes: 0,
    inProblem: false,
    linked: last.values.problem_id,
  };
}

function mondaysWithin(from: Day, to: Day): Day[] {
  const first = from + ((((MONDAY - from) % 7) + 7) % 7);
  return Array.from({ length: Math.floor((to - first) / 7) + 2 }, (_, week) => first + 7 * week);
}

const nameOf = ({ clientId, group }: Proposal) => `${clientId} ${group}`;

function onceEach(mondays: LogProblems['mondays']): LogProblems['proposals'] {
  const known = new Map<string, { first: Day; strongest: Proposal; on: Day }>();
  for (const { day, proposals } of mondays)
    for (const proposal of proposals) {
      const before = known.get(nameOf(proposal));
      if (!before) known.set(nameOf(proposal), { first: day, strongest: proposal, on: day });
      else if (proposal.strength > before.strongest.strength) Object.assign(before, { strongest: proposal, on: day });
    }
  return [...known.values()].sort((a, b) => b.strongest.strength - a.strongest.strength);
}

function ownProblems(seen: readonly Seen[], mondays: LogProblems['mondays']): OwnProblem[] {
  const linked = Map.groupBy(
    seen.filter((one) => one.linked !== null),
    (one) => one.linked ?? '',
  );
  return [...linked]
    .filter(([, members]) => members.length >= LEAST_OF_PROBLEM)
    .map(([name, members]) => {
      const ids = new Set(members.map(({ id }) => id));
      const days = members.map(({ day }) => day);
      const clients = new Set(members.map(({ clientId }) => clientId)).size;
      const span = { from: Math.min(...days), to: Math.max(...days) };
      return { name, incidents: ids.size, clients, ...span, best: bestFor(ids, mondays) };
    })
    .sort((a, b) => b.incidents - a.incidents || (a.name < b.name ? -1 : 1));
}

function bestFor(ids: ReadonlySet<string>, mondays: LogProblems['mondays']): OwnProblem['best'] {
  let best: OwnProblem['best'] = null;
  for (const { day, proposals } of mondays)
    for (const proposal of proposals) {
      const count = proposal.incidents.filter((id) => ids.has(id)).length;
      if (count > (best?.count ?? 0)) best = { count, proposal, on: day };
    }
  return best;
}
