import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { UsageError } from './verb.ts';

/** A path as it was typed: the bootstrap changes into the program's folder, the person's own is where they typed. */
export function typedPath(path: string): string {
  return resolve(process.env.FETTLE_CWD ?? process.cwd(), path);
}

/** The whole path of a file that is to be read; refused where there is none. */
export async function existingFile(typed: string): Promise<string> {
  const path = typedPath(typed);
  const found = await stat(path).catch(() => null);
  if (found?.isDirectory()) throw new UsageError(`${path} is a folder; name the file in it.`);
  if (!found?.isFile()) throw new UsageError(`There is no file ${path}.`);
  return path;
}
