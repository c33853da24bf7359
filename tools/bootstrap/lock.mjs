import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, rmdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';

/** A holder shows that it lives by touching its lock; one that is silent for so long has died and left its number to another process. */
const BEAT_MS = 2_000;
const SILENT_MS = 60_000;
/** A lock just made is empty until its first line is written. */
const UNWRITTEN_MS = 5_000;

/**
 * Runs `work` while holding the lock file `path`, so that two processes take turns; the lock of a dead holder is taken over.
 * `onWait` hears once, with the holder's process number, that somebody else is at work.
 */
export async function withLock(path, work, onWait = () => {}) {
  const mine = `${process.pid} ${randomUUID()}`;
  for (let told = false; !take(path, mine); told = true) {
    const seen = read(path);
    if (seen === null) continue;
    if (isStale(path, seen)) {
      clear(path, seen);
      continue;
    }
    if (!told) onWait(Number.parseInt(seen, 10));
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const beat = setInterval(() => touch(path), BEAT_MS);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    if (read(path) === mine) rmSync(path, { force: true });
  }
}

function take(path, mine) {
  try {
    writeFileSync(path, mine, { flag: 'wx' });
    return true;
  } catch (error) {
    // Windows answers EPERM while another process is removing the file.
    if (error.code === 'EEXIST' || (error.code === 'EPERM' && process.platform === 'win32')) return false;
    throw error;
  }
}

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'EPERM') return null;
    throw error;
  }
}

function touch(path) {
  try {
    utimesSync(path, new Date(), new Date());
  } catch {
    // Somebody removed the folder under us; the work itself will say so.
  }
}

function ageOf(path) {
  return Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
}

function isStale(path, seen) {
  const age = ageOf(path);
  if (seen === '') return age > UNWRITTEN_MS;
  return age > SILENT_MS || !isAlive(Number.parseInt(seen, 10));
}

function isAlive(pid) {
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Removes a dead holder's lock, and only that one: of several who saw it dead, one at a time looks again and removes. */
function clear(path, seen) {
  const guard = `${path}.clearing`;
  try {
    mkdirSync(guard);
  } catch {
    if (ageOf(guard) > UNWRITTEN_MS) rmSync(guard, { recursive: true, force: true });
    return;
  }
  try {
    if (read(path) === seen) rmSync(path, { force: true });
  } finally {
    rmdirSync(guard);
  }
}
