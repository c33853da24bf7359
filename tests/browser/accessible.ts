import AxeSource from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

type Axe = {
  run(
    context: Document,
    options: object,
  ): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }>;
};

/**
 * A list that floats over the page stands at its end, outside of every landmark; it belongs to the field that controls it, which has
 * the focus and scrolls it by the arrows.
 */
export const FLOATING = { region: { enabled: false }, 'scrollable-region-focusable': { enabled: false } };

/** What axe finds against WCAG 2.2 AA and good practice on the page as it stands. */
export async function axeFindings(page: Page, rules: object = {}): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AxeSource.source);
  return page.evaluate(async (given) => {
    const { axe } = window as unknown as { axe: Axe };
    const { violations } = await axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      resultTypes: ['violations'],
      rules: given,
    });
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary ?? ''}`);
  }, rules);
}

/** Nothing on the page breaks WCAG 2.2 AA as far as axe can tell. */
export async function expectAccessible(page: Page, rules: object = {}): Promise<void> {
  expect(await axeFindings(page, rules)).toEqual([]);
}

/** Elements that stick out at the side, where the page as a whole can be scrolled sideways; none otherwise. */
export async function sidewaysFindings(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth, clientHeight, scrollHeight } = document.documentElement;
    const tall = document.querySelector('.f-frame') && scrollHeight > clientHeight + 1;
    const out = [...document.querySelectorAll('body *')]
      .filter((one) => one.getBoundingClientRect().right > clientWidth + 1)
      .map((one) => `${one.tagName.toLowerCase()}.${one.className}`);
    return [
      ...(scrollWidth > clientWidth + 1
        ? [`${scrollWidth} wide in ${clientWidth}: ${out.slice(0, 5).join(', ')}`]
        : []),
      ...(tall ? [`the frame scrolls as a whole: ${scrollHeight} high in ${clientHeight}`] : []),
    ];
  });
}
