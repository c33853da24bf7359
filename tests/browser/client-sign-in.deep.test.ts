import { expect, test } from 'vitest';
import { createClient } from '#server/business/client/index.ts';
import { openCrookedIssuer } from '#tests/crooked-issuer.ts';
import { FORMAT } from '#tests/saml-answer.ts';
import { openSamlProvider } from '#tests/saml-provider.ts';
import { expectAccessible, sidewaysFindings } from './accessible.ts';
import { openWorkspace } from './workspace.ts';

const { desk, enter, visit, origin } = await openWorkspace();
// Providers send people back to where the browser really is.
Object.assign(desk.services, { baseUrl: origin });
const acme = await desk.run((ctx) => createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' }));
const birch = await desk.run((ctx) => createClient(ctx, { name: 'Birch', code: 'BIRCH', timeZone: 'UTC' }));
const issuer = await openCrookedIssuer('fettle');
const idp = await openSamlProvider();

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

test('a SAML provider is set up from its metadata, tried out and turned on, and signs a person of the client in', async () => {
  idp.person = { nameId: 'bea@birch.example', format: FORMAT.email, attributes: { displayName: 'Bea Birch' } };
  const { page, faults } = await enter({ name: 'Olga Owner', at: `/clients/${birch}` });
  await page.getByRole('button', { name: 'Add an identity provider' }).click();
  const form = page.getByRole('dialog');
  await form.getByText('SAML 2.0').click();
  await form.getByRole('textbox', { name: 'Name' }).fill('Birch account');
  await form.getByLabel('Domains of their addresses').fill('birch.example');
  await page.keyboard.press('Enter');
  await form.getByRole('button', { name: 'Add provider' }).click();
  // What the provider must be told is there before it says anything of itself.
  await form.getByText(/\/acs$/).waitFor();
  await form.getByRole('textbox', { name: 'Metadata of the provider' }).fill('<html/>');
  await form.getByRole('button', { name: 'Read it' }).click();
  await form.getByText(/not the metadata of an identity provider/).waitFor();
  expect(faults.splice(0).every((fault) => /422/.test(fault))).toBe(true);
  await form.getByRole('textbox', { name: 'Metadata of the provider' }).fill(idp.metadata);
  await form.getByRole('button', { name: 'Read it' }).click();
  await expect.poll(() => form.getByRole('textbox', { name: 'Sign-on address' }).inputValue()).toBe(idp.signOnUrl);
  await expectAccessible(page);
  await form.getByRole('button', { name: 'Save' }).click();
  await form.waitFor({ state: 'hidden' });

  await page.getByRole('button', { name: 'Edit Birch account' }).click();
  await form.getByRole('button', { name: 'Try it out' }).click();
  await page.getByRole('button', { name: 'Edit Birch account' }).click();
  await form.getByText(/bea@birch.example.*would be signed in, and made a contact/).waitFor();
  await expectAccessible(page);
  await form.getByRole('switch', { name: 'In use' }).click();
  await form.getByRole('button', { name: 'Save' }).click();
  await form.waitFor({ state: 'hidden' });

  const { page: portal } = await visit({ width: 390 });
  await portal.goto(`${origin}/portal/for/birch`);
  await portal.getByRole('button', { name: 'Continue with Birch account' }).click();
  await portal.waitForURL(/\/portal$/);
  await expect
    .poll(() => portal.evaluate(async () => (await (await fetch('/api/v1/me')).json()).name))
    .toBe('Bea Birch');
});
