import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { createClient, createContact } from '#server/business/client/index.ts';
import { createTicket } from '#server/desk/ticket/index.ts';
import { switchPractice } from '#server/practices/adoption/index.ts';
import { createItem } from '#server/practices/configuration/index.ts';
import type { ProblemView } from '#shared/problem.ts';
import type { TicketView } from '#shared/ticket.ts';
import { CALM, inHours, PLANS } from '#tests/change-desk.ts';
import { hire } from '#tests/people.ts';
import { expectAccessible, sidewaysFindings } from './accessible.ts';
import { dialogue, press, told } from './keyboard.ts';
import { openWorkspace } from './workspace.ts';

/** The day of a second-level engineer: what comes again is understood, made known, mended at the second attempt, and told. */
const { desk, origin, enter } = await openWorkspace();
const tom = await hire(desk, { name: 'Tom Tech', role: 'technician' });
const max = await hire(desk, { name: 'Max Manager', role: 'manager' });
const { acme, server, ada } = await desk.run(async (ctx) => {
  await switchPractice(ctx, 'problem', true);
  await switchPractice(ctx, 'change', true);
  const acme = await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' });
  return {
    acme,
    server: await createItem(ctx, { clientId: acme, name: 'srv-mail', classKey: 'server' }),
    ada: await createContact(ctx, { clientId: acme, name: 'Ada Adams', email: 'ada@acme.example' }),
  };
});
const log = (title: string) =>
  desk.run((ctx) => createTicket(ctx, { kind: 'incident', clientId: acme, title, requesterId: ada }));
const read = async <T>(url: string) => (await tom.call('GET', url)).body as T;
const problemNow = (key: string) => read<ProblemView>(`/problems/${key}`);
const open = async (page: Page, key: string, title: string | RegExp) => {
  await page.goto(`${origin}/tickets/${key}`);
  await page.getByRole('heading', { name: title, level: 1 }).waitFor();
};
const fits = async (page: Page) => {
  expect(await sidewaysFindings(page)).toEqual([]);
  await expectAccessible(page);
};
const go = async (key: string, to: string, more: object = {}) => {
  const answer = await tom.call('POST', `/tickets/${key}/transitions`, { to, ...more });
  expect(answer.status, answer.text).toBe(201);
};
const plan = async (key: string, from: string, until: string) => {
  const { version } = await read<{ version: number }>(`/changes/${key}`);
  const answer = await tom.call('PATCH', `/changes/${key}`, {
    ...{ version, plans: PLANS, answers: CALM, itemIds: [server], plannedStart: from, plannedEnd: until },
  });
  expect(answer.status, answer.text).toBe(200);
};
/** Approves what waits for somebody with the authority, and begins though its window is to come. */
const approveAndBegin = async (key: string) => {
  const { items } = (await max.call('GET', '/approvals/mine')).body as {
    items: { id: string; subject: { ticketKey: string } }[];
  };
  const waiting = items.find(({ subject }) => subject.ticketKey === key);
  expect((await max.call('POST', `/approvals/votes/${waiting?.id}`, { vote: 'approve' })).status).toBeLessThan(300);
  await max.call('POST', `/changes/${key}/overrides`, { reason: 'A test does not wait for windows' });
  await go(key, 'implement');
};

test('incidents, their problem, a known error, a change that fails, one that works, and everybody is told', async () => {
  const incidents = [await log('Mail is late again'), await log('Mails arrive hours late')];
  const { page, faults } = await enter({ name: 'Erin Engineer', role: 'technician' });
  await page.getByText('Mails arrive hours late').first().waitFor();
  await press(page, 'j', 'x', 'j', 'x');
  const selected = page.getByRole('region', { name: 'Selected tickets' });
  await selected.getByRole('button', { name: 'Open a problem' }).click();
  const opening = await dialogue(page, /Open a problem/);
  await opening.getByRole('button', { name: 'Cancel' }).click();
  await opening.waitFor({ state: 'detached' });
  await selected.getByRole('button', { name: 'Open a problem' }).click();
  await opening.getByRole('textbox', { name: 'What the problem is' }).fill('The mail queue runs full');
  await opening.getByRole('button', { name: 'Open the problem' }).click();
  await page.getByRole('heading', { name: 'The mail queue runs full', level: 1 }).waitFor();
  await page.getByText('opened this').waitFor();
  const key = page.url().split('/').at(-1) ?? '';

  await page.getByRole('button', { name: 'Write what is known' }).click();
  const writing = await dialogue(page, 'Write what is known');
  await writing.getByRole('textbox', { name: 'Symptoms' }).fill('Mails arrive hours late');
  await writing.getByRole('textbox', { name: 'Root cause' }).fill('The disk of the queue is too small');
  await writing.getByRole('textbox', { name: 'Workaround' }).click();
  await page.keyboard.type('Call for what is urgent');
  await fits(page);
  await writing.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Publish the known error' }).click();
  const publishing = await dialogue(page, 'Publish the known error');
  expect(await publishing.getByRole('textbox', { name: 'How it shows' }).inputValue()).toBe('Mails arrive hours late');
  await publishing.getByRole('button', { name: 'Publish', exact: true }).click();
  await told(page, 'Published as a known error');
  expect((await problemNow(key)).status).toBe('known_error');
  await fits(page);

  await page.getByRole('button', { name: 'Raise a change' }).first().click();
  await (await dialogue(page, 'Raise a change')).getByRole('button', { name: 'Raise it' }).click();
  await page.getByRole('heading', { name: /^Mend: The mail queue/, level: 1 }).waitFor();
  await page.getByText('raised this').waitFor();
  const first = page.url().split('/').at(-1) ?? '';
  expect((await problemNow(key)).status).toBe('fix_in_progress');

  // Somebody patches the same server then.
  const patches = (await tom.call('POST', '/changes', { clientId: acme, title: 'Patch night' })).body as {
    key: string;
  };
  const [from, until] = [inHours(200), inHours(201)];
  for (const one of [patches.key, first]) await plan(one, from, until);
  await go(patches.key, 'assess');
  await go(patches.key, 'authorise');
  await open(page, first, /^Mend/);
  await page.getByRole('tab', { name: 'Change' }).click();
  const side = page.getByRole('tabpanel', { name: 'Change' });
  const against = side.getByRole('list', { name: 'What stands against it' });
  await against.getByText(patches.key).first().waitFor();
  await side.locator('.f-slots button').first().click();
  await against.waitFor({ state: 'detached' });
  await go(first, 'assess');
  await go(first, 'authorise');
  await approveAndBegin(first);
  await go(first, 'review', { resolutionCode: 'backed_out', resolutionNote: 'The new disk was not found' });

  await open(page, key, 'The mail queue runs full');
  await page.getByText(`${first}, which was to mend it, was backed out`).first().waitFor();
  expect((await problemNow(key)).status).toBe('fix_in_progress');
  await page.getByRole('button', { name: 'Raise a change' }).first().click();
  await (await dialogue(page, 'Raise a change')).getByRole('button', { name: 'Raise it' }).click();
  await page.getByRole('heading', { name: /^Mend/, level: 1 }).waitFor();
  const second = page.url().split('/').at(-1) ?? '';
  expect(second).not.toBe(first);
  await plan(second, inHours(300), inHours(301));
  await go(second, 'assess');
  await go(second, 'authorise');
  await approveAndBegin(second);
  await go(second, 'review', { resolutionCode: 'successful' });

  await open(page, key, 'The mail queue runs full');
  await page.getByRole('button', { name: 'Resolve', exact: false }).first().click();
  const resolving = await dialogue(page, /^Resolve/);
  await resolving.getByRole('textbox', { name: 'What was done' }).fill('The queue has a larger disk');
  await resolving.getByRole('button', { name: /^Resolve/ }).click();
  await page.getByRole('button', { name: 'Tell and resolve the incidents' }).click();
  const telling = await dialogue(page, 'Tell and resolve the incidents');
  await telling.getByRole('textbox', { name: 'Message' }).fill('Mails arrive at once again.');
  await fits(page);
  await telling.getByRole('button', { name: 'Tell and resolve' }).click();
  await told(page, '2 incidents were told and resolved');
  for (const one of incidents)
    expect(await read<TicketView>(`/tickets/${one.key}`)).toMatchObject({ statusCategory: 'resolved' });
  // That of the next step, which says why; until it has come there is another one below, which opens no dialogue.
  await page.getByRole('button', { name: 'Review', exact: true }).and(page.locator('[title]')).click();
  const reviewing = await dialogue(page, 'Review');
  await reviewing.getByRole('button', { name: 'Save the review' }).click();
  await expect.poll(async () => (await problemNow(key)).status, { timeout: 30_000 }).toBe('closed');
  for (const width of [768, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await fits(page);
  }
  expect(faults).toEqual([]);
});
