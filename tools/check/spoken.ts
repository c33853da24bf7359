import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseSync } from 'rolldown/utils';
import type { Area } from '#web/portal/words/areas.ts';
import EN from '#web/portal/words/en/index.ts';
import { resolve } from './walls.ts';

const ROOT = join(import.meta.dirname, '../..');
const START = 'web/portal/main.tsx';
type Node = { type: string; [key: string]: unknown };
type Source = {
  /** Files that come along with it. */
  along: string[];
  /** Files that it fetches later, and the words that it fetches beside each. */
  later: { file: string; areas: Area[] }[];
  /** Messages that it says, by key. */
  says: string[];
};

/** Which file of words has a message; what every page says is in none of them. */
const areaOf = new Map<string, Area>();
const { first, ...rest } = EN;
for (const [area, load] of Object.entries(rest))
  for (const key of Object.keys((await load()).default)) areaOf.set(key, area as Area);

/** The messages that a text names: one by its key, or all that begin as it does, as in `status.${state}`. */
const named = (text: string, begins: boolean): string[] =>
  begins && text.includes('.')
    ? [...areaOf.keys()].filter((key) => key.startsWith(text))
    : areaOf.has(text)
      ? [text]
      : [];

const sources = new Map<string, Source>();

function sourceOf(file: string): Source {
  const known = sources.get(file);
  if (known) return known;
  const found = read(file, readFileSync(join(ROOT, file), 'utf8'));
  sources.set(file, found);
  return found;
}

/** What a file of the portal, or of what it shares, brings along, fetches and says. */
export function read(file: string, text: string): Source {
  const found: Source = { along: [], later: [], says: [] };
  const path = (source: unknown): string | null => {
    const target = resolve(file, String((source as { value?: unknown } | null)?.value ?? ''));
    return target && /^(web|shared|client)\/.*\.tsx?$/.test(target) && existsSync(join(ROOT, target)) ? target : null;
  };
  const walk = (node: unknown, areas: Area[]): void => {
    if (Array.isArray(node)) for (const child of node) walk(child, areas);
    if (Array.isArray(node) || typeof node !== 'object' || node === null || !('type' in node)) return;
    const { type, ...parts } = node as Node;
    if (type.startsWith('Import') || type.startsWith('Export')) {
      const target = path(parts['source']);
      const isType = parts['importKind'] === 'type' || parts['exportKind'] === 'type';
      if (target && type === 'ImportExpression') found.later.push({ file: target, areas });
      else if (target && !isType) found.along.push(target);
    }
    if (type === 'Literal' && typeof parts['value'] === 'string') found.says.push(...named(parts['value'], false));
    if (type === 'TemplateElement') found.says.push(...named((parts['value'] as { cooked: string }).cooked, true));
    const beside =
      type === 'CallExpression' && (parts['callee'] as { name?: string }).name === 'saying'
        ? (parts['arguments'] as { value?: Area }[]).flatMap(({ value }) => value ?? [])
        : areas;
    for (const child of Object.values(parts)) walk(child, beside);
  };
  walk(parseSync(file, text).program, []);
  return found;
}

/** A file and all that comes along with it. */
function chunkOf(file: string, known = new Set<string>()): Set<string> {
  if (known.has(file)) return known;
  known.add(file);
  for (const next of sourceOf(file).along) chunkOf(next, known);
  return known;
}

/** What the portal says without having fetched its words: by which file, the message, and the area that has it. */
export function unfetchedWords(): string[] {
  const faults = new Set<string>();
  const seen = new Set<string>();
  const visit = (start: string, there: readonly Area[]): void => {
    const step = `${start} ${[...there].sort()}`;
    if (seen.has(step)) return;
    seen.add(step);
    for (const file of chunkOf(start)) {
      const { says, later } = sourceOf(file);
      for (const key of says) {
        const area = areaOf.get(key) as Area;
        if (!there.includes(area)) faults.add(`${file}: ${key} of ${area}, with ${start}`);
      }
      // The words themselves are fetched by what is said.
      if (file.startsWith('web/portal/words/')) continue;
      for (const { file: next, areas } of later) visit(next, [...new Set([...there, ...areas])]);
    }
  };
  visit(START, []);
  return [...faults];
}

/** The areas of words that are fetched beside each page of the portal, by its name. */
export const wordsOfPages = (): ReadonlyMap<string, readonly Area[]> =>
  new Map(sourceOf('web/portal/routes.ts').later.map(({ file, areas }) => [basename(file, '.tsx'), areas]));
