import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { constants, createGunzip } from 'node:zlib';

/** Longer than any honest row, in characters; what is longer is cut here, so that it cannot fill the memory. */
const LONGEST = 65_536;

/** `isCut`: the line went on, and what follows was not kept. */
export type Line = { number: number; text: string; isCut: boolean };
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
  const zipped = await isGzip(path);
  const file = createReadStream(path, { highWaterMark: 262_144 });
  if (!zipped) {
    yield* file as Readable & AsyncIterable<Buffer>;
    return;
  }
  // Small pieces, so that damage takes little with it.
  const gunzip = createGunzip({
    chunkSize: 16_384,
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

/**
 * The lines of a text file, gzipped or not, numbered from 1, without their ends. Blank lines are skipped but counted. A gzip that
 * is cut off or damaged gives what can be unpacked, part of a line at its end; when `strict` it then throws, with a code that begins
 * with Z_.
 */
export async function* linesOf(path: string, { strict = false } = {}): AsyncGenerator<Line> {
  const decoder = new TextDecoder();
  let rest = '';
  let isCut = false;
  let number = 0;
  const lineOf = (whole: string): Line => {
    const text = whole.endsWith('\r') ? whole.slice(0, -1) : whole;
    return { number, text: text.slice(0, LONGEST), isCut: isCut || text.length > LONGEST };
  };
  let broken: { error: unknown } | null = null;
  try {
    for await (const piece of pieces(path, !strict)) {
      const parts = (rest + decoder.decode(piece, { stream: true })).split('\n');
      const last = parts.pop() ?? '';
      for (const part of parts) {
        number++;
        if (part.trim() !== '') yield lineOf(part);
        isCut = false;
      }
      isCut ||= last.length > LONGEST;
      rest = last.slice(0, LONGEST);
    }
  } catch (error) {
    broken = { error };
  }
  number++;
  if (rest.trim() !== '') yield lineOf(rest + decoder.decode());
  if (broken) throw broken.error;
}
