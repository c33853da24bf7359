import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import AxeSource from 'axe-core';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { afterAll, expect } from 'vitest';
import { createStaff, setPassword } from '#platform/identity/index.ts';
import { type Desk, openDesk } from '#tests/desk.ts';
import { PASSWORD } from '#tests/visitor.ts';

const WEB = join(import.meta.dirname, '../../dist/web');

export type Workspace = {
  desk: Desk;
  origin: string;
  /** A page of a browser of their own, signed in as a new staff member. */
  enter(options: {
    name: string;
    role?: string;
    clientIds?: readonly string[];
    width?: number;
    dark?: boolean;
    skills?: readonly string[];
  }): Promise<{ page: Page; id: string; email: string }>;
};

/** A running Fettle with its web app, and a real browser. */
export async function openWorkspace(): Promise<Workspace> {
  if (!existsSync(join(WEB, 'index.html'))) throw new Error('The web app is not built; run the tests by `npm test`.');
  const desk = await openDesk({ webFolder: WEB });
  await desk.app.listen({ host: '127.0.0.1', port: 0 });
  const origin = `http://127.0.0.1:${(desk.app.server.address() as AddressInfo).port}`;
  const browser: Browser = await chromium.launch({
    ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  });
  afterAll(() => browser.close());
  let people = 0;
  return {
    desk,
    origin,
    async enter({ name, role = 'owner', clientIds, width = 1440, dark = false, skills = [] }) {
      people += 1;
      const email = `person${people}@harbour.example`;
      const id = await desk.run(async (ctx) => {
        const staffId = await createStaff(ctx, {
          email,
          name,
          roleKeys: [role],
          allClients: clientIds === undefined,
          clientIds: clientIds ?? [],
          skills,
        });
        await setPassword(ctx, staffId, PASSWORD);
        return staffId;
      });
      const context = await browser.newContext({
        viewport: { width, height: width < 500 ? 844 : 900 },
        colorScheme: dark ? 'dark' : 'light',
        reducedMotion: 'reduce',
        timezoneId: 'Australia/Sydney',
        locale: 'en-AU',
      });
      const page = await context.newPage();
      page.setDefaultTimeout(10_000);
      const faults: string[] = [];
      page.on('pageerror', (error) => faults.push(error.message));
      afterAll(() => expect(faults, 'faults of the page').toEqual([]));
      await page.goto(`${origin}/sign-in`);
      await focused(page.getByRole('textbox', { name: 'E-mail' }));
      await page.keyboard.type(email);
      await page.keyboard.press('Tab');
      await page.keyboard.type(PASSWORD);
      await page.keyboard.press('Enter');
      await page.waitForURL('**/queue');
      return { page, id, email };
    },
  };
}

/** Presses keys one after the other; a text in quotes is typed. */
export async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    if (key.startsWith('"')) await page.keyboard.type(key.slice(1, -1));
    else await page.keyboard.press(key);
  }
}

/** Waits until an element has the focus: a page that is still on its way would lose what is typed. */
export async function focused(element: Locator): Promise<void> {
  await expect.poll(() => element.evaluate((one) => one === document.activeElement), { timeout: 10_000 }).toBe(true);
}

/** Nothing on the page breaks WCAG 2.2 AA as far as axe can tell. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(AxeSource.source);
  const found = await page.evaluate(async () => {
    const axe = (
      window as unknown as {
        axe: {
          run(
            context: Document,
            options: object,
          ): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }>;
        };
      }
    ).axe;
    const { violations } = await axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary ?? ''}`);
  });
  expect(found).toEqual([]);
}
