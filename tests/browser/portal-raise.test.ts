import { expect, test } from 'vitest';
import { createClient, createContact, createSite, setClientServices } from '#server/business/client/index.ts';
import { createService } from '#server/desk/classification/index.ts';
import { createArticle, publishArticle, viewArticle } from '#server/practices/knowledge/index.ts';
import { hire as hireKey } from '#tests/people.ts';
import { expectAccessible, sidewaysFindings } from './accessible.ts';
import { openWorkspace } from './workspace.ts';

const { desk, visit, origin } = await openWorkspace();
const owner = await hireKey(desk);
const { mary, article } = await desk.run(async (ctx) => {
  const acme = await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' });
  for (const name of ['Harbour', 'Hill']) await createSite(ctx, acme, { name });
  await setClientServices(ctx, acme, [await createService(ctx, { name: 'Printing' })]);
  const mary = await createContact(ctx, { clientId: acme, name: 'Mary Manager', email: 'mary@acme.example' });
  await createContact(ctx, { clientId: acme, name: 'Ada Adams' });
  await createContact(ctx, { clientId: acme, name: 'Carl Cook' });
  const article = await createArticle(ctx, {
    title: 'When the scanner beeps',
    body: '<p>Turn it off and on.</p>',
    visibility: 'all',
  });
  await publishArticle(ctx, article, { version: (await viewArticle(ctx, article)).version });
  return { mary, article };
});

test('1: what may help is offered while one types; what does not is told with a file, for a colleague, after a reload', async () => {
  const { page, faults } = await visit({ width: 390 });
  const { url } = (await owner.call('POST', `/contacts/${mary}/sign-in-link`)).body as { url: string };
  await page.goto(url.replace(/^https?:\/\/[^/]+/, origin));
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('navigation', { name: 'Portal' }).getByRole('link', { name: 'Tell us what is wrong' }).click();
  const title = page.getByRole('textbox', { name: 'In a few words' });
  await title.fill('The scanner beeps');
  await page.getByRole('button', { name: /When the scanner beeps/ }).click();
  await page.getByText('Turn it off and on.').waitFor();
  await expectAccessible(page);
  expect(await sidewaysFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'This solved it' }).click();
  await page.getByRole('heading', { name: 'Your tickets' }).waitFor();
  const { measures } = (await owner.call('GET', `/articles/${article}`)).body as { measures: object };
  expect(measures).toMatchObject({ views: 1, helpful: 1 });

  await page.getByRole('navigation', { name: 'Portal' }).getByRole('link', { name: 'Tell us what is wrong' }).click();
  expect(await title.inputValue()).toBe('');
  await title.fill('The scanner beeps again');
  await page.getByRole('textbox', { name: /What happens/ }).fill('Since <b>noon</b>');
  await page.locator('form').evaluate((form) => {
    const data = new DataTransfer();
    data.items.add(new File(['beep'], 'beep.txt', { type: 'text/plain' }));
    form.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
  });
  await page.getByText('beep.txt').waitFor();
  await page.reload();
  await page.getByText('What you typed last time is back.').waitFor();
  expect(await title.inputValue()).toBe('The scanner beeps again');
  for (const [field, choice] of [
    ['Who is it for?', 'Ada Adams'],
    ['Where?', 'Hill'],
    ['Colleagues who are told as well', 'Carl Cook'],
  ] as const) {
    await page.getByRole('combobox', { name: field }).fill(choice.slice(0, 3));
    await page.getByRole('option', { name: choice }).click();
  }
  await expect.poll(() => page.getByRole('combobox', { name: 'Who is it for?' }).inputValue()).toBe('Ada Adams');
  await page.getByRole('button', { name: 'Do not tell Carl Cook' }).waitFor();
  await page.getByRole('textbox', { name: 'Others, by mail address' }).fill('vera@vendor.example');
  await page.getByRole('button', { name: 'Send' }).click();
  const said = page.getByRole('article', { name: 'Message of Ada Adams' });
  await said.getByText('raised by Mary Manager').waitFor();
  await said.getByText('Since <b>noon</b>').waitFor();
  await said.getByText('beep.txt').waitFor();
  await page.getByText('Your service desk decides about vera@vendor.example.').waitFor();
  await page.getByRole('region', { name: 'Who is told' }).getByText('Carl Cook').waitFor();
  await expectAccessible(page);
  expect(await sidewaysFindings(page)).toEqual([]);
  expect(faults).toEqual([]);
});
