import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'rolldown/utils';
import { expect, test } from 'vitest';

type Node = { type: string; start: number; [key: string]: unknown };

/** Attributes that nobody reads, sees or hears. */
const UNREAD =
  /^(className|style|data-[a-z-]+|to|href|src|type|size|variant|component|color|c|key|it|role|rel|target)$/;
/** An operation of the API, a name with a dot such as those of messages and drafts, a class, a style, an address, a media query, a name of a key. */
const NO_WORDS =
  /^\([a-z-]+: [a-z]+\)$|^(GET|POST|PUT|PATCH|DELETE) \/|^[\w-]+(\.[\w-]*)+$|^f-|^[#/]|--[a-z]|^(Enter|Escape)$/;
/** Words that people read: two in a row, or one with a capital. The name of the product is the same in every language. */
const WORDS = /\p{L}{2,}[,.:]? \p{L}{2,}|^\p{Lu}\p{Ll}{2,}/u;

const isWords = (text: string) => WORDS.test(text.replaceAll('Fettle', '').trim()) && !NO_WORDS.test(text.trim());

/** What a file says by itself, with its line. */
function literalsOf(file: string, text: string): string[] {
  const found: string[] = [];
  const note = (at: number, said: string) =>
    found.push(`${file}:${text.slice(0, at).split('\n').length} ${said.trim()}`);
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) for (const child of node) walk(child);
    if (Array.isArray(node) || typeof node !== 'object' || node === null || !('type' in node)) return;
    const { type, start, value, ...rest } = node as Node;
    if (/^(Import|Export(All|Named)).*Declaration$/.test(type) && 'source' in rest && rest['source']) return;
    if (type.startsWith('TS') && !/^TS(As|Satisfies|NonNull)Expression$/.test(type)) return;
    if (type === 'JSXAttribute' && UNREAD.test(String((rest['name'] as { name?: unknown }).name))) return;
    if (type === 'JSXText' && /\p{L}/u.test(String(value))) note(start, String(value));
    if (type === 'Literal' && typeof value === 'string' && isWords(value)) note(start, value);
    if (type === 'TemplateElement' && isWords((value as { cooked: string }).cooked))
      note(start, (value as { cooked: string }).cooked);
    for (const [name, child] of Object.entries({ ...rest, value })) if (name !== 'range') walk(child);
  };
  walk(parseSync(file, text).program);
  return found;
}

function* sources(folder: string): Generator<string> {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) {
      if (name !== 'words') yield* sources(path);
    } else if (/\.tsx?$/.test(name) && !name.includes('.test.')) yield path;
  }
}

/** The portal, and what it takes from the shared parts that says much. */
const SPEAKING = ['portal', 'ui/answers', 'ui/approvals'];

test('the portal says nothing that is not in its catalogues', () => {
  const web = join(import.meta.dirname, '../..');
  const found = SPEAKING.flatMap((folder) => [...sources(join(web, folder))]).flatMap((path) =>
    literalsOf(path.slice(web.length + 1), readFileSync(path, 'utf8')),
  );
  expect(found).toEqual([]);
});

test.each([
  ['<h1>Tickets</h1>', 1],
  ['<input aria-label="Your answer" />', 1],
  ["<p>{open ? 'Nothing is open' : t('tickets.done')}</p>", 1],
  ['toast.done(`Approved: $' + '{name}`)', 1],
  ['<title>{`$' + "{t('tickets.title')} · Fettle`}</title>", 0],
  ['<p className="f-portal-note f-dim">{t(\'x.y\')}</p>', 0],
  ["useGet('GET /portal/tickets', { state: 'open' })", 0],
])('%s says %d things by itself', (code, count) => {
  expect(literalsOf('page.tsx', code)).toHaveLength(count);
});
