import pg from 'pg';
import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import type { TicketView } from '#shared/ticket.ts';
import { SCRIPTS, WORDS } from '../attack/scripts.ts';
import { must } from '../isolation/sweep/world.ts';
import { hire } from '../people.ts';
import { openWorkspace } from './workspace.ts';

/** Everything that people write is hostile here; in a real browser nothing of it may run, load or tell where it is. */
const { desk, enter, origin } = await openWorkspace();
const olive = await hire(desk, { name: WORDS.slice(0, 60) });
const post = async (url: string, body: object) => (await must(olive, 'POST', url, body)).id;
const site = { name: WORDS, address: WORDS };
const client = await post('/clients', { name: `Zmark ${WORDS}`, code: 'ACME', timeZone: 'UTC', notes: WORDS });
await post(`/clients/${client}/sites`, site);
const contact = await post('/contacts', {
  clientId: client,
  name: `Zperson ${WORDS}`,
  title: WORDS,
  phone: '"><img src=x onerror=pwn()>',
  notes: WORDS,
  vip: true,
});
const team = await post('/teams', { name: `Zteam ${WORDS}`, description: WORDS });
await post('/services', { name: `Zservice ${WORDS}`, description: WORDS, teamId: team });
await post('/categories', { name: `Zcategory ${WORDS}` });
await post('/custom-fields', { key: 'asset', type: 'text', label: WORDS, kinds: ['incident'], help: WORDS });
await post('/canned-replies', {
  name: `Zreply ${WORDS}`,
  body: SCRIPTS.filter((one) => !one.includes('{{')).join(''),
  folder: WORDS,
  shared: true,
});
await post('/client-groups', { name: `Zgroup ${WORDS}`, description: WORDS });
await post('/views', { name: `Zview ${WORDS}`, filter: {}, shared: true });
const ticket = await must<TicketView>(olive, 'POST', '/tickets', {
  kind: 'incident',
  clientId: client,
  requesterId: contact,
  title: `Zticket ${WORDS}`,
  description: SCRIPTS.join('\n'),
  tags: ['"><img src=x onerror=pwn()>'],
  custom: { asset: WORDS },
  checklist: [WORDS],
});
for (const [index, script] of SCRIPTS.entries())
  await must(olive, 'POST', `/tickets/${ticket.key}/messages`, {
    visibility: index % 2 ? 'internal' : 'public',
    body: `<p>Zmessage ${index}</p>${script}`,
  });
await must(olive, 'POST', `/tickets/${ticket.key}/time`, { minutes: 5, note: WORDS });
await must(olive, 'POST', `/tickets/${ticket.key}/assign`, { teamId: team, reason: WORDS });

const admin = new pg.Client({ connectionString: desk.adminUrl });
await admin.connect();
afterAll(() => admin.end());

type Watched = { page: Page; faults: string[]; seen: { dialogs: string[]; refused: string[]; asked: string[] } };

/** A page on which it shows when something runs, when the policy had to stop something, and whom it asks. */
async function watched(): Promise<Watched> {
  const { page, faults } = await enter({ name: 'Olive Owner' });
  const seen: Watched['seen'] = { dialogs: [], refused: [], asked: [] };
  page.on('dialog', (dialog) => {
    seen.dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  page.on('console', (line) => {
    if (/content security policy/i.test(line.text())) seen.refused.push(line.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(origin) && !/^(data|blob):/.test(request.url())) seen.asked.push(request.url());
  });
  await page.addInitScript(() => {
    Object.assign(window, { pwned: 0, pwn: () => Object.assign(window, { pwned: 1 }) });
  });
  return { page, faults, seen };
}

const pwned = (page: Page) => page.evaluate(() => (window as unknown as { pwned: number }).pwned);

/** What of the page’s own making would run or lead somewhere it should not. */
const dangers = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('.f-text *, .f-text')].flatMap((node) => [
      ...(/^(script|iframe|object|embed|form|style|link|meta|base|svg|math|template)$/i.test(node.tagName)
        ? [node.tagName]
        : []),
      ...[...node.attributes]
        .filter(
          ({ name, value }) => /^on|^style$|^srcdoc$/.test(name) || /^\s*(javascript|data|vbscript):/i.test(value),
        )
        .map(({ name }) => name),
      ...(node.tagName === 'A' && !/noopener/.test(node.getAttribute('rel') ?? '') ? ['a link that tells'] : []),
    ]),
  );

const PAGES: readonly [address: string, mark: RegExp][] = [
  [`/tickets/${ticket.key}`, /Zmessage 60/],
  ['/queue', /Zticket/],
  ['/board', /Zticket/],
  ['/triage', /Zticket/],
  ['/clients', /Zmark/],
  [`/clients/${client}`, /Zmark/],
  ['/client-groups', /Zgroup/],
  ['/contacts', /Zperson/],
  [`/contacts/${contact}`, /Zperson/],
  ['/teams', /Zteam/],
  ['/people', /img src=x/],
  ['/settings/categories', /Zcategory/],
  ['/settings/services', /Zservice/],
  ['/settings/custom-fields', /onerror/],
  ['/settings/canned-replies', /Zreply/],
];

test('what is written is shown as text, on every page: nothing runs, nothing is loaded, nothing had to be stopped', async () => {
  const { page, seen } = await watched();
  for (const [address, mark] of PAGES) {
    await page.goto(`${origin}${address}`);
    await page.getByText(mark).first().waitFor({ state: 'attached' });
    expect([address, await pwned(page), await dangers(page)]).toEqual([address, 0, []]);
  }
  expect(seen).toEqual({ dialogs: [], refused: [], asked: [] });
}, 300_000);

test('and were it in the database uncleaned, the page would clean it', async () => {
  await admin.query('update fettle.messages set body_html = body_html || $1', [SCRIPTS.join('\n')]);
  await admin.query('update fettle.tickets set description = $1', [SCRIPTS.join('\n')]);
  const { page, faults, seen } = await watched();
  await page.goto(`${origin}/tickets/${ticket.key}`);
  await page
    .getByText(/Zmessage 60/)
    .first()
    .waitFor({ timeout: 60_000 });
  expect([await pwned(page), await dangers(page)]).toEqual([0, []]);
  expect(seen.dialogs).toEqual([]);
  expect(seen.asked).toEqual([]);
  // What the page takes apart to clean it, the browser complains of although it never becomes part of the page.
  faults.length = 0;
}, 300_000);
