import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { atEndOfFile } from '../end-of-file.ts';
import { COMPILED } from './running.ts';

const ROOT = join(import.meta.dirname, '../..');
/** As bin/fettle.mjs runs it. */
const PROGRAM = ['--import', './tools/bootstrap/use-merged.mjs', 'cli/main.ts'];
const children = new Set<ChildProcess>();
const killAll = () => {
  for (const child of children) child.kill('SIGKILL');
};

export type Ended = { code: number | null; signal: NodeJS.Signals | null; out: string; err: string };
export type Command = {
  signal(name: NodeJS.Signals): void;
  ended: Promise<Ended>;
  /** Resolves when it has said this on standard error; rejects if it ends before. */
  saying(words: RegExp): Promise<void>;
};

type Options = {
  env?: Record<string, string>;
  /** The folder the person is in. */
  from?: string;
  /** Through bin/fettle.mjs, as people type it, instead of at once. */
  throughDoor?: boolean;
};

/** Runs `fettle <args>` with nothing of our own environment that would steer it. */
export function fettle(args: readonly string[], { env = {}, from = ROOT, throughDoor = false }: Options = {}): Command {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(FETTLE_|VITEST|NODE_|DATABASE_URL|PORT|HOST$|PG)/.test(name),
  );
  const program = throughDoor ? [join(ROOT, 'bin/fettle.mjs')] : PROGRAM;
  const child = spawn(process.execPath, [...program, ...args], {
    cwd: throughDoor ? from : ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...Object.fromEntries(kept),
      ...(throughDoor ? {} : { FETTLE_CWD: from, NODE_COMPILE_CACHE: COMPILED }),
      ...env,
    },
  });
  children.add(child);
  atEndOfFile(killAll);
  const said = { out: '', err: '' };
  let hear = () => {};
  child.stdout?.on('data', (chunk) => {
    said.out += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    said.err += chunk;
    hear();
  });
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      children.delete(child);
      resolve({ code, signal, ...said });
      hear();
    });
  });
  return {
    signal: (name) => void child.kill(name),
    ended,
    saying: (words) =>
      new Promise((resolve, reject) => {
        hear = () => {
          if (words.test(said.err)) resolve();
          else if (!children.has(child)) reject(new Error(`it ended:\n${said.err}${said.out}`));
        };
        hear();
      }),
  };
}
