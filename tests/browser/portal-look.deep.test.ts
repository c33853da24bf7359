import { expect, test } from 'vitest';
import { createClient, createContact } from '#server/business/client/index.ts';
import { hire as hireKey } from '#tests/people.ts';
import { expectAccessible, sidewaysFindings } from './accessible.ts';
import { openWorkspace } from './workspace.ts';

const { desk, enter, visit, origin } = await openWorkspace();
const owner = await hireKey(desk);
const { acme, ada, boss } = await desk.run(async (ctx) => {
  const acme = await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' });
  return {
    acme,
    ada: await createContact(ctx, { clientId: acme, name: 'Ada Adams', email: 'ada@acme.example' }),
    boss: await createContact(ctx, { clientId: acme, name: 'Boss Brown', sees: 'all' }),
  };
});
const LOGO = '<svg viewBox="0 0 120 40"><script>alert(1)</script><rect width="120" height="40" fill="#5a2d82"/></svg>';
/** A colour as the browser tells it. */
const rgbOf = (hex: string) => `rgb(${[1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)).join(', ')})`;
const set = (key: string, value: object) =>
  owner.call('PUT', `/settings/portal.${key}`, { level: 'client', id: acme, value });

test('an accent that cannot be read is mended, a logo is seen before it is saved, and the client’s people see both', async () => {
  const { page } = await enter({ name: 'Olive Owner', at: `/settings/values/portal.colours?client=${acme}` });
  // All of the look is on one page, to which the address of each of its parts leads.
  await page.waitForURL(`${origin}/settings/portal?client=${acme}`);
  const part = (name: string) => page.getByRole('region', { name, exact: true });
  const colours = part('Accent colours');
  await colours.getByText('Fettle’s own default', { exact: false }).waitFor();
  await colours.getByRole('button', { name: 'Override' }).click();
  await page.getByRole('textbox', { name: 'On light', exact: true }).fill('#b57edc');
  await page.getByText(/Has a contrast of 2\.\d:1 on #f3f4f6; 4\.5:1 is needed\./).waitFor();
  await page.getByRole('button', { name: /^Take #/ }).click();
  await expectAccessible(page);
  const accent = await page.getByRole('textbox', { name: 'On light', exact: true }).inputValue();
  const preview = page.getByRole('img', { name: 'The sign-in page of the portal, light, on a computer' });
  const button = preview.getByText('Continue');
  // What is not saved yet is seen.
  expect(await button.evaluate((node) => getComputedStyle(node).backgroundColor)).toBe(rgbOf(accent));
  await colours.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved for Acme').waitFor();
  await colours.getByText('Own value').waitFor();
  const name = part('Name');
  await name.getByRole('button', { name: 'Override' }).click();
  await name.getByRole('textbox', { name: 'Name' }).fill('Half typed');
  await preview.getByText('Half typed').waitFor();
  await name.getByRole('button', { name: 'Cancel' }).click();
  await preview.getByText('Half typed').waitFor({ state: 'hidden' });

  const logo = part('Logo');
  await logo.getByRole('button', { name: 'Override' }).click();
  const chooser = page.waitForEvent('filechooser');
  await logo.getByRole('button', { name: 'Choose a picture' }).click();
  await (await chooser).setFiles({ name: 'logo.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(LOGO) });
  await page.getByRole('img', { name: 'The chosen one' }).waitFor();
  await expectAccessible(page);
  await logo.getByRole('button', { name: 'Save' }).click();
  await logo.getByText('Own value').waitFor();
  await set('name', { name: 'Acme help' });
  await set('texts', { welcome: 'Welcome to Acme', support: 'Call 555' });
  await set('links', { links: [{ label: 'Privacy', url: 'https://acme.example/privacy' }] });

  const { page: phone } = await visit({ width: 390, dark: true });
  await phone.goto(`${origin}/portal/for/acme`);
  await phone.getByText('Welcome to Acme').waitFor();
  await phone.getByRole('img', { name: 'Acme help' }).waitFor();
  await phone.getByRole('contentinfo').getByRole('link', { name: 'Privacy' }).waitFor();
  expect(await phone.title()).toContain('Acme help');
  const worn = await phone.evaluate(async () => {
    const style = getComputedStyle(document.documentElement);
    const manifest = document.querySelector('link[rel="manifest"]')?.getAttribute('href') ?? '';
    return {
      button: style.getPropertyValue('--mantine-color-accent-filled'),
      bar: [...document.querySelectorAll('meta[name="theme-color"]')].map((one) => one.getAttribute('content')),
      touch: document.querySelectorAll('link[rel="apple-touch-icon"][href]').length,
      manifest: (await (await fetch(manifest, { credentials: 'omit' })).json()) as { name: string; start_url: string },
    };
  });
  expect(worn).toMatchObject({
    button: accent,
    bar: [accent, accent],
    touch: 1,
    manifest: { name: 'Acme help', start_url: '/portal/for/acme' },
  });
  expect(await sidewaysFindings(phone)).toEqual([]);
  await expectAccessible(phone);

  const { page: other } = await visit();
  await other.goto(`${origin}/portal/for/nobody`);
  await other.getByRole('heading', { level: 1 }).waitFor();
  expect(await other.getByText(/Acme/).count()).toBe(0);
});

async function signedIn(contactId: string) {
  const made = await owner.call('POST', `/contacts/${contactId}/sign-in-link`);
  const { page } = await visit({ width: 390 });
  await page.goto((made.body as { url: string }).url.replace(/^.*\/portal/, `${origin}/portal`));
  await page.getByRole('button', { name: 'Sign in' }).click();
  return page;
}

test('the look stays with whoever is signed in, and after signing out', async () => {
  const page = await signedIn(ada);
  await page.getByRole('img', { name: 'Acme help' }).waitFor();
  await page.getByRole('heading', { name: 'Your tickets' }).waitFor();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL('**/portal/for/acme');
  await page.getByText('Welcome to Acme').waitFor();
});

test('the company’s page is of the portal, like every other', async () => {
  const page = await signedIn(boss);
  await page.getByRole('link', { name: 'Your company' }).click();
  await page.getByText('Nothing fits').waitFor();
  expect(await page.title()).toBe('Your company · Acme help');
  expect(await sidewaysFindings(page)).toEqual([]);
  await expectAccessible(page);
});

test('the portals of two clients at one address are two apps; installed, one says itself that there is no connection', async () => {
  await set('name', { name: 'Acme help' });
  await desk.run((ctx) => createClient(ctx, { name: 'Birch', code: 'BIRCH', timeZone: 'UTC' }));
  const { page, faults } = await visit({ width: 390, alone: true });
  const devtools = await page.context().newCDPSession(page);
  const apps: unknown[] = [];
  for (const code of ['acme', 'birch']) {
    await page.goto(`${origin}/portal/for/${code}`);
    await page.locator(`link[rel=manifest][href*="for=${code}"]`).waitFor({ state: 'attached' });
    // The emulated phone has no shop; what else Chromium asks of an app is there.
    const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
    expect(installabilityErrors.map(({ errorId }) => errorId)).toEqual([]);
    const { data = '', errors } = await devtools.send('Page.getAppManifest');
    expect(errors).toEqual([]);
    const { id, name, start_url } = JSON.parse(data) as Record<string, string>;
    apps.push({ id, name, start_url });
  }
  expect(apps).toMatchObject([
    { id: '/portal/for/acme', start_url: '/portal/for/acme', name: 'Acme help' },
    { id: '/portal/for/birch', start_url: '/portal/for/birch' },
  ]);
  expect(JSON.stringify(apps[1])).not.toContain('Acme');
  // In the browser nothing is put between; as an app it is.
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  await page.addInitScript(() => {
    const real = window.matchMedia.bind(window);
    window.matchMedia = (query) => real(query.includes('standalone') ? 'all' : query);
  });
  await page.reload();
  await expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null), { timeout: 20_000 })
    .toBe(true);
  await page.context().setOffline(true);
  await page.goto(`${origin}/portal/for/acme`);
  await page.getByRole('heading', { name: 'No connection' }).waitFor();
  await expectAccessible(page);
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
  await page.context().setOffline(false);
  await page.getByRole('link', { name: 'Try again' }).click();
  await page.getByRole('contentinfo').waitFor();
  // What the browser says of being cut off.
  faults.length = 0;
});
