import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const prefix = () => `fettle-seed-${process.env.FETTLE_TEST_RUN ?? 'local'}-`;

/** A folder of which tests make copies. It outlasts the file that asked for it, and goes at the end of the run. */
export const seedFolder = (): string => mkdtempSync(join(tmpdir(), prefix()));

/** Removes those of this run. */
export function dropSeeds(): void {
  for (const name of readdirSync(tmpdir()))
    if (name.startsWith(prefix())) rmSync(join(tmpdir(), name), { recursive: true, force: true });
}
