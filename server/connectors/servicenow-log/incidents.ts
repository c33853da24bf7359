import { createHash } from 'node:crypto';
import type { FileCheck } from './check.ts';
import { COLUMNS } from './columns.ts';
import { linesOf } from './lines.ts';
import { isHeader, type LogRow, parseHeader, parseRow, type Refused } from './row.ts';

/** An incident's whole history as the log has it. With faults it is set aside: no history is written in part. */
export type Incident = { ref: string; rows: LogRow[]; faults: Refused[] };

export type Reading = Pick<FileCheck, 'damage' | 'parted'> & { path: string; timeZone: string };

/**
 * The log's incidents in their order. Lines that cannot be told to belong to any incident go to `refuse`; between two rows of one
 * incident they may be its own, and set it aside. Throws where the first line is no header of such a log.
 */
export async function* incidentsOf(reading: Reading, refuse: (fault: Refused) => void): AsyncGenerator<Incident> {
  const lines = linesOf(reading.path);
  const first = await lines.next();
  const header = parseHeader(first.done ? '' : first.value.text);
  let current = null as Incident | null;
  let strays: Refused[] = [];
  let last = 1;
  for await (const line of lines) {
    const row = parseRow(line, header, reading.timeZone);
    last = line.number;
    if (row.ref === null) {
      if (isHeader(line.text, header)) refuse({ line: last, ref: null, text: 'is the header again' });
      else strays.push(row as Refused);
      continue;
    }
    if (current?.ref === row.ref) adopt(current, strays);
    else {
      for (const fault of strays) refuse(fault);
      if (current) yield current;
      current = { ref: row.ref, rows: [], faults: [] };
      if (reading.parted.has(row.ref)) current.faults.push({ line: last, ref: row.ref, text: PARTED });
    }
    strays = [];
    if ('text' in row) current.faults.push(row);
    else current.rows.push(row);
  }
  if (!current) {
    for (const fault of strays) refuse(fault);
    return;
  }
  // What stands last may be the beginning of a row that was cut off.
  adopt(current, strays);
  if (reading.damage)
    current.faults.push({ line: last, ref: current.ref, text: `is the last that can be read: ${reading.damage}` });
  yield current;
}

function adopt(incident: Incident, strays: readonly Refused[]): void {
  incident.faults.push(...strays.map((fault) => ({ ...fault, ref: incident.ref })));
}

const PARTED =
  'and other rows of its incident stand apart; put the rows of an incident together (sort by number, then sys_updated_at)';

/** The same for the same content, wherever in a file it stands. */
export function digestOf(incident: Incident): string {
  const hash = createHash('sha256');
  for (const { values } of incident.rows) hash.update(`${COLUMNS.map((column) => values[column] ?? '?').join('|')}\n`);
  return hash.digest('hex');
}
