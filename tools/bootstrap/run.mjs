import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { withoutNpm } from './environment.mjs';
import { ROOT } from './root.mjs';

/** Environment of everything we start. */
export const sharedEnv = withoutNpm(process.env);

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a program in the project's folder with our terminal; signals are passed on and its exit code comes back.
 * `leashed`: the program hears when we die without a word (kill -9), by the closing of a channel, and can stop too.
 * @returns {Promise<number>}
 */
export function run(command, args, { leashed = false, env = {} } = {}) {
  return new Promise((resolve, reject) => {
    const stdio = leashed ? ['inherit', 'inherit', 'inherit', 'ipc'] : 'inherit';
    const child = spawn(command, args, { cwd: ROOT, stdio, env: { ...sharedEnv, ...env } });
    const pass = (signal) => child.kill(signal);
    for (const signal of SIGNALS) process.on(signal, pass);
    const watch = leashed ? watchStarter(() => child.kill('SIGTERM')) : undefined;
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      clearInterval(watch);
      for (const name of SIGNALS) process.off(name, pass);
      resolve(code ?? 128 + (constants.signals[signal] ?? 0));
    });
  });
}

/**
 * npm killed without a word (kill -9) hands us, or the shell between, to another parent. Whoever did that wants the program gone,
 * not left behind unseen.
 */
function watchStarter(onLost) {
  if (!process.env.npm_lifecycle_event) return undefined;
  const starter = lineage();
  return setInterval(() => lineage() !== starter && onLost(), 500);
}

/** Our parent, and where the system tells, its parent. */
function lineage() {
  try {
    const stat = readFileSync(`/proc/${process.ppid}/stat`, 'utf8');
    return `${process.ppid} ${stat.slice(stat.lastIndexOf(')')).split(' ')[2]}`;
  } catch {
    return `${process.ppid}`;
  }
}

/** Runs quietly; what it said last comes back with its exit code. */
export function runQuietly(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: sharedEnv,
      windowsHide: true,
      ...options,
    });
    let said = '';
    const hear = (chunk) => {
      said = (said + chunk).slice(-4_000);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('error', (error) => resolve({ code: 1, said: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, said }));
  });
}
