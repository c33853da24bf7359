import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { PROBLEMS } from '#kernel/errors.ts';
import { anchorOf, pageOf } from './markdown.ts';
import { ORDER } from './order.ts';

const DOCS = join(import.meta.dirname, '../../../docs');
const FILES = [
  ...readdirSync(join(DOCS, 'guide')).map((name) => join(DOCS, 'guide', name)),
  join(DOCS, 'import-servicenow-log.md'),
].filter((path) => path.endsWith('.md'));

test('every page has its place', () => {
  expect(FILES.map((path) => basename(path, '.md')).sort()).toEqual([...ORDER].sort());
});

test.each(FILES.map((path) => [basename(path), path]))('%s links only to what is there', (_name, path) => {
  const text = readFileSync(path, 'utf8');
  const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1] ?? '');
  for (const link of links.filter((one) => !/^(https?:|\/api)/.test(one))) {
    const [file = '', anchor] = link.split('#');
    const target = file === '' ? path : join(dirname(path), file);
    expect([link, existsSync(target)]).toEqual([link, true]);
    if (anchor) expect(pageOf(readFileSync(target, 'utf8')).html).toContain(`id="${anchor}"`);
  }
});

test('links between pages stay in the app, from either folder', () => {
  const { html } = pageOf('# A\n\n[b](queue.md#the-keys) [c](../import-servicenow-log.md) [d](guide/running.md)\n');
  expect([...html.matchAll(/href="([^"]+)"/g)].map((match) => match[1])).toEqual([
    '/guide/queue#the-keys',
    '/guide/import-servicenow-log',
    '/guide/running',
  ]);
});

test('every problem that the API names is explained, where its type points to', () => {
  const { html } = pageOf(readFileSync(join(DOCS, 'guide/problems.md'), 'utf8'));
  for (const code of Object.keys(PROBLEMS)) expect(html).toContain(`<h2 id="${anchorOf(code)}">`);
});
