import { expect, test } from 'vitest';
import { putSetting } from '#platform/settings/index.ts';
import { createClient, createContact } from '#server/business/client/index.ts';
import { createCategory } from '#server/desk/classification/index.ts';
import { createTeam } from '#server/desk/team/index.ts';
import { createTicket } from '#server/desk/ticket/index.ts';
import type { CreateTicket } from '#shared/ticket.ts';
import { expectAccessible } from './accessible.ts';
import { dialogue, focused, pick, pickTicket, press, tabTo, told } from './keyboard.ts';
import { openWorkspace } from './workspace.ts';

const { desk, enter, hire } = await openWorkspace();
const nia = await hire({ name: 'Nia Novak', role: 'technician', skills: ['printing'], capacity: 8 });
const tom = await hire({ name: 'Tom Tech', role: 'technician', skills: ['network'], capacity: 8 });

const { acme, ada, team, printing } = await desk.run(async (ctx) => {
  // What is at risk now must not hang on the hour at which the tests run.
  await putSetting(
    ctx,
    'sla.hours',
    { level: 'provider', id: null },
    { alwaysOpen: true, hours: [], closedDays: [], publicHolidays: false },
  );
  const acme = await createClient(ctx, { name: 'Acme Manufacturing', code: 'ACME', timeZone: 'Australia/Perth' });
  const ada = await createContact(ctx, { clientId: acme, name: 'Ada Adams', email: 'ada@acme.example' });
  const team = await createTeam(ctx, {
    name: 'Service desk',
    strategy: 'by_skill',
    members: [
      { staffId: nia.id, lead: true },
      { staffId: tom.id, lead: false },
    ],
  });
  const printing = await createCategory(ctx, { name: 'Printing', skills: ['printing'] });
  return { acme, ada, team, printing };
});
const log = (title: string, fields: Partial<CreateTicket> = {}) =>
  desk.run((ctx) => createTicket(ctx, { kind: 'incident', clientId: acme, requesterId: ada, title, ...fields }));
const stored = (key: string) =>
  desk.run((ctx) => ctx.tx.selectFrom('tickets').selectAll().where('key', '=', key).executeTakeFirstOrThrow());

test('1: the triage board shows what nobody has, what is at risk within the hour, and what looks like one thing', async () => {
  await log('Plant floor is offline', { impact: 1, urgency: 1 });
  const mails = [];
  for (const title of ['Invoices do not print', 'RE: invoices do not print', 'Invoices do not print again'])
    mails.push(await log(title, { source: 'email', impact: 3, urgency: 3 }));
  for (const disk of ['C', 'D']) await log(`Disk ${disk}: 95 % full`, { source: 'monitoring', impact: 3, urgency: 3 });
  const { page } = await enter({ name: 'Dora Dispatch', role: 'dispatcher' });

  await press(page, 'g', 't');
  await page.getByRole('heading', { name: 'Triage' }).waitFor();
  const nobody = page.getByRole('region', { name: 'Nobody has it' });
  const atRisk = page.getByRole('region', { name: 'At risk within the hour' });
  const alike = page.getByRole('region', { name: 'Looks like one thing' });
  await nobody.getByRole('link', { name: /^6 in/ }).waitFor();
  await nobody.getByText('Plant floor is offline').waitFor();
  await atRisk.getByText('Plant floor is offline').waitFor();
  expect(await atRisk.getByText('Invoices').count()).toBe(0);
  await alike.getByText('3 alike tickets at Acme Manufacturing within two hours').waitFor();
  await alike.getByText('2 alike alerts at Acme Manufacturing within two hours').waitFor();
  await expectAccessible(page);

  // The most urgent one is under the first press of a key, and from there the columns are one key apart.
  await press(page, 'j');
  await focused(nobody.getByRole('link', { name: /Plant floor/ }));
  await press(page, 'l');
  await focused(atRisk.getByRole('link', { name: /Plant floor/ }));
  await press(page, 'l');
  const cluster = alike.getByRole('button', { name: /nvoices do not print/i });
  await focused(cluster);
  await press(page, 'Enter', 'j');
  await focused(alike.getByRole('link', { name: /nvoices do not print/i }).first());

  // All of what looks like one thing goes under one of them at once.
  await press(page, 'k', 'Shift+P');
  const which = await dialogue(page, /^Put under a parent: 3 tickets/);
  await pickTicket(page, 'again', /Invoices do not print again/, 'Put under it');
  await which.waitFor({ state: 'hidden' });
  await told(page, /2 tickets: under ACME-4/);
  await cluster.waitFor({ state: 'hidden' });
  const parents = await Promise.all(mails.map(({ key }) => stored(key)));
  expect(parents.map(({ parent_id }) => parent_id)).toEqual([mails[2]?.id, mails[2]?.id, null]);
});

test('2: a category is proposed from similar tickets, says which, and is taken by one press', async () => {
  for (const title of ['Franking machine jams', 'Franking machine jams again'])
    await log(title, { categoryId: printing });
  const { key } = await log('Franking machine jams at reception');
  const { page } = await enter({ name: 'Dot Dispatch', role: 'dispatcher', at: `/tickets/${key}` });
  const proposed = page.getByRole('group', { name: 'Proposed category' });
  await proposed.getByText('Printing', { exact: true }).waitFor();
  const field = await page.getByRole('combobox', { name: 'Category' }).boundingBox();
  expect(field?.width).toBeGreaterThan(100);
  const why = proposed.getByRole('button', { name: 'Why this category?' });
  await tabTo(page, why);
  await press(page, 'Enter');
  const reason = page.getByRole('dialog', { name: 'Why this category' });
  await reason.getByText('2 of 2 similar tickets have it.').waitFor();
  await reason.getByRole('link', { name: /^ACME-\d+ Franking machine jams again$/ }).waitFor();
  await expectAccessible(page);
  await press(page, 'Escape');
  await focused(why);
  await tabTo(page, proposed.getByRole('button', { name: 'Take it: Printing' }), 'Shift+Tab');
  await press(page, 'Enter');
  await told(page, `${key}: category saved`);
  await proposed.waitFor({ state: 'hidden' });
  expect((await stored(key)).category_id).toBe(printing);
  // The keyboard goes on from where it was.
  await focused(page.getByRole('region', { name: 'What it is about' }));
  await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).click();
  await proposed.waitFor();
  expect((await stored(key)).category_id).toBeNull();
});

test('3: impact and urgency give the priority and both clocks, with due times where the client is', async () => {
  const { key } = await log('Label printer smears', { impact: 3, urgency: 3 });
  const { page } = await enter({ name: 'Dan Dispatch', role: 'dispatcher', at: `/tickets/${key}` });
  const about = page.getByRole('complementary', { name: 'About this ticket' });
  await page.locator('.f-ticket-head').getByText('P5 Planning').waitFor();

  // Two presses in a row, faster than the first is saved: nothing is lost and nothing clashes with oneself.
  await tabTo(page, about.getByRole('radiogroup', { name: 'Impact' }));
  await press(page, 'ArrowLeft', 'ArrowLeft');
  await press(page, 'Tab', 'ArrowLeft', 'ArrowLeft');
  await page.locator('.f-ticket-head').getByText('P1 Critical').waitFor();
  await expect.poll(async () => (await stored(key)).priority, { timeout: 40_000 }).toBe(1);

  const clocks = await desk.run((ctx) =>
    ctx.tx
      .selectFrom('ticket_clocks')
      .innerJoin('tickets', 'tickets.id', 'ticket_clocks.ticket_id')
      .select(['target', 'ticket_clocks.due_at'])
      .where('key', '=', key)
      .execute(),
  );
  expect(clocks.map(({ target }) => target).sort()).toEqual(['first_response', 'resolution']);
  for (const { due_at } of clocks) {
    const perth = new Intl.DateTimeFormat('en-AU', {
      timeZone: 'Australia/Perth',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }).format(new Date(due_at ?? ''));
    await about
      .getByText(new RegExp(`due .*${perth}.*Perth`))
      .first()
      .waitFor();
  }
  // The priority says why.
  await tabTo(page, about.getByRole('button', { name: 'Why this priority?' }), 'Shift+Tab');
  await press(page, 'Enter');
  await page.getByText(/High impact and high urgency/).waitFor();
  await expectAccessible(page);
});

test('6: work goes by skill and load, and a person overrides the choice with a reason', async () => {
  // Nia prints, and carries more than Tom; the skill counts more.
  for (const title of ['One', 'Two', 'Three']) await log(title, { assigneeId: nia.id });
  const { key } = await log('Plotter eats paper', { categoryId: printing });
  const { page } = await enter({ name: 'Dee Dispatch', role: 'dispatcher', at: `/tickets/${key}` });
  const about = page.getByRole('complementary', { name: 'About this ticket' });
  await about.getByText('Printing').or(about.locator('input[value="Printing"]')).first().waitFor();

  await press(page, 'a');
  const assign = await dialogue(page, `Assign: ${key}`);
  await assign.getByRole('option', { name: /Nia Novak.*knows printing · 3 of 8 open/ }).waitFor();
  await assign.getByRole('option', { name: /Tom Tech.*0 of 8 open/ }).waitFor();
  await expectAccessible(page);
  await pick(page, 'let', 'Let Service desk choose');
  await told(page, 'given by the rule of Service desk');
  await about.getByText('Nia Novak').first().waitFor();
  const why = about.getByRole('button', { name: 'Why this person?' });
  await tabTo(page, why);
  await press(page, 'Enter');
  await page.getByText(/Nia Novak.*printing.*3 of 8/).waitFor();
  await press(page, 'Escape');
  await focused(why);

  // The one who knows the site takes it instead.
  await press(page, 'a');
  await dialogue(page, `Assign: ${key}`);
  await press(page, '"tom"');
  await page.getByRole('option', { name: /Tom Tech/, selected: true }).waitFor();
  await tabTo(page, page.getByRole('textbox', { name: 'Reason' }));
  await press(page, '"Is on site already"', 'Enter');
  await told(page, 'with Tom Tech');
  await page
    .getByRole('region', { name: 'Conversation' })
    .getByText(/Is on site already/)
    .first()
    .waitFor();
  const ticket = await stored(key);
  expect(ticket).toMatchObject({ assignee_id: tom.id, team_id: team });
  expect(ticket.assignment_why).toMatchObject({
    strategy: 'manual',
    sentence: 'Dee Dispatch chose by hand: Is on site already.',
  });
});

test('8: a wrong merge is taken back, at once or later', async () => {
  const right = await log('Router hums');
  const wrong = await log('Kettle is broken', { description: '<p>It does not boil.</p>' });
  const { page } = await enter({ name: 'Dex Dispatch', role: 'dispatcher', at: '/queue?q=kettle' });
  await page.getByRole('row', { name: /Kettle is broken/ }).waitFor();
  const merge = async () => {
    await press(page, 'm');
    const into = await dialogue(page, `Merge into another: ${wrong.key}`);
    await pickTicket(page, 'router', /Router hums/, 'Merge');
    await into.waitFor({ state: 'hidden' });
    await told(page, `${wrong.key}: merged into ${right.key}`);
  };

  await press(page, 'j');
  await merge();
  expect(await stored(wrong.key)).toMatchObject({ status: 'duplicate', merged_into_id: right.id });
  await press(page, 'u');
  await told(page, 'Taken back');
  expect(await stored(wrong.key)).toMatchObject({ status: 'new', merged_into_id: null });

  // Once more, and found out only when the ticket is read.
  await merge();
  await press(page, 'o');
  await page.getByRole('heading', { name: 'Kettle is broken' }).waitFor();
  await tabTo(page, page.getByRole('tab', { name: /^Details/ }));
  await press(page, 'ArrowRight', 'ArrowRight', 'ArrowRight');
  await tabTo(page, page.getByRole('button', { name: 'Take the merge apart' }));
  await press(page, 'Enter');
  await expect.poll(async () => (await stored(wrong.key)).merged_into_id, { timeout: 40_000 }).toBeNull();
  expect(await stored(wrong.key)).toMatchObject({ status: 'new' });
  await page.locator('.f-ticket-head').getByText('New').waitFor();
});
