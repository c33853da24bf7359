import { generate } from 'otplib';
import { expect, test } from 'vitest';
import { passwordLink } from '#platform/identity/index.ts';
import { createClient, createContact } from '#server/business/client/index.ts';
import { expectAccessible, sidewaysFindings } from './accessible.ts';
import { openWorkspace } from './workspace.ts';

const PASSWORD = 'four quiet green harbours';
const { desk, enter, visit, origin } = await openWorkspace();
Object.assign(desk.services, { baseUrl: origin });
const { acme, ada } = await desk.run(async (ctx) => {
  const acme = await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' });
  return { acme, ada: await createContact(ctx, { clientId: acme, name: 'Ada Adams', email: 'ada@acme.example' }) };
});

test('somebody chooses a password, sets up codes where they are required, and signs in with both', async () => {
  const { page } = await enter({ name: 'Olive Owner', at: `/settings/values/portal.signIn?client=${acme}` });
  await page.getByRole('button', { name: /Override/ }).click();
  await page.getByRole('switch', { name: 'By a password' }).click();
  await page.getByRole('radio', { name: 'Required of everybody' }).click();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved for Acme').waitFor();

  const link = await desk.run((ctx) => passwordLink(ctx, { clientId: acme, contactId: ada }, 72));
  const { page: portal } = await visit({ width: 390 });
  await portal.goto(link.replace(/^.*\/portal/, `${origin}/portal`));
  await portal.getByLabel('New password').fill(PASSWORD);
  await expectAccessible(portal);
  await portal.keyboard.press('Enter');
  await portal.getByText(/asks for a second proof/).waitFor();
  await expectAccessible(portal);
  await portal.getByRole('button', { name: 'Set up codes' }).click();
  const key = /[A-Z2-7 ]{30,}$/.exec((await portal.getByText(/Type this key/).textContent()) ?? '')?.[0] ?? '';
  const secret = key.replace(/ /g, '');
  const codeIn = (seconds: number) => generate({ secret, epoch: Math.floor(Date.now() / 1000) + seconds });
  expect(await sidewaysFindings(portal)).toEqual([]);
  await portal.getByLabel('Code that the app shows now').fill(await codeIn(-30));
  await portal.keyboard.press('Enter');
  await portal.getByText('Each works once').waitFor();
  await expectAccessible(portal);
  await portal.getByRole('button', { name: 'I have kept them' }).click();
  await portal.getByText(/10 recovery codes are left/).waitFor();
  await portal.getByRole('link', { name: 'Tickets', exact: true }).waitFor();
  expect(await sidewaysFindings(portal)).toEqual([]);
  await expectAccessible(portal);
  await portal.getByRole('button', { name: 'Sign out', exact: true }).first().click();
  await portal.getByLabel('E-mail').waitFor();

  await portal.goto(`${origin}/portal/for/acme`);
  await portal.getByLabel('E-mail').fill('ada@acme.example');
  await portal.keyboard.press('Enter');
  await portal.getByLabel('Password').fill(PASSWORD);
  await expectAccessible(portal);
  await portal.keyboard.press('Enter');
  await portal.getByRole('heading', { name: 'One more step' }).waitFor();
  await portal.reload();
  await portal.getByLabel('Code').fill(await codeIn(0));
  await expectAccessible(portal);
  await portal.keyboard.press('Enter');
  await portal.getByRole('heading', { name: 'Your tickets' }).waitFor();
});
