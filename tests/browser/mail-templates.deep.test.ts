import { expect, test } from 'vitest';
import { createClient, createContact } from '#server/business/client/index.ts';
import { createTicket } from '#server/desk/ticket/index.ts';
import { expectAccessible } from './accessible.ts';
import { told } from './keyboard.ts';
import { openWorkspace } from './workspace.ts';

const { desk, enter } = await openWorkspace();

test('the words of a mail are written beside how they read, refused where they are wrong, and put back', async () => {
  await desk.run(async (ctx) => {
    const clientId = await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' });
    const requesterId = await createContact(ctx, { clientId, name: 'Ada Adams', email: 'ada@acme.example' });
    await createTicket(ctx, { kind: 'incident', clientId, requesterId, title: 'Printer jams' });
  });
  const { page } = await enter({ name: 'Olga Owner', at: '/settings/mail-templates?mail=resolved&language=de' });
  const text = page.getByRole('textbox', { name: 'Text' });
  const preview = page.getByRole('region', { name: 'How it reads' });
  await preview.getByText('Guten Tag Ada Adams').waitFor();
  await preview.getByText('[ACME-1] Gelöst: Printer jams').waitFor();
  await expectAccessible(page);
  await text.fill('Hallo {{nobody}}');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('There is no {{nobody}}; there are recipient.firstName', { exact: false }).first().waitFor();
  await text.fill('Moin {{recipient.firstName}}!\n\n{{message}}');
  await preview.getByText('Moin Ada!').waitFor();
  await page.getByRole('button', { name: 'Save' }).click();
  await told(page, /^Saved for Everybody/);
  await page.getByRole('button', { name: 'Put back' }).click();
  await told(page, /^Put back/);
  await preview.getByText('Guten Tag Ada Adams').waitFor();
  expect(await text.inputValue()).toContain('Guten Tag');
  if (process.env.PICTURES)
    for (const [width, scheme] of [
      [1440, 'light'],
      [768, 'dark'],
      [390, 'light'],
    ] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme: scheme });
      await page.waitForTimeout(300);
      await page.screenshot({ path: `/tmp/mailout-${width}.png`, fullPage: true });
    }
});
