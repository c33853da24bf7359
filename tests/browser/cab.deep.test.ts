import { expect, test } from 'vitest';
import { createClient } from '#server/business/client/index.ts';
import { sendDueMail } from '#server/channels/mail-out/index.ts';
import { asking, CALM, inHours, PLANS } from '#tests/change-desk.ts';
import { openSink } from '#tests/mail-sink.ts';
import { hire } from '#tests/people.ts';
import { expectAccessible, sidewaysFindings } from './accessible.ts';
import { press } from './keyboard.ts';
import { openWorkspace } from './workspace.ts';

const { desk, enter, visit, origin } = await openWorkspace();
const olga = await hire(desk, { name: 'Olga Owner' });
const mia = await hire(desk, { name: 'Mia Manager', role: 'manager' });
const tom = await hire(desk, { name: 'Tom Tech', role: 'technician' });
const acme = await desk.run((ctx) => createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' }));
const made = async (url: string, body: object) => ((await olga.call('POST', url, body)).body as { id: string }).id;
const members = [olga, mia].map(({ id }) => ({ staffId: id, lead: false }));
const teamId = await made('/teams', { name: 'Change board', members });
const rule = await made('/change-rules', {
  name: 'Board',
  terms: asking([{ kind: 'team', id: teamId }], { quorum: 2, veto: false }),
});
await olga.call('POST', `/change-rules/${rule}/publish`, { version: 1 });

async function asked(title: string, hours: number): Promise<string> {
  const window = { plannedStart: inHours(hours), plannedEnd: inHours(hours + 1) };
  const { key } = (
    await tom.call('POST', '/changes', { clientId: acme, title, plans: PLANS, answers: CALM, ...window })
  ).body as {
    key: string;
  };
  for (const to of ['assess', 'authorise']) await tom.call('POST', `/tickets/${key}/transitions`, { to });
  return key;
}

test('a board is made, meets, decides by votes, writes minutes and ends, on a tablet and by keys', async () => {
  const [first, second] = [await asked('Patch the database', 24), await asked('Move the mail', 48)];
  const { page } = await enter({ name: 'Cara Change', at: '/changes/cab' });
  await page.getByText('No board meets yet').waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'New board' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Weekly board');
  await page
    .getByRole('combobox', { name: 'Team' })
    .or(page.getByRole('textbox', { name: 'Team' }))
    .first()
    .click();
  await page.getByRole('option', { name: 'Change board' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('2 changes wait for it.').waitFor();
  await page.getByRole('button', { name: 'Meet now' }).click();
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.getByText('the board decides once 2 are there').waitFor();
  await page.getByRole('checkbox', { name: 'Olga Owner' }).click();
  await page.getByText('There: 1 of 2').waitFor();
  await page.getByRole('checkbox', { name: 'Mia Manager' }).click();
  await page.getByText('There: 2 of 2').waitFor();
  // Two changes of five minutes do not fit into what is left of a short meeting.
  const meetingId = page.url().split('/').at(-1);
  await desk.run(({ tx }) =>
    tx
      .updateTable('cab_meetings')
      .set({ minutes: 6 })
      .where('id', '=', meetingId ?? '')
      .execute(),
  );
  await page
    .getByText(/^It gets too long: 2 changes at 5:00 take 10:00, and 5:\d\d are left\.$/)
    .waitFor({ timeout: 30_000 });
  await page.getByRole('button', { name: /^Give each 2:\d\d$/ }).click();
  await page.getByText(/^Each change has 2:\d\d\.$/).waitFor();
  await page.getByRole('button', { name: 'Back to 5:00 each' }).waitFor();
  const item = page.getByRole('region', { name: first });
  await item.waitFor();
  await press(page, 't');
  await item.getByRole('button', { name: 'Stop the timer' }).waitFor();
  for (const width of [1440, 768, 390]) {
    await page.setViewportSize({ width, height: 900 });
    if (process.env['LOOK']) await page.screenshot({ path: `${process.env['LOOK']}/cab-${width}.png` });
    expect(await sidewaysFindings(page)).toEqual([]);
    await expectAccessible(page);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  await item.getByRole('textbox', { name: 'Minutes' }).fill('Agreed, with a copy before');
  for (const name of ['Mia Manager', 'Olga Owner']) {
    await item.getByRole('button', { name: `Approve for ${name}` }).click();
    await item
      .getByText('Approves')
      .nth(name === 'Mia Manager' ? 0 : 1)
      .waitFor();
  }
  await item.getByText('Approved in this meeting.').waitFor();
  await page.getByRole('heading', { name: 'Weekly board' }).click();
  await press(page, 'j');
  await page.getByRole('region', { name: second }).waitFor();
  await press(page, 'd');
  await page.getByRole('navigation', { name: 'Agenda' }).getByText('Deferred').waitFor();
  await page.emulateMedia({ colorScheme: 'dark' });
  if (process.env['LOOK']) await page.screenshot({ path: `${process.env['LOOK']}/cab-dark.png` });
  await expectAccessible(page);
  await page.getByRole('button', { name: 'End the meeting' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'End', exact: true }).click();
  await page.getByRole('link', { name: 'Next meeting' }).waitFor();
  expect((await olga.call('GET', `/tickets/${first}`)).body).toMatchObject({ status: 'scheduled' });
  expect((await olga.call('GET', `/tickets/${first}/timeline`)).text).toContain('Agreed, with a copy before');
});

test('whoever is not in a meeting is asked by a press, and decides on a page of their own without signing in', async () => {
  const sink = await openSink();
  const sending = {
    ...{ active: true, host: '127.0.0.1', port: sink.port, security: 'none', username: '' },
    ...{ fromName: 'Harbour IT', fromAddress: 'desk@harbour.example', version: 0 },
  };
  expect((await olga.call('PUT', '/mail/sending', sending)).status).toBe(200);
  const title = 'Move it to another host, which takes long to say and longer to do שלום 🔥';
  const key = await asked(title, 72);
  const board = await made('/cab-boards', {
    ...{ name: 'Night board', teamId, quorum: 1, timeZone: 'UTC', minutes: 15, itemMinutes: 5, place: '' },
    recurrence: null,
  });
  const meeting = await made(`/cab-boards/${board}/meetings`, { startsAt: inHours(1) });
  await olga.call('POST', `/cab-meetings/${meeting}/begin`);
  await olga.call('PUT', `/cab-meetings/${meeting}/presence`, { staffId: olga.id, present: true });
  const { page } = await enter({ name: 'Chris Change', at: `/changes/cab/${meeting}` });
  await page.getByRole('navigation', { name: 'Agenda' }).getByText(title).click();
  const item = page.getByRole('region', { name: key });
  await item.getByRole('button', { name: 'Ask by mail whoever is not there' }).press('Enter');
  await item.getByText('asked by mail').waitFor();
  await expectAccessible(page);
  await sendDueMail(desk.services);
  const raw = sink.mails.map((mail) => mail.raw.replace(/=\r\n/g, '').replaceAll('=3D', '=')).join('\n');
  const path = /\/portal\/decide#token=[\w-]+/.exec(raw)?.[0] ?? '';
  const { page: link, faults } = await visit();
  await link.goto(`${origin}${path}`);
  await link.getByRole('heading', { name: title }).waitFor();
  for (const said of ['Mia Manager', PLANS.implementation, PLANS.backout, 'Begins', 'Risk'])
    await link.getByText(said, { exact: true }).first().waitFor();
  for (const [width, colorScheme] of [
    [1440, 'light'],
    [768, 'light'],
    [390, 'dark'],
  ] as const) {
    await link.setViewportSize({ width, height: 900 });
    await link.emulateMedia({ colorScheme });
    if (process.env['LOOK'])
      await link.screenshot({ path: `${process.env['LOOK']}/decide-${width}.png`, fullPage: true });
    expect(await sidewaysFindings(link)).toEqual([]);
    await expectAccessible(link);
  }
  await link.getByRole('button', { name: 'Approve' }).press('Enter');
  await link.getByText('Your decision is noted').waitFor();
  await item.getByText('Approves').waitFor({ timeout: 30_000 });
  await link.goto('about:blank');
  await link.goto(`${origin}${path}`);
  await link.getByText('A link works once').waitFor();
  // The browser says that the used link was refused.
  expect(faults.splice(0)).toEqual([expect.stringContaining('404')]);
});
