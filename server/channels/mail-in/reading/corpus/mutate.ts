/** Numbers that look random and are the same for the same seed: from 0 to below 1. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Random = () => number;
type Mutation = (bytes: Buffer, random: Random) => Buffer;

const below = (random: Random, limit: number) => Math.floor(random() * Math.max(1, limit));
/** A piece of the bytes, mostly short. */
function piece(bytes: Buffer, random: Random): [from: number, to: number] {
  const from = below(random, bytes.length);
  return [from, Math.min(bytes.length, from + 1 + below(random, random() < 0.8 ? 200 : bytes.length))];
}
const lines = (bytes: Buffer) => bytes.toString('latin1').split('\n');
const joined = (rows: readonly string[]) => Buffer.from(rows.join('\n'), 'latin1');

const STRANGE = [
  '\0',
  '--',
  '\r',
  '\n\n',
  '=?utf-8?B?',
  '=?x?q?=ff?=',
  'Content-Type: multipart/mixed; boundary=""\r\n',
  'Content-Type: multipart/alternative; boundary="b"\r\n\r\n--b\r\n',
  'Content-Type: message/rfc822\r\n\r\n',
  'Content-Transfer-Encoding: base64\r\n\r\n',
  '<blockquote type="cite">',
  '</div></blockquote>',
  '<div id="divRplyFwdMsg">',
  '<!--',
  '<![CDATA[',
  '<table><tr><td>',
  'On Tue, 7 Apr 2026 at 09:41, Jo <jo@acme.example> wrote:\n',
  '-----Original Message-----\nFrom: a\nSent: b\nTo: c\nSubject: d\n',
  '\xff\xfe\x1b$B',
  `${'('.repeat(300)}`,
  `${'<a '.repeat(200)}`,
  `${'x'.repeat(3_000)}`,
];

/** Ways in which mails break: on the way, in a store, by a program, by intent. */
const MUTATIONS: readonly Mutation[] = [
  (bytes, random) => bytes.subarray(0, below(random, bytes.length + 1)),
  (bytes, random) => bytes.subarray(below(random, bytes.length + 1)),
  (bytes, random) => {
    const [from, to] = piece(bytes, random);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
  },
  (bytes, random) => {
    const [from, to] = piece(bytes, random);
    return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from)]);
  },
  (bytes, random) => {
    const [from, to] = piece(bytes, random);
    const at = below(random, bytes.length);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(from, to), bytes.subarray(at)]);
  },
  (bytes, random) => {
    const copy = Buffer.from(bytes);
    for (let rounds = 1 + below(random, 40); rounds > 0; rounds--)
      copy[below(random, copy.length)] = below(random, 256);
    return copy;
  },
  (bytes, random) => {
    const rows = lines(bytes);
    const end = Math.max(
      1,
      rows.findIndex((row) => row.trim() === ''),
    );
    for (let at = end - 1; at > 0; at--) {
      const other = below(random, at + 1);
      [rows[at], rows[other]] = [rows[other] ?? '', rows[at] ?? ''];
    }
    return joined(rows);
  },
  (bytes, random) => {
    const rows = lines(bytes);
    const [a, b] = [below(random, rows.length), below(random, rows.length)];
    [rows[a], rows[b]] = [rows[b] ?? '', rows[a] ?? ''];
    return joined(rows);
  },
  (bytes, random) => {
    const rows = lines(bytes);
    rows.splice(below(random, rows.length), 1);
    return joined(rows);
  },
  (bytes, random) => {
    const at = below(random, bytes.length);
    const strange = Buffer.from(STRANGE[below(random, STRANGE.length)] ?? '', 'latin1');
    return Buffer.concat([bytes.subarray(0, at), strange, bytes.subarray(at)]);
  },
  (bytes) => Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1'),
  (bytes) => Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\r'), 'latin1'),
  (bytes) => Buffer.from(bytes.toString('latin1').replaceAll('\n', '\n\n'), 'latin1'),
  (bytes) => Buffer.concat([bytes, bytes]),
];

/** The bytes of a mail broken in one to four ways. */
export function mutate(bytes: Buffer, random: Random): Buffer {
  let broken = bytes;
  for (let rounds = 1 + below(random, 4); rounds > 0; rounds--) {
    const mutation = MUTATIONS[below(random, MUTATIONS.length)];
    if (mutation && broken.length > 0 && broken.length < 400_000) broken = mutation(broken, random);
  }
  return broken;
}
