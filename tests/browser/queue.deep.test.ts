import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { createClient, createContact } from '#server/business/client/index.ts';
import { createCustomField } from '#server/desk/classification/index.ts';
import { createTeam } from '#server/desk/team/index.ts';
import { assignTicket, createTicket, updateTicket } from '#server/desk/ticket/index.ts';
import { expectAccessible, FLOATING, sidewaysFindings } from './accessible.ts';
import { choose, dialogue, focused, pick, pickTicket, press, tabTo, told } from './keyboard.ts';
import { openWorkspace } from './workspace.ts';

const { desk, enter, hire } = await openWorkspace();
const tom = await hire({ name: 'Tom Tech', role: 'technician' });
const { acme, bo } = await desk.run(async (ctx) => {
  const acme = await createClient(ctx, { name: 'Acme Manufacturing', code: 'ACME', timeZone: 'Australia/Perth' });
  const bo = await createContact(ctx, { clientId: acme, name: 'Bo Byrne', email: 'bo@acme.example' });
  return { acme, bo };
});
const log = (title: string, level = 2) =>
  desk.run((ctx) =>
    createTicket(ctx, { kind: 'incident', clientId: acme, requesterId: bo, title, impact: level, urgency: level }),
  );
const stored = (keys: readonly string[]) =>
  desk.run((ctx) => ctx.tx.selectFrom('tickets').selectAll().where('key', 'in', keys).orderBy('number').execute());

test('many at once: ticked, given to somebody, tagged, resolved, and taken back', async () => {
  const tickets = [];
  for (const room of [1, 2, 3, 4]) tickets.push(await log(`Projector in room ${room} is dim`));
  const keys = tickets.map(({ key }) => key);
  const { page } = await enter({ name: 'Mia Manager', role: 'manager', at: '/queue?q=projector&sort=created' });
  await page.getByRole('row', { name: /room 4/ }).waitFor();

  // Down the list with Shift: every row on the way is ticked.
  await press(page, 'j', 'Shift+J', 'Shift+J');
  const bar = page.getByRole('region', { name: 'Selected tickets' });
  await bar.getByText('3 selected').waitFor();
  await expectAccessible(page);
  await press(page, 'Shift+E');
  await told(page, '“Escalate” goes one ticket at a time; here it would be 3.');
  await press(page, 'a');
  await dialogue(page, 'Assign: 3 tickets');
  await pick(page, 'tom', /Tom Tech/);
  await told(page, '3 tickets: with Tom Tech');
  const chosen = keys.slice(1).reverse();
  expect((await stored(chosen)).map(({ assignee_id }) => assignee_id)).toEqual([tom.id, tom.id, tom.id]);

  await press(page, 'u');
  await told(page, 'Taken back');
  expect((await stored(chosen)).map(({ assignee_id }) => assignee_id)).toEqual([null, null, null]);

  await bar.getByText('3 selected').waitFor();
  await press(page, 'e');
  const resolve = await dialogue(page, 'Resolve: 3 tickets');
  await focused(resolve.getByLabel('How was it solved?').first());
  await choose(page, 'Fixed');
  await press(page, 'Tab', '"New lamps."', 'Tab', 'Enter');
  await told(page, '3 tickets: resolved');
  expect((await stored(chosen)).map(({ status }) => status)).toEqual(['resolved', 'resolved', 'resolved']);
  expect((await stored(keys.slice(0, 1))).map(({ status }) => status)).toEqual(['new']);
  await press(page, 'Escape');
  await bar.waitFor({ state: 'hidden' });
});

test('what of many cannot be taken back any more is told, and the rest is taken back', async () => {
  const tickets = [];
  for (const room of [1, 2, 3]) tickets.push(await log(`Blind in room ${room} is stuck`));
  const keys = tickets.map(({ key }) => key);
  const { page, faults } = await enter({ name: 'Ute Undo', role: 'manager', at: '/queue?q=blind&sort=created' });
  await page.getByRole('row', { name: /room 3/ }).waitFor();
  await press(page, 'j', 'Shift+J', 'Shift+J', 't');
  await dialogue(page, 'Add tags: 3 tickets');
  await press(page, '"sun"', 'Enter', 'Control+Enter');
  await told(page, '3 tickets: tagged sun');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect((await stored(keys)).map(({ tags }) => tags)).toEqual([['sun'], ['sun'], ['sun']]);
  // Somebody else is faster with the newest, which is the first that would be taken back.
  await desk.run((ctx) => updateTicket(ctx, keys[2] ?? '', { version: 2, tags: ['sun', 'shade'] }));
  await press(page, 'u');
  await told(page, '2 of 3 taken back');
  await told(page, new RegExp(`Not taken back: ${keys[2]}.*has changed since`));
  expect((await stored(keys)).map(({ tags }) => tags)).toEqual([[], [], ['sun', 'shade']]);

  await press(page, 'p');
  await dialogue(page, 'Set priority: 3 tickets');
  await pick(page, 'p1', /P1/);
  await told(page, '3 tickets: P1');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect((await stored(keys)).map(({ priority }) => priority)).toEqual([1, 1, 1]);
  await press(page, 'u');
  await told(page, /^Taken back$/);
  // The browser itself tells of what was refused.
  faults.splice(0, faults.length, ...faults.filter((fault) => !/status of 409/.test(fault)));
  expect((await stored(keys)).map(({ priority }) => priority)).toEqual([3, 3, 3]);
});

test('a link and an escalation can be taken back too', async () => {
  await log('Bell rings');
  const other = await log('Bell is silent');
  const second = await desk.run((ctx) => createTeam(ctx, { name: 'Second line' }));
  const { page } = await enter({ name: 'Lia Link', role: 'manager', at: '/queue?q=bell&sort=created' });
  await page.getByRole('row', { name: /Bell rings/ }).waitFor();
  const links = () =>
    desk.run((ctx) => ctx.tx.selectFrom('ticket_links').select('kind').where('from_id', '=', other.id).execute());
  await press(page, 'j', 'Shift+L');
  await dialogue(page, `Link to another: ${other.key}`);
  await pickTicket(page, 'rings', /Bell rings/, 'Link');
  await told(page, `${other.key} is linked`);
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await links()).toHaveLength(1);
  await press(page, 'u');
  await told(page, 'Taken back');
  expect(await links()).toEqual([]);

  await press(page, 'Shift+E');
  const escalate = await dialogue(page, `Escalate: ${other.key}`);
  await tabTo(
    page,
    escalate
      .getByRole('combobox', { name: 'Team', exact: true })
      .or(escalate.getByRole('textbox', { name: 'Team', exact: true }))
      .first(),
  );
  await choose(page, 'Second line');
  await tabTo(page, escalate.getByRole('textbox', { name: 'Reason' }));
  await press(page, '"It wakes nobody"', 'Control+Enter');
  await told(page, `${other.key} is with Second line`);
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  const team = async () => (await stored([other.key]))[0]?.team_id;
  expect(await team()).toBe(second);
  await press(page, 'u');
  await expect.poll(team, { timeout: 40_000 }).not.toBe(second);
});

test('several are merged into one', async () => {
  const into = await log('Coffee machine leaks');
  const others = [await log('Coffee on the floor'), await log('Coffee everywhere')];
  const { page } = await enter({ name: 'Max Manager', role: 'manager', at: '/queue?q=coffee&sort=created' });
  await page.getByRole('row', { name: /Coffee everywhere/ }).waitFor();
  await press(page, 'j', 'x', 'j', 'x', 'm');
  await dialogue(page, 'Merge into another: 2 tickets');
  await pickTicket(page, 'machine', /machine leaks/, 'Merge');
  await told(page, `2 tickets: merged into ${into.key}`);
  const merged = await stored(others.map(({ key }) => key));
  expect(merged.map(({ merged_into_id }) => merged_into_id)).toEqual([into.id, into.id]);
});

test('a list is saved as a view, shared, changed and opened by a number', async () => {
  await log('Lift is stuck');
  const { page, id } = await enter({ name: 'Vi Manager', role: 'manager' });
  const views = page.getByRole('navigation', { name: 'Views' });
  await views.getByRole('link', { name: /My open/ }).waitFor();
  await page.getByRole('row', { name: /Lift is stuck/ }).waitFor();

  // The first five come with the program; each says how many it finds.
  await press(page, '2');
  await page.waitForURL(/assigneeId=none/);
  await views.getByRole('link', { name: /^Unassigned\s*\d+$/, exact: true }).waitFor();
  expect(await views.getByRole('link', { name: /Unassigned/ }).getAttribute('aria-current')).toBe('page');

  // Narrowed by hand, it is another list, to be kept under a name.
  await press(page, '/', '"lift"');
  await page.waitForURL(/q=lift/);
  await page.getByRole('row', { name: /Lift is stuck/ }).waitFor();
  await views.getByText('changed').waitFor();
  await press(page, 'Escape');
  await tabTo(page, page.getByRole('button', { name: 'View options' }), 'Shift+Tab');
  await press(page, 'Enter');
  await page.getByRole('menuitem', { name: 'Save as a new view' }).waitFor();
  // All views stand there first, however many there are.
  await page.getByRole('menuitem', { name: 'All open' }).waitFor();
  await page.getByRole('menuitem', { name: 'Save as a new view' }).focus();
  await press(page, 'Enter');
  const form = await dialogue(page, 'Save as a new view');
  await focused(form.getByRole('textbox', { name: 'Name' }));
  await press(page, '"Lifts"');
  await expectAccessible(page);
  await press(page, 'Enter');
  await told(page, '“Lifts” is saved');
  await views.getByRole('link', { name: /Lifts/ }).waitFor();
  const kept = await desk.run((ctx) =>
    ctx.tx.selectFrom('saved_views').select(['filter', 'shared']).where('owner_id', '=', id).execute(),
  );
  expect(kept).toEqual([{ filter: { status: ['open'], assigneeId: ['none'], q: 'lift' }, shared: false }]);
  // It stands last: the numbers of the others mean what they meant.
  await press(page, '1');
  await page.waitForURL(/assigneeId=me/);
  await press(page, '6');
  await page.waitForURL(/q=lift/);
  await press(page, '1');
  await page.waitForURL(/assigneeId=me/);
  await press(page, 'Control+k');
  await dialogue(page, 'Search or do anything');
  await pick(page, 'lifts', /Lifts/);
  await page.waitForURL(/q=lift/);
});

test('back returns to the same row, the same place and the same ticks', async () => {
  for (let shelf = 1; shelf <= 60; shelf++) await log(`Label of shelf ${shelf} fell off`);
  const { page } = await enter({ name: 'Bea Tech', role: 'technician', at: '/queue?q=shelf&sort=created' });
  await page.getByRole('row', { name: /shelf 60 / }).waitFor();
  await press(page, 'j', 'x');
  for (let step = 0; step < 40; step++) await press(page, 'j');
  const row = page.getByRole('row', { name: /shelf 20 / });
  await focused(row);
  const grid = page.getByRole('grid', { name: 'Tickets' });
  // Wherever the cursor goes, the whole row is seen: below the headings, and above the bar of what is ticked.
  const seen = (one: Locator) =>
    expect.poll(() => one.evaluate(isWhollySeen), { timeout: 40_000, message: 'the whole row is seen' }).toBe(true);
  await seen(row);
  for (const [key, shelf] of [
    ['End', 1],
    ['k', 2],
    ['Home', 60],
    ['j', 59],
  ] as const) {
    await press(page, key);
    await focused(page.getByRole('row', { name: new RegExp(`shelf ${shelf} `) }));
    await seen(page.getByRole('row', { name: new RegExp(`shelf ${shelf} `) }));
  }
  for (let step = 0; step < 39; step++) await press(page, 'j');
  await focused(row);
  for (let step = 0; step < 14; step++) await press(page, 'k');
  await seen(page.getByRole('row', { name: /shelf 34 / }));
  for (let step = 0; step < 14; step++) await press(page, 'j');
  await focused(row);
  await seen(row);
  await expect.poll(() => grid.evaluate((one) => one.scrollTop), { timeout: 40_000 }).toBeGreaterThan(500);
  const before = await grid.evaluate((one) => one.scrollTop);

  await press(page, 'Enter');
  await page.getByRole('heading', { name: 'Label of shelf 20 fell off' }).waitFor();
  await page.getByRole('textbox', { name: 'Reply' }).waitFor();
  await press(page, 'Escape');
  await focused(row);
  expect(await grid.evaluate((one) => one.scrollTop)).toBe(before);
  await seen(row);
  await page.getByRole('region', { name: 'Selected tickets' }).getByText('1 selected').waitFor();
  await press(page, 'j');
  await focused(page.getByRole('row', { name: /shelf 19 / }));
});

/** Whether a row stands wholly between the table's headings and its lower edge. */
function isWhollySeen(row: Element): boolean {
  const grid = row.closest('[role=grid]') ?? row;
  const { top, bottom } = row.getBoundingClientRect();
  const upper = grid.querySelector('.f-thead')?.getBoundingClientRect().bottom ?? 0;
  return top >= upper - 0.5 && bottom <= grid.getBoundingClientRect().bottom + 0.5;
}

test('a ticket is read beside the list, which keeps the keyboard', async () => {
  await desk.run((ctx) =>
    createTicket(ctx, { kind: 'incident', clientId: acme, title: 'Window one', description: '<p>Will not close.</p>' }),
  );
  await log('Window two');
  const { page } = await enter({ name: 'Pia Tech', role: 'technician', at: '/queue?q=window&sort=created' });
  await page.getByRole('row', { name: /Window two/ }).waitFor();
  await press(page, 'j', 'Space');
  await page.getByRole('complementary', { name: /Peek/ }).getByRole('heading', { name: 'Window two' }).waitFor();
  await press(page, 'j');
  const peek = page.getByRole('complementary', { name: /Peek/ });
  await peek.getByText('Will not close.').waitFor();
  await focused(page.getByRole('row', { name: /Window one/ }));
  await expectAccessible(page);
  await press(page, 'Escape');
  await peek.waitFor({ state: 'hidden' });
});

test('tickets are found by tag, requester, a field of one’s own, status, VIP and the day they came', async () => {
  const { vic } = await desk.run(async (ctx) => {
    const vic = await createContact(ctx, { clientId: acme, name: 'Vic Vale', email: 'vic@acme.example', vip: true });
    await createCustomField(ctx, {
      key: 'bay',
      type: 'choice',
      label: 'Loading bay',
      kinds: ['incident'],
      options: ['North', 'South'],
    });
    await createTicket(ctx, {
      ...{ kind: 'incident', clientId: acme, requesterId: vic, title: 'Conveyor squeaks', tags: ['oil'] },
      custom: { bay: 'North' },
    });
    return { vic };
  });
  await log('Conveyor stands');
  const { page } = await enter({ name: 'Fil Filter', role: 'manager', at: '/queue?q=conveyor' });
  const squeaks = page.getByRole('row', { name: /Conveyor squeaks/ });
  const stands = page.getByRole('row', { name: /Conveyor stands/ });
  await stands.waitFor();
  const by = async (field: string) => {
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    await page.getByRole('menuitem', { name: field, exact: true }).click();
    const dialog = page.getByRole('dialog', { name: new RegExp(`^${field}: `) });
    await dialog.waitFor();
    return dialog;
  };
  /** Only what is to be found stands there, and goes again with the part of the filter that found it. */
  const found = async (address: RegExp) => {
    await page.waitForURL(address);
    await stands.waitFor({ state: 'hidden' });
    await squeaks.waitFor();
    await press(page, 'Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: /^Take out/ }).click();
    await stands.waitFor();
  };
  await focused((await by('Tag')).locator('input').first());
  await press(page, '"oil"', 'Enter');
  await found(/tag=oil/);
  await (await by('Requester')).getByRole('textbox', { name: 'Find requester' }).fill('vic');
  await page.getByRole('checkbox', { name: /Vic Vale/ }).waitFor();
  await expect.poll(() => page.getByRole('dialog').getByRole('checkbox').count()).toBe(1);
  await press(page, 'Enter');
  await page.getByRole('button', { name: 'Requester: asked by Vic Vale' }).waitFor();
  await expectAccessible(page, FLOATING);
  await found(new RegExp(`requesterId=${vic}`));
  await (await by('Loading bay')).getByRole('checkbox', { name: 'North' }).click();
  await page.getByRole('button', { name: 'Loading bay: Loading bay is North' }).waitFor();
  await found(/custom=bay%3ANorth/);
  await (await by('VIP')).getByRole('checkbox', { name: 'Yes' }).click();
  await found(/vip=true/);
  // A status of the desk's own, and days where the reader is: both find nothing or all of these.
  await (await by('Status')).getByRole('checkbox', { name: 'In Progress', exact: true }).click();
  await page.getByText('Nothing fits this filter').waitFor();
  await press(page, 'Escape');
  await page.getByRole('button', { name: /^Take out/ }).click();
  await (await by('Created')).getByLabel('Created: first day').fill('2030-02-03');
  await page.waitForURL(/createdAfter=2030-02-03T00%3A00/);
  await page.getByRole('button', { name: 'Created: created since 3 Feb 2030' }).waitFor();
  await page.getByText('Nothing fits this filter').waitFor();
  await press(page, 'Escape');
  await page.getByRole('button', { name: /^Take out/ }).click();

  await squeaks.getByText('oil').click();
  await page.waitForURL(/\/queue\?tag=oil$/);
  await stands.waitFor({ state: 'hidden' });
  await squeaks.waitFor();
});

test('a board shows the same as the list: its view, filter, search and address, and the way back', async () => {
  await log('Crane groans');
  const other = await log('Crane hums', 1);
  await desk.run((ctx) => assignTicket(ctx, other.id, { assigneeId: tom.id }));
  const { page } = await enter({ name: 'Boa Board', role: 'manager', at: '/queue?q=crane&status=open' });
  await page.getByRole('row', { name: /Crane groans/ }).waitFor();
  await page.getByRole('radiogroup', { name: 'Shown as' }).getByText('Board').click();
  await page.waitForURL(/\/board\?status=open&q=crane&by=status/);
  const lane = (name: string) => page.getByRole('group', { name, exact: true });
  await lane('New')
    .getByRole('link', { name: /Crane groans/ })
    .waitFor();
  await lane('Resolved').getByText('The filter leaves this out').waitFor();
  await expectAccessible(page);
  await page.getByRole('radiogroup', { name: 'Columns by' }).getByText('Person').click();
  await lane('Tom Tech')
    .getByRole('link', { name: /Crane hums/ })
    .waitFor();
  // A view opens as a board too, and narrows its lanes.
  await press(page, '2');
  await page.waitForURL(/\/board\?.*assigneeId=none.*by=person/);
  await lane('Nobody').waitFor();
  await lane('Tom Tech').waitFor({ state: 'detached' });
  await press(page, '/', '"groans"');
  await page.waitForURL(/q=groans/);
  await lane('Nobody')
    .getByRole('link', { name: /Crane groans/ })
    .waitFor();
  await press(page, 'Escape');
  await page.getByRole('radiogroup', { name: 'Shown as' }).getByText('List').click();
  await page.waitForURL(/\/queue\?.*q=groans/);
  await page.getByRole('row', { name: /Crane groans/ }).waitFor();
  expect(new URL(page.url()).searchParams.get('assigneeId')).toBe('none');
});

test('a phone’s row says how a ticket stands and who has it; a team is no person', async () => {
  await desk.run(async (ctx) => {
    const teamId = await createTeam(ctx, { name: 'Night watch', strategy: 'manual' });
    const title = 'Siren howls';
    await createTicket(ctx, {
      kind: 'incident',
      clientId: acme,
      title,
      teamId,
      tags: ['siren-of-the-yard', 'loud', 'night'],
    });
  });
  for (const width of [390, 1440]) {
    const { page } = await enter({ name: 'Pho Phone', role: 'technician', at: '/queue?q=siren', width });
    const row = page.getByRole('row', { name: /Siren howls/ });
    await row.waitFor();
    for (const words of ['New', 'Team: Night watch', 'siren-of-the-yard']) {
      expect(await row.getByText(words).first().isVisible()).toBe(true);
    }
    await expectAccessible(page);
    expect(await sidewaysFindings(page)).toEqual([]);
  }
});

test('the board moves by the arrows, and its cards answer to the keys of actions', async () => {
  const { key } = await log('Gate is open', 1);
  const { page } = await enter({ name: 'Bob Dispatch', role: 'dispatcher', at: '/board?by=person' });
  const nobody = page.getByRole('group', { name: 'Nobody' });
  await nobody.getByRole('link', { name: /Gate is open/ }).waitFor();
  await expectAccessible(page);
  await press(page, 'j');
  await focused(nobody.getByRole('link', { name: /Gate is open/ }));
  await press(page, 'a');
  await dialogue(page, `Assign: ${key}`);
  await pick(page, 'tom', /Tom Tech/);
  await told(page, `${key}: with Tom Tech`);
  const toms = page.getByRole('group', { name: 'Tom Tech' });
  await toms.getByRole('link', { name: /Gate is open/ }).waitFor();
  await press(page, 'u');
  await nobody.getByRole('link', { name: /Gate is open/ }).waitFor();
  await press(page, 'j', 'Enter');
  await page.waitForURL(`**/tickets/**`);
});
