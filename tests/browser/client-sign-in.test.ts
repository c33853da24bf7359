import { expect, test } from 'vitest';
import { createClient } from '#server/business/client/index.ts';
import { openCrookedIssuer } from '#tests/crooked-issuer.ts';
import { expectAccessible, sidewaysFindings } from './accessible.ts';
import { openWorkspace } from './workspace.ts';

const { desk, enter, visit, origin } = await openWorkspace();
const acme = await desk.run((ctx) => createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' }));
const issuer = await openCrookedIssuer('fettle');

test('a client’s own identity provider is set up, its people are offered it, and the policy shows what they will see', async () => {
  const { page, faults } = await enter({ name: 'Olive Owner', at: `/clients/${acme}` });
  await page.getByRole('button', { name: 'Add an identity provider' }).click();
  const form = page.getByRole('dialog');
  await form.getByRole('textbox', { name: 'Name' }).fill('Acme account');
  await form.getByRole('textbox', { name: 'Issuer' }).fill('https://login.microsoftonline.com/common/v2.0');
  await form.getByRole('textbox', { name: 'Application (client) id' }).fill('fettle');
  await form.getByLabel('Application secret').fill('a secret');
  await form.getByLabel('Domains of their addresses').fill('acme.example');
  await page.keyboard.press('Enter');
  await expectAccessible(page);
  await form.getByRole('button', { name: 'Add provider' }).click();
  await form.getByText(/own tenant by its id/).waitFor();
  expect(faults.splice(0).every((fault) => /422/.test(fault))).toBe(true);
  await form.getByRole('textbox', { name: 'Issuer' }).fill(issuer.issuer);
  await form.getByRole('button', { name: 'Add provider' }).click();
  await form.waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: 'Edit Acme account' }).click();
  await form.getByText(/oidc\/.*\/callback/).waitFor();
  await expectAccessible(page);
  await page.keyboard.press('Escape');

  await page.getByRole('link', { name: 'Which ways are open to them' }).click();
  await page.getByText('What their people will see').waitFor();
  await page.getByRole('button', { name: /Override/ }).click();
  await page.getByRole('switch', { name: 'By a mail that they ask for' }).click();
  await page.getByText(/leads to their company’s own sign-in/).waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved for Acme').waitFor();

  const { page: portal } = await visit({ width: 390 });
  await portal.goto(`${origin}/portal/for/acme?refused=unverified`);
  await portal.getByRole('button', { name: 'Continue with Acme account' }).waitFor();
  expect(await portal.getByRole('alert').textContent()).toContain('Nobody here is known');
  expect(await portal.getByRole('textbox').count()).toBe(0);
  expect(await sidewaysFindings(portal)).toEqual([]);
  await expectAccessible(portal);
});
