import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { StepError, step } from './output.mjs';
import { runQuietly, sharedEnv } from './run.mjs';

const PLACES = [
  // The same engine without windows of its own, which cost a test as much again.
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
  'C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe',
];

const installed = () => PLACES.find((path) => existsSync(path));

/** Where a Chromium is; installs one if there is none: Debian's as root, else Playwright's own. Throws `StepError` without one. */
export async function findChromium(root, node) {
  const given = process.env.CHROMIUM_PATH;
  if (given && !existsSync(given)) throw new StepError(`CHROMIUM_PATH is ${given}, and there is nothing there.`);
  return (
    given ||
    installed() ||
    (await fromPlaywright(root, node, false)) ||
    (await fromDebian()) ||
    (await fromPlaywright(root, node, true))
  );
}

async function fromDebian() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  return await step('Installing Chromium with apt-get', async () => {
    const env = { ...sharedEnv, DEBIAN_FRONTEND: 'noninteractive' };
    const install = (name) => runQuietly('apt-get', ['install', '-y', '--no-install-recommends', name], { env });
    await runQuietly('apt-get', ['update'], { env });
    await install('chromium-headless-shell');
    if (!installed()) await install('chromium');
    return installed();
  });
}

async function fromPlaywright(root, node, install) {
  const cli = join(root, 'node_modules/playwright-core/cli.js');
  const last = { said: '' };
  if (install)
    await step('Installing Chromium with Playwright', async () => {
      Object.assign(last, await runQuietly(node, [cli, 'install', 'chromium']));
    });
  const print = "process.stdout.write(require('playwright-core').chromium.executablePath())";
  const path = (await runQuietly(node, ['-e', print])).said;
  if (existsSync(path)) return path;
  if (install)
    throw new StepError(
      `no Chromium was found and none could be installed. Install one and set CHROMIUM_PATH.\n${last.said.trim()}`,
    );
  return undefined;
}
