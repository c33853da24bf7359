import { once } from 'node:events';
import { PassThrough, type Readable } from 'node:stream';

export type Kept = { sha256: string; size: number };
export type Keep = (content: Readable) => Promise<Kept>;

/** Bytes by which a file's type is told. */
const HEAD = 16_384;

/** Hands a file on while it is read, no faster than it is taken. */
export function keepFile(keep: Keep) {
  const content = new PassThrough();
  const head: Buffer[] = [];
  let seen = 0;
  let settled = false;
  const kept = Promise.resolve(keep(content)).finally(() => {
    settled = true;
  });
  // Whoever waits hears of a failure; until then it must not end the program.
  kept.catch(() => {});
  content.on('error', () => {});

  return {
    async write(bytes: Buffer): Promise<void> {
      if (bytes.length === 0) return;
      if (seen < HEAD) head.push(bytes.subarray(0, HEAD - seen));
      seen += bytes.length;
      if (settled) {
        await kept;
        return;
      }
      if (content.write(bytes)) return;
      const waited = new AbortController();
      const { signal } = waited;
      try {
        await Promise.race([once(content, 'drain', { signal }), once(content, 'close', { signal }), kept]);
      } finally {
        waited.abort();
      }
    },
    head: () => Buffer.concat(head),
    end(): Promise<Kept> {
      content.end();
      return kept;
    },
    /** What was handed on is no whole file. */
    async abandon(error: Error): Promise<void> {
      content.destroy(error);
      await kept.catch(() => {});
    },
  };
}
export type KeptFile = ReturnType<typeof keepFile>;
