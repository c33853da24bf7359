import { deflateSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { Fault } from '#kernel/errors.ts';
import { inflateMessage } from './inflate.ts';
import * as message from './message.ts';

const readMessage = async (bytes: Buffer) => message.readMessage(await inflateMessage(bytes));
const xml = (inside: string, query = 'INVENTORY') =>
  `<?xml version="1.0" encoding="UTF-8"?><REQUEST>${inside}<DEVICEID>pc-1</DEVICEID><QUERY>${query}</QUERY></REQUEST>`;
const named = (name: string) => xml(`<CONTENT><HARDWARE><NAME>${name}</NAME></HARDWARE></CONTENT>`);
const json = (content: unknown, more: object = {}) =>
  JSON.stringify({ action: 'inventory', deviceid: 'pc-1', content, ...more });

async function inventory(text: string | Buffer) {
  const message = await readMessage(Buffer.from(text));
  if (message.query !== 'inventory') throw new Error('This is no inventory');
  return message.inventory;
}
const nameIn = async (text: string | Buffer) => (await inventory(text)).content.get('HARDWARE')?.[0]?.get('NAME');
const refusal = (bytes: string | Buffer): Promise<Fault['code']> =>
  readMessage(Buffer.from(bytes)).then(
    () => {
      throw new Error('It was read');
    },
    (fault: Fault) => fault.code,
  );

test.each([
  ['plain', Buffer.from(named('a'))],
  ['zlib', deflateSync(named('a'))],
  ['zlib', deflateSync(named('a'), { level: 9 })],
  ['zlib', deflateSync(named('a'), { windowBits: 9 })],
  ['gzip', gzipSync(named('a'))],
])('%s bytes are known by how they begin', async (packing, bytes) => {
  expect(await readMessage(bytes)).toMatchObject({ format: 'xml', packing, query: 'inventory' });
  expect(await nameIn(bytes)).toBe('a');
});

test('each protocol says what it wants', async () => {
  const query = async (text: string) => {
    const message = await readMessage(Buffer.from(text));
    return `${message.format} ${message.query}`;
  };
  expect(await query(xml('<TOKEN>1</TOKEN>', 'PROLOG'))).toBe('xml contact');
  expect(await query(xml('<CONTENT/>'))).toBe('xml inventory');
  expect(await query(xml('', 'NETDISCOVERY'))).toBe('xml other');
  expect(await query('{"action":"contact","deviceid":"pc-1"}')).toBe('json contact');
  expect(await query(json({}))).toBe('json inventory');
  expect(await query(json({}, { action: 'netinventory', itemtype: 'Printer' }))).toBe('json inventory');
  expect(await query('{"action":"get_params"}')).toBe('json other');
});

test.each([
  ['nothing', ''],
  ['noise', Buffer.from([1, 2, 3])],
  ['words', 'hello'],
  ['a page', '<html><body>x</body></html>'],
  ['half of a document', named('a').slice(0, 60)],
  ['half of a stream', deflateSync(named('a')).subarray(0, 20)],
  ['a stream of noise', Buffer.concat([Buffer.from([0x78, 0x9c]), Buffer.alloc(40, 7)])],
  ['half of an object', '{"action":'],
  ['a list', '[]'],
  ['bytes of no encoding', Buffer.from('{"action":"contact","x":"\xff"}', 'latin1')],
  ['an inventory of nobody', '<REQUEST><CONTENT/><QUERY>INVENTORY</QUERY></REQUEST>'],
  ['an inventory of a name without end', json({}, { deviceid: 'x'.repeat(201) })],
  ['an inventory of what is no name', json({}, { deviceid: { a: 1 } })],
])('%s is refused', async (_, bytes) => {
  expect(await refusal(bytes)).toBe('malformed');
});

const DOCTYPES = [
  '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
  '<!DOCTYPE r SYSTEM "http://127.0.0.1:9/x.dtd">',
  '<!DOCTYPE r [<!ENTITY % p SYSTEM "http://127.0.0.1:9/p"> %p;]>',
  `<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa">${[...'bcdefghij'].map((one, at) => `<!ENTITY ${one} "${`&${'abcdefghi'[at]};`.repeat(10)}">`).join('')}]>`,
];

test.each(DOCTYPES)('a document with a type is refused: %s', async (doctype) => {
  const text = `${doctype}<REQUEST><CONTENT><HARDWARE><NAME>&x;</NAME></HARDWARE></CONTENT><DEVICEID>d</DEVICEID><QUERY>INVENTORY</QUERY></REQUEST>`;
  expect(await refusal(text)).toBe('malformed');
  expect(await refusal(deflateSync(text))).toBe('malformed');
  expect(await refusal(Buffer.from(`\ufeff${text}`, 'utf16le'))).toBe('malformed');
});

test('an entity that nobody declared is refused, and one of XML itself is read', async () => {
  expect(await refusal(named('&lol;'))).toBe('malformed');
  expect(await nameIn(named('A &amp; B &lt;b&gt;'))).toBe('A & B <b>');
});

test('an inclusion is an element like any other: nothing is fetched', async () => {
  const text = named('<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/>');
  expect(await nameIn(text)).toBeUndefined();
});

test('UTF-16 is read where it says so, and refused where a reader could take it for something else', async () => {
  const text = named('wide').replace('UTF-8', 'UTF-16');
  expect(await nameIn(Buffer.from(`\ufeff${text}`, 'utf16le'))).toBe('wide');
  expect(await refusal(Buffer.from(text, 'utf16le'))).toBe('malformed');
});

test.each(['deflate', 'gzip'] as const)('a bomb in %s is cut while it is inflated', async (kind) => {
  const pack = kind === 'gzip' ? gzipSync : deflateSync;
  const bomb = pack(Buffer.alloc(300 * 1_048_576, 0x20), { level: 9 });
  expect(bomb.length).toBeLessThan(500_000);
  const before = process.memoryUsage().rss;
  expect(await refusal(bomb)).toBe('too_large');
  expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1_048_576);
});

test.each([
  ['nesting in XML', xml('<a>'.repeat(10_000) + '</a>'.repeat(10_000))],
  ['nesting in JSON', `{"action":"inventory","x":${'['.repeat(10_000)}${']'.repeat(10_000)}}`],
  ['a million elements', xml(`<CONTENT>${'<a/>'.repeat(400_000)}</CONTENT>`)],
  ['a hundred thousand keys', json(Object.fromEntries(Array.from({ length: 100_000 }, (_, at) => [`k${at}`, 1])))],
])('%s is refused', async (_, text) => {
  expect(await refusal(text)).toBe('malformed');
});

test('tens of thousands of keys are counted, not kept', async () => {
  const many = Object.fromEntries(Array.from({ length: 50_000 }, (_, at) => [`k${at}`, 'x']));
  expect((await inventory(json(many))).content.size).toBe(0);
});

test('names of prototypes are names like any other', async () => {
  const before = Object.getOwnPropertyNames(Object.prototype).sort();
  const text = `{"action":"inventory","deviceid":"d","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},
    "content":{"__proto__":{"polluted":1},"hardware":{"name":"a","__proto__":{"polluted":1},"constructor":"b"}}}`;
  const { content } = await inventory(text);
  expect(Object.fromEntries(content.get('HARDWARE')?.[0] ?? [])).toEqual({
    NAME: 'a',
    CONSTRUCTOR: 'b',
    '__PROTO__.POLLUTED': '1',
  });
  await inventory(
    xml(
      '<CONTENT><__proto__><polluted>1</polluted></__proto__><HARDWARE><__proto__>1</__proto__></HARDWARE></CONTENT>',
    ),
  );
  expect(({} as { polluted?: number }).polluted).toBeUndefined();
  expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(before);
});

test('what stands twice, lists where one is expected and numbers beyond all are taken as far as they make sense', async () => {
  const { content } = await inventory(
    '{"action":"inventory","deviceid":"d","content":{"hardware":{"memory":1e999,"name":["a","b"],"name":"c"},"bios":[{"ssn":{"deep":{"er":1}}}],"cpus":"x","users":[null,1,[2]]}}',
  );
  expect(content.get('HARDWARE')?.[0]?.get('NAME')).toBe('c');
  expect(content.get('HARDWARE')?.[0]?.get('MEMORY')).toBe('Infinity');
  expect([...(content.get('BIOS')?.[0] ?? [])]).toEqual([]);
});

test.each([
  ['half a letter', '\ud800x', '\ufffdx'],
  ['NUL and a bell', 'a\u0000\u0007b', 'a b'],
  ['new lines and colours', 'a\r\n\u001b[31mb', 'a [31mb'],
  ['a turned direction', 'pc\u202egnp.exe', 'pc gnp.exe'],
  ['blanks of no width', 'PC\u200b-\u2060\ufeff01\u200f', 'PC-01'],
  ['accents without end', `a${'\u0301'.repeat(900)}b`, `a${'\u0301'.repeat(4)}b`],
  ['a script', '<script>alert(1)</script>', '<script>alert(1)</script>'],
  ['SQL', "'; drop table items; --", "'; drop table items; --"],
  ['no end', 'x'.repeat(100_000), 'x'.repeat(1_000)],
  ['letters of two halves at the end', `${'x'.repeat(999)}😀`, `${'x'.repeat(999)}\ufffd`],
])('a host name with %s is plain text', async (_, name, kept) => {
  expect(await nameIn(json({ hardware: { name } }))).toBe(kept);
});
