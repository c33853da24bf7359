import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartupError } from '#kernel/errors.ts';
import { makeFolder } from '../../tools/bootstrap/folder.mjs';
import { withLock } from '../../tools/bootstrap/lock.mjs';
import type { Config } from '../platform/config/index.ts';
import { diskFull, isDiskFull } from '../platform/postgres/index.ts';

/** The installation's secret: given, or made once and kept where only the owner reads. Throws `StartupError`. */
export async function installationSecret(config: Config): Promise<Buffer> {
  if (config.secret) return Buffer.from(config.secret, 'hex');
  const path = join(config.dataDir, 'secret.key');
  const text = read(path) ?? (await make(path, config.dataDir));
  if (!/^[0-9a-f]{64}$/i.test(text))
    throw new StartupError(
      `The file ${path} does not hold the secret of this installation any more (64 hexadecimal digits). Restore it from a backup.`,
    );
  return Buffer.from(text, 'hex');
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new StartupError(
      `The file ${path} cannot be read: ${(cause as Error).message}. Start as the user who owns it.`,
      {
        cause,
      },
    );
  }
}

/** Of several processes that start at once, one makes it; it gets its name when it is whole. */
async function make(path: string, dataDir: string): Promise<string> {
  try {
    makeFolder(dataDir);
    return await withLock(`${path}.lock`, async () => {
      const known = read(path);
      if (known !== null) return known;
      const made = randomBytes(32).toString('hex');
      writeFileSync(`${path}.new`, made, { mode: 0o600, flush: true });
      renameSync(`${path}.new`, path);
      return made;
    });
  } catch (cause) {
    if (isDiskFull(cause)) throw diskFull(dataDir, cause);
    throw new StartupError(
      `The data directory ${dataDir} cannot be written: ${(cause as Error).message}. Set FETTLE_DATA_DIR to a folder this user may write.`,
      { cause },
    );
  }
}
