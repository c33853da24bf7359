import { expect, test } from 'vitest';
import { createClient } from '#server/business/client/index.ts';
import { createTicket } from '#server/desk/ticket/index.ts';
import { expectAccessible } from './accessible.ts';
import { dialogue, focused, press } from './keyboard.ts';
import { copyOfBuild } from './rebuilt.ts';
import { type Entered, openWorkspace, WEB } from './workspace.ts';

/** Fettle is updated while people have it open: the files that their pages still know are gone. */
const build = copyOfBuild(WEB);
const { desk, enter } = await openWorkspace(build.folder);
const { key } = await desk.run(async (ctx) => {
  const clientId = await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' });
  return createTicket(ctx, { kind: 'incident', clientId, title: 'Printer hums' });
});
/** The page complains of the files that were taken from it, which it then explains, and of nothing else. */
const takeOut = (faults: Entered['faults']) => {
  expect(
    faults.filter((fault) => !/^Failed to load resource|^Refused to apply style|^ApiProblem: /.test(fault)),
  ).toEqual([]);
  expect(faults.splice(0).length).toBeGreaterThan(0);
};
const countLoads = (page: Entered['page']) => {
  let loads = 0;
  page.on('load', () => {
    loads += 1;
  });
  return () => loads;
};

test('a page that is gone is opened in the new version, and a draft is there again', async () => {
  const { page, faults } = await enter({ name: 'Una Updated', at: `/tickets/${key}` });
  await page.getByRole('heading', { name: 'Printer hums' }).waitFor();
  await page.getByRole('textbox', { name: 'Reply' }).click();
  await press(page, '"Have you tried felt under it?"');
  await page.getByText('Have you tried felt under it?').waitFor();
  const loads = countLoads(page);
  build.rebuild('aaa');
  await page.getByRole('link', { name: 'Board' }).click();
  await page.getByRole('heading', { name: 'Board' }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/board');
  expect(loads()).toBe(1);
  await page.goBack();
  await page.getByRole('heading', { name: 'Printer hums' }).waitFor();
  await page.getByText('Have you tried felt under it?').waitFor();
  takeOut(faults);
});

test('a part of a page that is gone asks before it loads the new version', async () => {
  const { page, faults } = await enter({ name: 'Pia Part' });
  await page.getByRole('heading', { name: 'Queue' }).waitFor();
  build.rebuild('bbb');
  await press(page, 'c');
  const panel = await dialogue(page, 'Log a ticket');
  await panel.getByText('Fettle has been updated').waitFor();
  await expectAccessible(page);
  await panel.getByRole('button', { name: 'Load the new version' }).click();
  await panel.waitFor({ state: 'hidden' });
  await page.getByRole('heading', { name: 'Queue' }).waitFor();
  await press(page, 'c');
  await focused((await dialogue(page, 'Log a ticket')).getByRole('textbox', { name: 'Who' }));
  takeOut(faults);
});

test('where the new version never comes, the page is loaded anew once and then says so', async () => {
  const { page, faults } = await enter({ name: 'Lou Loop' });
  await page.getByRole('heading', { name: 'Queue' }).waitFor();
  // One of two servers is still the old one: whoever asks for the page gets the one, for its files the other.
  await page.route('**/assets/board-page*', (route) => route.fulfill({ status: 404 }));
  await page.route('**/', (route) => route.fulfill({ contentType: 'text/html', body: '<title>Another</title>' }));
  const loads = countLoads(page);
  await page.getByRole('link', { name: 'Board' }).click();
  await page.getByText('Fettle has been updated').waitFor();
  await expectAccessible(page);
  expect(loads()).toBe(1);
  await page.unrouteAll();
  await page.getByRole('button', { name: 'Load the new version' }).click();
  await page.getByRole('heading', { name: 'Board' }).waitFor();
  takeOut(faults);
});

test('without a connection nothing is loaded anew, and the page comes when it is tried again', async () => {
  const { page, faults } = await enter({ name: 'Odo Offline' });
  await page.getByRole('heading', { name: 'Queue' }).waitFor();
  const loads = countLoads(page);
  await page.route('**/assets/board*', (route) => route.abort());
  await page.route('**/', (route) => route.abort());
  await page.getByRole('link', { name: 'Board' }).click();
  await page.getByText('No connection').waitFor();
  await page.unrouteAll();
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('heading', { name: 'Board' }).waitFor();
  expect(loads()).toBe(0);
  takeOut(faults);
});
