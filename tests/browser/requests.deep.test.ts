import { expect, test } from 'vitest';
import { createClient, createContact } from '#server/business/client/index.ts';
import { createItem, placeOrder, publishItem } from '#server/practices/request/index.ts';
import { expectAccessible, sidewaysFindings } from './accessible.ts';
import { focused } from './keyboard.ts';
import { openWorkspace } from './workspace.ts';

const { desk, enter, visit, origin } = await openWorkspace();
const field = (key: string, label: string, more: object = {}) => ({
  ...{ key, type: 'text', label, help: '', required: false, options: [], min: null, max: null, initial: null },
  ...{ shownWhen: null, requiredWhen: null },
  ...more,
});
const developer = { match: 'all', tests: [{ field: 'role', is: 'equals', value: 'Developer' }] };
const task = (key: string, title: string, after: string[] = []) => ({
  ...{ key, title, teamId: null, staffId: null, after, olaMinutes: 480, when: null },
});
const { acme, ada, mary, laptop } = await desk.run(async (ctx) => {
  const acme = await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' });
  const mary = await createContact(ctx, { clientId: acme, name: 'Mary Manager', email: 'mary@acme.example' });
  const ada = await createContact(ctx, { clientId: acme, name: 'Ada Adams', managerId: mary });
  const terms = {
    ...{ name: 'Laptop', summary: 'For the office or for building software', description: 'Set up and ready to work.' },
    ...{ icon: 'laptop', heading: 'Hardware', price: { minor: 189_900, currency: 'AUD' }, deliveryDays: 5, parts: [] },
    ...{ routes: [], categoryId: null, serviceId: null },
    form: {
      fields: [
        field('role', 'What is it for?', { type: 'choice', options: ['Office', 'Developer'], required: true }),
        field('memory', 'Memory in GB', { type: 'number', min: 16, max: 64, initial: 32, shownWhen: developer }),
      ],
    },
    approval: {
      ...{ order: 'serial', currency: 'AUD', expireAfterHours: 72, remindEveryHours: 24 },
      steps: [{ name: 'Manager', approvers: [{ kind: 'manager' }], quorum: 'any', veto: true, above: null }],
    },
    plan: [task('buy', 'Order it'), task('set_up', 'Set it up', ['buy'])],
  };
  const laptop = await createItem(ctx, { terms: terms as never });
  await publishItem(ctx, laptop, { version: 1 });
  return { acme, ada, mary, laptop };
});

/** The portal as one of the client's people sees it. */
async function portal(contactId: string, at: string, width = 390) {
  const { url } = (await desk.run(async (ctx) => {
    const { contactLink } = await import('#platform/identity/index.ts');
    return contactLink(ctx, { clientId: acme, contactId });
  })) as { url: string };
  const visitor = await visit({ width });
  await visitor.page.goto(url.replace(/^https?:\/\/[^/]+/, origin));
  await visitor.page.getByRole('button', { name: 'Sign in' }).click();
  // The door has the same heading as what is behind it.
  await visitor.page.getByRole('button', { name: 'Sign out' }).waitFor();
  await visitor.page.goto(`${origin}${at}`);
  return visitor;
}

test('on a phone a laptop is asked for, the form changes, cost, approver and day are seen, and the manager approves', async () => {
  const { page, faults } = await portal(ada, '/portal/catalogue');
  await page.getByRole('link', { name: /Laptop/ }).waitFor();
  await expectAccessible(page);
  await page.getByRole('link', { name: /Laptop/ }).click();
  await page.getByRole('radio', { name: 'Office' }).waitFor();
  expect(await page.getByLabel('Memory in GB').count()).toBe(0);
  await page.getByRole('button', { name: 'Send the request' }).click();
  await page.getByText('Needs an answer.').waitFor();
  await focused(page.getByRole('radio', { name: 'Office' }));
  await page.getByRole('radio', { name: 'Developer' }).check();
  await page.getByLabel('Memory in GB').fill('64');
  await page.getByLabel('Why is it needed?').fill('The old one is slow');
  const before = page.getByRole('region', { name: 'Before you send it' });
  await before.getByText('AUD 1,899.00').waitFor();
  await before.getByText('Mary Manager').waitFor();
  expect(await sidewaysFindings(page)).toEqual([]);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Send the request' }).click();
  await page.getByText('It waits for approval: Manager.').waitFor();
  await page.getByText('Waiting for the decision of Mary Manager').waitFor();
  // What it was refused on purpose.
  faults.splice(0);
  await page.getByText('64', { exact: true }).first().waitFor();
  await expectAccessible(page);
  expect(faults).toEqual([]);

  const manager = await portal(mary, '/portal/approvals');
  const asked = manager.page.getByRole('article', { name: 'Laptop' });
  await asked.getByText('The old one is slow').waitFor();
  await asked.getByText(/This is asked every time, as .* says\./).waitFor();
  await expectAccessible(manager.page);
  expect(await sidewaysFindings(manager.page)).toEqual([]);
  await asked.getByRole('button', { name: 'Approve' }).click();
  await manager.page.getByText('Nothing waits for you').waitFor();
  await page.reload();
  await page.getByText('Your service desk works on it: 0 of 2 tasks done.').waitFor();
  expect(manager.faults).toEqual([]);
});

test('on a phone a request is withdrawn before work on it begins, and afterwards a message is offered instead', async () => {
  const order = () =>
    desk.run(
      async (ctx) =>
        (await placeOrder(ctx, { clientId: acme, requesterId: ada }, { itemId: laptop, answers: { role: 'Office' } }))
          .key,
    );
  const [key, begun] = [await order(), await order()];
  const { page, faults } = await portal(ada, `/portal/tickets/${key}`);
  await page.getByRole('button', { name: 'Withdraw the request' }).click();
  await focused(page.getByLabel('Why? You may leave this empty.'));
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Withdraw it' }).click();
  await page.getByText(/^Withdrawn by Ada Adams/).waitFor();
  await page.getByText('It has ended; nothing more happens.').waitFor();
  await page.getByText(/^No longer needed/).waitFor();
  expect(await page.getByRole('button', { name: 'Withdraw the request' }).count()).toBe(0);
  await expectAccessible(page);
  expect(await sidewaysFindings(page)).toEqual([]);

  const manager = await portal(mary, '/portal/approvals');
  const asked = manager.page.getByRole('article', { name: 'Laptop' });
  await asked.getByRole('button', { name: 'Approve' }).last().click();
  await expect.poll(() => asked.count()).toBe(0);
  await page.goto(`${origin}/portal/tickets/${begun}`);
  await page.getByText('If it is not needed any more, write to us below.').waitFor();
  expect(await page.getByRole('button', { name: 'Withdraw the request' }).count()).toBe(0);
  await expectAccessible(page);
  expect([faults, manager.faults]).toEqual([[], []]);
});

test('a link in a mail shows what is asked, decides by its button alone, and is dead afterwards', async () => {
  const { newToken, tokenHash } = await import('#platform/identity/index.ts');
  const token = newToken();
  const key = await desk.run(async (ctx) => {
    const ticket = await placeOrder(
      ctx,
      { clientId: acme, requesterId: ada },
      { itemId: laptop, answers: { role: 'Office' } },
    );
    const voter = await ctx.tx
      .selectFrom('approval_voters as v')
      .innerJoin('approvals as a', 'a.id', 'v.approval_id')
      .select('v.id')
      .where('a.ticket_id', '=', ticket.id)
      .executeTakeFirstOrThrow();
    const expires_at = new Date(Date.parse(ctx.now) + 86_400_000).toISOString();
    await ctx.tx
      .insertInto('approval_links')
      .values({
        client_id: acme,
        token_hash: tokenHash(token),
        voter_id: voter.id,
        contact_id: mary,
        expires_at,
        created_at: ctx.now,
      })
      .execute();
    return ticket.key;
  });
  const open = async () => {
    const visitor = await visit({ width: 390 });
    await visitor.page.goto(`${origin}/portal/decide#token=${token}`);
    return visitor;
  };
  const { page, faults } = await open();
  await page.getByRole('heading', { name: 'Laptop' }).waitFor();
  await page.getByText('AUD 1,899.00').waitFor();
  await expectAccessible(page);
  // It says in whose name it decides, in their language, and each thing that a bundle includes once.
  const speak = (language: string | null) =>
    desk.run((ctx) => ctx.tx.updateTable('contacts').set({ language }).where('id', '=', mary).execute());
  const lines = ['Laptop', 'Phone'].map((value) => ({ label: 'Includes', value }));
  const before = await desk.run(async (ctx) => {
    const { id, subject } = await ctx.tx
      .selectFrom('approvals as a')
      .innerJoin('tickets as t', 't.id', 'a.ticket_id')
      .select(['a.id', 'a.subject'])
      .where('t.key', '=', key)
      .executeTakeFirstOrThrow();
    const changed = JSON.stringify({ ...(subject as object), lines });
    await ctx.tx.updateTable('approvals').set({ subject: changed }).where('id', '=', id).execute();
    return { id, subject: JSON.stringify(subject) };
  });
  await speak('de');
  // The mail tells until when by the clocks of their company, and so does the page.
  await desk.run((ctx) => ctx.tx.updateTable('clients').set({ time_zone: 'Pacific/Kiritimati' }).execute());
  const german = await open();
  await german.page.getByText('Sie entscheiden als Mary Manager').waitFor();
  const included = () =>
    german.page
      .locator('dt')
      .allTextContents()
      .then((names) => names.filter((name) => /^(Enthält|Includes)$/.test(name)));
  // The words for what the desk says come in a file of their own, a moment after the page's.
  await expect.poll(included).toEqual(['Enthält', 'Enthält']);
  const until = Date.parse(await german.page.locator('time').last().getAttribute('datetime').then(String));
  const clock = new Intl.DateTimeFormat('de', {
    ...{ timeZone: 'Pacific/Kiritimati', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  }).format(until);
  await german.page.locator('time').last().getByText(clock).waitFor();
  await desk.run((ctx) => ctx.tx.updateTable('clients').set({ time_zone: 'UTC' }).execute());
  await speak(null);
  await desk.run((ctx) =>
    ctx.tx.updateTable('approvals').set({ subject: before.subject }).where('id', '=', before.id).execute(),
  );
  // A scanner that runs the page decides nothing; the next reader finds it as it was.
  const next = await open();
  await next.page.getByRole('button', { name: 'Reject' }).click();
  await next.page.getByLabel('Why not?').fill('Not this year');
  await next.page.getByRole('button', { name: 'Reject it' }).click();
  await next.page.getByText('Your decision is noted').waitFor();
  await page.getByRole('button', { name: 'Approve' }).click();
  await page.getByRole('alert').waitFor();
  faults.splice(0);
  const late = await open();
  await late.page.getByRole('heading', { name: 'This link does not work any more' }).waitFor();
  await expectAccessible(late.page);
  late.faults.splice(0);
  // Whoever asked sees why, and asks again from what they had answered.
  const { page: hers } = await portal(ada, `/portal/tickets/${key}`);
  await hers.getByText('Not this year').first().waitFor();
  await hers.getByRole('link', { name: 'Ask again' }).focus();
  await hers.keyboard.press('Enter');
  await hers.getByText('Filled in as you asked before.').waitFor();
  await expect.poll(() => hers.getByRole('radio', { name: 'Office' }).isChecked()).toBe(true);
  await expectAccessible(hers);
});

test('staff log a request from the catalogue, see why it waits, and carry out its tasks', async () => {
  const { page, faults } = await enter({ name: 'Tom Tech', role: 'technician' });
  await page.keyboard.press('c');
  await page.getByRole('dialog').getByText('Request', { exact: true }).click();
  await page.getByRole('textbox', { name: 'Who' }).fill('Ada');
  await page.getByRole('option', { name: /Ada Adams/ }).click();
  await page.getByRole('combobox', { name: 'From the catalogue' }).click();
  await page.getByRole('option', { name: 'Laptop' }).click();
  await page.getByRole('radio', { name: 'Office' }).check();
  await page.getByText('Manager: Mary Manager').waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Log request' }).click();
  await page.getByRole('heading', { name: 'Laptop' }).first().waitFor();
  await page.getByRole('tab', { name: 'Request' }).click();
  await page.getByText('Mary Manager has not answered').waitFor();
  await expectAccessible(page);
  expect(faults).toEqual([]);
});

test('an item is written, tried in its preview, refused by what is wrong with it, and published', async () => {
  const { page, faults } = await enter({ name: 'Olive Owner', at: '/settings/catalogue' });
  await page.getByRole('link', { name: 'Laptop' }).waitFor();
  await page.getByText('for everybody').waitFor();
  await expectAccessible(page);
  const search = page.getByRole('searchbox', { name: 'Search the catalogue' });
  await search.fill('piano');
  await page.getByText('Nothing fits.').waitFor();
  await search.fill('hardw');
  await page.getByRole('link', { name: 'Laptop' }).waitFor();
  await page.getByRole('button', { name: 'New item' }).click();
  await page.getByLabel('What people read').fill('Mailbox');
  await page.getByRole('button', { name: 'Begin a draft' }).click();
  await page.getByRole('button', { name: 'Add a question' }).click();
  await page.getByRole('button', { name: 'Publish' }).click();
  await page
    .getByRole('alert')
    .getByText(/fields › 0 › label/)
    .waitFor();
  faults.splice(0);
  await page.getByRole('textbox', { name: 'Question' }).fill('Address');
  await page.getByRole('checkbox', { name: 'Has to be answered' }).check();
  const preview = page.getByRole('region', { name: 'As people see it' });
  await preview.getByText('1 still to be answered.').waitFor();
  await preview.getByRole('textbox', { name: 'Address' }).fill('sales');
  await preview.getByText('It could be sent.').waitFor();
  // A day lies between the limits that are set for it.
  await page.getByRole('button', { name: 'Add a question' }).click();
  await page.getByRole('textbox', { name: 'Question' }).last().fill('From when?');
  await page.getByRole('combobox', { name: 'Answered by' }).last().click();
  await page.getByRole('option', { name: 'Date' }).click();
  await page.getByRole('combobox', { name: 'Earliest' }).click();
  await page.getByRole('option', { name: 'Days from today' }).click();
  await page.getByRole('textbox', { name: 'Earliest: days from today' }).fill('2');
  await preview.getByLabel('From when?').fill('2020-01-01');
  await preview.getByText('1 still to be answered.').waitFor();
  await preview.getByLabel('From when?').fill('2099-01-01');
  await preview.getByText('It could be sent.').waitFor();
  await page.getByRole('checkbox', { name: 'It has to be approved' }).check();
  await page.getByRole('button', { name: 'Add a task' }).click();
  await page.getByRole('textbox', { name: 'Task' }).fill('Make the mailbox');
  await expectAccessible(page);
  expect(await sidewaysFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByText('Version 1 is offered.').waitFor();
  expect(faults).toEqual([]);
});
