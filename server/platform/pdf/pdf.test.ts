import { monitorEventLoopDelay } from 'node:perf_hooks';
import { crc32, deflateSync } from 'node:zlib';
import { extractText, getDocumentProxy, getMeta } from 'unpdf';
import { expect, test } from 'vitest';
import type { Block, PdfDocument } from './document.ts';
import { paperOf } from './paper.ts';
import { printPdf } from './print.ts';

const documentOf = (blocks: Block[], more: Partial<PdfDocument> = {}): PdfDocument => ({
  title: 'A report',
  author: 'Ada Admin',
  language: 'en',
  madeAt: '2026-11-30T01:00:00.000Z',
  paper: 'A4',
  brand: { name: 'Harbour IT', logo: null, accent: '#1f5fbf' },
  mark: 'HARB-1',
  foot: 'Made today',
  words: { page: 'Page {page} of {pages}', formless: 'Characters shown as □ have no form in this typeface.' },
  blocks,
  ...more,
});

async function readBack(bytes: Buffer) {
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const { text } = await extractText(pdf, { mergePages: false });
  const page = await pdf.getPage(1);
  const kinds = new Set<string>();
  const walk = (node: { role?: string; children?: unknown[] } | null) => {
    if (node?.role) kinds.add(node.role);
    for (const child of node?.children ?? []) walk(child as never);
  };
  walk((await page.getStructTree()) as never);
  return { text, whole: text.join('\n'), view: page.view, kinds, info: (await getMeta(pdf)).info };
}
const print = async (blocks: Block[], more: Partial<PdfDocument> = {}) =>
  readBack(await printPdf(documentOf(blocks, more)));

test('prints what is described, with its title, its structure, and the same head and foot on every page', async () => {
  const { text, whole, view, kinds, info } = await print([
    { kind: 'title', words: 'Mail is down' },
    {
      kind: 'facts',
      facts: [
        ['Client', 'Łódź Логистика ΑΕ'],
        ['Nothing', null],
      ],
    },
    { kind: 'heading', level: 2, words: 'What happened' },
    { kind: 'list', ordered: true, items: [{ words: 'Found' }, { words: 'Mended' }] },
    {
      kind: 'table',
      columns: [
        { head: 'When', share: 1 },
        { head: 'Sum', share: 1, align: 'right' },
      ],
      rows: Array.from({ length: 90 }, (_, nth) => [`Row ${nth}`, String(nth)]),
    },
  ]);
  expect(text.length).toBeGreaterThan(2);
  for (const [nth, page] of text.entries()) {
    expect(page).toContain('Harbour IT');
    expect(page).toContain('HARB-1');
    expect(page).toContain('Made today');
    expect(page).toContain(`Page ${nth + 1} of ${text.length}`);
    expect(page).toContain('When');
  }
  for (const words of ['Mail is down', 'Łódź Логистика ΑΕ', '1.', 'Mended', 'Row 0', 'Row 89'])
    expect(whole).toContain(words);
  expect(whole).not.toContain('Nothing');
  expect(whole).not.toContain('have no form');
  expect(view).toEqual([0, 0, 595.28, 841.89]);
  expect([...kinds]).toEqual(expect.arrayContaining(['Document', 'H1', 'H2', 'L', 'LI', 'Table', 'TR', 'TH', 'TD']));
  expect(info).toMatchObject({ Title: 'A report', Author: 'Ada Admin', IsAcroFormPresent: false });
});

test('reads what people wrote: paragraphs, lists, links, tables, code, and no script', async () => {
  const { whole } = await print([
    {
      kind: 'html',
      html: `<p>First <strong>strong</strong><br>second</p><ol><li>Step one<ul><li>Below</li></ul></li><li><p>Step two</p></li></ol>
        <pre>a  b\n  c</pre><table><tr><th>Key</th><th>Value</th></tr><tr><td>k</td><td>v &amp; w</td></tr></table>
        <p><a href="javascript:alert(1)">bad</a> <a href="https://example.com/x">good</a></p>`,
    },
  ]);
  for (const words of ['strong', 'second', 'Step one', 'Below', 'Step two', 'a b', 'Key', 'v & w', 'bad', 'good'])
    expect(whole).toContain(words);
  const bytes = await printPdf(documentOf([{ kind: 'html', html: '<a href="javascript:alert(1)">bad</a>' }]));
  expect(bytes.includes('/URI')).toBe(false);
  expect(bytes.includes('javascript')).toBe(false);
});

test('says so where a character has no form in the typeface', async () => {
  const { whole } = await print([{ kind: 'text', words: '株式会社 Tanaka 😀' }]);
  expect(whole).toContain('□□□□ Tanaka □');
  expect(whole).toContain('Characters shown as □ have no form in this typeface.');
});

test('cuts a word that is wider than the page, and nothing is lost', async () => {
  const long = 'abcdefghij'.repeat(60);
  const { whole } = await print([{ kind: 'text', words: long }]);
  expect(whole.replace(/\s/g, '')).toContain(long);
});

test('draws a PNG in the place of the name, and keeps the name where the picture cannot be drawn', async () => {
  const logo = { mediaType: 'image/png', bytes: new Uint8Array(png()) };
  const brand = { name: 'Harbour IT', accent: '#1f5fbf' };
  expect((await print([{ kind: 'text', words: 'x' }], { brand: { ...brand, logo } })).whole).not.toContain(
    'Harbour IT',
  );
  for (const broken of [
    { mediaType: 'image/svg+xml', bytes: new TextEncoder().encode('<svg/>') },
    { mediaType: 'image/png', bytes: logo.bytes.slice(0, 20) },
  ])
    expect((await print([{ kind: 'text', words: 'x' }], { brand: { ...brand, logo: broken } })).whole).toContain(
      'Harbour IT',
    );
});

test('while a hundred pages are printed everything else goes on', async () => {
  const blocks: Block[] = Array.from({ length: 1_500 }, (_, nth) => ({
    kind: 'text',
    words: `${nth}. What happened is told at some length, so that it takes several lines of the page. `.repeat(3),
  }));
  await print([{ kind: 'text', words: 'warm' }]);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const begun = performance.now();
  const bytes = await printPdf(documentOf(blocks));
  const took = performance.now() - begun;
  delay.disable();
  const longest = delay.max / 1_000_000;
  const { text } = await readBack(bytes);
  console.info(`${text.length} pages: ${took.toFixed(0)} ms, others held up for ${longest.toFixed(0)} ms`);
  expect(text.length).toBeGreaterThan(90);
  expect(longest).toBeLessThan(Math.max(100, took / 3));
});

test('takes the paper of where the reader is', () => {
  const of = (language: string, timeZone: string) => paperOf({ language, timeZone });
  expect(of('en', 'Australia/Sydney')).toBe('A4');
  expect(of('en', 'America/New_York')).toBe('LETTER');
  expect(of('en-US', 'Europe/Berlin')).toBe('LETTER');
  expect(of('en-GB', 'America/New_York')).toBe('A4');
});

/** A picture of 8 × 8 black points. */
function png(): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const out = Buffer.alloc(body.length + 8);
    out.writeUInt32BE(data.length, 0);
    body.copy(out, 4);
    out.writeUInt32BE(crc32(body), body.length + 4);
    return out;
  };
  const head = Buffer.from([0, 0, 0, 8, 0, 0, 0, 8, 8, 0, 0, 0, 0]);
  const rows = deflateSync(Buffer.alloc(8 * 9));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]),
    chunk('IHDR', head),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
