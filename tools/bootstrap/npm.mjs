import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { StepError } from './output.mjs';
import { runQuietly } from './run.mjs';

/** npm's own program, run by this Node so that no shell is needed on Windows; else whatever `npm` the path has. */
function npmCommand() {
  const folder = dirname(process.execPath);
  const program = [
    process.env.npm_execpath,
    join(folder, 'node_modules/npm/bin/npm-cli.js'),
    join(folder, '../lib/node_modules/npm/bin/npm-cli.js'),
    '/usr/share/nodejs/npm/bin/npm-cli.js',
  ].find((path) => path && basename(path) === 'npm-cli.js' && existsSync(path));
  return program ? [process.execPath, program] : ['npm'];
}

const HINTS = [
  [/spawn npm ENOENT/, 'There is no npm beside this Node. Install it (it usually comes with Node) and start again.'],
  [/ENOSPC|no space left/i, 'The disk is full. Free some room and start again.'],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ERR_SOCKET|CERT|network/i,
    'The package registry cannot be reached. Check the network, the proxy and the registry that npm is set to, and start again.',
  ],
  [/EACCES|EPERM|EROFS/, 'This folder cannot be written. Start as a user who may write here.'],
];

/** Runs npm; its failure becomes a line that says what to do, and what npm said last. */
export async function npm(args, options) {
  const [command, ...before] = npmCommand();
  const { code, said } = await runQuietly(command, [...before, ...args], {
    shell: command === 'npm' && process.platform === 'win32',
    ...options,
  });
  if (code === 0) return;
  const hint = HINTS.find(([pattern]) => pattern.test(said))?.[1] ?? 'It said:';
  throw new StepError(`npm ${args[0]} failed. ${hint}\n${said.trim().split('\n').slice(-12).join('\n')}`);
}
