import { expect, test } from 'vitest';
import { createClient } from '#server/business/client/index.ts';
import { createTicket } from '#server/desk/ticket/index.ts';
import { hire } from '#tests/people.ts';
import { expectAccessible } from './accessible.ts';
import { focused, press, tabTo, told } from './keyboard.ts';
import { openWorkspace } from './workspace.ts';

const { desk, enter } = await openWorkspace();
const api = await hire(desk, { name: 'Mona Manager' });
const acme = await desk.run((ctx) => createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' }));
const log = (title: string) => desk.run((ctx) => createTicket(ctx, { kind: 'incident', clientId: acme, title }));
const stored = (key: string) =>
  desk.run((ctx) => ctx.tx.selectFrom('tickets').selectAll().where('key', '=', key).executeTakeFirstOrThrow());

test('two people on one ticket see each other, and who is writing', async () => {
  const { key } = await log('Roof leaks');
  const first = await enter({ name: 'Fay First', role: 'technician', at: `/tickets/${key}` });
  await first.page.getByRole('textbox', { name: 'Reply' }).waitFor();
  const second = await enter({ name: 'Sam Second', role: 'technician', at: `/tickets/${key}` });
  await second.page.getByRole('textbox', { name: 'Reply' }).waitFor();

  // Each learns of the other, whoever came first.
  await second.page.getByLabel('Fay First has this open').waitFor();
  await first.page.getByLabel('Sam Second has this open').waitFor();
  await press(second.page, 'r', '"I am on the roof"');
  await first.page.getByText('Sam Second typing').waitFor();
  await expectAccessible(first.page);
  await press(second.page, 'Control+Enter');
  await told(second.page, `Reply sent on ${key}`);
  await first.page.getByRole('article', { name: 'Message of Sam Second' }).getByText('I am on the roof').waitFor();

  await press(second.page, 'g', 'q');
  await second.page.getByRole('heading', { name: 'Queue' }).waitFor();
  await first.page.locator('.f-presence').waitFor({ state: 'hidden' });
});

test('a save on top of somebody else’s never overwrites it unseen', async () => {
  const { key, id } = await log('Fan is loud');
  const { page, faults } = await enter({ name: 'Ivy Tech', role: 'technician', at: '/queue' });
  // A page that hears of nothing, like one whose network lets no stream through.
  await page.route('**/api/v1/stream', (route) => route.abort());
  await page.goto(new URL(`/tickets/${key}`, page.url()).href);
  const impact = page.getByRole('radiogroup', { name: 'Impact' });
  await impact.waitFor();
  const { version } = (await api.call('GET', `/tickets/${id}`)).body as { version: number };
  await api.call('PATCH', `/tickets/${id}`, { version, impact: 1, title: 'Fan is very loud' });

  await tabTo(page, impact);
  await press(page, 'ArrowRight');
  const question = page.getByLabel('Somebody was faster');
  await question.getByText(/Mona Manager .*(Title|Impact)/i).waitFor();
  await focused(question.getByRole('button', { name: 'Save mine as well' }));
  await expectAccessible(page);
  await press(page, 'Escape');
  await question.waitFor({ state: 'hidden' });
  expect(await stored(key)).toMatchObject({ impact: 1, title: 'Fan is very loud' });
  await page.getByRole('heading', { name: 'Fan is very loud' }).waitFor();

  // Having read it, a person may still have it their way.
  await press(page, 'ArrowLeft');
  await told(page, 'impact saved');
  expect(await stored(key)).toMatchObject({ impact: 2, title: 'Fan is very loud' });
  faults.splice(0, faults.length, ...faults.filter((fault) => !/\/stream|status of 409/.test(fault)));
});

test('what others change is marked and told, and moves nothing under the reader', async () => {
  const older = await log('Older one');
  await log('Newer one');
  const { page } = await enter({ name: 'Lee Tech', role: 'technician' });
  const rows = page.getByRole('grid', { name: 'Tickets' }).getByRole('row');
  await page.getByRole('row', { name: /Newer one/ }).waitFor();
  await page.getByText('Live', { exact: true }).waitFor();
  await press(page, 'j');
  await api.call('POST', `/tickets/${older.id}/messages`, { visibility: 'internal', body: '<p>Look at this</p>' });
  const show = page.getByRole('button', { name: '1 changed · show' });
  await show.waitFor();
  await expectAccessible(page);
  expect(await rows.nth(1).textContent()).toContain('Newer one');
  await expect.poll(() => page.locator('[data-marked]').textContent(), { timeout: 40_000 }).toContain('Older one');
  await press(page, 'r');
  await expect.poll(() => rows.nth(1).textContent(), { timeout: 40_000 }).toContain('Older one');
  await show.waitFor({ state: 'hidden' });
  // The cursor stays with the ticket it was on.
  await focused(page.getByRole('row', { name: /Newer one/ }));
});
