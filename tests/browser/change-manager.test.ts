import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { createClient } from '#server/business/client/index.ts';
import { createItem } from '#server/practices/configuration/index.ts';
import type { ChangeView } from '#shared/change.ts';
import { CALM, inHours, PLANS } from '#tests/change-desk.ts';
import { hire } from '#tests/people.ts';
import { expectAccessible, sidewaysFindings } from './accessible.ts';
import { openWorkspace } from './workspace.ts';

const { desk, enter } = await openWorkspace();
const tom = await hire(desk, { name: 'Tom Tech', role: 'technician' });
const olga = await hire(desk, { name: 'Olga Owner' });
const { acme, server } = await desk.run(async (ctx) => {
  const acme = await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'Asia/Tokyo' });
  return { acme, server: await createItem(ctx, { clientId: acme, name: 'srv-mail', classKey: 'server' }) };
});
const look = async (page: Page, name: string) => {
  if (process.env['LOOK']) await page.screenshot({ path: `${process.env['LOOK']}/manager-${name}.png` });
};
const change = async (key: string) => (await olga.call('GET', `/changes/${key}`)).body as ChangeView;

test('a change is raised from an incident with its device, after a question, and lands on its plan', async () => {
  const incident = { kind: 'incident', clientId: acme, title: 'Mail is slow' };
  const { key } = (await tom.call('POST', '/tickets', incident)).body as { key: string };
  await tom.call('POST', `/tickets/${key}/items`, { itemId: server });
  const { page, faults } = await enter({ name: 'Mia Manager', role: 'manager', at: `/tickets/${key}` });
  const raise = async () => {
    await page.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Raise a change' }).click();
    return page.getByRole('dialog', { name: 'Raise a change' });
  };
  const form = await raise();
  await form.getByText('For Acme, with 1 item taken over.').waitFor();
  await expectAccessible(page);
  await look(page, 'raise');
  await form.getByRole('button', { name: 'Cancel' }).click();
  await form.waitFor({ state: 'detached' });
  await raise();
  await form.getByRole('textbox', { name: 'What is changed' }).fill('Add memory to srv-mail');
  await form.getByRole('button', { name: 'Raise it' }).click();
  const side = page.getByRole('tabpanel', { name: 'Change' });
  await side.getByRole('link', { name: 'srv-mail' }).waitFor();
  await side.getByText('Write its implementation, test, back-out plan first.').waitFor();
  await look(page, 'raised');
  expect(faults).toEqual([]);
});

test('what takes a change back is offered last, and one begins outside of its window by a reason that stays', async () => {
  await olga.call('POST', '/change-rules', {
    name: 'Nobody',
    terms: { condition: '', stage: 'before', outcome: { does: 'authorise' } },
  });
  const { items } = (await olga.call('GET', '/change-rules')).body as { items: { id: string; version: number }[] };
  await olga.call('POST', `/change-rules/${items[0]?.id}/publish`, { version: items[0]?.version });
  const window = { plannedStart: inHours(30), plannedEnd: inHours(31) };
  const planned = { clientId: acme, title: 'Add memory', plans: PLANS, answers: CALM, itemIds: [server], ...window };
  const { key } = (await tom.call('POST', '/changes', planned)).body as ChangeView;
  for (const to of ['assess', 'authorise']) await tom.call('POST', `/tickets/${key}/transitions`, { to });
  const { page, faults } = await enter({ name: 'Max Manager', role: 'manager', at: `/tickets/${key}` });
  await page.getByRole('tab', { name: 'Change' }).click();
  const side = page.getByRole('tabpanel', { name: 'Change' });
  // By the reader's clocks, and by those of the client.
  await side.getByText(/UTC \(.* in Tokyo\)/).waitFor();
  await page.getByRole('button', { name: /^Status:/ }).click();
  const dialogue = page.getByRole('dialog');
  await dialogue.getByRole('option').first().waitFor();
  const offered = await dialogue.getByRole('option').allTextContents();
  expect(offered[0]).toMatch(/Start implementation.*held back now/);
  expect(offered.slice(-2).join()).toMatch(/again.*again/);
  await dialogue.getByRole('option', { name: /Start implementation/ }).click();
  await dialogue.getByText(/Its window has not begun: it is planned for .*\(Asia\/Tokyo\)/).waitFor();
  for (const width of [1440, 768, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await look(page, `begin-${width}`);
    expect(await sidewaysFindings(page)).toEqual([]);
    await expectAccessible(page);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  await dialogue.getByRole('textbox', { name: 'Why it begins all the same' }).fill('The office is empty today');
  await dialogue.getByRole('button', { name: /Start implementation/ }).click();
  await side.getByText('The office is empty today').waitFor();
  await page.getByRole('button', { name: 'Status: Implement' }).waitFor();
  expect(await change(key)).toMatchObject({
    status: 'implement',
    overrides: [{ kind: 'outside_window', reason: 'The office is empty today', by: 'Max Manager' }],
  });
  // How it went is asked for, and what happened.
  await page.getByRole('button', { name: /^Status:/ }).click();
  await dialogue.getByRole('option', { name: /Send to review/ }).click();
  await dialogue.getByRole('combobox', { name: 'How did it go?' }).click();
  await page.getByRole('option', { name: 'Successful, with issues' }).click();
  await dialogue.getByRole('textbox', { name: 'What happened' }).fill('One reboot more than planned');
  await look(page, 'review');
  await dialogue.getByRole('button', { name: /Send to review/ }).click();
  await expect.poll(async () => (await change(key)).outcome, { timeout: 30_000 }).toBe('successful_with_issues');
  expect(faults).toEqual([]);
});

test('where a rule lets a change go on by itself, the next steps are those from where it stands by then', async () => {
  const window = { plannedStart: inHours(50), plannedEnd: inHours(51) };
  const planned = { clientId: acme, title: 'Add a disk', plans: PLANS, answers: CALM, itemIds: [server], ...window };
  const { key } = (await tom.call('POST', '/changes', planned)).body as ChangeView;
  await tom.call('POST', `/tickets/${key}/transitions`, { to: 'assess' });
  const { page } = await enter({ name: 'Mo Manager', role: 'manager', at: `/tickets/${key}` });
  const dialogue = page.getByRole('dialog');
  await page.getByRole('button', { name: /^Status:/ }).click();
  await dialogue.getByRole('option', { name: /Ask for authorisation/ }).click();
  await page.getByRole('button', { name: 'Status: Scheduled' }).click();
  await dialogue.getByRole('option', { name: /Start implementation/ }).waitFor();
  expect(await dialogue.getByRole('option', { name: /Ask for authorisation/ }).count()).toBe(0);
});

test('the button at the top leads from the draft to the end, and to what is missing on the way', async () => {
  const raised = await tom.call('POST', '/changes', { clientId: acme, title: 'Move the mail', itemIds: [server] });
  const { key } = raised.body as ChangeView;
  const { page, faults } = await enter({ name: 'May Manager', role: 'manager', at: `/tickets/${key}` });
  const head = page.locator('.f-ticket-buttons');
  const next = async (name: string) => {
    const button = head.getByRole('button', { name, exact: true });
    await button.waitFor();
    return button;
  };
  // It is read in the room of changes.
  await page.getByRole('navigation', { name: 'Rooms' }).locator('[data-active]', { hasText: 'Changes' }).waitFor();
  await (await next('Send to assessment')).click();
  const write = await next('Write the plan');
  expect(await write.getAttribute('title')).toMatch(/^Write its implementation, test, back-out plan first\./);
  await write.click();
  const form = page.getByRole('dialog', { name: `${key}: write the plan` });
  await form.getByLabel('Begins').waitFor();
  await look(page, 'next-plan');
  await page.keyboard.press('Escape');
  await form.waitFor({ state: 'detached' });
  const { version } = await change(key);
  const window = { plannedStart: inHours(700), plannedEnd: inHours(701) };
  await tom.call('PATCH', `/changes/${key}`, { version, plans: PLANS, answers: CALM, ...window });
  await (await next('Ask for authorisation')).click();
  // A rule lets it go on by itself; the hour stands against beginning it.
  const begin = await next('Start implementation');
  expect(await begin.getAttribute('title')).toMatch(/^Its window has not begun/);
  for (const width of [1440, 768, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await look(page, `next-${width}`);
    expect(await sidewaysFindings(page)).toEqual([]);
    await expectAccessible(page);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  await begin.click();
  const dialogue = page.getByRole('dialog');
  await dialogue.getByRole('textbox', { name: 'Why it begins all the same' }).fill('The office is empty today');
  await dialogue.getByRole('button', { name: /Start implementation/ }).click();
  await (await next('Send to review')).click();
  await dialogue.getByRole('combobox', { name: 'How did it go?' }).click();
  await page.getByRole('option', { name: 'Successful', exact: true }).click();
  await dialogue.getByRole('textbox', { name: 'What happened' }).fill('It went as planned');
  await dialogue.getByRole('button', { name: /Send to review/ }).click();
  await (await next('Write the review')).click();
  const review = page.getByRole('dialog', { name: `${key}: write the review` });
  await review.getByRole('textbox', { name: /What went well/ }).fill('Nothing to do better');
  await review.getByRole('button', { name: 'Keep the review' }).click();
  await (await next('Close')).waitFor();
  expect((await change(key)).next).toMatchObject({ what: 'move', to: 'closed' });
  expect(faults).toEqual([]);
});
