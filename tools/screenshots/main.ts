import { existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';

const FOLDER = join(import.meta.dirname, '../../docs/images');
const MOST_BYTES = 300 * 1024;
const DESK = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

const needed = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`Set ${name}. CONTRIBUTING.md says how the pictures are made.`);
  return value;
};
const origin = process.env['FETTLE_BASE_URL'] ?? 'http://127.0.0.1:7070';
const CHROMIUM = [process.env['CHROMIUM_PATH'], '/usr/bin/chromium', '/usr/bin/google-chrome'];

/** A page of a browser of its own, signed in as the person that the environment names. */
async function signIn(browser: Browser, viewport: typeof DESK, dark: boolean): Promise<Page> {
  const context = await browser.newContext({
    viewport,
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    timezoneId: 'Australia/Sydney',
    locale: 'en-AU',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await page.goto(`${origin}/sign-in`);
  await page.getByLabel('E-mail').fill(needed('FETTLE_ADMIN_EMAIL'));
  await page.locator('input[type=password]').fill(needed('FETTLE_ADMIN_PASSWORD'));
  await page.keyboard.press('Enter');
  await page.waitForURL('**/queue**');
  return page;
}

/** Opens a place, does what is to be seen done, waits until everything on it has come, and keeps a picture of it. */
async function picture(
  page: Page,
  name: string,
  path: string,
  ready: string,
  first: () => Promise<void> = async () => {},
): Promise<void> {
  await page.goto(origin + path);
  await page.locator(ready).first().waitFor();
  await first();
  await page.locator('[aria-busy=true], .f-skeleton').first().waitFor({ state: 'detached' });
  await page.waitForLoadState('networkidle').catch(() => {});
  const file = join(FOLDER, `${name}.png`);
  await page.screenshot({ path: file });
  const { size } = statSync(file);
  if (size > MOST_BYTES) throw new Error(`${name}.png has ${size} bytes; at most ${MOST_BYTES} are kept`);
  console.log(`${name}.png  ${Math.round(size / 1024)} KB`);
}

type Row = { key: string; status: string; lastMessage: unknown; assignee: unknown; clock: unknown; message?: unknown };

/** An open ticket with a conversation worth a picture: the one about which most was said. */
async function talkedAbout(page: Page): Promise<string> {
  const get = async (path: string): Promise<{ items: Row[] }> =>
    (await page.request.get(`${origin}/api/v1${path}`)).json();
  const { items } = await get('/tickets?status=open&sort=priority&limit=60');
  let best = { key: items[0]?.key ?? '', said: 0 };
  for (const { key } of items.filter(({ lastMessage, assignee, clock }) => lastMessage && assignee && clock)) {
    const timeline = await get(`/tickets/${key}/timeline`);
    const said = timeline.items.filter(({ message }) => message).length;
    if (said > best.said) best = { key, said };
  }
  return best.key;
}

/** An open ticket that waited and missed its resolution: there is something to explain. */
async function missed(page: Page): Promise<string> {
  const board = await page.request.get(`${origin}/api/v1/service-levels/board?target=resolution`);
  const { breached } = (await board.json()) as { breached: { items: { key: string; consumedSeconds: number }[] } };
  const keys = breached.items.sort((a, b) => a.consumedSeconds - b.consumedSeconds).map(({ key }) => key);
  for (const key of keys) {
    const clocks = await page.request.get(`${origin}/api/v1/tickets/${key}/sla`);
    const { items } = (await clocks.json()) as { items: { target: string; intervals: { kind: string }[] }[] };
    const resolution = items.find(({ target }) => target === 'resolution');
    if (resolution?.intervals.some(({ kind }) => kind === 'paused')) return key;
  }
  return keys[0] ?? '';
}

type Contact = { id: string; email: string; sees: string; openTickets: number };

/** A page of a browser of its own, signed in to the portal as somebody who sees their whole company, by a link that staff made. */
async function enterPortal(browser: Browser, desk: Page, viewport: typeof DESK): Promise<Page> {
  const people = await desk.request.get(`${origin}/api/v1/contacts?active=true&limit=200`);
  const { items } = (await people.json()) as { items: Contact[] };
  const who = items.filter(({ sees }) => sees === 'all').sort((a, b) => b.openTickets - a.openTickets)[0];
  const made = await desk.request.post(`${origin}/api/v1/contacts/${who?.id}/sign-in-link`, {
    headers: { origin, 'content-type': 'application/json' },
    data: {},
  });
  const { url } = (await made.json()) as { url: string };
  const context = await browser.newContext({ viewport, colorScheme: 'light', reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await page.goto(url);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
  return page;
}

type Named = { id: string; key: string; name: string; client: { id: string } };

/** The first line of a list of the API. */
async function firstOf(page: Page, path: string): Promise<Named | undefined> {
  const { items } = (await (await page.request.get(`${origin}/api/v1${path}`)).json()) as { items: Named[] };
  return items[0];
}

/** Pictures of the guide about other systems: an RMM, simulated or not, is connected, and a ticket is about one of its devices. */
async function otherSystems(desk: Page): Promise<void> {
  const connector = await firstOf(desk, '/connectors');
  const ticket = await firstOf(desk, '/tickets?q=laptop+is+slow&limit=1');
  const device = await firstOf(desk, '/items?classKey=laptop&limit=1');
  if (!connector || !device || !ticket) return console.log('No RMM is connected, so its pictures stay as they are.');
  const page = `/settings/connectors/${connector.id}`;
  await picture(desk, 'connect', '/settings/connectors', '[href*="/settings/connectors/"]', async () => {
    await desk.getByRole('button', { name: 'New connector' }).first().click();
    await desk.getByRole('combobox', { name: 'System' }).fill('Datto');
    await desk.getByRole('option', { name: /Datto/ }).click();
  });
  await picture(desk, 'connector', page, '.f-connector-table');
  const show = (title: string) => () =>
    desk.getByRole('heading', { name: title }).evaluate((one) => one.scrollIntoView());
  await picture(desk, 'scripts', page, '.f-connector-table', show('Scripts'));
  await picture(desk, 'calls', page, '.f-connector-table', show('Address for its calls'));
  await picture(desk, 'alerts', '/alerts', '[role=row] a');
  await picture(desk, 'item', `/estate/${device.id}`, '.f-facts');
  await picture(desk, 'agents', `/clients/${device.client.id}`, 'h2', show('Inventory agents'));
  await picture(desk, 'device', `/tickets/${ticket.key}`, '.f-side', async () => {
    await desk.getByRole('tab', { name: 'Device' }).click();
    await desk.locator('.f-device').first().waitFor();
  });
}

/** Makes the pictures of the README and the guide from a running Fettle with the sample MSP. */
async function main(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const executablePath = CHROMIUM.find((path) => path && existsSync(path));
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  });
  try {
    const desk = await signIn(browser, DESK, false);
    await picture(desk, 'queue', '/queue?status=open&priority=1&priority=2&priority=3', '[role=row] a');
    await picture(desk, 'ticket', `/tickets/${await talkedAbout(desk)}`, '.f-message');
    await picture(desk, 'levels', '/sla', '[data-lane="Missed"] a', () => desk.locator('summary').first().click());
    await picture(desk, 'clock', `/tickets/${await missed(desk)}`, '.f-side', async () => {
      await desk.getByRole('tab', { name: 'SLA' }).click();
      await desk.getByRole('slider', { name: /^Resolution/ }).focus();
    });
    await picture(await signIn(browser, DESK, true), 'board', '/board', '.f-card');
    await picture(await signIn(browser, PHONE, false), 'phone', '/queue?status=open', '[role=row] a');
    await picture(await enterPortal(browser, desk, DESK), 'portal', '/portal/catalogue', 'main a');
    await picture(await enterPortal(browser, desk, PHONE), 'portal-phone', '/portal', 'main a');
    await otherSystems(desk);
  } finally {
    await browser.close();
  }
}

await main();
