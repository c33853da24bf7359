import { existsSync } from 'node:fs';
import { access, constants, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { bad, type Finding, look, ok } from './finding.ts';

const GIB = 1024 ** 3;
/** Below the first nothing can be relied on; below the second it is time to make room. */
const LEAST = 1;
const FEW = 5;

/** The folder of data: whether it can be used, and how much room there is where it lies. */
export async function checkFolder(dataDir: string): Promise<Finding[]> {
  let there = dataDir;
  while (!existsSync(there)) there = dirname(there);
  const writable = await access(there, constants.R_OK | constants.W_OK | constants.X_OK).then(
    () => true,
    () => false,
  );
  const folder = !writable
    ? bad(`${there} cannot be written by this user. Start as its owner, or set FETTLE_DATA_DIR.`)
    : there === dataDir
      ? ok(`The data lie in ${dataDir}.`)
      : look(`There is no ${dataDir} yet; the first start makes it.`);
  return [folder, await room(there)];
}

async function room(path: string): Promise<Finding> {
  const { bavail, bsize } = await statfs(path);
  const free = (bavail * bsize) / GIB;
  const text = `${free.toFixed(1)} GB are free there`;
  if (free < LEAST) return bad(`${text}: too little. Free some room.`);
  return free < FEW ? look(`${text}: make room soon.`) : ok(`${text}.`);
}
