import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { StepError, step } from './output.mjs';
import { runQuietly, sharedEnv } from './run.mjs';

const PLACES = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
];

const installed = () => PLACES.find((path) => path && existsSync(path));

/** Where a Chromium is; installs one if there is none: Debian's as root, else Playwright's own. */
export async function findChromium(root, node) {
  const found = installed();
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    await step('Installing Chromium from Debian', async () => {
      const env = { ...sharedEnv, DEBIAN_FRONTEND: 'noninteractive' };
      await runQuietly('apt-get', ['update'], { env });
      const { code, said } = await runQuietly('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], {
        env,
      });
      if (code !== 0) throw new StepError(`apt-get could not install chromium:\n${said}`);
    });
    return installed() ?? '';
  }
  const playwright = join(root, 'node_modules/playwright-core/cli.js');
  await step('Installing Chromium from Playwright', async () => {
    const { code, said } = await runQuietly(node, [playwright, 'install', 'chromium']);
    if (code !== 0)
      throw new StepError(`no Chromium was found and Playwright could not install one. Set CHROMIUM_PATH.\n${said}`);
  });
  const { said } = await runQuietly(node, ['-e', "console.log(require('playwright-core').chromium.executablePath())"]);
  return said.trim();
}
