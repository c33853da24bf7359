import { COLUMNS } from './columns.ts';
import type { Incident } from './incidents.ts';
import { note, type Report } from './report.ts';
import type { Refused } from './row.ts';
import { type State, stateFor } from './states.ts';

const LINES_TOLD = 100;

/** Counts what was read into the report, and notes what could not be taken. */
export class Tally {
  readonly #report: Report;

  constructor(report: Report) {
    this.#report = report;
  }

  read(incident: Incident): void {
    this.#report.incidents.read++;
    this.#report.rows.read += rowsOf(incident);
    let state: State = { status: 'new', hold: null };
    for (const { line, values } of incident.rows) {
      for (const column of COLUMNS) if (values[column] === null) this.#unknownCell(column);
      const next = stateFor(values.incident_state, state);
      if (next === null) this.#unknownState(values.incident_state ?? '?', line);
      state = next ?? state;
    }
  }

  imported(incidents: readonly Incident[], events: number): void {
    const report = this.#report;
    report.events += events;
    report.incidents.imported += incidents.length;
    for (const incident of incidents) report.rows.imported += rowsOf(incident);
  }

  presentBefore(incident: Incident): void {
    this.#report.incidents.presentBefore++;
    this.#report.rows.presentBefore += rowsOf(incident);
  }

  differing(incident: Incident): void {
    this.#report.incidents.differing++;
    this.setAside(incident, [
      faultOf(incident, 'was imported before with another content; the ticket was left as it is'),
    ]);
  }

  refusedBy(incident: Incident, reason: string): void {
    this.setAside(incident, [faultOf(incident, `was refused: ${reason}`)]);
  }

  setAside(incident: Incident, faults: readonly Refused[]): void {
    this.#report.incidents.setAside++;
    this.#report.rows.setAside += rowsOf(incident);
    for (const fault of faults) this.#tell(fault);
  }

  /** A line that belongs to no incident. */
  refused(fault: Refused): void {
    this.#report.rows.read++;
    this.#report.rows.refused++;
    this.#tell(fault);
  }

  #tell({ line, ref, text }: Refused): void {
    if (!note(this.#report.problems, { line, incident: ref, text })) this.#report.problemsLeftOut++;
  }

  #unknownCell(column: string): void {
    const { unknown } = this.#report;
    unknown[column] = (unknown[column] ?? 0) + 1;
  }

  #unknownState(name: string, line: number): void {
    const state = this.#report.unknownStates[name] ?? { rows: 0, lines: [] };
    this.#report.unknownStates[name] = state;
    state.rows++;
    note(state.lines, line, LINES_TOLD);
  }
}

/** An incident's rows, those with faults among them: several faults may lie in one line. */
export function rowsOf({ rows, faults }: Incident): number {
  return new Set([...rows.map(({ line }) => line), ...faults.map(({ line }) => line)]).size;
}

const faultOf = ({ ref, rows }: Incident, text: string): Refused => ({ line: rows[0]?.line ?? 0, ref, text });
