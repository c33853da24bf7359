import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { readWallTime, wallTime } from '#kernel/wall-time.ts';
import { addLeave } from '#platform/identity/index.ts';
import { createClient } from '#server/business/client/index.ts';
import { createTicket } from '#server/desk/ticket/index.ts';
import { expectAccessible, FLOATING, sidewaysFindings } from './accessible.ts';
import { openWorkspace } from './workspace.ts';

/** Who is on call is planned on a screen, and whoever is gets called, level after level, until somebody acknowledges. */
const { desk, enter, hire, origin } = await openWorkspace();
const acme = await desk.run((ctx) => createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' }));

const NEW_YORK = 'America/New_York';
const HOUR_MS = 3_600_000;

/** Chooses something from a list by typing its name. */
async function pick(page: Page, field: string, name: string): Promise<void> {
  await page
    .getByRole('combobox', { name: field })
    .or(page.getByRole('textbox', { name: field }))
    .first()
    .fill(name);
  await page.getByRole('option', { name, exact: true }).click();
}

test('a schedule warns of the hours that nobody covers, and is covered for', async () => {
  const ann = await hire({ name: 'Ann Able', role: 'technician' });
  const [startsAt, endsAt] = [1, 3].map((days) => new Date(Date.now() + days * 86_400_000).toISOString());
  await desk.run((ctx) => addLeave(ctx, ann.id, { startsAt: startsAt ?? '', endsAt: endsAt ?? '' }));
  const { page } = await enter({ name: 'Mia Manager', at: '/settings/on-call' });
  await page.getByRole('button', { name: 'New schedule' }).first().click();
  const form = page.getByRole('dialog', { name: 'New schedule' });
  await form.getByRole('textbox', { name: 'Name', exact: true }).fill('Nights');
  // Neither where the browser is nor where she works.
  await pick(page, 'Time zone', 'America/New_York');
  await pick(page, 'Add somebody to people of everybody, in turn', 'Ann Able');
  await form.getByText('Somebody is on call at any time in the next four weeks.').waitFor();
  await form.getByRole('switch', { name: 'Only at some hours' }).click();
  await form.getByText(/In the next four weeks: Nobody is on call for/).waitFor();
  await expectAccessible(page, FLOATING);
  await form.getByRole('button', { name: 'Create schedule' }).click();
  await form.waitFor({ state: 'detached' });
  await page.getByText(/Gap ahead|Nobody on call/).waitFor();
  await page.getByRole('link', { name: 'Shifts of Nights' }).click();
  await page.getByRole('heading', { name: 'Nights' }).waitFor();
  await page.getByText(/^Nobody is on call for/).waitFor();
  await page.getByText(/^Ann Able is on leave while on call: .* Let somebody cover\.$/).waitFor();
  await expectAccessible(page);
  const nextHour = () => wallTime(new Date(Math.ceil(Date.now() / HOUR_MS) * HOUR_MS).toISOString(), NEW_YORK);
  const before = nextHour();
  await page.getByRole('button', { name: 'Cover a shift' }).click();
  const cover = page.getByRole('dialog', { name: 'Cover a shift' });
  await expect.poll(() => cover.getByText('By the clock of America/New York').count(), { timeout: 40_000 }).toBe(2);
  expect([before, nextHour()]).toContain(await cover.getByLabel('From').inputValue());
  const day = wallTime(new Date(Date.now() + 48 * HOUR_MS).toISOString(), NEW_YORK).slice(0, 11);
  await cover.getByLabel('From').fill(`${day}09:00`);
  await cover.getByLabel('To').fill(`${day}17:00`);
  await expectAccessible(page, FLOATING);
  await cover.getByRole('button', { name: 'Cover', exact: true }).click();
  await cover.waitFor({ state: 'detached' });
  await page.getByText(/^\w{3} [^,]+, 09:00 to 17:00$/).waitFor();
  const removed = page.getByRole('button', { name: 'Remove the cover by Mia Manager' });
  await removed.waitFor();
  await page.goto(`${origin}/account/on-call`);
  await page.getByRole('button', { name: /^Find cover for/ }).waitFor();
  await expectAccessible(page);
  // Her own shifts are told, and handed on, by her own clock.
  await page.getByRole('button', { name: /^Find cover for/ }).click();
  const hand = page.getByRole('dialog', { name: 'Hand on a shift' });
  await hand.getByText('By the clock of UTC').nth(1).waitFor();
  const begins = readWallTime(`${day}09:00`, NEW_YORK)?.at ?? '';
  expect(await hand.getByLabel('From').inputValue()).toBe(wallTime(begins, 'UTC'));
});

test('nobody acknowledges at the first level; at the second somebody does', async () => {
  const bob = await hire({ name: 'Bob Busy', role: 'technician' });
  const { page, faults } = await enter({ name: 'Eve Else', at: '/settings/escalation-paths' });
  await page.getByRole('button', { name: 'New escalation path' }).first().click();
  const form = page.getByRole('dialog', { name: 'New escalation path' });
  await form.getByRole('textbox', { name: 'Name' }).fill('Network');
  await pick(page, 'Level 1 calls', 'Bob Busy');
  await page.keyboard.press('Tab');
  await form.getByRole('button', { name: 'Add a level' }).click();
  await pick(page, 'Level 2 calls', 'Eve Else');
  // Leaving the field closes its list.
  await page.keyboard.press('Tab');
  await expectAccessible(page, FLOATING);
  await form.getByRole('button', { name: 'Create escalation path' }).click();
  await form.waitFor({ state: 'detached' });
  await page.getByText('Bob Busy at once → Eve Else after 10 min').waitFor();
  await expectAccessible(page);

  const { key, id } = await desk.run((ctx) =>
    createTicket(ctx, { kind: 'incident', clientId: acme, title: 'Core switch is dark' }),
  );
  await page.goto(`${origin}/tickets/${key}`);
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Page on-call…' }).click();
  const dialogue = page.getByRole('dialog', { name: `Page on-call…: ${key}` });
  await dialogue.getByRole('textbox', { name: 'Why it cannot wait' }).fill('The hospital is offline');
  await dialogue.getByRole('button', { name: 'Page', exact: false }).last().click();
  await dialogue.getByText(/neither the team nor the client has an escalation path/).waitFor();
  faults.splice(0, faults.length, ...faults.filter((fault) => !/status of 422/.test(fault)));
  await pick(page, 'Escalation path', 'Network');
  await dialogue.getByRole('button', { name: 'Page', exact: false }).last().click();
  const card = page.getByRole('status', { name: 'On-call page' });
  await card.getByText('Paging level 1 of 2').waitFor();
  await card.getByText('Told Bob Busy · Network · The hospital is offline').waitFor();
  await expectAccessible(page);
  expect(await sidewaysFindings(page)).toEqual([]);

  // His ten minutes are over.
  await desk.run(({ tx, now }) => tx.updateTable('pages').set({ next_at: now }).where('ticket_id', '=', id).execute());
  await card.getByText('Paging level 2 of 2').waitFor();
  await page.getByRole('button', { name: 'Acknowledge' }).click();
  await card.waitFor({ state: 'detached' });
  await page
    .getByText(/acknowledged the page/)
    .first()
    .waitFor();
  const told = await desk.run(({ tx }) =>
    tx.selectFrom('notifications').select(['staff_id', 'kind']).where('ticket_id', '=', id).orderBy('id').execute(),
  );
  expect(told.filter(({ staff_id }) => staff_id === bob.id).map(({ kind }) => kind)).toEqual([
    'page',
    'page_acknowledged',
  ]);
});
