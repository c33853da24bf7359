import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { StepError } from './output.mjs';
import { runQuietly } from './run.mjs';

/** npm's own program beside this Node, so that no shell is needed on Windows; else whatever `npm` the path has. */
function npmCommand() {
  const fromNpm = process.env.npm_execpath;
  if (fromNpm && existsSync(fromNpm) && fromNpm.endsWith('.js')) return [process.execPath, fromNpm];
  const beside = [
    join(dirname(process.execPath), 'node_modules/npm/bin/npm-cli.js'),
    join(dirname(process.execPath), '../lib/node_modules/npm/bin/npm-cli.js'),
  ].find(existsSync);
  return beside ? [process.execPath, beside] : ['npm'];
}

/** Runs npm and turns its failure into a line that says what to do. */
export async function npm(args, options) {
  const [command, ...before] = npmCommand();
  const { code, said } = await runQuietly(command, [...before, ...args], options);
  if (code === 0) return;
  const hint = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|network/i.test(said)
    ? 'The package registry cannot be reached; check the network or the registry set for npm.'
    : /ENOSPC/.test(said)
      ? 'The disk is full; free some room and start again.'
      : /EACCES|EPERM/.test(said)
        ? 'This folder cannot be written; start as a user who may write here.'
        : 'What npm said last:';
  throw new StepError(`npm ${args[0]} failed. ${hint}\n${said.trim().split('\n').slice(-12).join('\n')}`);
}
