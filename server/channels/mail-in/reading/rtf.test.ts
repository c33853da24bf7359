import { expect, test } from 'vitest';
import { wordsInRtf } from './rtf.ts';
import { decompressed } from './rtf-compressed.ts';

const MOST = 1_000_000;
const packed = (hex: string) => Buffer.from(hex.replaceAll(' ', ''), 'hex');
const rtf = (text: string) => wordsInRtf(Buffer.from(text, 'latin1'));
const text = (words: string) => rtf(`{\\rtf1\\ansi ${words}}`)?.text;

/** The two examples of [MS-OXRTFCP] 4.1. */
const HELLO = '2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c09002062770' + '5b06c647d0a800fa0';
const CROSSING = '1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0';

test('compressed RTF is unpacked as the specification shows it', () => {
  expect(decompressed(packed(HELLO), MOST)).toMatchObject({ whole: true });
  expect(decompressed(packed(HELLO), MOST)?.bytes.toString('latin1')).toBe(
    '{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n',
  );
  expect(decompressed(packed(CROSSING), MOST)?.bytes.toString('latin1')).toBe('{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}');
});

test('of what breaks off or is too long the begin is there, and other bytes are none', () => {
  const all = packed(HELLO);
  for (let length = 16; length < all.length - 2; length++)
    expect(decompressed(all.subarray(0, length), MOST)).toMatchObject({ whole: false });
  expect(decompressed(all, 10)).toMatchObject({ whole: false });
  expect(decompressed(all, 10)?.bytes.toString('latin1')).toBe('{\\rtf1\\ans');
  for (const bytes of [Buffer.alloc(0), Buffer.alloc(15), Buffer.alloc(400, 7)])
    expect(decompressed(bytes, MOST)).toBeNull();
  // A head that promises four gigabytes gets no room for them.
  const liar = Buffer.from(all);
  liar.writeUInt32LE(0xffffffff, 4);
  expect(decompressed(liar, MOST)?.bytes.length).toBe(43);
});

test.each([
  ['words and lines', 'One\\par two\\line three\\tab x', 'One\r\ntwo\r\nthree\tx'],
  ['signs', "caf\\'e9 \\endash  \\lquote a\\rquote  \\{x\\} \\\\ a\\~b", 'café – ‘a’ {x} \\ a\u00a0b'],
  [
    'characters of Unicode, with what stands for them elsewhere',
    '\\uc1 \\u8364?20, \\uc2\\u20320xy\\u-10179 ab\\u-8704 cd.',
    '€20, 你😀.',
  ],
  ['groups without words', '{\\*\\generator x;}{\\info{\\author Jo}}{\\pict 00ff}{\\b bold} plain', 'bold plain'],
  ['letters of a font', "{\\fonttbl{\\f2\\fcharset204 A;}}{\\f2 \\'cf\\'f0}\\'cf", 'ПрÏ'],
  ['bytes that are no words', 'a\\bin5 {}{}{b', 'ab'],
])('of plain RTF %s are taken', (_what, source, said) => {
  expect(text(source)).toBe(said);
});

test('what breaks off or is nonsense is read as far as it goes', () => {
  for (const source of [
    '{\\rtf1',
    '{\\rtf1}}}}} a',
    "{\\rtf1 \\'zz \\u \\uc-9 \\bin-3 x",
    '{\\rtf1 {\\*',
    '{\\rtf1 \\bin999999999 x',
  ])
    expect(rtf(source)).not.toBeNull();
  expect(rtf('Hello')).toBeNull();
});

const SIZE = 1_000_000;
const fill = (piece: string) => piece.repeat(SIZE / piece.length);
test.each([
  ['groups', '{'],
  ['ends of groups', '}'],
  ['groups that are marked', '{\\*\\x '],
  ['fonts', '{\\f1\\fcharset204 '],
  ['backslashes', '\\'],
  ['words', '\\abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz'],
  ['numbers', '\\u123456789'],
  ['letters of two fonts in turns', "\\f1\\'e9\\f2\\'e9"],
  ['text', 'a'],
])('a million bytes of %s take no longer than reading them', (_what, piece) => {
  const said = rtf(`{\\rtf1\\ansi{\\fonttbl{\\f2\\fcharset204 A;}}${fill(piece)}`);
  expect(said?.text.length).toBeLessThanOrEqual(SIZE);
});
