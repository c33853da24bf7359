import { chownSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dataFolder, postmaster, startServer } from './running.ts';

const root = process.getuid?.() === 0;
const NOBODY = { uid: 65_534, gid: 65_534 };

/** Whether a stranger may read the project and run this Node: not so below a closed home folder. */
function isOpen(path: string): boolean {
  for (let step = path; step !== '/'; step = join(step, '..')) if ((statSync(step).mode & 0o001) === 0) return false;
  return true;
}

test.skipIf(!root)('started by root, PostgreSQL runs as somebody else', async () => {
  const dataDir = dataFolder();
  const server = startServer({ dataDir });
  await server.ready();
  expect(statSync(`/proc/${postmaster(dataDir)}`).uid).not.toBe(0);
  expect(statSync(join(dataDir, 'secret.key')).mode & 0o077).toBe(0);
  server.signal('SIGTERM');
  expect((await server.ended).code).toBe(0);
});

test.skipIf(!root || !isOpen(import.meta.dirname) || !isOpen(process.execPath))(
  'an ordinary user starts it with nothing but a folder of their own',
  async () => {
    const dataDir = dataFolder();
    chownSync(dataDir, NOBODY.uid, NOBODY.gid);
    const server = startServer({ dataDir, account: NOBODY });
    await server.ready();
    expect(statSync(`/proc/${postmaster(dataDir)}`).uid).toBe(NOBODY.uid);
    server.signal('SIGTERM');
    expect((await server.ended).code).toBe(0);
    expect(postmaster(dataDir)).toBeNull();
  },
);
