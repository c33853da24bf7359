import { expect, test } from 'vitest';
import { createClient, createContact } from '#server/business/client/index.ts';
import type { AnnouncementView } from '#shared/announcement.ts';
import { hire as hireKey } from '#tests/people.ts';
import { expectAccessible, sidewaysFindings } from './accessible.ts';
import { press, tabTo } from './keyboard.ts';
import { openWorkspace } from './workspace.ts';

const { desk, visit, enter, origin } = await openWorkspace();
const owner = await hireKey(desk);
const { acme, ada } = await desk.run(async (ctx) => {
  const acme = await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' });
  return { acme, ada: await createContact(ctx, { clientId: acme, name: 'Ada Adams', email: 'ada@acme.example' }) };
});
const service = ((await owner.call('POST', '/services', { name: 'Mail' })).body as { id: string }).id;
await owner.call('PUT', `/clients/${acme}/services`, { serviceIds: [service] });

test('an outage is announced by keyboard; somebody of a client sees it on a phone, follows it and puts it aside', async () => {
  const { page: staff } = await enter({ name: 'Olive Owner', role: 'owner', at: '/announcements' });
  await staff.getByRole('link', { name: 'New announcement' }).first().press('Enter');
  await staff.getByRole('textbox', { name: 'Title' }).fill('Mail is down');
  await staff.getByRole('textbox', { name: 'What is to be said' }).fill('We are looking for the cause.');
  const pick = async (field: string, option: string) => {
    await staff.getByRole('combobox', { name: field }).or(staff.getByLabel(field)).first().click();
    await staff.getByRole('option', { name: option, exact: true }).click();
  };
  await pick('Kind', 'Outage');
  await pick('Services', 'Mail');
  await staff.getByRole('textbox', { name: 'Title' }).press('End');
  await staff.getByText('1 person', { exact: true }).waitFor();
  await expectAccessible(staff);
  await staff.keyboard.press('Control+Enter');
  await staff.getByRole('button', { name: 'Publish…' }).press('Enter');
  await staff.getByRole('dialog').getByText('1 person', { exact: true }).waitFor();
  await staff.getByRole('dialog').getByRole('button', { name: 'Publish' }).press('Enter');
  await staff.getByText('Running', { exact: true }).waitFor();

  const { page } = await visit({ width: 390 });
  const { url } = (await owner.call('POST', `/contacts/${ada}/sign-in-link`)).body as { url: string };
  await page.goto(url.replace(/^.*\/portal/, `${origin}/portal`));
  await page.getByRole('button', { name: 'Sign in' }).click();
  const card = page.getByRole('article', { name: 'Mail is down' });
  await card.getByText('We are looking for the cause.').waitFor();
  await expectAccessible(page);
  await page.getByRole('navigation', { name: 'Portal' }).getByRole('link', { name: 'Tell us what is wrong' }).click();
  await page.getByRole('heading', { name: 'We know of this already' }).waitFor();
  await card.getByRole('button', { name: 'This affects me too' }).click();
  await card.getByText('You are told by mail what follows.').waitFor();
  await expectAccessible(page);
  expect(await sidewaysFindings(page)).toEqual([]);
  await page.getByRole('link', { name: 'Status', exact: true }).click();
  await page.getByText('Down', { exact: true }).waitFor();
  // Whoever wants no such mail is not promised any, and gets it again from where it would be told.
  await page.getByRole('button', { name: 'Send me none' }).click();
  await card.getByText('You get no mail about announcements, so what follows stands here alone.').waitFor();
  await card.getByRole('button', { name: 'It does not affect me' }).waitFor();
  await expectAccessible(page);
  await card.getByRole('button', { name: 'Send me mail again' }).click();
  await card.getByText('You are told by mail what follows.').waitFor();
  await expectAccessible(page);
  expect(await sidewaysFindings(page)).toEqual([]);
  await page.getByRole('link', { name: 'Tickets', exact: true }).click();
  await card.getByRole('button', { name: /^Put aside/ }).click();
  await card.waitFor({ state: 'detached' });

  // Whoever looks at it in the workspace hears that somebody follows.
  const { id } = ((await owner.call('GET', '/announcements')).body as { items: AnnouncementView[] }).items[0] ?? {
    id: '',
  };
  expect((await owner.call('GET', `/announcements/${id}`)).body).toMatchObject({ followers: 1, effect: 'outage' });
  await staff.keyboard.press('u');
  await staff.getByRole('dialog').getByRole('textbox').fill('A disk had failed.');
  await staff.keyboard.press('Control+Enter');
  await staff.getByText('A disk had failed.').waitFor();
  await page.reload();
  await card.getByText('A disk had failed.').waitFor();

  // What staff say of a service without announcing anything stands there as well.
  const { id: phones } = (await owner.call('POST', '/services', { name: 'Phones' })).body as { id: string };
  await owner.call('PUT', `/clients/${acme}/services`, { serviceIds: [service, phones] });
  const said = await owner.call('PUT', `/services/${phones}/state`, { state: 'degraded', note: 'Crackling' });
  expect(said.status).toBeLessThan(300);
  await page.reload();
  await page.getByText('Crackling').waitFor();
  await expectAccessible(page);
});

test('an announcement is narrowed to a site of a client, by keyboard, and says so', async () => {
  const north = ((await owner.call('POST', `/clients/${acme}/sites`, { name: 'North' })).body as { id: string }).id;
  await owner.call('POST', '/contacts', { clientId: acme, name: 'Nora North', siteId: north });
  const draft = { kind: 'maintenance', title: 'Works in the north', audience: 'chosen', clientIds: [acme] };
  const { id } = (await owner.call('POST', '/announcements', draft)).body as { id: string };
  const { page } = await enter({ name: 'Oscar Owner', at: `/announcements/${id}/edit`, width: 390 });
  await page.getByText('2 people', { exact: true }).waitFor();
  await tabTo(page, page.getByRole('combobox', { name: 'Sites' }).or(page.getByLabel('Sites')).first());
  await press(page, '"North"');
  await page.getByRole('option', { name: 'North' }).waitFor();
  await press(page, 'ArrowDown', 'Enter');
  await press(page, 'Escape');
  await page.getByText('1 person', { exact: true }).waitFor();
  await expectAccessible(page);
  expect(await sidewaysFindings(page)).toEqual([]);
  await press(page, 'Control+Enter');
  await page.getByText('Acme (North)').waitFor();
});
