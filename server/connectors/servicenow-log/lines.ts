import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { constants, createGunzip } from 'node:zlib';

/** Longer than any honest row; what is longer is cut here and so found damaged, instead of filling the memory. */
const LONGEST = 65_536;

export type Line = { number: number; text: string };
export type FileCheck = {
  /** Lines after the header. */
  rows: number;
  /** The highest number that a record bears, to be kept free for it. */
  highest: number;
  /** Why the end of the file cannot be trusted; null for a whole file. */
  damage: string | null;
};

async function isGzip(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await file.close();
  }
}

/**
 * The file's text in pieces. A gzip that was cut off gives all that can be unpacked when `forgiving`, and throws otherwise;
 * one that is damaged in the middle gives what lies before.
 */
async function* pieces(path: string, forgiving: boolean): AsyncGenerator<Buffer> {
  const file = createReadStream(path, { highWaterMark: 262_144 });
  if (!(await isGzip(path))) {
    yield* file as Readable & AsyncIterable<Buffer>;
    return;
  }
  const gunzip = createGunzip({
    chunkSize: 262_144,
    ...(forgiving ? { finishFlush: constants.Z_SYNC_FLUSH } : {}),
  });
  file.on('error', (error) => gunzip.destroy(error));
  try {
    yield* file.pipe(gunzip) as Readable & AsyncIterable<Buffer>;
  } catch (error) {
    if (!forgiving || !String((error as NodeJS.ErrnoException).code).startsWith('Z_')) throw error;
  } finally {
    file.destroy();
  }
}

/** The lines of a text file, gzipped or not, numbered from 1, without their ends. Empty lines are skipped but counted. */
export async function* linesOf(path: string): AsyncGenerator<Line> {
  yield* split(pieces(path, true));
}

async function* split(source: AsyncIterable<Buffer>): AsyncGenerator<Line> {
  const decoder = new TextDecoder();
  let rest = '';
  let number = 0;
  for await (const piece of source) {
    const parts = (rest + decoder.decode(piece, { stream: true })).split('\n');
    rest = (parts.pop() ?? '').slice(0, LONGEST);
    for (const part of parts) {
      number++;
      const text = part.endsWith('\r') ? part.slice(0, -1) : part;
      if (text !== '') yield { number, text: text.slice(0, LONGEST) };
    }
  }
  if (rest !== '') yield { number: number + 1, text: rest };
}

/** Reads the whole file once: how much there is to do, and whether it is whole. */
export async function checkFile(path: string): Promise<FileCheck> {
  const check: FileCheck = { rows: -1, highest: 0, damage: null };
  try {
    for await (const { text } of split(pieces(path, false))) {
      check.rows++;
      const number = Number(/^[A-Z]{2,10}0*(\d{1,8}),/.exec(text)?.[1] ?? 0);
      if (number > check.highest) check.highest = number;
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (!String(code).startsWith('Z_')) throw error;
    check.damage = code === 'Z_BUF_ERROR' ? 'the gzip file was cut off' : `the gzip file is damaged (${message})`;
  }
  check.rows = Math.max(0, check.rows);
  return check;
}
