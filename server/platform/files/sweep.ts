import { mkdir, opendir, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

const BATCH = 500;

/** Says which of these hashes somebody still needs. */
export type Needed = (hashes: readonly string[]) => Promise<ReadonlySet<string>>;

const missing = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT';
const touched = (path: string): Promise<number | null> =>
  stat(path).then(
    (info) => info.mtimeMs,
    (error: unknown) => {
      if (missing(error)) return null;
      throw error;
    },
  );

/** Every file below the hash folders that nobody has touched since `before`, in batches of their paths. */
async function* oldFiles(root: string, before: number): AsyncGenerator<string[]> {
  let batch: string[] = [];
  for (const first of await readdir(root)) {
    if (!/^[0-9a-f]{2}$/.test(first)) continue;
    for (const second of await readdir(join(root, first))) {
      for await (const entry of await opendir(join(root, first, second))) {
        const path = join(root, first, second, entry.name);
        if (((await touched(path)) ?? before) < before) batch.push(path);
        if (batch.length < BATCH) continue;
        yield batch;
        batch = [];
      }
    }
  }
  if (batch.length > 0) yield batch;
}

/** Moves a file back to where it is looked for; where the same bytes arrived meanwhile, the copy goes. */
async function putBack(aside: string, place: string): Promise<void> {
  if ((await touched(place)) !== null) return rm(aside, { force: true });
  await mkdir(dirname(place), { recursive: true });
  await rename(aside, place);
}

/**
 * Removes the bytes that nobody needs and that were stored before an instant (milliseconds), and what broken uploads left. The same
 * bytes may be uploaded again while this runs: a file is therefore first moved aside, and only goes when it is still old and still
 * not needed. Returns how many went.
 */
export async function sweepFolder(root: string, before: number, needed: Needed): Promise<number> {
  const leaving = join(root, 'leaving');
  await mkdir(leaving, { recursive: true });
  const placeOf = (sha256: string) => join(root, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  for (const name of await readdir(leaving)) await putBack(join(leaving, name), placeOf(name));
  for (const name of await readdir(join(root, 'incoming')).catch(() => []))
    if (((await touched(join(root, 'incoming', name))) ?? before) < before)
      await rm(join(root, 'incoming', name), { force: true });
  let gone = 0;
  for await (const paths of oldFiles(root, before)) {
    const kept = await needed(paths.map((path) => basename(path)));
    for (const path of paths.filter((one) => !kept.has(basename(one)))) {
      const aside = join(leaving, basename(path));
      await rename(path, aside);
      const isOld = ((await touched(aside)) ?? before) < before;
      if (!isOld || (await needed([basename(path)])).size > 0) await putBack(aside, path);
      else {
        await rm(aside, { force: true });
        gone += 1;
      }
    }
  }
  return gone;
}
