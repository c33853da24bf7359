import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { LANGUAGES } from '#shared/languages.ts';
import { wordsOfPages } from '../check/spoken.ts';

const WEB = join(import.meta.dirname, '../../dist/web');

/** What a first load may weigh, in kilobytes of gzipped JavaScript. */
export const FIRST_LOAD_KB = 300;

/** The same of the portal, which people open on their phones. */
export const PORTAL_FIRST_LOAD_KB = 150;

/** Kilobytes of gzipped JavaScript that a browser fetches to show a page, the queue: the entry, the page, and all they import. */
export function firstLoadKilobytes(page = 'queue-page', html = 'index.html', around: readonly string[] = []): number {
  const entry = readFileSync(join(WEB, html), 'utf8');
  const entries = [...entry.matchAll(/(?:src|href)="\/([^"]+\.js)"/g)].map((match) => match[1] as string);
  const chunks = [page, ...around].flatMap(chunksOf);
  const needed = new Set<string>();
  for (const queue = [...entries, ...chunks.map((name) => `assets/${name}`)]; queue.length > 0; ) {
    const file = queue.pop() as string;
    if (needed.has(file) || !statSync(join(WEB, file), { throwIfNoEntry: false })) continue;
    needed.add(file);
    queue.push(...importsOf(readFileSync(join(WEB, file), 'utf8')).map((name) => `assets/${name}`));
  }
  return [...needed].reduce((sum, file) => sum + weightOf(file), 0) / 1000;
}

const weights = new Map<string, number>();

/** Bytes of a built file as it is sent. */
function weightOf(file: string): number {
  const known = weights.get(file) ?? gzipSync(readFileSync(join(WEB, file)), { level: 9 }).length;
  weights.set(file, known);
  return known;
}

/** Pages of the portal that open before anybody is signed in, without its frame. */
export const PORTAL_DOORS = [
  'portal-enter-page',
  'portal-password-page',
  'portal-decide-page',
  'portal-rate-page',
  'portal-stop-mail-page',
];

/** Kilobytes that a browser fetches to show a page of the portal, in the language whose words weigh most. */
export function portalFirstLoadKilobytes(page: string): number {
  const name = page.replace(/^portal-/, '');
  const areas = wordsOfPages().get(name);
  if (!areas) throw new Error(`No route of the portal leads to ${name}.`);
  return Math.max(
    ...LANGUAGES.map((language) => {
      // What every page says has the language's own name.
      const words = [language, ...areas].map((area) => `portal-${language}-${area}`);
      return firstLoadKilobytes(page, 'portal.html', [...framesOf(page), ...words]);
    }),
  );
}

/** What stands around a page of the portal. */
function framesOf(page: string): string[] {
  if (PORTAL_DOORS.includes(page)) return [];
  return [/^portal-articles?-page$/.test(page) ? 'portal-reading-frame' : 'portal-frame'];
}

/** The names of all pages of the portal, as their chunks have them. */
export function portalPages(): string[] {
  const names = readdirSync(join(WEB, 'assets')).flatMap(
    (file) => /^(portal-.*page)-[\w-]{8}\.js$/.exec(file)?.[1] ?? [],
  );
  return [...new Set(names)].sort();
}

/** The chunk of a page: its name and a hash. */
function chunksOf(page: string): string[] {
  const chunk = new RegExp(`^${page}-[\\w-]{8}\\.js$`);
  const found = readdirSync(join(WEB, 'assets')).filter((name) => chunk.test(name));
  if (found.length === 0) throw new Error(`There is no chunk of ${page} in ${WEB}.`);
  return found;
}

/** The chunks that a built file imports before it runs; what it imports later, on demand, is not among them. */
function importsOf(text: string): string[] {
  return [...text.matchAll(/(?:from|^import|;import)\s*"\.\/([^"]+\.js)"/g)].map((match) => match[1] as string);
}
