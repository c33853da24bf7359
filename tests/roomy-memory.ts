import { statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';

const MEMORY = '/dev/shm';
const ROOM_BYTES = 8 * 2 ** 30;

/**
 * Where a throwaway cluster goes: every file of tests copies the template's two thousand files, which takes most of a second on a disk.
 * In memory where the machine has that much to spare, else in the folder for temporary files.
 */
export function roomyMemory(): string {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize >= ROOM_BYTES ? MEMORY : tmpdir();
  } catch {
    return tmpdir();
  }
}
