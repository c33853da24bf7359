import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

const PATIENCE = { timeout: 40_000 };
/** No page has more stops than this. */
const MOST_STOPS = 120;

/** Presses keys one after the other; a text in quotes is typed. */
export async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    if (key.startsWith('"')) await page.keyboard.type(key.slice(1, -1));
    else await page.keyboard.press(key);
  }
}

const hasFocus = (element: Locator): Promise<boolean> =>
  element.evaluate((one) => one === document.activeElement || one.contains(document.activeElement));

/** Waits until an element has the focus: a page that is still on its way would lose what is typed. */
export async function focused(element: Locator): Promise<void> {
  await element.waitFor();
  await expect.poll(() => hasFocus(element), PATIENCE).toBe(true);
}

/** Goes to an element by Tab alone, or by Shift+Tab; fails where that does not lead there. */
export async function tabTo(page: Page, element: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await element.waitFor();
  const stops: string[] = [];
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    if (await hasFocus(element)) return;
    await page.keyboard.press(key);
    stops.push(
      await page.evaluate(() => {
        const { activeElement: at } = document;
        return `${at?.tagName.toLowerCase()} ${at?.getAttribute('aria-label') ?? at?.textContent?.slice(0, 30) ?? ''}`;
      }),
    );
  }
  throw new Error(`The keyboard does not reach ${element}; it passes ${stops.slice(0, 60).join(' | ')}`);
}

/** Waits until the page says something in passing: "ACME-2: with Tom". */
export async function told(page: Page, text: string | RegExp): Promise<void> {
  await page.getByRole('region', { name: 'Messages' }).getByText(text).first().waitFor();
}

/** Waits for a dialogue to open and to take the keyboard. */
export async function dialogue(page: Page, name: string | RegExp): Promise<Locator> {
  const opened = page.getByRole('dialog', { name });
  await focused(opened);
  return opened;
}

/** Waits until a line of the open list is the one that Enter takes. It may stand there before that, while the typing is not heard yet. */
export async function marked(page: Page, line: string | RegExp): Promise<void> {
  await page.getByRole('option', { name: line }).and(page.locator('[data-combobox-selected]')).waitFor();
}

/** Narrows the list that has the keyboard by typing, and picks a line of it. */
export async function pick(page: Page, typed: string, line: string | RegExp): Promise<void> {
  await page.keyboard.type(typed);
  await page.getByRole('option', { name: line, selected: true }).waitFor();
  await page.keyboard.press('Enter');
}

/** Picks a ticket by typing, and says yes to what will happen. */
export async function pickTicket(page: Page, typed: string, line: string | RegExp, verb: string): Promise<void> {
  await pick(page, typed, line);
  await focused(page.getByRole('button', { name: verb, exact: true }));
  await page.keyboard.press('Enter');
}

/** Opens the choice that has the focus and takes an option by the arrows. */
export async function choose(page: Page, option: string): Promise<void> {
  await mark(page, option);
  await page.keyboard.press('Enter');
}

/** Opens the choice that has the focus and marks an option by the arrows, without taking it. */
export async function mark(page: Page, option: string): Promise<void> {
  await page.keyboard.press('ArrowDown');
  const wanted = page.getByRole('option', { name: option, exact: true });
  await wanted.waitFor();
  for (let step = 0; step < MOST_STOPS; step++) {
    if ((await wanted.getAttribute('data-combobox-selected')) !== null) return;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`The arrows do not reach “${option}”`);
}
