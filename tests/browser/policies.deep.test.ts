import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { createClient, createGroup } from '#server/business/client/index.ts';
import { createTicket } from '#server/desk/ticket/index.ts';
import { createPolicy } from '#server/practices/service-level/index.ts';
import { promise, termsOf } from '#tests/policies.ts';
import { expectAccessible, FLOATING, sidewaysFindings } from './accessible.ts';
import { focused, press, told } from './keyboard.ts';
import { openWorkspace } from './workspace.ts';

/** What clients are promised is written on a screen that shows what is inherited, and holds from the moment it is published. */
const { desk, enter, origin } = await openWorkspace();
const gold = await desk.run((ctx) => createGroup(ctx, { name: 'Gold' }));
const acme = await desk.run((ctx) => createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC', groupId: gold }));
await desk.run((ctx) =>
  promise(ctx, termsOf({ resolution: [60, 120, 240, 480, 960] }, { calendar: 'always' }), {
    groupId: gold,
    name: 'Gold targets',
  }),
);

const cell = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
/** What is said about a field beside its name. */
const describedBy = (field: Locator) =>
  field.evaluate((input) =>
    (input.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent ?? '')
      .join(' '),
  );

test('a client policy changes one cell, shows where the others come from, and holds once it is published', async () => {
  const { page, faults } = await enter({ name: 'Mia Manager', at: '/settings/policies' });
  await expectAccessible(page);
  await page.getByRole('button', { name: 'New policy' }).click();
  const made = page.getByRole('dialog', { name: 'New policy' });
  await made.getByRole('textbox', { name: 'Name' }).fill('Acme’s own');
  await made
    .getByRole('combobox', { name: 'For' })
    .or(made.getByRole('textbox', { name: 'For' }))
    .first()
    .fill('Acme');
  await page.getByRole('option', { name: 'Acme', exact: true }).click();
  await expectAccessible(page, FLOATING);
  await made.getByRole('button', { name: 'Begin a draft' }).click();
  await page.getByRole('heading', { name: 'Acme’s own' }).waitFor();

  await cell(page, 'Resolution, P1').waitFor();
  await expect.poll(() => cell(page, 'Resolution, P3').getAttribute('placeholder')).toBe('4h');
  expect(await describedBy(cell(page, 'Resolution, P3'))).toBe(
    'Empty: 4 h, from “Gold targets” of the group, version 1',
  );
  expect(await cell(page, 'First response, P1').getAttribute('placeholder')).toBe('15m');
  await page.getByText('Until it is solved · empty: from “Gold targets”').waitFor();

  await cell(page, 'Resolution, P2').fill('soon');
  await page.getByRole('textbox', { name: 'Only when' }).fill('ticket.colour == "red"');
  await page.getByRole('button', { name: 'Save draft' }).click();
  await page.getByText(/^P2: Write minutes or hours/).waitFor();
  await cell(page, 'Resolution, P2').fill('1h 30');
  await press(page, 'ArrowUp');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Next update, P2');
  expect(await cell(page, 'Resolution, P2').inputValue()).toBe('1h 30m');
  await page.getByRole('button', { name: 'Save draft' }).click();
  const condition = page.getByRole('textbox', { name: 'Only when' });
  await expect.poll(() => condition.getAttribute('aria-invalid')).toBe('true');
  faults.splice(0, faults.length, ...faults.filter((fault) => !/status of 422/.test(fault)));
  await expectAccessible(page);
  await condition.fill('');
  await page.getByRole('button', { name: 'Publish…' }).click();
  const dialogue = page.getByRole('dialog', { name: 'Publish Acme’s own' });
  await dialogue.getByText(/^0 open tickets of those it reaches/).waitFor();
  await dialogue.getByRole('textbox', { name: 'Note' }).fill('As agreed in November');
  await expectAccessible(page, FLOATING);
  await dialogue.getByRole('button', { name: 'Publish', exact: true }).click();
  await told(page, /Published; it is in force/);
  await page.getByText('As agreed in November').waitFor();
  await expectAccessible(page);
  expect(await sidewaysFindings(page)).toEqual([]);

  const dueIn = async (impact: number) => {
    const ticket = await desk.run((ctx) =>
      createTicket(ctx, { kind: 'incident', clientId: acme, title: `Impact ${impact}`, impact, urgency: 2 }),
    );
    const { rows } = await desk.run(async ({ tx }) => ({
      rows: await tx
        .selectFrom('ticket_clocks')
        .select(['target', 'target_seconds'])
        .where('ticket_id', '=', ticket.id)
        .orderBy('target')
        .execute(),
    }));
    return [ticket.priority, ...rows.map((row) => [row.target, row.target_seconds / 60])];
  };
  expect(await dueIn(1)).toEqual([2, ['first_response', 30], ['resolution', 90]]);
  expect(await dueIn(2)).toEqual([3, ['first_response', 120], ['resolution', 240]]);
  await page.goto(`${origin}/settings/policies`);
  await page.getByText(/^Version 1, since .* by Mia Manager/).waitFor();
});

test('a calendar of its own, what happens as time runs out, and rules that are refused where they stand', async () => {
  const { page, faults } = await enter({ name: 'Rex Rules', at: '/settings/calendars' });
  await page.getByRole('button', { name: 'New calendar' }).first().click();
  const calendar = page.getByRole('dialog', { name: 'New calendar' });
  await calendar.getByRole('textbox', { name: 'Name' }).fill('Support line');
  await calendar.getByRole('button', { name: 'Add hours on Saturday' }).click();
  await expectAccessible(page, FLOATING);
  await calendar.getByRole('button', { name: 'Create calendar' }).click();
  await calendar.waitFor({ state: 'detached' });
  await page.getByText(/^Monday to Saturday 08:00–18:00/).waitFor();
  await page.getByText('No policy counts by it').waitFor();

  const id = await desk.run((ctx) =>
    createPolicy(ctx, { name: 'Everybody', terms: termsOf({ resolution: 600 }) as never }),
  );
  await page.goto(`${origin}/settings/policies/${id}`);
  const counted = page.getByRole('combobox', { name: 'Resolution, counted by' });
  await counted
    .or(page.getByRole('textbox', { name: 'Resolution, counted by' }))
    .first()
    .click();
  await page.getByRole('option', { name: 'Support line', exact: true }).click();
  await page.getByText('tells whoever has the ticket').first().waitFor();
  await page.getByText('Own', { exact: true }).click();
  const early = page.getByRole('listitem', { name: 'At 75 %' });
  await early.getByRole('textbox', { name: 'Percent of the target' }).fill('');
  await page.getByRole('button', { name: 'Save draft' }).click();
  await page.getByText('Enter 1 to 1000.').waitFor();
  await page.getByRole('textbox', { name: 'Percent of the target' }).first().fill('50');
  await page.getByText('Advanced: when clocks run').click();
  await page.locator('summary', { hasText: 'Resolution' }).click();
  await page.getByRole('textbox', { name: 'Resolution: pauses while' }).fill('ticket.nothing');
  await page.getByText('Advanced: when clocks run').click();
  await page.getByRole('button', { name: 'Save draft' }).click();
  const rule = page.getByRole('textbox', { name: 'Resolution: pauses while' });
  await focused(rule);
  expect(await rule.getAttribute('aria-invalid')).toBe('true');
  faults.splice(0, faults.length, ...faults.filter((fault) => !/status of 422/.test(fault)));
  await expectAccessible(page);
  expect(await sidewaysFindings(page)).toEqual([]);
  await rule.fill('ticket.holdReason == "client"');
  await page.getByRole('button', { name: 'Save draft' }).click();
  await told(page, 'Draft saved');
  await page.getByRole('button', { name: 'Publish…' }).click();
  await page.getByRole('dialog').getByRole('radio', { name: 'Follow' }).check();
  await page.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }).click();
  await told(page, /Published; it is in force/);
  const stored = await desk.run(({ tx }) =>
    tx.selectFrom('sla_policy_versions').select('terms').where('policy_id', '=', id).executeTakeFirstOrThrow(),
  );
  expect(stored.terms).toMatchObject({
    thresholds: [{ percent: 50 }, { percent: 100 }],
    rules: { resolution: { pause: 'ticket.holdReason == "client"', stop: null } },
  });

  await page.goto(`${origin}/client-groups`);
  await page.getByRole('link', { name: 'Service levels of Gold' }).click();
  await page.getByRole('cell', { name: '1h “Gold targets”', exact: true }).waitFor();
  await page.getByRole('link', { name: '“Gold targets” of the group, version 1' }).waitFor();
  await expectAccessible(page);
  await page.goto(`${origin}/clients/${acme}`);
  await page.getByRole('cell', { name: '1h 30m “Acme’s own”', exact: true }).waitFor();
});
