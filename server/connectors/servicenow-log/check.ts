import { Fault } from '#kernel/errors.ts';
import { linesOf } from './lines.ts';
import { type Header, noLog, numberOf, parseHeader, refOf } from './row.ts';

export type FileCheck = {
  /** Lines after the header that are not blank. */
  rows: number;
  /** The highest number that a record bears, to be kept free for it. */
  highest: number;
  /** Why the end of the file cannot be trusted; null for a whole file. */
  damage: string | null;
  /** Incidents whose rows do not stand together. */
  parted: ReadonlySet<string>;
};

/** Reads the whole file once: how much there is to do, and whether it is whole. Throws where the first line is no header of such a log, or nothing follows. */
export async function checkFile(path: string): Promise<FileCheck> {
  const seen = new Set<string>();
  const parted = new Set<string>();
  const check = { rows: 0, highest: 0, damage: null as string | null, parted };
  let header: Header | null = null;
  let last: string | null = null;
  try {
    for await (const { text } of linesOf(path, { strict: true })) {
      if (header === null) {
        header = parseHeader(text);
        continue;
      }
      check.rows++;
      const ref = refOf(text, header);
      if (ref === null || ref === last) continue;
      if (seen.has(ref)) parted.add(ref);
      seen.add(ref);
      last = ref;
      check.highest = Math.max(check.highest, numberOf(ref) ?? 0);
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (!String(code).startsWith('Z_')) throw error;
    check.damage = code === 'Z_BUF_ERROR' ? 'the gzip file was cut off' : `the gzip file is damaged (${message})`;
  }
  const why = check.damage ? `: ${check.damage}` : '';
  if (header !== null && check.rows === 0)
    throw new Fault('invalid', `This ServiceNow incident log has no rows, only its header${why}.`);
  if (header !== null) return check;
  if (check.damage) throw new Fault('invalid', `Nothing of this file can be read${why}.`);
  throw noLog('is empty');
}
