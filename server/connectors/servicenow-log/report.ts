import type { Kind } from './references.ts';

/** Something in the file that could not be taken as it stands. */
export type Problem = { line: number; incident: string | null; text: string };

/** One figure of the log against what Fettle holds. */
export type Proof = { log: number; fettle: number; incidentsEqual: number; incidentsCompared: number };

/** What an import did and found. Saved as JSON; `ok` decides the exit code. */
export type Report = {
  source: 'servicenow-log';
  file: string;
  attribution: string;
  startedAt: string;
  seconds: number;
  ok: boolean;
  interrupted: boolean;
  rows: {
    read: number;
    imported: number;
    presentBefore: number;
    setAside: number;
    refused: number;
    notReached: number;
  };
  incidents: { read: number; imported: number; presentBefore: number; differing: number; setAside: number };
  /** Events written for the rows (one or more each) and for the creations. */
  events: number;
  made: Record<Kind, number>;
  mapped: { column: string; as: string }[];
  /** Cells that say "?", by column. */
  unknown: Record<string, number>;
  unknownKept: string;
  /** States that Fettle has no status for, and the (first) lines they stand in: the status stays, the state is kept in the event. */
  unknownStates: Record<string, { rows: number; lines: number[] }>;
  problems: Problem[];
  problemsLeftOut: number;
  proof: {
    incidents: number;
    rows: number;
    reassignment_count: Proof;
    reopen_count: Proof;
    sys_mod_count: Proof;
    /** Rows whose state, priority, counts, version and instant are the same in Fettle's event log. */
    rowsEqual: number;
    differences: { incident: string; line: number | null; text: string }[];
    differencesLeftOut: number;
  };
};

export const ATTRIBUTION =
  'Of the public log: C. Amaral, M. Fantinato, S. Peres, "Incident management process enriched event log", 2018, UCI Machine Learning Repository, https://doi.org/10.24432/C57S4H, CC BY 4.0.';

export const MAPPED: Report['mapped'] = [
  { column: 'number', as: 'external reference; its digits are the number in the ticket’s key' },
  { column: 'incident_state', as: 'status and hold reason' },
  { column: 'reassignment_count, reopen_count', as: 'the counts of the ticket, from the log and not reckoned anew' },
  { column: 'sys_mod_count', as: 'the version in each event’s imported entry' },
  { column: 'caller_id', as: 'requester: a contact of the client' },
  { column: 'opened_at, sys_updated_at', as: 'instants of the creation and of each event' },
  { column: 'sys_updated_by', as: 'name of who acted in each event' },
  { column: 'opened_by', as: 'name of who acted in the creation, and kept' },
  { column: 'contact_type', as: 'source, and kept' },
  { column: 'location', as: 'site of the client, or client of its own (--locations clients)' },
  { column: 'category, subcategory', as: 'category, two levels' },
  { column: 'u_symptom, cmdb_ci, problem_id, rfc, vendor, caused_by, closed_code', as: 'custom fields' },
  { column: 'impact, urgency, priority', as: 'the same, with the log’s own matrix as a setting of the client' },
  { column: 'assignment_group', as: 'team' },
  { column: 'assigned_to, resolved_by', as: 'inactive staff without sign-in' },
  { column: 'resolved_at, closed_at', as: 'when it was resolved and closed, from the row on that reaches the instant' },
  {
    column: 'active, made_sla, opened_by, sys_created_by, sys_created_at, knowledge, u_priority_confirmation, notify',
    as: 'kept word for word: changes in each event, the last value in imported_tickets.kept',
  },
];

export const UNKNOWN_KEPT =
  'A "?" is stored as nothing: no requester, site, category, team, person or instant, and no value in a field. Where the log knows no impact or urgency the one before stays, medium at first.';

export function emptyProof(): Report['proof'] {
  const none = (): Proof => ({ log: 0, fettle: 0, incidentsEqual: 0, incidentsCompared: 0 });
  return {
    incidents: 0,
    rows: 0,
    reassignment_count: none(),
    reopen_count: none(),
    sys_mod_count: none(),
    rowsEqual: 0,
    differences: [],
    differencesLeftOut: 0,
  };
}

/** Adds to a list that people read, up to a length; what is left out is counted. */
export function note<T>(list: T[], item: T, most = 1_000): boolean {
  if (list.length >= most) return false;
  list.push(item);
  return true;
}
