import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { expectAccessible, sidewaysFindings } from './accessible.ts';

/**
 * A page on a phone, a tablet and a desk: nothing sticks out, axe finds nothing on the smallest and the largest, which is most of what this
 * costs; with `LOOK` set, a picture of each in that folder.
 */
export async function lookAtWidths(page: Page, name: string): Promise<void> {
  for (const width of [390, 768, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await sidewaysFindings(page)).toEqual([]);
    if (width !== 768) await expectAccessible(page);
    if (process.env['LOOK']) await page.screenshot({ path: `${process.env['LOOK']}/${name}-${width}.png` });
  }
}
