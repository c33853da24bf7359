import { existsSync, mkdirSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, expect, onTestFinished, vi } from 'vitest';
import { createStaff, setPassword } from '#platform/identity/index.ts';
import { type Desk, openDesk } from '#tests/desk.ts';
import { PASSWORD } from '#tests/visitor.ts';
import { contextsOf, type Screen } from './contexts.ts';

export const WEB = join(import.meta.dirname, '../../dist/web');
/** Where a page that failed leaves its picture. */
const PICTURES = join(import.meta.dirname, '../../test-results');
const SLOW_MACHINE_MS = 40_000;
/** A page whose code or list is not there yet. */
const ON_ITS_WAY = '#content:empty, #content > [role=status], [role=grid][aria-busy=true], .f-lane[aria-busy=true]';

type Staff = {
  name: string;
  role?: string;
  clientIds?: readonly string[];
  skills?: readonly string[];
  capacity?: number;
};
export type Entered = {
  page: Page;
  id: string;
  email: string;
  /** What the page complained of so far. A test ends with none, unless it takes out what it provoked. */
  faults: string[];
};

export type Workspace = {
  desk: Desk;
  origin: string;
  /** Somebody who can sign in with `PASSWORD`. */
  hire(staff: Staff): Promise<{ id: string; email: string }>;
  /** A page of a browser of its own, where nobody is signed in. */
  visit(screen?: Screen): Promise<Omit<Entered, 'id' | 'email'>>;
  /** The same, where a new staff member is signed in and the queue is open, or what `at` says. */
  enter(options: Staff & Screen & { at?: string }): Promise<Entered>;
};

/** A running Fettle with its web app, and a real browser. One of each per file of tests. */
export async function openWorkspace(webFolder = WEB): Promise<Workspace> {
  if (!existsSync(join(WEB, 'index.html'))) throw new Error('The web app is not built; run the tests by `npm test`.');
  vi.setConfig({ testTimeout: 6 * SLOW_MACHINE_MS, hookTimeout: 2 * SLOW_MACHINE_MS });
  const desk = await openDesk({ webFolder });
  await desk.app.listen({ host: '127.0.0.1', port: 0 });
  const origin = `http://127.0.0.1:${(desk.app.server.address() as AddressInfo).port}`;
  const browser: Browser = await chromium.launch({
    ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
    // Nobody looks, and no page lives long enough to be worth a second compilation.
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--js-flags=--no-opt --no-maglev'],
  });
  afterAll(() => browser.close());
  let people = 0;
  const hire: Workspace['hire'] = async ({ name, role = 'owner', clientIds, skills = [], capacity }) => {
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
        ...(capacity === undefined ? {} : { capacity }),
      });
      await setPassword(ctx, staffId, PASSWORD);
      return staffId;
    });
    return { id, email };
  };
  const contexts = contextsOf(browser, origin);
  const visit: Workspace['visit'] = async (screen = {}) => {
    const context = await contexts.take(screen);
    const page = await context.newPage();
    page.setDefaultTimeout(SLOW_MACHINE_MS);
    const faults = watch(page);
    onTestFinished(async ({ task }) => {
      await picture(page, task);
      await contexts.giveBack(screen, context);
      expect(faults, 'what the page complained of').toEqual([]);
    });
    return { page, faults };
  };
  return {
    desk,
    origin,
    hire,
    visit,
    async enter({ at = '/queue', ...options }) {
      const { id, email } = await hire(options);
      const { page, faults } = await visit(options);
      await signIn(desk, page.context(), origin, email);
      await page.goto(origin + at);
      await page.locator('#content').waitFor();
      // Keys that come before the page stands are dropped.
      await expect.poll(() => page.locator(ON_ITS_WAY).count(), { timeout: SLOW_MACHINE_MS }).toBe(0);
      return { page, id, email, faults };
    },
  };
}

/** Signs in without the page of it, which has tests of its own. */
async function signIn(desk: Desk, context: BrowserContext, origin: string, email: string): Promise<void> {
  const answer = await desk.app.inject({
    method: 'POST',
    url: '/api/v1/sessions',
    headers: { 'sec-fetch-site': 'same-origin' },
    payload: { email, password: PASSWORD },
  });
  expect(answer.statusCode).toBe(201);
  await context.addCookies(answer.cookies.map(({ name, value }) => ({ name, value, url: origin })));
}

/** Collects what goes wrong in a page: its own faults, what its policy forbade, and what it wrote on the console as an error. */
function watch(page: Page): string[] {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.stack ?? error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`${message.text()} ${message.location().url ?? ''}`);
  });
  return faults;
}

async function picture(page: Page, task: { name: string; result?: { state: string } | undefined }): Promise<void> {
  if (task.result?.state !== 'fail') return;
  mkdirSync(PICTURES, { recursive: true });
  const name = `${task.name.replaceAll(/\W+/g, '-').slice(0, 60)}-${Date.now() % 100_000}.png`;
  await page.screenshot({ path: join(PICTURES, name), timeout: SLOW_MACHINE_MS });
}
