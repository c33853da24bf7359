import { expect, test } from 'vitest';
import { createClient, createContact } from '#server/business/client/index.ts';
import { createArticle, publishArticle, viewArticle } from '#server/practices/knowledge/index.ts';
import { hire as hireKey } from '#tests/people.ts';
import { expectAccessible, sidewaysFindings } from './accessible.ts';
import { openWorkspace } from './workspace.ts';

const { desk, visit, enter, origin } = await openWorkspace();
const owner = await hireKey(desk);
const { ada, theirs, open } = await desk.run(async (ctx) => {
  const acme = await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' });
  const publish = async (title: string, body: string, more: object) => {
    const id = await createArticle(ctx, { title, body, ...more });
    await publishArticle(ctx, id, { version: (await viewArticle(ctx, id)).version });
    return id;
  };
  return {
    ada: await createContact(ctx, { clientId: acme, name: 'Ada Adams', email: 'ada@acme.example' }),
    theirs: await publish('Set up the VPN', '<h2>First</h2><p>Open Self Service.</p>', {
      visibility: 'chosen',
      clientIds: [acme],
    }),
    open: await publish('When we are there', '<p>Day and night.</p>', { visibility: 'public' }),
  };
});
const signInLink = async () =>
  ((await owner.call('POST', `/contacts/${ada}/sign-in-link`)).body as { url: string }).url.replace(
    /^.*\/portal/,
    `${origin}/portal`,
  );

test('2: somebody of a client searches, reads what is theirs on a phone, and says whether it helped', async () => {
  const { page } = await visit({ width: 390 });
  await page.goto(await signInLink());
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('navigation', { name: 'Portal' }).getByRole('link', { name: 'Find help' }).click();
  await page.getByRole('heading', { name: 'Find help' }).waitFor();
  await page.getByRole('searchbox').fill('vnp');
  await page.getByRole('link', { name: /When we are there/ }).waitFor({ state: 'detached' });
  await page.getByRole('searchbox').fill('vpn');
  const found = page.getByRole('link', { name: /Set up the VPN/ });
  await found.waitFor();
  expect(await sidewaysFindings(page)).toEqual([]);
  await expectAccessible(page);
  await found.click();
  await page.getByText('Open Self Service.').waitFor();
  await page.getByRole('button', { name: 'Yes' }).click();
  await page.getByText('You said that it helped.').waitFor();
  expect(await sidewaysFindings(page)).toEqual([]);
  await expectAccessible(page);
  const { measures } = (await owner.call('GET', `/articles/${theirs}`)).body as { measures: object };
  expect(measures).toMatchObject({ views: 1, helpful: 1 });
});

test('whoever is not signed in reads what is public; staff who follow such a link come to the article', async () => {
  const { page, faults } = await visit({ dark: true });
  await page.goto(`${origin}/portal/knowledge`);
  await page.getByRole('link', { name: /When we are there/ }).click();
  await page.locator('.f-portal-article', { hasText: 'Day and night.' }).waitFor();
  await expectAccessible(page);
  await page.goto(`${origin}/portal/knowledge/${theirs}`);
  await page.getByRole('alert').waitFor();
  expect(await page.getByText('Self Service').count()).toBe(0);
  expect(faults.splice(0).every((fault) => /404/.test(fault))).toBe(true);
  const { page: staff } = await enter({ name: 'Tom Tech', role: 'technician', at: `/portal/knowledge/${open}` });
  await staff.waitForURL(new RegExp(`/knowledge/${open}`));
  await staff.getByText('Who reads it').waitFor();
});
