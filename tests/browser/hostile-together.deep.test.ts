import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { END, MARKUP } from '../attack/markup.ts';
import { passDoors } from './hostile-past.ts';
import { plantMarkup, type Shown } from './hostile-stage.ts';
import { lookAt, NOTHING, walkPast, watchers } from './hostile-watch.ts';
import { openWorkspace } from './workspace.ts';

/** Everything that people write is hostile here; in a real browser nothing of it may run, load or tell where it is. */
const workspace = await openWorkspace();
const { desk, origin } = workspace;
const stage = await plantMarkup(workspace, 12);
const as = watchers(workspace, stage);

const admin = new pg.Client({ connectionString: desk.adminUrl });
await admin.connect();
afterAll(() => admin.end());

test('there are more than 300 tricks, and no two are the same', () => {
  expect(new Set(MARKUP.map(({ html }) => html.replace(/\d+/g, ''))).size).toBeGreaterThan(300);
});

test('staff see as text what came by mail, by the portal, in articles, names and files: nothing runs, loads or had to be stopped', async () => {
  const { page, seen } = await as.staff();
  await walkPast(page, seen, stage.staff);
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog');
  await palette.getByPlaceholder(/^A ticket, client, person/).fill('pwn');
  await palette
    .getByText(/img src=x|Zarticle|Zada/)
    .first()
    .waitFor();
  await page.emulateMedia({ media: 'print' });
  await lookAt(page, seen, new URL(page.url()).pathname, 'pwn');
  // A document that would run something is saved, and never opened.
  for (const file of stage.files) {
    const saved = page.waitForEvent('download');
    await page.goto(origin + file).catch(() => {});
    await (await saved).cancel();
  }
  expect(seen).toEqual(NOTHING);
});

test('and so do people of clients, and whoever is not signed in', async () => {
  const { page, seen } = await as.contact();
  await walkPast(page, seen, stage.contact);
  const stranger = await as.stranger();
  await walkPast(stranger.page, stranger.seen, stage.anybody);
  expect({ seen, heard: stranger.seen }).toEqual({ seen: NOTHING, heard: NOTHING });
});

test('nor do announcements, ratings, orders, votes, templates, names, tags, lists and mails run or load anything', async () => {
  expect(await passDoors(workspace, stage, as, 1)).toEqual([NOTHING, NOTHING, NOTHING]);
});

const RAW = `<p>Zraw</p>${MARKUP.filter(({ html }) => !/plaintext|\0|\p{Cs}/u.test(html))
  .map(({ html }) => html)
  .join(END)}`;

const PLANTED =
  '<p>Zplanted</p><img src=x onerror=pwn(1)><img src=x onerror="alert(1)"><img src=http://evil.example/1>';

test('were it in the database uncleaned, the page would clean it; and were it not to, it would be noticed here', async () => {
  const [[ticket], [article]] = [stage.staff[0] as Shown, stage.anybody.at(-1) as Shown];
  const last = (address: string) => address.split('/').at(-1);
  await admin.query('update fettle.tickets set description = $1 where key = $2', [RAW, last(ticket)]);
  await admin.query('update fettle.article_versions set body_html = $1 where article_id = $2', [RAW, last(article)]);
  const [staff, reader] = [await as.staff(), await as.contact()];
  await walkPast(staff.page, staff.seen, [[ticket, 'Zraw']]);
  await walkPast(reader.page, reader.seen, [[article, 'Zraw']]);
  // What the page takes apart to clean it, the browser complains of although it never becomes part of the page.
  for (const { seen, faults } of [staff, reader]) seen.stopped.length = faults.length = 0;
  expect([staff.seen, reader.seen]).toEqual([NOTHING, NOTHING]);

  await admin.query('update fettle.tickets set description = $1 where key = $2', [PLANTED, last(ticket)]);
  const unguarded = await as.staff({ unguarded: true });
  for (const { page, faults } of [staff, unguarded]) {
    // Without it nothing can be cleaned, and what came is shown as it came.
    await page.addInitScript(() => Reflect.deleteProperty(DOMImplementation.prototype, 'createHTMLDocument'));
    await page.goto(origin + ticket);
    await page.getByText('Zplanted').first().waitFor({ state: 'attached' });
    await page.waitForLoadState('networkidle');
    // What ran or was stopped is told a little later.
    const told = page === staff.page ? staff.seen.stopped : unguarded.seen.ran;
    await expect.poll(() => told.length, { timeout: 20_000 }).toBeGreaterThan(0);
    await page.close();
    faults.length = 0;
  }
  expect(staff.seen).toMatchObject({ stopped: expect.arrayContaining([expect.stringContaining('script-src-attr')]) });
  expect(staff.seen.asked).toContain('http://evil.example/1');
  expect(unguarded.seen).toMatchObject({
    ...{ dialogs: expect.arrayContaining(['1']), ran: expect.arrayContaining(['1']) },
    asked: expect.arrayContaining(['http://evil.example/1']),
  });
});
