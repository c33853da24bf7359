import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

/** Draws the mark as PNG for what takes no SVG: `node tools/icons/main.ts`, after a change of web/public/icon.svg. */
const PUBLIC = join(import.meta.dirname, '../../web/public');
/** An iPhone rounds the corners itself and paints black what is transparent: that one goes to all edges. */
const SIDES = [
  { side: 180, filled: true },
  { side: 192, filled: false },
  { side: 512, filled: false },
];
const MOST_BYTES = 20 * 1024;

const mark = readFileSync(join(PUBLIC, 'icon.svg'), 'utf8');
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
for (const { side, filled } of SIDES) {
  const page = await browser.newPage({ viewport: { width: side, height: side } });
  const drawn = filled ? mark.replace(' rx="8"', '') : mark;
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${side}px;height:${side}px}</style>${drawn}`);
  const path = join(PUBLIC, `icon-${side}.png`);
  await page.screenshot({ path, omitBackground: true });
  const { size } = statSync(path);
  if (size > MOST_BYTES) throw new Error(`icon-${side}.png has ${size} bytes; at most ${MOST_BYTES} are kept`);
}
await browser.close();
