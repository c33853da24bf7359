import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { createClient } from '#server/business/client/index.ts';
import { createTicket, postMessage } from '#server/desk/ticket/index.ts';
import { hire } from '#tests/people.ts';
import { press } from './keyboard.ts';
import { openWorkspace } from './workspace.ts';

const { desk, enter } = await openWorkspace();
const acme = await desk.run((ctx) => createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'Pacific/Auckland' }));
const olga = await hire(desk);
const log = () =>
  desk.run((ctx) =>
    createTicket(ctx, { kind: 'incident', clientId: acme, title: 'Lift is stuck', assigneeId: olga.id }),
  );

const SLOW = { timeout: 40_000 };

/** How far one sticks out of the other at the sides, in whole pixels; 0: it can be seen whole. */
async function sticksOut(inner: Locator, outer: Locator): Promise<number> {
  const [a, b] = [await inner.boundingBox(), await outer.boundingBox()];
  if (!a || !b) throw new Error('It is not on the page');
  return Math.max(0, Math.round(b.x - a.x), Math.round(a.x + a.width - b.x - b.width));
}

/** Words of the page that are cut off by their own box. */
const cutIn = (page: Page, within: string): Promise<string[]> =>
  page.evaluate(
    (selector) =>
      [...document.querySelectorAll<HTMLElement>(selector)]
        .filter((one) => one.scrollWidth > one.clientWidth + 1)
        .map((one) => one.textContent ?? ''),
    within,
  );

test.each([768, 390])('at %i px the chosen tab of a long row is in sight', async (width) => {
  const { key } = await log();
  const { page } = await enter({ name: `Nora Narrow ${width}`, width });
  const views = page.getByRole('navigation', { name: 'Views' });
  const all = views.getByRole('link', { name: /^All open/ });
  await all.waitFor();
  await press(page, '5');
  await page.locator('a[aria-current=page]', { hasText: 'All open' }).waitFor();
  await expect.poll(() => sticksOut(all, views), SLOW).toBe(0);

  await page.goto(page.url().replace(/\/queue.*/, `/tickets/${key}`));
  const tabs = page.getByRole('tablist', { name: 'About this ticket' });
  const history = page.getByRole('tab', { name: 'History' });
  await history.click();
  await expect.poll(() => sticksOut(history, tabs), SLOW).toBe(0);
  await page.goto(page.url().replace(/\/tickets.*/, '/settings/audit'));
  const settings = page.getByRole('navigation', { name: 'Settings' });
  await expect.poll(() => sticksOut(settings.getByRole('link', { name: 'Audit trail' }), settings), SLOW).toBe(0);
});

test('on a phone the head of a ticket tells its status, priority, person and clock without cutting one', async () => {
  const { key } = await log();
  const { page } = await enter({ name: 'Phil Phone', width: 390, at: `/tickets/${key}` });
  await page.locator('.f-ticket-facts').waitFor();
  const facts = await page.locator('.f-ticket-fact').all();
  expect(facts.length).toBe(4);
  for (const fact of facts) expect(await sticksOut(fact, page.locator('.f-ticket-head'))).toBe(0);
  expect(await cutIn(page, '.f-ticket-fact, .f-ticket-fact :is(.f-cut, .f-status, .f-sla)')).toEqual([]);
});

test('beside many views the button that shows what changed keeps its words', async () => {
  const { key } = await log();
  for (const name of ['Waiting for somebody at a vendor', 'Starters and leavers of all clients', 'Alerts of the night'])
    for (const of of ['here', 'there'])
      await olga.call('POST', '/views', { name: `${name} ${of}`, shared: true, filter: { q: name }, sort: 'updated' });
  const { page } = await enter({ name: 'Vic Viewer' });
  await page.getByText('Live', { exact: true }).waitFor();
  await desk.run((ctx) => postMessage(ctx, key, { visibility: 'internal', body: '<p>Look</p>' }));
  const show = page.getByRole('button', { name: /changed · show/ });
  await show.waitFor();
  expect(await cutIn(page, '.f-page-head .mantine-Button-label')).toEqual([]);
  expect(await sticksOut(show, page.locator('.f-page-head'))).toBe(0);
});

test('on a phone the conversation does not move sideways, whatever is quoted or opened in it', async () => {
  const { key } = await log();
  const note = 'Turned the roll round, the coating was inside; told them which sort to order next time';
  await olga.call('POST', `/tickets/${key}/transitions`, {
    to: 'resolved',
    resolutionCode: 'fixed',
    resolutionNote: note,
  });
  const { page } = await enter({ name: 'Quinn Quote', width: 390, at: `/tickets/${key}` });
  const talk = page.getByRole('region', { name: 'Conversation' });
  await talk.getByText(note).waitFor();
  const beyond = () => talk.evaluate((box) => box.scrollWidth - box.clientWidth);
  expect(await beyond()).toBe(0);
  await talk
    .getByRole('button', { name: /to Resolved/ })
    .first()
    .click();
  await talk.locator('.f-event-changes').waitFor();
  expect(await beyond()).toBe(0);
});
