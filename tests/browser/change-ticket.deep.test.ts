import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { createClient } from '#server/business/client/index.ts';
import { createItem } from '#server/practices/configuration/index.ts';
import type { ChangeModelView } from '#shared/change.ts';
import { asking } from '#tests/change-desk.ts';
import { hire } from '#tests/people.ts';
import { expectAccessible, sidewaysFindings } from './accessible.ts';
import { dialogue, focused, press } from './keyboard.ts';
import { openWorkspace } from './workspace.ts';

const { desk, enter, origin } = await openWorkspace();
const tom = await hire(desk, { name: 'Tom Tech', role: 'technician' });
const max = await hire(desk, { name: 'Max Manager', role: 'manager' });
const { acme, server } = await desk.run(async (ctx) => {
  const acme = await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' });
  const server = await createItem(ctx, { clientId: acme, name: 'srv-mail', classKey: 'server' });
  return { acme, server };
});
/** A picture for whoever looks at the pages. */
const shot = async (page: Page, name: string) => {
  if (process.env['LOOK']) await page.screenshot({ path: `${process.env['LOOK']}/change-${name}.png`, fullPage: true });
};
const raise = async (more: object = {}) =>
  (
    (await tom.call('POST', '/changes', { clientId: acme, title: 'Patch the mail server', ...more })).body as {
      key: string;
    }
  ).key;
const go = (key: string, to: string, more: object = {}) =>
  tom.call('POST', `/tickets/${key}/transitions`, { to, ...more });
/** Its window is years away: somebody with the authority lets it begin. */
const begin = async (key: string) => {
  await max.call('POST', `/changes/${key}/overrides`, { reason: 'A test does not wait for windows' });
  return go(key, 'implement');
};
const PLANNED = {
  plans: {
    implementation: '<p>Stop it, patch it, start it</p>',
    test: '<p>Send a mail</p>',
    backout: '<p>Restore the snapshot</p>',
  },
  answers: { experience: 'sometimes', backout: 'untested', testing: 'partly', interruption: 'quarter', people: 'one' },
  plannedStart: '2031-03-01T20:00:00.000Z',
  plannedEnd: '2031-03-01T21:00:00.000Z',
  itemIds: [server],
  reason: 'The vendor has closed a hole',
};

test('a change is raised from the panel, its plan is written, and its risk says why', async () => {
  const { page, faults } = await enter({ name: 'Tess Tech', role: 'technician' });
  await press(page, 'c');
  const panel = await dialogue(page, 'Log a ticket');
  await panel.getByText('Change', { exact: true }).click();
  await panel.getByRole('textbox', { name: 'Who' }).fill('acme');
  await page.getByRole('option', { name: /Acme/ }).first().click();
  await panel.getByRole('textbox', { name: 'What' }).fill('Patch the mail server');
  await expect
    .poll(() => panel.getByRole('combobox', { name: 'How it goes' }).inputValue(), { timeout: 30_000 })
    .toBe('Normal change');
  await shot(page, 'create');
  await panel.getByRole('button', { name: /Log ticket/ }).click();
  await page.getByRole('tab', { name: 'Change' }).click();
  const side = page.getByRole('tabpanel', { name: 'Change' });
  await side.getByText('Write its implementation, test, back-out plan first.').waitFor();
  await side.getByRole('button', { name: 'Write the plan' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Begins').fill('2031-03-01T20:00');
  await form.getByLabel('Ends').fill('2031-03-01T21:00');
  await form.getByRole('textbox', { name: 'Why it is done' }).fill('The vendor has closed a hole');
  await form.getByRole('searchbox', { name: 'Items' }).fill('srv');
  await form.getByRole('button', { name: 'It touches srv-mail' }).click();
  for (const [question, answer] of [
    ['How often was this done before?', 'A few times'],
    ['Can it be taken back?', 'In part'],
    ['How was it tested?', 'In part'],
    ['How long are people without what it touches?', 'Not at all'],
    ['How many teams have to work together?', 'One'],
  ] as const) {
    await form.getByRole('combobox', { name: question }).click();
    await page.getByRole('option', { name: answer, exact: true }).click();
  }
  await form.getByRole('textbox', { name: 'Implementation plan' }).fill('Stop it, patch it, start it');
  await expectAccessible(page);
  await shot(page, 'plan-form');
  await form.getByRole('button', { name: 'Save' }).click();
  await side.getByText('Can it be taken back? In part.').waitFor();
  await side.getByText('Write its test, back-out plan first.').waitFor();
  await shot(page, 'panel-draft');
  await expectAccessible(page);
  expect(faults).toEqual([]);
});

test('a manager decides on the ticket, the work is done, reviewed, and told in one', async () => {
  const key = await raise(PLANNED);
  const { page, faults } = await enter({ name: 'Mia Manager', role: 'manager', at: `/tickets/${key}` });
  await go(key, 'assess');
  await go(key, 'authorise');
  await page.reload();
  // A change opens where its plan stands.
  await page.getByRole('tab', { name: 'Change', selected: true }).waitFor();
  const side = page.getByRole('tabpanel', { name: 'Change' });
  await side.getByRole('button', { name: 'Approve', exact: true }).waitFor();
  await shot(page, 'panel-authorise');
  await expectAccessible(page);
  await side.getByRole('button', { name: 'Approve', exact: true }).click();
  await side
    .getByText(/approved by Change authority/)
    .first()
    .waitFor();
  expect(await begin(key)).toMatchObject({ status: 201 });
  await go(key, 'review', { resolutionCode: 'successful' });
  await page.reload();
  await page.getByRole('tab', { name: 'Change' }).click();
  await side.getByRole('textbox', { name: /What went well/ }).fill('It went as planned');
  await side.getByRole('button', { name: 'Keep the review' }).click();
  await side.getByText('It went as planned').first().waitFor();
  await shot(page, 'panel-review');
  await expectAccessible(page);
  // The next step has a key, which the help and the palette know; what asks for nothing is sent by the key on its button.
  await press(page, '?');
  const help = await dialogue(page, 'Keyboard shortcuts');
  await help.getByText('Next step', { exact: true }).waitFor();
  await press(page, 'Escape');
  await help.waitFor({ state: 'detached' });
  await press(page, 'Control+k');
  await page.getByRole('combobox').last().fill('next step');
  await page.getByRole('option', { name: /Next step: Close/ }).waitFor();
  await press(page, 'Escape');
  await page.getByRole('option').first().waitFor({ state: 'detached' });
  await press(page, 'f');
  const closing = page.getByRole('dialog').filter({ has: page.getByRole('button', { name: /^Close/ }) });
  await focused(closing.getByRole('button', { name: /^Close/ }));
  await press(page, 'Control+Enter');
  await closing.waitFor({ state: 'detached' });
  expect((await tom.call('GET', `/tickets/${key}`)).body).toMatchObject({ status: 'closed' });
  await side.getByRole('link', { name: /Everything about this change/ }).click();
  await page.getByRole('heading', { name: 'What happened' }).waitFor();
  await shot(page, 'evidence');
  await expectAccessible(page);
  const phone = await enter({ name: 'Pia Phone', role: 'manager', width: 390, dark: true, at: `/tickets/${key}` });
  await phone.page.getByRole('tab', { name: 'Change', selected: true }).waitFor();
  await phone.page.getByRole('heading', { name: 'Risk' }).waitFor();
  await shot(phone.page, 'panel-phone');
  await expectAccessible(phone.page);
  expect(await sidewaysFindings(phone.page)).toEqual([]);
  await phone.page.goto(`${origin}/tickets/${key}/evidence`);
  await phone.page.getByRole('heading', { name: 'What happened' }).waitFor();
  await shot(phone.page, 'evidence-phone');
  expect(await sidewaysFindings(phone.page)).toEqual([]);
  expect([faults, phone.faults]).toEqual([[], []]);
});

test('a collision says why, and there is room at another time', async () => {
  const first = await raise(PLANNED);
  await desk.run((ctx) => ctx.tx.updateTable('changes').set({ authorised_at: ctx.now }).execute());
  await go(first, 'assess');
  await go(first, 'authorise');
  const key = await raise({ ...PLANNED, title: 'Swap the disk' });
  const { page, faults } = await enter({ name: 'Toni Tech', role: 'technician', at: `/tickets/${key}` });
  await page.getByRole('tab', { name: 'Change' }).click();
  const side = page.getByRole('tabpanel', { name: 'Change' });
  await side.getByRole('list', { name: 'What stands against it' }).waitFor();
  await shot(page, 'panel-collision');
  await side.getByText('There is room').waitFor();
  await side.locator('.f-slots button').first().click();
  await expect
    .poll(() => side.getByRole('list', { name: 'What stands against it' }).count(), { timeout: 30_000 })
    .toBe(0);
  expect(faults).toEqual([]);
});

test('rules are tried before they hold, and a template waits for a second person', async () => {
  const { page, faults } = await enter({ name: 'Moni Manager', role: 'manager', at: '/settings/change-rules' });
  await page.getByRole('button', { name: 'New rule' }).first().click();
  const form = page.getByRole('dialog');
  await form.getByRole('textbox', { name: 'Name' }).fill('Board');
  await form.getByRole('textbox', { name: 'Only when' }).fill('change.risk >= 2');
  await form.getByRole('checkbox', { name: 'It has to be approved' }).check();
  await form.getByRole('button', { name: 'Try it on the last year' }).click();
  await form.getByRole('region', { name: 'What would have differed' }).waitFor();
  await shot(page, 'rule-form');
  await expectAccessible(page);
  await form.getByRole('button', { name: 'Keep as a draft' }).click();
  await page.getByRole('button', { name: 'Publish Board' }).click();
  const why = page.getByRole('dialog', { name: 'Publish Board' });
  await why.getByRole('textbox', { name: 'Why' }).fill('Two more eyes');
  await why.getByRole('button', { name: 'Publish', exact: true }).click();
  await page.getByRole('button', { name: 'Withdraw Board' }).waitFor();
  await shot(page, 'rules');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Versions of Board' }).click();
  const versions = page.getByRole('dialog', { name: 'Versions of Board' });
  await versions.getByText('Two more eyes').waitFor();
  await versions.getByText('Moni Manager').waitFor();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  const board = asking([{ kind: 'staff', id: max.id }]);
  expect((await max.call('POST', '/change-rules', { name: 'Owner', terms: board })).status).toBe(201);

  await page.goto(`${origin}/settings/change-models`);
  // What a model asks and does is written by keys; what is missing is said where it is.
  await page.getByRole('button', { name: 'Edit Normal change' }).first().press('Enter');
  await form.getByRole('button', { name: 'Add a question' }).press('Enter');
  await form.getByRole('button', { name: 'Add a task' }).press('Enter');
  await form.getByRole('button', { name: 'Save' }).press('Enter');
  await form.getByText('Ask something.').waitFor();
  expect(await form.getByText('Write the answer.').count()).toBe(2);
  await form.getByText('Say what is done.').waitFor();
  await form.getByRole('textbox', { name: 'Question', exact: true }).last().fill('Is the vendor there?');
  await form.getByRole('textbox', { name: 'Answer 1', exact: true }).last().fill('Yes');
  await form.getByRole('textbox', { name: 'Answer 2', exact: true }).last().fill('No');
  await form.getByRole('textbox', { name: 'Points of answer 2' }).last().fill('7');
  await form.getByRole('textbox', { name: 'What is done' }).fill('Make a copy');
  await form.getByRole('button', { name: 'Move Is the vendor there? up' }).press('Enter');
  for (const width of [1440, 768, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await shot(page, `model-questions-${width}`);
    expect(await sidewaysFindings(page)).toEqual([]);
    await expectAccessible(page);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  await form.getByRole('button', { name: 'Save' }).press('Enter');
  await form.waitFor({ state: 'detached' });
  const { items: models } = (await max.call('GET', '/change-models')).body as { items: ChangeModelView[] };
  const normal = models.find(({ key }) => key === 'normal');
  expect(normal?.tasks).toMatchObject([{ key: 'task_1', title: 'Make a copy', after: [] }]);
  expect(normal?.questions.at(-2)).toMatchObject({
    text: 'Is the vendor there?',
    options: [
      { label: 'Yes', points: 0 },
      { label: 'No', points: 7 },
    ],
  });
  await page.getByRole('button', { name: 'New template' }).first().click();
  await form.getByRole('textbox', { name: 'Name' }).fill('Monthly patches');
  await shot(page, 'model-form');
  await expectAccessible(page);
  await form.getByRole('button', { name: 'Cancel' }).click();
  await shot(page, 'models');
  await expectAccessible(page);
  const phone = await enter({ name: 'Phil Phone', role: 'manager', width: 390, at: '/settings/change-models' });
  await phone.page.getByText('Emergency change').first().waitFor();
  await shot(phone.page, 'models-phone');
  expect(await sidewaysFindings(phone.page)).toEqual([]);
  await phone.page.goto(`${origin}/settings/change-rules`);
  await phone.page.getByText('Board').first().waitFor();
  await shot(phone.page, 'rules-phone');
  expect(await sidewaysFindings(phone.page)).toEqual([]);
  expect([faults, phone.faults]).toEqual([[], []]);
});
