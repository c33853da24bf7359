import { expect, test } from 'vitest';
import { createClient } from '#server/business/client/index.ts';
import { asking, CALM, inHours, PLANS } from '#tests/change-desk.ts';
import { hire } from '#tests/people.ts';
import { expectAccessible, sidewaysFindings } from './accessible.ts';
import { press } from './keyboard.ts';
import { openWorkspace } from './workspace.ts';

const { desk, enter } = await openWorkspace();
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
  await page.getByText('2 have to be').waitFor();
  await page.getByRole('checkbox', { name: 'Olga Owner' }).click();
  await page.getByText('There: 1 of 2').waitFor();
  await page.getByRole('checkbox', { name: 'Mia Manager' }).click();
  await page.getByText('There: 2 of 2').waitFor();
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
