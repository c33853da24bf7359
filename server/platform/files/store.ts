import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Fault } from '#kernel/errors.ts';
import { type Needed, sweepFolder } from './sweep.ts';

/** Where bytes are kept, addressed by their SHA-256. The disk is one filling; an object store can be another. */
export type FileStore = {
  /** Stores a stream; refuses with `too_large` past `maxBytes`. The same bytes are stored once. */
  put(content: Readable, maxBytes: number): Promise<{ sha256: string; size: number }>;
  /** The bytes, or `not_found` when they are gone. */
  get(sha256: string): Promise<{ stream: Readable; size: number }>;
  /** Removes what was stored before an instant (milliseconds since 1970) and nobody needs. Returns how many files went. */
  sweep(before: number, needed: Needed): Promise<number>;
};

/** Moves a file to its place; the folders are made for the first that lies there. */
async function moveTo(target: string, aside: string): Promise<void> {
  try {
    await rename(aside, target);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    await mkdir(join(target, '..'), { recursive: true });
    await rename(aside, target);
  }
}

/** Files below `root`, two folder levels by hash; written aside and renamed, so that a crash leaves no half file in place. */
export function diskStore(root: string): FileStore {
  const place = (sha256: string) => join(root, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  return {
    async put(content, maxBytes) {
      await mkdir(join(root, 'incoming'), { recursive: true });
      const aside = join(root, 'incoming', randomBytes(16).toString('hex'));
      const hash = createHash('sha256');
      let size = 0;
      const meter = new Transform({
        transform(chunk: Buffer, _encoding, done) {
          size += chunk.length;
          hash.update(chunk);
          done(
            size > maxBytes
              ? new Fault('too_large', `A file may have at most ${Math.floor(maxBytes / 1_048_576)} MB.`)
              : null,
            chunk,
          );
        },
      });
      try {
        await pipeline(content, meter, createWriteStream(aside, { flush: true }));
        const sha256 = hash.digest('hex');
        await moveTo(place(sha256), aside);
        return { sha256, size };
      } catch (error) {
        await rm(aside, { force: true });
        if (error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT'))
          throw new Fault('insufficient_storage', 'The server has no room left for files. Nothing was saved.', {
            cause: error,
          });
        throw error;
      }
    },
    async get(sha256) {
      const path = place(sha256);
      const info = await stat(path).catch((cause) => {
        throw new Fault('not_found', 'The bytes of this file are missing on the server.', { cause });
      });
      return { stream: createReadStream(path), size: info.size };
    },
    sweep: (before, needed) => sweepFolder(root, before, needed),
  };
}
