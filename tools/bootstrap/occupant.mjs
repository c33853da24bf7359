import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from './folder.mjs';

/** One that is busy still answers in this time; one that does not is not told apart from any other program. */
const ANSWER_MS = 2_000;

/** This run of the program, told at /healthz and written down in the folder of data, so that each can be found by the other. */
export const RUN = randomUUID();

const noteOf = (dataDir, port) => join(dataDir, `serving-${port}.json`);

/** Where a person on this machine reaches what listens on `host`: one that means every address is reached by loopback. */
export function localAddress(host, port) {
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}

/** Writes down that this process serves `port` for the folder of data; the returned function takes that back. */
export function noteServing(dataDir, port, address) {
  const note = noteOf(dataDir, port);
  try {
    makeFolder(dataDir);
    writeFileSync(note, JSON.stringify({ run: RUN, process: process.pid, address }));
  } catch {
    // It only helps a second start to say who is here; the program goes on without.
  }
  return () => {
    if (readNote(note)?.run === RUN) rmSync(note, { force: true });
  };
}

/**
 * Which Fettle serves the port, said for whoever starts another one there; null where none answers: nobody listens, it is just
 * stopping, or it is another program.
 * @param {{ host: string, port: number, dataDir: string }} place
 * @returns {Promise<string | null>}
 */
export async function occupant({ host, port, dataDir }) {
  const run = await runAt(localAddress(host, port));
  if (run === null) return null;
  const note = readNote(noteOf(dataDir, port));
  if (note?.run === run) {
    const kill = process.platform === 'win32' ? '' : ` or \`kill ${note.process}\``;
    return (
      `Fettle is already running at ${note.address} (process ${note.process}). Open it there; ` +
      `to start it anew, stop it first with Ctrl+C in its terminal${kill}.`
    );
  }
  return (
    `Port ${port} on ${host} is taken by another Fettle, with another folder of data than ${dataDir}. ` +
    'Stop that one, or set PORT to another number.'
  );
}

/** The run that a Fettle tells at this address; null where no Fettle serves. */
async function runAt(address) {
  // A timer of our own: the one of AbortSignal lets the process end while it waits.
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), ANSWER_MS);
  try {
    const answer = await fetch(`${address}/healthz`, { redirect: 'manual', signal: patience.signal });
    const health = answer.ok ? await answer.json() : null;
    return health?.program === 'Fettle' && typeof health.run === 'string' ? health.run : null;
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}

function readNote(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}
