import { expect, test, vi } from 'vitest';
import { createClient } from '#server/business/client/index.ts';
import { createTicket } from '#server/desk/ticket/index.ts';
import { linkItemToTicket } from '#server/practices/configuration/index.ts';
import type { ConnectorSite, ConnectorView } from '#shared/connector.ts';
import { openSmallRmm, SMALL_TOKEN } from '#tests/small-rmm.ts';
import { moveClock, PASSWORD, welcome } from '#tests/visitor.ts';
import { expectAccessible, FLOATING, sidewaysFindings } from './accessible.ts';
import { openWorkspace } from './workspace.ts';

const { desk, enter } = await openWorkspace();
const rmm = await openSmallRmm();
const PATIENCE = { timeout: 40_000 };
const LONG =
  'Clear the temporary files of everybody who has ever signed in on this machine and was not here for a while';
rmm.devices = [
  {
    ...{ externalId: 'd1', name: 'ACME-PC-01', classKey: 'workstation', identifiers: [], attributes: {}, site: 'a' },
    remoteUrl: `${rmm.origin}/remote`,
  },
];
rmm.scripts = [
  {
    externalId: 's1',
    name: LONG,
    description: 'Asks whose',
    parameters: [{ name: 'days', help: 'How old', required: true }],
  },
  { externalId: 's2', name: 'Restart spooler', description: '', parameters: [] },
];
rmm.sites = [{ externalId: 'a', name: 'Acme', parentName: null, deviceCount: 1 }];
const acme = await desk.run((ctx) => createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' }));
const { browser: owner } = await welcome(desk, { role: 'owner' });
const made = await owner.call('POST', '/connectors', {
  ...{ provider: 'small', name: 'Our RMM', baseUrl: rmm.origin, values: { token: SMALL_TOKEN } },
});
const { id: connector } = made.body as ConnectorView;
const sites = async () =>
  ((await owner.call('GET', `/connectors/${connector}/sites`)).body as { items: ConnectorSite[] }).items.length;
await vi.waitFor(async () => expect(await sites()).toBe(1), PATIENCE);
await owner.call('PUT', `/connectors/${connector}/sites`, { items: [{ externalId: 'a', clientId: acme }] });
const device = async () => {
  const found = () => desk.run(({ tx }) => tx.selectFrom('configuration_items').select('id').executeTakeFirst());
  await expect.poll(found, PATIENCE).toBeDefined();
  return (await found())?.id ?? '';
};
const log = async (title: string) => {
  const item = await device();
  return desk.run(async (ctx) => {
    const ticket = await createTicket(
      ctx,
      { kind: 'incident', clientId: acme, title, requesterId: null },
      { incomplete: true },
    );
    await linkItemToTicket(ctx, ticket.id, item);
    return ticket.key;
  });
};

test('what an RMM can run is approved once, and run on the ticket’s device; what it printed lands in the ticket', async () => {
  const key = await log('Disk is full');
  const { page: desktop } = await enter({ name: 'Olive Owner', at: `/settings/connectors/${connector}` });
  await desktop.getByText('The list of scripts has not been read yet.').waitFor();
  await desktop.getByRole('button', { name: 'Read the list' }).click();
  await desktop.getByRole('button', { name: `Approve… ${LONG}` }).click();
  await desktop.getByRole('dialog').getByLabel('A second person has to agree to each run').uncheck();
  await expectAccessible(desktop, FLOATING);
  await desktop.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await desktop.getByText('Approved', { exact: true }).waitFor();
  await desktop.getByRole('button', { name: 'Approve… Restart spooler' }).click();
  await desktop.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await desktop.getByText('On Computer, when a second person agrees').waitFor();
  for (const width of [390, 768, 1440]) {
    await desktop.setViewportSize({ width, height: 900 });
    expect(await sidewaysFindings(desktop)).toEqual([]);
    await expectAccessible(desktop);
  }

  const { page } = await enter({ name: 'Tom Tech', role: 'technician', at: `/tickets/${key}` });
  await page.getByRole('tab', { name: 'Device' }).click();
  // The session is noted when it begins; the page of the other system opens beside.
  const [other] = await Promise.all([
    page.context().waitForEvent('page'),
    page.getByRole('link', { name: 'Remote control' }).click(),
  ]);
  await other.close();
  await page.getByText('began a remote session on ACME-PC-01').waitFor(PATIENCE);
  await page.getByRole('button', { name: 'Run a script…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Run a script on ACME-PC-01' });
  await dialog.getByRole('combobox', { name: 'Script' }).fill('Clear');
  await page.getByRole('option', { name: LONG }).click();
  await dialog.getByRole('button', { name: 'Run it' }).click();
  await dialog.getByText('Say what it is to be.').waitFor();
  await dialog.getByLabel('days').fill('30');
  await expectAccessible(page, FLOATING);
  await page.keyboard.press('Control+Enter');
  await dialog.waitFor({ state: 'hidden' });
  rmm.run = { state: 'succeeded', output: 'Deleted 12 files\nFreed <3 GB>', errors: '' };
  await page.getByText('Ended well', { exact: true }).waitFor(PATIENCE);
  expect(rmm.begun).toEqual([{ device: 'd1', script: 's1', parameters: { days: '30' } }]);
  await page.getByText('Freed <3 GB>').first().waitFor(PATIENCE);
  await page.getByText('What it printed').click();
  for (const width of [390, 768, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await sidewaysFindings(page)).toEqual([]);
    await expectAccessible(page);
  }
});

test('a second person agrees or refuses from the ticket, and whoever asked sees it', async () => {
  const key = await log('Printer is stuck');
  const { page } = await enter({ name: 'Tim Tech', role: 'technician', at: `/tickets/${key}` });
  await page.getByRole('tab', { name: 'Device' }).click();
  await page.getByRole('button', { name: 'Run a script…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Run a script on ACME-PC-01' });
  await dialog.getByRole('combobox', { name: 'Script' }).fill('Restart');
  await page.getByRole('option', { name: /Restart spooler/ }).click();
  await dialog.getByText('It begins when somebody else has agreed.').waitFor();
  await dialog.getByLabel('Why').fill('The queue hangs');
  await dialog.getByRole('button', { name: 'Ask for it' }).click();
  await page.getByText('Waits for somebody to agree').waitFor();
  expect(await page.getByRole('button', { name: 'Agree' }).count()).toBe(0);

  const { page: second } = await enter({ name: 'Dora Dispatch', role: 'dispatcher', at: `/tickets/${key}` });
  await second.getByRole('tab', { name: 'Device' }).click();
  await second.getByRole('button', { name: 'Refuse…' }).click();
  await second.getByRole('dialog').getByRole('button', { name: 'Refuse' }).click();
  await second.getByRole('dialog').getByLabel('Why').fill('Ask the client first');
  await second.keyboard.press('Control+Enter');
  await page.getByText('Ask the client first').first().waitFor(PATIENCE);
  await page.getByText('Refused', { exact: true }).waitFor(PATIENCE);
  await expectAccessible(page);
});

test('the proof that it is oneself is asked for above the form that needs it, and the form says when it was not given', async () => {
  const { page, faults } = await enter({ name: 'Otto Owner', at: `/settings/connectors/${connector}` });
  moveClock(desk, 11);
  try {
    await page.getByRole('button', { name: /^(Approve…|Change) Restart spooler$/ }).click();
    const form = page.getByRole('dialog', { name: 'Restart spooler' });
    const save = form.getByRole('button', { name: 'Save' });
    const proof = page.getByRole('dialog', { name: 'Confirm that it is you' });
    await form.getByLabel('A second person has to agree to each run').uncheck();
    await save.click();
    await proof.getByLabel('Your password').waitFor();
    await expectAccessible(page);
    // Escape closes what lies on top, and nothing below it.
    await page.keyboard.press('Escape');
    await proof.waitFor({ state: 'detached' });
    await form.getByText('Nothing was changed: it was not confirmed that it is you.').waitFor();
    await expect.poll(() => save.isEnabled()).toBe(true);
    await save.click();
    await proof.getByRole('button', { name: 'Cancel' }).click();
    await proof.waitFor({ state: 'detached' });
    await save.click();
    await proof.getByLabel('Your password').fill(PASSWORD);
    await proof.getByRole('button', { name: 'Confirm' }).click();
    await form.waitFor({ state: 'detached' });
    await page.getByText('On Computer; by Otto Owner').waitFor();
    expect(faults.splice(0).every((fault) => /status of 401/.test(fault))).toBe(true);
  } finally {
    moveClock(desk, 0);
  }
});
