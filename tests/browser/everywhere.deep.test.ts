import { expect, test } from 'vitest';
import { createClient, createContact } from '#server/business/client/index.ts';
import { createCategory } from '#server/desk/classification/index.ts';
import { createTemplate } from '#server/desk/library/index.ts';
import { createTeam } from '#server/desk/team/index.ts';
import { createTicket } from '#server/desk/ticket/index.ts';
import { expectAccessible } from './accessible.ts';
import { dialogue, focused, marked, pick, press, tabTo, told } from './keyboard.ts';
import { openWorkspace } from './workspace.ts';

const { desk, enter } = await openWorkspace();
const { acme, ada } = await desk.run(async (ctx) => {
  const acme = await createClient(ctx, { name: 'Acme Manufacturing', code: 'ACME', timeZone: 'Australia/Perth' });
  const ada = await createContact(ctx, { clientId: acme, name: 'Ada Adams', email: 'ada@acme.example', vip: true });
  await createCategory(ctx, { name: 'Printing' });
  return { acme, ada };
});
const log = (title: string) =>
  desk.run((ctx) => createTicket(ctx, { kind: 'incident', clientId: acme, requesterId: ada, title }));

test('the palette finds tickets, clients and people, and does what the page can do', async () => {
  const { key } = await log('Telephone is mute');
  const { page } = await enter({ name: 'Pat Palette' });
  await page.getByRole('row', { name: /Telephone/ }).waitFor();
  await press(page, 'Control+k');
  await dialogue(page, 'Search or do anything');
  await expectAccessible(page);
  await pick(page, 'telephone', /Telephone is mute/);
  await page.waitForURL(`**/tickets/${key}`);
  await page.getByRole('dialog').waitFor({ state: 'hidden' });

  await press(page, 'Control+k');
  await dialogue(page, 'Search or do anything');
  await pick(page, 'acme manu', /^Acme Manufacturing/);
  await page.getByRole('heading', { name: 'Acme Manufacturing' }).waitFor();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await press(page, 'Control+k', '"go to board"');
  await page.getByRole('option', { name: /Go to board/, selected: true }).waitFor();
  await press(page, 'Enter');
  await page.getByRole('heading', { name: 'Board' }).waitFor();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  // A view is gone to by its name, from a board to the view as a board.
  await press(page, 'Control+k', '"unassigned"');
  await page.getByRole('option', { name: 'Unassigned', selected: true }).waitFor();
  await press(page, 'Enter');
  await page.waitForURL(/board\?.*assigneeId=none/);
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  // A key that is of no ticket is not passed over in silence, and Enter does nothing with it.
  await press(page, 'Control+k', '"acme-99999"');
  await page.getByRole('option', { name: /There is no ticket ACME-99999/, disabled: true }).waitFor();
  await press(page, 'Enter', 'Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  // Escape leaves it and gives the keyboard back.
  await press(page, 'Control+k');
  await dialogue(page, 'Search or do anything');
  await press(page, 'Escape', 'g', 'q');
  await page.getByRole('heading', { name: 'Queue' }).waitFor();
});

test('keys pressed while a dialogue still fades are meant for the page, except the press that closed it', async () => {
  const { key } = await log('Kettle trips the fuse');
  const { page } = await enter({ name: 'Quin Quick', at: `/tickets/${key}` });
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await page.getByRole('heading', { name: 'Kettle trips the fuse' }).waitFor();
  await press(page, 'a');
  await dialogue(page, /^Assign/);
  await press(page, 'Escape', 'p');
  await dialogue(page, /^Set priority/);
  // The Escape that closes it does not lead away from the ticket as well.
  await press(page, 'Escape', 'm');
  await dialogue(page, /^Merge into another/);
  expect(page.url()).toContain(key);
  await press(page, 'Escape', 'g', 'b');
  await page.getByRole('heading', { name: 'Board' }).waitFor();
});

test('every key in force is listed behind the question mark', async () => {
  await log('Desk lamp flickers');
  const { page } = await enter({ name: 'Hal Help' });
  await page.getByRole('row').nth(1).waitFor();
  // Those that act on a ticket too, before any has the cursor; they do nothing then, and hold nothing up.
  await press(page, 'a', '?');
  const help = await dialogue(page, 'Keyboard shortcuts');
  for (const does of ['Next', 'Assign', 'Log a ticket', 'Next best ticket', 'Go to triage', 'Search or do anything'])
    await help.getByText(does, { exact: true }).first().waitFor();
  const ofGroup = (name: string) => help.locator('section', { has: page.getByRole('heading', { name }) });
  await ofGroup('For the row with the cursor, or all selected rows').getByText('Assign', { exact: true }).waitFor();
  await ofGroup('For the row with the cursor, or the one selected row')
    .getByText('Escalate', { exact: true })
    .waitFor();
  await expectAccessible(page);
  await press(page, 'Escape');
  await help.waitFor({ state: 'hidden' });
});

test('a call is logged by keyboard: who, what, how bad; the rest is proposed', async () => {
  const { page } = await enter({ name: 'Cal Caller', role: 'technician' });
  await page.getByRole('heading', { name: 'Queue' }).waitFor();
  await press(page, 'c');
  const panel = await dialogue(page, 'Log a ticket');
  await focused(
    panel
      .getByRole('textbox', { name: 'Who' })
      .or(panel.getByRole('combobox', { name: 'Who' }))
      .first(),
  );
  // All of the client's name means the client, rather than the first of its people.
  await press(page, '"acme"');
  await page.locator('[role=option][data-combobox-selected]', { hasText: /^Acme Manufacturing/ }).waitFor();
  await press(page, 'Enter');
  await panel.getByText('Somebody', { exact: true }).waitFor();
  await panel.getByRole('button', { name: 'Somebody else' }).click();
  await press(page, '"ada"');
  await marked(page, /Ada Adams/);
  await press(page, 'Enter');
  await panel.getByText('Ada Adams').waitFor();
  await focused(panel.getByRole('textbox', { name: 'What', exact: true }));
  await press(page, '"Printer prints twice"');
  await panel.getByText('Proposed because of').waitFor();
  await tabTo(page, panel.getByRole('radiogroup', { name: /^Urgency/ }));
  await press(page, 'ArrowLeft');
  await expectAccessible(page);
  await press(page, 'Control+Enter');
  await page.getByRole('heading', { name: 'Printer prints twice' }).waitFor();
  await told(page, /is logged/);
  const ticket = await desk.run((ctx) =>
    ctx.tx
      .selectFrom('tickets')
      .innerJoin('categories', 'categories.id', 'tickets.category_id')
      .select(['requester_id', 'urgency', 'categories.name as category', 'source'])
      .where('title', '=', 'Printer prints twice')
      .executeTakeFirstOrThrow(),
  );
  expect(ticket).toEqual({ requester_id: ada, urgency: 1, category: 'Printing', source: 'phone' });
});

test('what comes again and again is logged from a template, with all that it brings', async () => {
  const [team, category] = await desk.run(async (ctx) => {
    const team = await createTeam(ctx, { name: 'Onboarding', strategy: 'manual' });
    const category = await createCategory(ctx, { name: 'Starters' });
    await createTemplate(ctx, {
      name: 'New starter',
      fields: {
        kind: 'request',
        title: 'New starter: set up',
        description: '<p>Name:</p><p><b>First day:</b></p>',
        impact: 3,
        urgency: 2,
        categoryId: category,
        teamId: team,
        tags: ['starter'],
      },
      items: [
        { text: 'Create the account', required: true },
        { text: 'Order a laptop', required: false },
      ],
    });
    return [team, category];
  });
  const { page } = await enter({ name: 'Tia Template', role: 'technician' });
  await page.getByRole('heading', { name: 'Queue' }).waitFor();
  await press(page, 'c');
  const panel = await dialogue(page, 'Log a ticket');
  await focused(panel.getByRole('textbox', { name: 'Who' }));
  await press(page, '"ada"');
  await marked(page, /Ada Adams/);
  await press(page, 'Enter');
  await tabTo(page, panel.getByRole('combobox', { name: 'Template' }));
  await press(page, '"New st"');
  await marked(page, /^New st/);
  await press(page, 'Enter');
  await panel.getByText('Brings a checklist of 2, team Onboarding, tags starter').waitFor();
  const what = panel.getByRole('textbox', { name: 'What', exact: true });
  expect(await what.inputValue()).toBe('New starter: set up');
  expect(await panel.getByRole('textbox', { name: 'More about it' }).inputValue()).toBe('Name:\nFirst day:');
  await tabTo(page, what);
  await press(page, 'End', '" Bo Berg"');
  await expectAccessible(page);
  await press(page, 'Control+Enter');
  await page.getByRole('heading', { name: 'New starter: set up Bo Berg' }).waitFor();
  const ticket = await desk.run((ctx) =>
    ctx.tx
      .selectFrom('tickets')
      .select(['id', 'kind', 'impact', 'team_id', 'category_id', 'description', 'tags'])
      .where('title', '=', 'New starter: set up Bo Berg')
      .executeTakeFirstOrThrow(),
  );
  expect(ticket).toMatchObject({
    kind: 'request',
    impact: 3,
    team_id: team,
    category_id: category,
    description: '<p>Name:</p><p><b>First day:</b></p>',
    tags: ['starter'],
  });
  const lines = await desk.run((ctx) =>
    ctx.tx
      .selectFrom('checklist_items')
      .select('text')
      .where('ticket_id', '=', ticket.id)
      .orderBy('position')
      .execute(),
  );
  expect(lines.map(({ text }) => text)).toEqual(['Create the account', 'Order a laptop']);
});

test('a panel closed by mistake loses nothing', async () => {
  const { page } = await enter({ name: 'Mo Mistake', role: 'technician' });
  await page.getByRole('heading', { name: 'Queue' }).waitFor();
  await press(page, 'c');
  const panel = await dialogue(page, 'Log a ticket');
  await tabTo(page, panel.getByRole('textbox', { name: 'What', exact: true }));
  await press(page, '"Door squeaks"', 'Escape');
  await panel.waitFor({ state: 'hidden' });
  await page.reload();
  await page.getByRole('heading', { name: 'Queue' }).waitFor();
  await press(page, 'c');
  await dialogue(page, 'Log a ticket');
  expect(await panel.getByRole('textbox', { name: 'What', exact: true }).inputValue()).toBe('Door squeaks');
});

test('on a phone the queue is read, a ticket answered, and the way back found', async () => {
  const { key } = await log('Tablet will not charge');
  const { page } = await enter({ name: 'Fi Phone', role: 'technician', width: 390 });
  await page.getByRole('row', { name: /Tablet/ }).tap();
  await page.getByRole('heading', { name: 'Tablet will not charge' }).waitFor();
  const reply = page.getByRole('textbox', { name: 'Reply' });
  await reply.tap();
  await page.keyboard.type('Try another cable');
  await page.getByRole('button', { name: 'Send' }).tap();
  await told(page, `Reply sent on ${key}`);
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Queue' }).tap();
  await page.getByRole('row', { name: /Tablet/ }).waitFor();
  await expectAccessible(page);
});
