import { expect, test } from 'vitest';
import { createContact } from '#server/business/client/index.ts';
import type { ChargeView } from '#shared/contract.ts';
import type { ProjectView } from '#shared/project.ts';
import { billingDesk, done } from '#tests/billing-desk.ts';
import { enterAs } from '#tests/portal-people.ts';
import { lookAtWidths } from './look.ts';
import { openWorkspace } from './workspace.ts';

const { desk, enter, visit, origin } = await openWorkspace();
const { acme, olga } = await billingDesk(desk, null);
const task = (key: string, title: string, from: number, after: string[] = []) => ({
  ...{ key, title, description: '', from, days: 2, estimateMinutes: 240, shown: key === 'b', after },
});

test('a manager plans from a template, moves a card by keys, sees the timeline, and a milestone becomes a charge', async () => {
  await done(olga, 'POST', '/project-templates', {
    name: 'New office',
    plan: {
      phases: [
        { name: 'Order', tasks: [task('a', 'Order the line', 0)] },
        { name: 'Build', tasks: [task('b', 'Fit the rack', 4, ['a'])] },
      ],
      milestones: [{ name: 'People work there', day: 8, percent: '100', shown: true }],
    },
  });
  const { page } = await enter({ name: 'Mia Manager', role: 'manager', at: '/projects' });
  await page.getByText('No projects here').waitFor();
  await page.getByRole('button', { name: 'New project' }).first().click();
  const form = page.getByRole('dialog');
  await form.getByRole('combobox', { name: 'Client' }).click();
  await page.getByRole('option', { name: 'Acme' }).click();
  await form.getByRole('combobox', { name: 'From a template' }).click();
  await page.getByRole('option', { name: 'New office' }).click();
  await form.getByRole('textbox', { name: 'Name' }).fill('Office in Perth');
  await form.getByRole('combobox', { name: 'How it is charged' }).click();
  await page.getByRole('option', { name: 'Fixed price' }).click();
  await form.getByLabel('First day').fill(new Date().toISOString().slice(0, 10));
  await form.getByRole('textbox', { name: 'Price' }).fill('1234.50');
  await lookAtWidths(page, 'project-new');
  await form.getByRole('button', { name: 'Draft the project' }).click();

  const show = (way: string) =>
    page.getByRole('radiogroup', { name: 'Shown as' }).getByText(way, { exact: true }).click();
  await page.getByRole('heading', { name: 'ACME-P1 Office in Perth' }).waitFor();
  await page.getByText(/Waits for ACME-1 Order the line/).waitFor();
  await lookAtWidths(page, 'project-plan');
  await page.getByRole('button', { name: 'Make it active' }).click();
  await page.getByRole('button', { name: 'Put on hold' }).waitFor();

  await show('Board');
  const build = page.getByRole('group', { name: 'Build' });
  const card = page.getByRole('link', { name: /^ACME-1 / });
  await card.focus();
  await page.keyboard.press('Shift+ArrowRight');
  await build.getByRole('link', { name: /^ACME-1 / }).waitFor();
  await lookAtWidths(page, 'project-board');

  await show('Timeline');
  await page.getByRole('button', { name: /Fit the rack/ }).waitFor();
  await lookAtWidths(page, 'project-timeline');

  await show('Milestones');
  await page.getByRole('button', { name: /Reached.*People work there/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'It is reached' }).click();
  await page.getByText(/charged by the next run/).waitFor();
  await lookAtWidths(page, 'project-milestones');
  const { items: charges } = await done<{ items: ChargeView[] }>(olga, 'GET', `/charges?clientId=${acme}`);
  expect(charges.map(({ name, price }) => [name, Number(price)])).toEqual([
    ['ACME-P1 Office in Perth: People work there', 1234.5],
  ]);

  const { items } = await done<{ items: { id: string }[] }>(olga, 'GET', '/projects');
  const { items: tasks } = await done<ProjectView>(olga, 'GET', `/projects/${items[0]?.id}`);
  await done(olga, 'POST', `/tickets/${tasks[0]?.id}/time`, { minutes: 90 });
  await show('Budget');
  await page.getByRole('row', { name: /Order the line/ }).waitFor();
  await lookAtWidths(page, 'project-budget');
});

test('whoever looks after the company sees how far it is, and the task that is shown', async () => {
  const contactId = await desk.run((ctx) =>
    createContact(ctx, { clientId: acme, name: 'Boss', sees: 'all', language: 'de' }),
  );
  const { jar } = await enterAs(desk, { clientId: acme, contactId, way: 'staff_link' });
  const { page, faults } = await visit();
  await page.context().addCookies([...jar].map(([name, value]) => ({ name, value, url: origin })));
  await page.goto(`${origin}/portal/projects`);
  await page.getByRole('heading', { name: 'Projekte' }).waitFor();
  await lookAtWidths(page, 'portal-projects');
  await page.getByRole('link', { name: /Office in Perth/ }).click();
  await page.getByText('Fit the rack').waitFor();
  await page.getByText(/Erreicht am/).waitFor();
  expect(await page.getByText('Order the line').count()).toBe(0);
  await lookAtWidths(page, 'portal-project');
  expect(faults).toEqual([]);
});
