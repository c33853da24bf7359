import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';

/** Packages that do I/O; the kernel must stay free of them. */
const IO =
  /^(node:(fs|net|http|https|child_process|dgram|tls|worker_threads)|pg$|pg-boss|fastify|@fastify|pino|kysely)/;
/** Files of shared that hold words and numbers without schemas. */
const WORDS = /^shared\/(vocabulary|permissions|html|languages|(?:said|contract-clauses)\/[\w-]+|[\w-]+-words)\.ts$/;
const ROOMS = ['desk', 'practices', 'business', 'automation', 'channels', 'connectors', 'insight', 'platform'];
const ALIASES: Record<string, string> = {
  '#client/': 'client/',
  '#kernel/': 'server/kernel/',
  '#platform/': 'server/platform/',
  '#shared/': 'shared/',
  '#server/': 'server/',
  '#tests/': 'tests/',
  '#web/': 'web/',
};

export type Violation = { file: string; line: number; message: string };

type Import = { line: number; target: string; typeOnly: boolean };

/** The imports of a file: static ones, re-exports and dynamic ones with a fixed text. */
function importsOf(text: string): Import[] {
  const found: Import[] = [];
  const pattern =
    /(?:^|\n)\s*(import|export)\s+(type\s+)?[^'"\n;]*?(?:\{[^}]*\})?[^'"\n;]*?from\s+'([^']+)'|import\(\s*'([^']+)'\s*\)|(?:^|\n)\s*import\s+'([^']+)'/g;
  for (const match of text.matchAll(pattern)) {
    const target = match[3] ?? match[4] ?? match[5] ?? '';
    found.push({ line: text.slice(0, match.index).split('\n').length + 1, target, typeOnly: match[2] !== undefined });
  }
  return found;
}

/** The feature folder a path lies in, if any: `server/desk/ticket` for anything below it. */
function featureOf(path: string): string | null {
  const [server, room, feature] = path.split('/');
  return server === 'server' && room && feature && ROOMS.includes(room) && path.split('/').length > 3
    ? `server/${room}/${feature}`
    : null;
}

/** The repository path an import points to; null for a package. */
export function resolve(file: string, target: string): string | null {
  if (target.startsWith('.')) return normalize(join(dirname(file), target)).replaceAll('\\', '/');
  const alias = Object.keys(ALIASES).find((prefix) => target.startsWith(prefix));
  return alias ? `${ALIASES[alias]}${target.slice(alias.length)}` : null;
}

/** What one file's imports break of the walls between rooms. */
export function wallFaults(file: string, text: string): Violation[] {
  const faults: Violation[] = [];
  for (const { line, target, typeOnly } of importsOf(text)) {
    const fault = (message: string) => faults.push({ file, line, message: `${message}: ${target}` });
    const path = resolve(file, target);
    if (file.startsWith('server/kernel/') && !file.includes('.test.')) {
      if (path === null ? IO.test(target) : !path.startsWith('server/kernel/') && !path.startsWith('shared/'))
        fault('the kernel is pure and stands on nothing but itself and shared');
    }
    if (file.startsWith('client/') && !file.includes('.test.') && !path?.startsWith('client/'))
      fault('the client stands on nothing, so that it can be copied');
    if (path === null) continue;
    if (file.startsWith('shared/') && !path.startsWith('shared/')) fault('shared imports neither side');
    if (file.startsWith('web/') && path.startsWith('server/') && !path.startsWith('server/kernel/') && !typeOnly)
      fault('the web app takes only types and the pure kernel from the server');
    if (file.startsWith('web/') && path.startsWith('shared/') && !typeOnly && !WORDS.test(path))
      fault('the web app takes types of schemas, and values from shared only where no schema library comes along');
    const feature = featureOf(path);
    if (feature && featureOf(file) !== feature && path !== `${feature}/index.ts`)
      fault(`only ${feature}/index.ts may be imported from outside`);
  }
  return faults;
}

function* sources(folder: string): Generator<string> {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) yield* sources(path);
    else if (/\.tsx?$/.test(name)) yield path;
  }
}

/** Every broken wall below the project's folder. */
export function checkWalls(root: string): Violation[] {
  const folders = ['client', 'server', 'shared', 'web', 'cli', 'tests', 'tools']
    .map((name) => join(root, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false }));
  return folders.flatMap((folder) =>
    [...sources(folder)].flatMap((path) =>
      wallFaults(relative(root, path).replaceAll('\\', '/'), readFileSync(path, 'utf8')),
    ),
  );
}
