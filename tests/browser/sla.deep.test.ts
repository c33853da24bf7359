import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { contactIdentity } from '#platform/identity/index.ts';
import { createClient, createContact } from '#server/business/client/index.ts';
import { createTeam } from '#server/desk/team/index.ts';
import { createTicket, postMessage } from '#server/desk/ticket/index.ts';
import type { SlaOverview } from '#shared/sla-report.ts';
import { hire } from '#tests/people.ts';
import { promise, termsOf } from '#tests/policies.ts';
import { expectAccessible, FLOATING, sidewaysFindings } from './accessible.ts';
import { choose, dialogue, focused, press, tabTo, told } from './keyboard.ts';
import { openWorkspace } from './workspace.ts';

/** The service levels of a ticket, from the one who works on it to the one who answers for it, by the keyboard alone. */
const { desk, enter } = await openWorkspace();
const olive = await hire(desk, { name: 'Olive Owner' });
const ago = (hours: number) => ({ now: new Date(Date.now() - hours * 3_600_000).toISOString() });
const { acme, ada, network } = await desk.run(async (ctx) => {
  const acme = await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'Australia/Perth' });
  const ada = await createContact(ctx, { clientId: acme, name: 'Ada Adams', email: 'ada@acme.example' });
  const network = await createTeam(ctx, { name: 'Network', members: [] });
  await promise(ctx, termsOf({ first_response: 'none', resolution: 240 }, { calendar: 'always' }), { name: 'Gold' });
  return { acme, ada, network };
}, ago(100));
const log = (title: string, hours = 0) =>
  desk.run(
    (ctx) =>
      createTicket(ctx, {
        kind: 'incident',
        clientId: acme,
        title,
        requesterId: ada,
        ...(hours ? { teamId: network } : {}),
      }),
    ago(hours),
  );
const resolution = (page: Page) => page.getByRole('region', { name: 'Resolution' });
const openSla = async (page: Page, first: 'Details' | 'Conversation' = 'Details') => {
  await tabTo(page, page.getByRole('tab', { name: first }));
  await press(page, ...(first === 'Details' ? [] : ['ArrowRight']), 'ArrowRight', 'ArrowRight');
  await resolution(page).waitFor();
};

test('5, 6: waiting for the client pauses the clock for all to see, and the client’s answer lets it go on', async () => {
  const { key, id } = await log('Scanner makes stripes', 1);
  const { page } = await enter({ name: 'Tom Tech', role: 'technician', at: `/tickets/${key}` });
  const head = page.locator('.f-ticket-head');
  await openSla(page);
  await resolution(page).getByText('running', { exact: true }).waitFor();
  await press(page, 'r');
  const written = page.getByRole('textbox', { name: 'Reply' });
  await focused(written);
  await press(page, '"Could you send a page with the stripes?"');
  await tabTo(page, page.getByRole('combobox', { name: 'Next status' }).or(page.getByLabel('Next status')).first());
  await choose(page, 'On hold, waiting for client');
  await tabTo(page, written, 'Shift+Tab');
  await press(page, 'Control+Enter');
  await told(page, `Reply sent on ${key}`);
  await head.getByText('Waiting for client').waitFor();
  await resolution(page).getByText('paused', { exact: true }).waitFor();
  await resolution(page)
    .getByText(/at present: waits for client \(/)
    .waitFor();

  await desk.run((ctx) => postMessage(ctx, id, { visibility: 'public', body: 'Here it is' }), {
    identity: await desk.run((ctx) => contactIdentity(ctx, acme, ada)).then((identity) => identity ?? expect.fail()),
    // A wait of less than a second is no stretch.
    now: new Date(Date.now() + 2_000).toISOString(),
  });
  await resolution(page).getByText('running', { exact: true }).waitFor();
  await head.getByText('Waiting for client').waitFor({ state: 'detached' });
  // The wait stays to be read, stretch by stretch.
  const line = page.getByRole('slider', { name: /^Resolution/ });
  await tabTo(page, line);
  const said: string[] = [];
  await press(page, 'Home');
  for (let step = 0; step < 4; step++) {
    said.push((await line.getAttribute('aria-valuetext')) ?? '');
    await press(page, 'ArrowRight');
  }
  expect(said[0]).toMatch(/^Counted: Created .* of working time$/);
  expect(said).toContainEqual(expect.stringMatching(/^Waited: Waits for client \(Tom Tech\) · .* not counted/));
  expect(said[3]).toMatch(/^Left until it is due/);
  await expectAccessible(page);
  // Who has not the right to hold clocks is not offered it.
  expect(await page.getByRole('button', { name: 'Hold…' }).count()).toBe(0);
});

test('1, 2: a breach on the wall leads to why it was missed, and is justified there and in the client’s report', async () => {
  const { key } = await log('Mail is down', 30);
  // The line of what was kept lately is read now and then only: the miss has to be known by then.
  const kept30 = async () => (await olive.call('GET', '/service-levels/kept')).body as SlaOverview;
  await expect.poll(async () => (await kept30()).missed, { timeout: 20_000 }).toBeGreaterThan(0);
  const { page, faults } = await enter({ name: 'Mia Manager', role: 'manager', at: '/sla' });
  const kept = page.getByText(/Last 30 days:/);
  await tabTo(page, page.locator('summary').filter({ has: kept }));
  await press(page, 'Enter');
  await page.getByText('“New” with Network, nobody assigned').waitFor();
  await page.getByRole('region', { name: 'Missed, by client' }).getByRole('link', { name: 'Acme' }).waitFor();
  await expectAccessible(page);
  const breach = page.getByRole('link', { name: new RegExp(`${key} `) });
  await tabTo(page, breach);
  await press(page, 'Enter');
  await page.getByRole('heading', { name: 'Mail is down' }).waitFor();
  await tabTo(page, page.getByRole('button', { name: 'Why resolution was missed' }));
  await press(page, 'Enter');
  await resolution(page)
    .getByText(/Missed by 26 h.*: 30 h.* of working time .*“New” with Network, nobody assigned\./)
    .waitFor();
  await expectAccessible(page);

  await tabTo(page, resolution(page).getByRole('button', { name: 'Justify…' }));
  await press(page, 'Enter');
  const justify = await dialogue(page, `Justify resolution of ${key}`);
  await focused(justify.getByRole('textbox', { name: 'Justification' }));
  await expectAccessible(page, FLOATING);
  await press(page, '"The provider’s cable was cut"', 'Control+Enter');
  await told(page, `${key}: resolution justified`);
  await resolution(page).getByText('The provider’s cable was cut').waitFor();
  await resolution(page).getByText('missed', { exact: true }).waitFor();

  await page.goto(page.url().replace(/\/tickets\/.*/, `/clients/${acme}`));
  await tabTo(page, page.getByRole('link', { name: 'Service level report' }));
  await press(page, 'Enter');
  const missed = page.getByRole('region', { name: 'What was missed' });
  // On the first of a month yesterday is not of this one.
  await page.getByLabel('From').fill(new Date(Date.now() - 3 * 86_400_000).toISOString().slice(0, 10));
  await missed.getByRole('link', { name: key }).waitFor();
  await missed.getByText(/Missed by 26 h/).waitFor();
  await missed.getByText('The provider’s cable was cut').waitFor();
  await page
    .getByRole('region', { name: 'What was promised' })
    .getByText(/in "Gold" of the provider, version 1/)
    .first()
    .waitFor();
  await expectAccessible(page);
  await tabTo(page, page.getByRole('button', { name: 'Last quarter' }));
  await press(page, 'Enter');
  await missed.getByText('Nothing was missed in these days.').waitFor();
  expect(page.url()).toMatch(/\?from=\d{4}-\d\d-01&to=\d{4}-\d\d-(30|31)$/);
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('button', { name: 'Print' }).isVisible()).toBe(false);
  expect(await sidewaysFindings(page)).toEqual([]);
  expect(faults).toEqual([]);
});

test('a clock is held, released and given a target of its own with a reason, and whoever is too late is told', async () => {
  const { key } = await log('Parts to order', 1);
  const { page, faults } = await enter({
    name: 'Dan Dispatch',
    role: 'dispatcher',
    width: 390,
    dark: true,
    at: `/tickets/${key}`,
  });
  await openSla(page, 'Conversation');
  const button = (name: string) => resolution(page).getByRole('button', { name, exact: true });
  await tabTo(page, button('Hold…'));
  await press(page, 'Enter');
  await focused((await dialogue(page, `Hold resolution of ${key}`)).getByRole('textbox', { name: 'Reason' }));
  await press(page, '"Power cut at the client"', 'Control+Enter');
  await told(page, `${key}: resolution held`);
  await resolution(page).getByText('Power cut at the client', { exact: true }).waitFor();
  await focused(button('Release…'));
  expect(await sidewaysFindings(page)).toEqual([]);

  // Somebody else releases it while the dialogue is open.
  await press(page, 'Enter');
  const release = await dialogue(page, `Release resolution of ${key}`);
  await olive.call('POST', `/tickets/${key}/sla/resolution/release`, { reason: 'Power is back' });
  await press(page, '"Power is back"', 'Control+Enter');
  await release.getByRole('alert').getByText('Nobody holds this clock.').waitFor();
  faults.splice(0, faults.length, ...faults.filter((fault) => !/status of 409/.test(fault)));
  await press(page, 'Escape');
  await button('Hold…').waitFor();

  await tabTo(page, button('Own target…'));
  await press(page, 'Enter');
  const target = await dialogue(page, `Own target for resolution of ${key}`);
  await focused(target.getByRole('textbox', { name: 'Working time in all' }));
  await press(page, 'Control+a', '"10h"', 'Tab', '" "', 'Control+Enter');
  await target.getByText(/^Must /).waitFor();
  faults.splice(0, faults.length, ...faults.filter((fault) => !/status of 400/.test(fault)));
  await expectAccessible(page, FLOATING);
  await press(page, '"The part arrives tomorrow"', 'Control+Enter');
  await told(page, `${key}: resolution in 10h`);
  await resolution(page).getByText('Own target of 10 h').waitFor();
  await resolution(page).getByText('(promised: 4 h)').waitFor();
  await resolution(page)
    .getByRole('link', { name: /in "Gold" of the provider/ })
    .waitFor();
  await expectAccessible(page);
  // Taken back, a changed target is what it was, with its reason.
  await tabTo(page, button('Change own target…'));
  await press(page, 'Enter');
  await focused(
    (await dialogue(page, `Own target for resolution of ${key}`)).getByRole('textbox', { name: 'Working time in all' }),
  );
  await press(page, 'Control+a', '"5h"', 'Tab', '"Arrives today"', 'Control+Enter');
  await resolution(page).getByText('Own target of 5 h').waitFor();
  await press(page, 'u');
  await resolution(page).getByText('Own target of 10 h').waitFor();
  await resolution(page).getByText('The part arrives tomorrow').first().waitFor();
  await olive.call('PUT', `/tickets/${key}/sla/resolution/target`, { minutes: null, reason: 'It is here' });
  await resolution(page).getByText('Own target of 10 h').waitFor({ state: 'detached' });
  // Paper is white, so that words on it are dark, also those of a dark screen.
  await page.emulateMedia({ media: 'print' });
  expect(await resolution(page).evaluate((one) => getComputedStyle(one).color)).toBe('rgb(28, 31, 37)');
});
