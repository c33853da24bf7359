import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { type Keep, type ReadMail, readMail } from '../index.ts';

/** Keeps files in memory by their hash, as the program keeps them on disk. */
export function keepInMemory(): { files: Map<string, Buffer>; keep: Keep } {
  const files = new Map<string, Buffer>();
  return {
    files,
    keep: async (content) => {
      const pieces: Buffer[] = [];
      for await (const piece of content) pieces.push(piece);
      const bytes = Buffer.concat(pieces);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      files.set(sha256, bytes);
      return { sha256, size: bytes.length };
    },
  };
}

/** The messages of the corpus by their names. */
export const CORPUS: ReadonlyMap<string, Buffer> = new Map(
  readdirSync(import.meta.dirname)
    .filter((name) => name.endsWith('.eml'))
    .map((name) => name.slice(0, -4))
    .sort()
    .map((name) => [name, readFileSync(`${import.meta.dirname}/${name}.eml`)]),
);

/** Our lines above which people are asked to answer, as the corpus quotes them. */
export const SEPARATORS = [
  '— reply above this line —',
  '— bitte oberhalb dieser Zeile antworten —',
  '— répondez au-dessus de cette ligne —',
];

export const readBytes = (bytes: Buffer, keep: Keep = keepInMemory().keep): Promise<ReadMail> =>
  readMail(Readable.from([bytes]), keep);
