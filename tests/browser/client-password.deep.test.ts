import { generate } from 'otplib';
import { expect, test } from 'vitest';
import { forgetCallers, passwordLink } from '#platform/identity/index.ts';
import { createClient, createContact } from '#server/business/client/index.ts';
import { openSink } from '#tests/mail-sink.ts';
import { PASSWORD as OURS } from '#tests/visitor.ts';
import { expectAccessible, sidewaysFindings } from './accessible.ts';
import { press, tabTo, told } from './keyboard.ts';
import { openWorkspace } from './workspace.ts';

const PASSWORD = 'four quiet green harbours';
const { desk, enter, visit, origin } = await openWorkspace();
const sink = await openSink();
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

test('staff see how somebody signs in, send a link to choose a password, and take a lost second factor away', async () => {
  const { page, id, faults } = await enter({ name: 'Oscar Owner', at: `/contacts/${ada}`, width: 390 });
  const section = page.getByRole('region', { name: 'Signing in to the portal' });
  await section.getByText(/10 recovery codes left/).waitFor();
  await section.getByText(/by password/).waitFor();
  await section.getByText(/No mail is sent, so they cannot ask for one/).waitFor();
  expect(await section.getByRole('button', { name: 'Send a password link' }).count()).toBe(0);
  expect(await sidewaysFindings(page)).toEqual([]);
  await expectAccessible(page);
  await page.evaluate(async (port) => {
    const sending = { active: true, host: '127.0.0.1', port, security: 'none', username: '', version: 0 };
    const body = JSON.stringify({ ...sending, fromName: 'Harbour IT', fromAddress: 'desk@mail.test' });
    await fetch('/api/v1/mail/sending', { method: 'PUT', headers: { 'content-type': 'application/json' }, body });
  }, sink.port);
  await page.reload();
  await tabTo(page, section.getByRole('button', { name: 'Send a password link' }));
  await press(page, 'Enter');
  await told(page, 'A link to choose a password is on its way to ada@acme.example');
  await section.getByText(/A link to choose one works until/).waitFor();

  // Proved eleven minutes ago: what touches sign-in asks again.
  const then = new Date(Date.now() - 11 * 60_000).toISOString();
  await desk.run((ctx) =>
    ctx.tx.updateTable('sessions').set({ authenticated_at: then }).where('staff_id', '=', id).execute(),
  );
  forgetCallers(desk.services);
  await tabTo(page, section.getByRole('button', { name: 'Take away second factor' }));
  await press(page, 'Enter');
  await page.getByText(/Be sure that it is Ada Adams who asks/).waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Take away', exact: true }).click();
  await page.getByLabel('Your password').fill(OURS);
  expect(faults.splice(0).every((fault) => /401/.test(fault))).toBe(true);
  await press(page, 'Enter');
  await told(page, 'The second factor of Ada Adams is taken away');
  await section.getByText('None yet; asked for when they sign in').waitFor();
  await section.getByText('Nowhere').waitFor();
  expect(await section.getByRole('button', { name: /second factor|everywhere/ }).count()).toBe(0);
});
