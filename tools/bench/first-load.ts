import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const WEB = join(import.meta.dirname, '../../dist/web');

/** What a first load may weigh, in kilobytes of gzipped JavaScript. */
export const FIRST_LOAD_KB = 300;

/** Kilobytes of gzipped JavaScript that a browser fetches to show a page, the queue: the entry, the page, and all they import. */
export function firstLoadKilobytes(page = 'queue-page'): number {
  const html = readFileSync(join(WEB, 'index.html'), 'utf8');
  const entries = [...html.matchAll(/(?:src|href)="\/([^"]+\.js)"/g)].map((match) => match[1] as string);
  const chunks = readdirSync(join(WEB, 'assets')).filter((name) => name.startsWith(`${page}-`) && name.endsWith('.js'));
  if (chunks.length === 0) throw new Error(`There is no chunk of ${page} in ${WEB}.`);
  const needed = new Set<string>();
  for (const queue = [...entries, ...chunks.map((name) => `assets/${name}`)]; queue.length > 0; ) {
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
