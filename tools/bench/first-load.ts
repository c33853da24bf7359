import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const WEB = join(import.meta.dirname, '../../dist/web');

/** Kilobytes of gzipped JavaScript that a browser fetches to show the queue: the entry, the queue's page, and all they import. */
export function firstLoadKilobytes(): number {
  const html = readFileSync(join(WEB, 'index.html'), 'utf8');
  const entries = [...html.matchAll(/(?:src|href)="\/([^"]+\.js)"/g)].map((match) => match[1] as string);
  const page = readdirSync(join(WEB, 'assets')).find((name) => /^queue-page-.*\.js$/.test(name));
  const needed = new Set<string>();
  for (const queue = [...entries, ...(page ? [`assets/${page}`] : [])]; queue.length > 0; ) {
    const file = queue.pop() as string;
    if (needed.has(file) || !statSync(join(WEB, file), { throwIfNoEntry: false })) continue;
    needed.add(file);
    queue.push(...importsOf(readFileSync(join(WEB, file), 'utf8')).map((name) => `assets/${name}`));
  }
  const bytes = [...needed].map((file) => gzipSync(readFileSync(join(WEB, file)), { level: 9 }).length);
  return bytes.reduce((sum, size) => sum + size, 0) / 1000;
}

/** The chunks that a built file imports before it runs; what it imports later, on demand, is not among them. */
function importsOf(text: string): string[] {
  return [...text.matchAll(/(?:from|^import|;import)\s*"\.\/([^"]+\.js)"/g)].map((match) => match[1] as string);
}
