import { expect, test } from 'vitest';
import { contactLink } from '#platform/identity/index.ts';
import { createClient, createContact } from '#server/business/client/index.ts';
import { createItem, publishItem } from '#server/practices/request/index.ts';
import { itemTerms } from '#tests/isolation/sweep/order.ts';
import { expectAccessible } from './accessible.ts';
import { openWorkspace } from './workspace.ts';

const { desk, enter, visit, origin } = await openWorkspace();

test('an item is translated line by line with the keyboard, taken as a table, and reads in German in the portal', async () => {
  const { client, contact } = await desk.run(async (ctx) => {
    const client = await createClient(ctx, { name: 'Adler', code: 'ADLER', timeZone: 'Europe/Berlin', language: 'de' });
    const size = {
      ...{
        key: 'size',
        type: 'choice',
        label: 'Screen',
        help: 'In inches',
        required: false,
        options: ['Small', 'Large'],
      },
      ...{ min: null, max: null, initial: null, shownWhen: null, requiredWhen: null },
    };
    const terms = itemTerms('New laptop', { summary: 'For the way', heading: 'Devices', form: { fields: [size] } });
    const id = await createItem(ctx, { terms: terms as never });
    await publishItem(ctx, id, { version: 1 });
    return { client, contact: await createContact(ctx, { clientId: client, name: 'Anna Adler' }) };
  });
  const { page, faults } = await enter({ name: 'Olga Owner', at: '/settings/words?state=open' });
  await page.getByText('7 missing').waitFor();
  await page.getByRole('textbox', { name: 'New laptop, Name, in German' }).focus();
  for (const words of ['Neues Notebook', 'Für unterwegs', 'Geräte', 'Bildschirm']) {
    await page.keyboard.type(words);
    await page.keyboard.press('Enter');
  }
  // Where a text may have several lines, Enter begins one.
  await page.keyboard.type('In Zoll');
  await page.keyboard.press('Control+Enter');
  await page.keyboard.type('Klein');
  await page.keyboard.press('Tab');
  await page.getByText('Translated').nth(5).waitFor();
  await page.getByText('1 missing').waitFor();
  await expectAccessible(page);
  if (process.env.PICTURES)
    for (const [width, scheme] of [
      [1440, 'light'],
      [768, 'dark'],
      [390, 'light'],
    ] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme: scheme });
      await page.waitForTimeout(300);
      await page.screenshot({ path: `/tmp/words-${width}.png`, fullPage: true });
    }
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Import CSV' }).click(),
  ]);
  await chooser.setFiles({ name: 'words.csv', mimeType: 'text/csv', buffer: Buffer.from('id,words\nx,y') });
  await page.getByText('lacks the column “original”', { exact: false }).waitFor();
  // The refusal of it.
  expect(faults.splice(0)).toHaveLength(1);
  await page.keyboard.press('Escape');

  const { url } = await desk.run((ctx) => contactLink(ctx, { clientId: client, contactId: contact }));
  const { page: portal } = await visit({ width: 390 });
  await portal.goto(url.replace(/^https?:\/\/[^/]+/, origin));
  await portal
    .getByRole('button')
    .filter({ hasText: /Sign in|Anmelden/ })
    .click();
  await portal.getByRole('button', { name: 'Abmelden' }).waitFor();
  await portal.goto(`${origin}/portal/catalogue`);
  await portal.getByRole('link', { name: 'Neues Notebook' }).click();
  await portal.getByRole('radio', { name: 'Klein' }).check();
  await expect.poll(() => portal.getByRole('radio', { name: 'Large' }).count(), { timeout: 40_000 }).toBe(1);
  await portal.getByText('In Zoll').waitFor();
});
