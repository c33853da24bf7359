import { expect, test } from 'vitest';
import { createClient } from '#server/business/client/index.ts';
import { createTicket, transitionTicket } from '#server/desk/ticket/index.ts';
import type { PolicyView } from '#shared/policy.ts';
import { hire } from '#tests/people.ts';
import { promise, termsOf } from '#tests/policies.ts';
import { expectAccessible, FLOATING, sidewaysFindings } from './accessible.ts';
import { dialogue, focused, press, tabTo, told } from './keyboard.ts';
import { openWorkspace } from './workspace.ts';

/** What is promised is tried on what happened, before anybody is bound by it. */
const { desk, enter, origin } = await openWorkspace();
const DAY_MS = 86_400_000;
/** A Wednesday at nine so many days ago or a little more, and minutes later: within the hours in which a desk works, whenever it is run. */
function daysAgo(days: number, minutes = 0): { now: string } {
  const day = new Date(Date.now() - days * DAY_MS);
  const sinceWednesday = (day.getUTCDay() + 4) % 7;
  day.setUTCDate(day.getUTCDate() - sinceWednesday);
  return { now: new Date(day.setUTCHours(9, 0, 0, 0) + minutes * 60_000).toISOString() };
}
const [acme, birch] = await desk.run(async (ctx) => [
  await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' }),
  await createClient(ctx, { name: 'Birch', code: 'BIRCH', timeZone: 'UTC' }),
]);
const targets = termsOf({ resolution: [240, 480, 960, 1920, 3840] }, { calendar: 'always' });
const [policyId] = await desk.run(
  async (ctx) => [
    await promise(ctx, targets, { clientId: acme, name: 'Acme’s own' }),
    await promise(ctx, targets, { clientId: birch, name: 'Birch’s own' }),
  ],
  daysAgo(300),
);
const P2 = { impact: 1, urgency: 2 };
const log = (clientId: string, title: string, at?: { now: string }) =>
  desk.run((ctx) => createTicket(ctx, { kind: 'incident', clientId, title, ...P2 }), at);
/** Logs a P2 some days ago that took so many minutes. */
async function took(clientId: string, days: number, minutes: number): Promise<string> {
  const { id, key } = await log(clientId, `Took ${minutes} minutes`, daysAgo(days));
  const done = { to: 'resolved', resolutionCode: 'fixed' } as const;
  await desk.run((ctx) => transitionTicket(ctx, id, done), daysAgo(days, minutes));
  return key;
}
await took(acme, 20, 60);
const middle = await took(acme, 30, 300);
await took(acme, 200, 700);
await took(birch, 30, 300);

const policy = () =>
  desk.run(({ tx }) => tx.selectFrom('sla_policies').selectAll().where('id', '=', policyId).executeTakeFirstOrThrow());
const promised = async (ticketId: string) => {
  const clock = await desk.run(({ tx }) =>
    tx
      .selectFrom('ticket_clocks')
      .select(['target_seconds', 'due_at'])
      .where('ticket_id', '=', ticketId)
      .where('target', '=', 'resolution')
      .executeTakeFirstOrThrow(),
  );
  return { minutes: clock.target_seconds / 60, due: clock.due_at };
};

test('a stricter target is tried on a year, looked into, and published from a date; what runs keeps its promise', async () => {
  const live = await log(acme, 'Runs while the policy changes');
  const before = await promised(live.id);
  const owner = await hire(desk, { name: 'Faster Colleague' });
  const { page, faults } = await enter({ name: 'Sam Service', role: 'manager', at: `/settings/policies/${policyId}` });

  const cell = page.getByRole('textbox', { name: 'Resolution, P2', exact: true });
  await tabTo(page, cell);
  await press(page, 'Control+A', '"later"');
  const simulate = page.getByRole('button', { name: 'Simulate…' });
  const begin = async () => {
    await tabTo(page, simulate, 'Shift+Tab');
    await press(page, 'Enter');
    await focused(page.getByRole('menuitem', { name: 'The last 12 months' }));
  };
  await begin();
  await expectAccessible(page, FLOATING);
  await press(page, 'Enter');
  await page.getByText(/^P2: Write minutes or hours/).waitFor();
  await focused(cell);
  await press(page, 'Control+A', '"4h"');
  await begin();
  await press(page, 'Enter');

  await page
    .getByText(
      'Of 4 tickets, 1 would have missed a target that was kept or is in time so far; none would have come out better.',
    )
    .waitFor();
  expect(page.url()).toContain('/settings/simulations/');
  expect(await policy()).toMatchObject({ draft: null, version: 2 });
  const changes = page.getByRole('region', { name: '“Acme’s own” for Acme' });
  expect(await changes.getByRole('listitem').allInnerTexts()).toEqual([
    expect.stringMatching(/Resolution, P2\s+8h →.*4h/s),
  ]);
  await page.getByRole('row', { name: /^Resolution .* 66.7 % 33.3 %$/ }).waitFor();
  await expectAccessible(page);
  expect(await sidewaysFindings(page)).toEqual([]);

  await tabTo(page, page.getByRole('radiogroup', { name: 'Counted by' }));
  await press(page, 'ArrowRight');
  await tabTo(page, page.getByRole('button', { name: 'P2: 1 would be missed' }));
  await press(page, 'Enter');
  const flips = page.getByRole('region', { name: 'Tickets that would come out otherwise: P2' });
  await flips.getByText(middle).waitFor();
  await expect.poll(() => flips.getByRole('listitem').count(), { timeout: 40_000 }).toBe(1);
  await flips.getByText('Took 5h of working time · target 4h instead of 8h').waitFor();
  expect(page.url()).toContain('priority=2');
  await expectAccessible(page);
  await tabTo(page, flips.getByRole('link', { name: middle }));
  await press(page, 'Enter');
  await page.getByRole('heading', { name: 'Took 300 minutes' }).first().waitFor();
  await page.goBack();
  await flips.getByText(middle).waitFor();

  const begins = new Date(Date.now() + 2 * DAY_MS).toISOString().slice(0, 16);
  const publish = async (name: string, way: 'Tab' | 'Shift+Tab') => {
    await page.getByRole('button', { name: 'Publish from…' }).waitFor();
    await tabTo(page, page.getByRole('button', { name: 'Publish from…' }), way);
    await press(page, 'Enter');
    const opened = await dialogue(page, name);
    await tabTo(page, opened.getByRole('radiogroup', { name: 'When it begins' }));
    await press(page, 'ArrowRight');
    const from = opened.getByLabel('In force from');
    await tabTo(page, from);
    // The parts of a date stand in the order of the browser's own language; the clock is that of the profile.
    await opened.getByText(/By the clock of UTC$/).waitFor();
    await from.fill(begins);
    return opened;
  };
  const stale = await publish('Publish Acme’s own', 'Shift+Tab');
  await expectAccessible(page, FLOATING);
  const draft = termsOf({ resolution: [100, 480, 960, 1920, 3840] }, { calendar: 'always' });
  const body = { version: 2, name: 'Acme’s very own', terms: draft };
  expect((await owner.call('PATCH', `/service-levels/policies/${policyId}`, body)).status).toBe(204);
  await tabTo(page, stale.getByRole('button', { name: 'Publish', exact: true }));
  await press(page, 'Enter');
  await stale.getByText(/was changed after this simulation.*Nothing was published/).waitFor();
  faults.splice(0, faults.length, ...faults.filter((fault) => !/status of 409/.test(fault)));
  await press(page, 'Escape');
  await stale.waitFor({ state: 'detached' });
  await tabTo(page, page.getByRole('button', { name: 'Simulate again' }), 'Shift+Tab');
  await press(page, 'Enter');
  await page.getByRole('region', { name: '“Acme’s very own” for Acme' }).waitFor();

  const opened = await publish('Publish Acme’s very own', 'Tab');
  // A colleague's draft is not lost without a word.
  await opened.getByText(/another draft of this policy, saved .* by Faster Colleague/).waitFor();
  expect(await opened.getByRole('listitem').allInnerTexts()).toEqual([
    expect.stringMatching(/Resolution, P1\s+4h →.*1h 40m/s),
  ]);
  await expectAccessible(page, FLOATING);
  await tabTo(page, opened.getByRole('button', { name: 'Publish', exact: true }));
  await press(page, 'Enter');
  const discard = opened.getByRole('switch', { name: 'Discard that draft' });
  await focused(discard);
  await press(page, 'Space');
  await tabTo(page, opened.getByRole('button', { name: 'Publish', exact: true }));
  await press(page, 'Enter');
  await told(page, 'Published; it holds from then on');
  await page.getByText('Scheduled').first().waitFor();
  const read: PolicyView = (await owner.call('GET', `/service-levels/policies/${policyId}`)).body;
  expect(read.scheduled?.fromAt).toBe(`${begins}:00.000Z`);

  expect(await promised(live.id)).toEqual(before);
  expect((await promised((await log(acme, 'Logged before it holds')).id)).minutes).toBe(480);
  const later = await log(acme, 'Logged when it holds', { now: new Date(Date.now() + 3 * DAY_MS).toISOString() });
  expect((await promised(later.id)).minutes).toBe(240);
  expect(await promised(live.id)).toEqual(before);
});

test('hours and the matrix are tried where they are written, and what changes nothing says so', async () => {
  const { page } = await enter({ name: 'Hana Hours', at: `/settings/values/ticket.priority?client=${birch}` });
  const menu = async () => {
    await tabTo(page, page.getByRole('button', { name: 'Simulate…' }));
    await press(page, 'Enter');
    await focused(page.getByRole('menuitem', { name: 'The last 12 months' }));
    await press(page, 'Enter');
  };
  await tabTo(page, page.getByRole('button', { name: 'Override' }));
  await press(page, 'Enter');
  await tabTo(page, page.getByRole('combobox', { name: 'High impact, medium urgency' }));
  await press(page, 'ArrowUp');
  await menu();
  await page
    .getByText(
      'Of 1 ticket, 1 would have missed a target that was kept or is in time so far; none would have come out better.',
    )
    .waitFor();
  await page.getByText(/Took 5h of working time · target 4h instead of 8h · P1 instead of P2/).waitFor();
  await tabTo(page, page.getByRole('button', { name: 'Publish…' }));
  await press(page, 'Enter');
  const opened = await dialogue(page, 'Publish: Priorities for Birch');
  await tabTo(page, opened.getByRole('button', { name: 'Publish', exact: true }));
  await press(page, 'Enter');
  await told(page, 'Published; it is in force');
  expect((await log(birch, 'By the other matrix')).priority).toBe(1);

  await page.goto(`${origin}/settings/values/sla.hours?client=${birch}`);
  await tabTo(page, page.getByRole('button', { name: 'Override' }));
  await press(page, 'Enter');
  await tabTo(page, page.getByRole('switch', { name: 'Around the clock' }));
  await press(page, 'Space');
  await menu();
  await page.getByRole('heading', { name: 'Nothing would change' }).waitFor();
  await page
    .getByText(/Around the clock/)
    .first()
    .waitFor();
  await expectAccessible(page);
  await tabTo(page, page.getByRole('button', { name: 'Discard' }), 'Shift+Tab');
  await press(page, 'Enter');
  await told(page, 'Discarded; nothing was changed');
  await page.getByRole('heading', { name: 'Simulations' }).waitFor();
  await page.getByRole('link', { name: 'Priorities for Birch' }).waitFor();
  await expect.poll(() => page.getByRole('link', { name: 'Service hours for Birch' }).count()).toBe(0);
  await expectAccessible(page);
});
