import { readdirSync } from 'node:fs';
import type { TSchema } from 'typebox';
import { MODULES } from '#server/modules.ts';
import { printType } from './print-type.ts';

const SHARED = new URL('../../shared/', import.meta.url);
const BASE = '/api/v1';

/** Names of the schemas that shared/ exports, so that a ticket is `TicketView` everywhere and written out once. */
async function sharedNames(): Promise<Map<string, { name: string; schema: TSchema }>> {
  const names = new Map<string, { name: string; schema: TSchema }>();
  for (const file of readdirSync(SHARED).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))) {
    const exported = (await import(new URL(file, SHARED).href)) as Record<string, unknown>;
    for (const [name, value] of Object.entries(exported)) {
      const text = typeof value === 'object' && value !== null ? JSON.stringify(value) : '';
      // Short ones read better in place; of two names for one shape the first stands.
      if (!text.startsWith('{') || !text.includes('"properties"') || names.has(text)) continue;
      if ([...names.values()].some((known) => known.name === name))
        throw new Error(
          `shared/ calls two shapes ${name}: the client would take one for the other. Rename that of ${file}`,
        );
      names.set(text, { name, schema: value as TSchema });
    }
  }
  return names;
}

/** The text of client/operations.gen.ts: every operation of the API with the types of what goes in and comes out. */
export async function operationsFile(): Promise<string> {
  const named = await sharedNames();
  const used = new Map<string, string>();
  const print = (schema: TSchema, top = true): string =>
    printType(schema, (inner) => {
      const known = named.get(JSON.stringify(inner));
      if (!known || (!top && inner === schema)) return null;
      if (!used.has(known.name)) {
        used.set(known.name, '');
        used.set(known.name, print(known.schema, false));
      }
      return known.name;
    });
  const routes = MODULES.flatMap((module) => module.routes ?? []).filter(({ options }) => options.url.startsWith(BASE));
  const nameOf = ({ method, url }: { method: string; url: string }) =>
    `'${method} ${url.slice(BASE.length).replaceAll(/:(\w+)/g, '{$1}')}'`;
  const operations = routes
    .map(({ options }) => options)
    .map((options) => {
      const { summary, params, query, body, response } = options;
      const parts = [
        params && `params: ${print(params)}`,
        query && `query: ${print(query)}`,
        body && `body: ${print(body)}`,
        `answer: ${print(response)}`,
      ].filter(Boolean);
      return `  /** ${summary} */\n  ${nameOf(options)}: { ${parts.join('; ')} };`;
    });
  const unrepeatable = routes
    .filter(({ free, options }) => free && options.method === 'POST')
    .map(({ options }) => `  ${nameOf(options)},`);
  const types = [...used]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([name, text]) => `export type ${name} = ${text};`);
  return [
    '// Generated from the routes by `node tools/generate/operations.ts`; do not edit.',
    ...types,
    '/** Every operation of the API, by method and path below /api/v1. */',
    `export type Operations = {\n${operations.join('\n')}\n};`,
    `/** What keeps no answer for a repeat, so that a lost answer must not be asked for again. */\nexport const UNREPEATABLE: ReadonlySet<string> = new Set([\n${unrepeatable.join('\n')}\n]);`,
    '',
  ].join('\n\n');
}
