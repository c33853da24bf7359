import { createHash } from 'node:crypto';
import { COLUMNS } from './columns.ts';
import { linesOf } from './lines.ts';
import { type LogRow, parseHeader, parseRow, type Refused } from './row.ts';

/** An incident's whole history as the log has it. With faults it is set aside: no history is written in part. */
export type Incident = { ref: string; rows: LogRow[]; faults: Refused[] };

export type Reading = {
  path: string;
  timeZone: string;
  /** Why the end of the file is not to be trusted; the last incident may then lack rows. */
  damage: string | null;
};

/**
 * The log's incidents in their order. Lines that cannot be told to belong to any incident go to `refuse`.
 * Throws where the first line is no header of such a log.
 */
export async function* incidentsOf(reading: Reading, refuse: (fault: Refused) => void): AsyncGenerator<Incident> {
  const lines = linesOf(reading.path);
  const first = await lines.next();
  const header = parseHeader(first.done ? '' : first.value.text);
  const seen = new Set<string>();
  let current = null as Incident | null;
  let last = 1;
  for await (const { number, text } of lines) {
    const row = parseRow(text, number, header, reading.timeZone);
    last = number;
    if (row.ref === null) {
      refuse(row as Refused);
      continue;
    }
    if (current?.ref !== row.ref) {
      if (current) yield current;
      current = { ref: row.ref, rows: [], faults: [] };
      if (seen.has(row.ref)) {
        const text = 'is parted from the other rows of this incident further up';
        current.faults.push({ line: number, ref: row.ref, text });
      }
      seen.add(row.ref);
    }
    if ('text' in row) current.faults.push(row);
    else current.rows.push(row);
  }
  if (!current) return;
  if (reading.damage)
    current.faults.push({ line: last, ref: current.ref, text: `is the last that can be read: ${reading.damage}` });
  yield current;
}

/** The same for the same content, wherever in a file it stands. */
export function digestOf(incident: Incident): string {
  const hash = createHash('sha256');
  for (const { values } of incident.rows) hash.update(`${COLUMNS.map((column) => values[column] ?? '?').join('|')}\n`);
  return hash.digest('hex');
}
