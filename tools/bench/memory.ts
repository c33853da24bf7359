import { readdirSync, readFileSync } from 'node:fs';

/**
 * Memory of some processes and all their descendants, in MB. RSS counts what they share (PostgreSQL's buffers) once for each;
 * PSS counts it once in all. Linux only: null elsewhere.
 */
export function memoryOf(roots: readonly number[]): { rss: number; pss: number; processes: number } | null {
  if (process.platform !== 'linux') return null;
  const pids = family(roots);
  let rss = 0;
  let pss = 0;
  let processes = 0;
  for (const pid of pids) {
    const text = read(`/proc/${pid}/smaps_rollup`);
    if (text === null) continue;
    processes++;
    rss += kilobytes(text, 'Rss');
    pss += kilobytes(text, 'Pss');
  }
  return { rss: rss / 1024, pss: pss / 1024, processes };
}

/** The processes and whoever they started, by each process's note of its parent. */
function family(roots: readonly number[]): number[] {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    const stat = /^\d+$/.test(name) ? read(`/proc/${name}/stat`) : null;
    if (stat === null) continue;
    const parent = Number(stat.slice(stat.lastIndexOf(')')).split(' ')[2]);
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const found: number[] = [];
  for (const queue = [...roots]; queue.length > 0; ) {
    const pid = queue.pop() as number;
    found.push(pid);
    queue.push(...(children.get(pid) ?? []));
  }
  return found;
}

function kilobytes(text: string, name: string): number {
  return Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text)?.[1] ?? 0);
}

/** A process may end while it is looked at. */
function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
