import { expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { createClient } from '#server/business/client/index.ts';
import { createTicket } from '#server/desk/ticket/index.ts';
import { done } from '#tests/billing-desk.ts';
import { hire } from '#tests/people.ts';
import { expectAccessible } from './accessible.ts';
import { focused, press, told } from './keyboard.ts';
import { lookAtWidths } from './look.ts';
import { openWorkspace } from './workspace.ts';

const { desk, enter } = await openWorkspace();
const LONG = 'An unusually long title of a ticket that somebody wrote with care '.repeat(2);
const [client, first, second] = await desk.run(async (ctx) => {
  const acme = await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' });
  const log = (title: string) => createTicket(ctx, { clientId: acme, kind: 'incident', title });
  return [acme, await log(LONG), await log('Printer jams')] as const;
});
/** Where it is about noon, so that what was done half an hour ago is of today whenever this runs. */
const hours = 12 - new Date().getUTCHours();
const NOON = `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`;
const [firstKey, secondKey] = [`ACME-${first.number}`, `ACME-${second.number}`];

test('a technician’s day: timer, drafts by one key, a correction, the week handed in; the manager returns and approves it', async () => {
  const { page, id } = await enter({ name: 'Tess Tech', role: 'technician', at: `/tickets/${secondKey}` });
  await desk.run(({ tx }) => tx.updateTable('staff').set({ time_zone: NOON }).where('id', '=', id).execute());
  await page.getByRole('tab', { name: 'Time' }).click();
  await page.getByRole('button', { name: 'Start timer' }).click();
  const running = page.getByRole('banner').getByRole('link', { name: new RegExp(`Timer on ${secondKey}`) });
  await running.waitFor();
  await page.reload();
  await running.waitFor();
  await page.getByRole('tab', { name: 'Time' }).click();
  await lookAtWidths(page, 'time-ticket');
  await page.getByRole('button', { name: 'Record it' }).click();
  await page.getByText('Time recorded').waitFor();
  await running.waitFor({ state: 'detached' });

  // Half an hour at the one and ten minutes at the other, some minutes ago.
  await desk.run(async ({ tx }) => {
    for (const [ticket, minutes] of [
      [first, 30],
      [second, 10],
    ] as const) {
      const until = Date.now() - 60_000;
      const trail = { client_id: ticket.client_id, id: newId(), ticket_id: ticket.id, staff_id: id };
      const from_at = new Date(until - minutes * 60_000).toISOString();
      await tx
        .insertInto('time_trails')
        .values({ ...trail, from_at, until_at: new Date(until).toISOString() })
        .execute();
    }
  });
  await page.goto(page.url().replace(/\/tickets.*/, '/time'));
  const drafts = page.getByRole('region', { name: 'Not recorded yet' });
  await drafts.getByRole('link', { name: firstKey }).waitFor();
  await lookAtWidths(page, 'time-day');
  await page.keyboard.press('y');
  await drafts.getByRole('link', { name: firstKey }).waitFor({ state: 'detached' });
  await page.keyboard.press('x');
  await drafts.waitFor({ state: 'detached' });
  const day = page.getByRole('region', { name: 'Today' });
  await day.getByRole('button', { name: `Change 30m on ${firstKey}` }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('What was done').fill('Cleaned the drum');
  await expectAccessible(page);
  await form.getByRole('button', { name: 'Save' }).click();
  await day.getByText('Cleaned the drum').waitFor();
  await page.keyboard.press('Shift+S');
  await page.getByText(/^2 entries submitted/).waitFor();
  await expect.poll(() => page.getByRole('button', { name: 'Take back' }).first().isEnabled()).toBe(true);
  await lookAtWidths(page, 'time-submitted');

  const { page: theirs } = await enter({ name: 'Max Manager', role: 'manager', at: '/time/approval' });
  await lookAtWidths(theirs, 'time-approval');
  await theirs.getByRole('button', { name: 'Tess Tech' }).click();
  const sheet = theirs.getByRole('dialog');
  await sheet.getByText('Cleaned the drum').waitFor();
  await lookAtWidths(theirs, 'time-sheet');
  await sheet.getByLabel('Why it is returned').fill('Which drum?');
  await sheet.getByRole('checkbox', { name: `1m on ${secondKey}` }).click();
  await sheet.getByRole('button', { name: 'Return' }).click();
  await sheet.getByText('Returned: Which drum?').waitFor();
  await sheet.getByRole('button', { name: 'Approve 1 entry' }).click();
  await theirs.getByText(/^1 entry approved/).waitFor();

  await page.reload();
  await page.getByText('Returned: Which drum?').waitFor();
  expect(await page.getByRole('button', { name: `Change 1m on ${secondKey}` }).count()).toBe(0);
}, 240_000);

test('a call is logged by keyboard, refused without its length, and stands among the drafts', async () => {
  const { page, id } = await enter({ name: 'Cara Caller', role: 'technician', at: `/tickets/${firstKey}` });
  await desk.run(({ tx }) => tx.updateTable('staff').set({ time_zone: NOON }).where('id', '=', id).execute());
  await page.getByRole('heading', { name: LONG.trim() }).waitFor();
  await press(page, 'l');
  await focused(page.getByRole('textbox', { name: 'Call', exact: true }));
  await press(page, '"Ada says the drum squeaks."', 'Control+Enter');
  await page.getByText('Say how long the call was.').waitFor();
  await focused(page.getByRole('textbox', { name: 'Length of the call' }));
  await press(page, '"12"');
  await lookAtWidths(page, 'ticket-call');
  await press(page, 'Control+Enter');
  await told(page, `Note kept on ${firstKey}`);
  await page.getByRole('article', { name: 'Internal note of Cara Caller' }).getByText('We called, 12m').waitFor();
  await page.goto(page.url().replace(/\/tickets.*/, '/time'));
  const drafts = page.getByRole('region', { name: 'Not recorded yet' });
  await drafts.getByRole('link', { name: firstKey }).waitFor();
  expect(await drafts.getByRole('textbox', { name: `Time on ${firstKey}` }).inputValue()).toMatch(/^1[23]m$/);
  expect(await drafts.getByRole('textbox', { name: `What was done on ${firstKey}` }).inputValue()).toMatch(
    /^Had a call/,
  );
}, 120_000);

test('kinds of work are added and taken out of use', async () => {
  const { page } = await enter({ name: 'Olive Owner', at: '/settings/work-types' });
  await page.getByRole('button', { name: 'New kind of work' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Name').fill('Project work');
  await form.getByRole('button', { name: 'Create kind of work' }).click();
  await page.getByRole('button', { name: 'Edit Project work' }).click();
  await form.getByLabel('In use').click();
  await form.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Out of use').waitFor();
  await lookAtWidths(page, 'work-types');
});

test('one’s own time and expenses are not ticked for whoever approves, since others decide about them', async () => {
  const { page, faults } = await enter({ name: 'Mia Manager', role: 'manager', at: '/time/approval' });
  const mia = {
    call: (method: string, url: string, body?: object) =>
      page.evaluate(
        async ([how, where, what]) => {
          const answer = await fetch(`/api/v1${where}`, {
            method: how,
            ...(what ? { headers: { 'content-type': 'application/json' }, body: what } : {}),
          });
          return { status: answer.status, body: await answer.json().catch(() => null) };
        },
        [method, url, body ? JSON.stringify(body) : null] as const,
      ),
  };
  const tom = await hire(desk, { name: 'Tom Tech', role: 'technician' });
  const kinds = (await done<{ items: { id: string; unit: string }[] }>(tom, 'GET', '/expense-kinds')).items;
  const kindId = kinds.find(({ unit }) => unit === 'km')?.id;
  const now = new Date().toISOString();
  const day = now.slice(0, 10);
  for (const who of [tom, mia]) {
    const trip = { kindId, quantity: '50', paidBy: 'own', day };
    await done(who, 'POST', '/expenses', { ...trip, clientId: client });
    await done(who, 'POST', `/tickets/${firstKey}/time`, { minutes: 20, workedAt: now });
    await done(who, 'POST', '/time/submit', { from: day, to: day });
  }
  await page.reload();
  const expenses = page.getByRole('region', { name: 'Expenses' });
  await expenses.getByRole('checkbox', { name: /of Tom Tech$/ }).waitFor();
  expect(await expenses.getByRole('checkbox', { name: /of Tom Tech$/ }).isChecked()).toBe(true);
  const own = expenses.getByRole('checkbox', { name: /of Mia Manager$/ });
  expect(await own.isChecked()).toBe(false);
  await own.check();
  await expenses.getByRole('button', { name: 'Approve 2 expenses' }).waitFor();
  await own.uncheck();
  await expenses.getByRole('button', { name: 'Approve 1 expense' }).click();
  await page.getByText('1 expense approved').waitFor();
  const sheet = page.getByRole('dialog');
  await page.getByRole('button', { name: 'Mia Manager', exact: true }).click();
  expect(await sheet.getByRole('checkbox', { name: `20m on ${firstKey}` }).isChecked()).toBe(false);
  expect(await sheet.getByRole('button', { name: /^Approve/ }).isDisabled()).toBe(true);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Tom Tech' }).click();
  await sheet.getByRole('button', { name: 'Approve 1 entry' }).click();
  await page.getByText(/^1 entry approved/).waitFor();
  expect(faults).toEqual([]);
}, 120_000);
