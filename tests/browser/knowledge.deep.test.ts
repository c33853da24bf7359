import { expect, test } from 'vitest';
import { createClient } from '#server/business/client/index.ts';
import { createTicket, transitionTicket } from '#server/desk/ticket/index.ts';
import { createArticle, publishArticle, viewArticle } from '#server/practices/knowledge/index.ts';
import { SCRIPTS } from '#tests/attack/scripts.ts';
import { DOT } from '#tests/upload.ts';
import { expectAccessible } from './accessible.ts';
import { dialogue, focused, press, tabTo, told } from './keyboard.ts';
import { openWorkspace } from './workspace.ts';

const { desk, enter, origin } = await openWorkspace();
const acme = await desk.run((ctx) => createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' }));

test('an article is written and sent by keyboard, published, rewritten, and its versions compared', async () => {
  const { page } = await enter({ name: 'Tom Tech', role: 'technician' });
  await press(page, 'g', 'k');
  await page.getByRole('heading', { name: 'Knowledge' }).waitFor();
  await tabTo(page, page.getByRole('link', { name: 'New article' }).first());
  await press(page, 'Enter');
  await focused(page.getByLabel('Title'));
  await page.locator('.ProseMirror').waitFor();
  await press(page, '"Printer shows offline"', 'Tab', '"Restart the spooler."');
  await page.locator('.f-editor-tools').getByRole('button', { name: 'Picture', exact: true }).waitFor();
  await page.setInputFiles('input[type=file]', { name: 'spooler.png', mimeType: 'image/png', buffer: DOT });
  await page.locator('.ProseMirror img').click();
  await page.getByRole('button', { name: 'Describe the picture' }).click();
  await focused(page.getByLabel('What it shows'));
  await press(page, '"A spooler"', 'Enter');
  await page.locator('.ProseMirror img[alt="A spooler"]').waitFor();
  // A table that is pasted stays one.
  await page.locator('.ProseMirror p').first().click();
  await press(page, 'End');
  await page.locator('.ProseMirror').evaluate((field) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData(
      'text/html',
      '<table><thead><tr><th>Model<th>Tray</tr></thead><tr><td><p>W1</p><td>2</tr></table>',
    );
    clipboardData.setData('text/plain', 'Model Tray');
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await page.locator('.ProseMirror td', { hasText: 'W1' }).waitFor();
  await expectAccessible(page);
  await press(page, 'Control+Enter');
  await page.getByRole('button', { name: 'Send for review' }).click();
  await told(page, 'Sent for review');
  const at = page.url().slice(origin.length);
  await page.getByRole('img', { name: 'A spooler' }).waitFor();
  expect(await page.locator('article').getByRole('cell').allInnerTexts()).toEqual(['W1', '2']);
  const { complete } = await page.locator('article img').evaluate(async (img: HTMLImageElement) => {
    await img.decode();
    return { complete: img.naturalWidth > 0 };
  });
  expect(complete).toBe(true);
  await page.getByRole('button', { name: 'Take back from review' }).waitFor();
  await expectAccessible(page);

  const { page: owner } = await enter({ name: 'Olive Owner', at });
  await owner.getByRole('button', { name: 'Publish…' }).click();
  await dialogue(owner, 'Publish');
  await press(owner, '"First of all"', 'Control+Enter');
  await told(owner, 'Published for: Staff only');
  await press(owner, 'e');
  await owner.getByLabel('Title').waitFor();
  await owner.locator('.ProseMirror p').first().click();
  await press(owner, 'Home', '"First: "', 'Control+Enter');
  await owner.getByText('In force, version 1').waitFor();
  await press(owner, 'v');
  await owner.locator('.f-diff ins', { hasText: 'First:' }).waitFor();
  await owner.getByText('First of all').waitFor();
  await expectAccessible(owner);

  await owner.goto(`${origin}/knowledge?q=pritner`);
  await owner.getByRole('row', { name: /Printer shows offline/ }).waitFor();
  expect(await owner.locator('.f-mark').first().textContent()).toBe('Printer');
  await press(owner, 'j', 'o');
  await owner.getByRole('heading', { name: 'Printer shows offline' }).waitFor();

  await press(owner, 'g', 'q', 'Control+k');
  await dialogue(owner, 'Search or do anything');
  await press(owner, '"pritner shows"');
  await owner.getByRole('option', { name: /Printer shows offline/ }).click();
  await owner.getByRole('heading', { name: 'Printer shows offline' }).waitFor();
});

test('on a ticket the article that may help is answered with, flagged, and another written from the resolution', async () => {
  const { key } = await desk.run(async (ctx) => {
    const body = '<p>Pull the plug.</p>';
    const id = await createArticle(ctx, { title: 'Scanner offline', body, visibility: 'all' });
    await publishArticle(ctx, id, { version: (await viewArticle(ctx, id)).version });
    const inner = await createArticle(ctx, { title: 'Scanner offline, for staff', body: '<h2>Way in</h2>' });
    await publishArticle(ctx, inner, { version: (await viewArticle(ctx, inner)).version });
    return createTicket(ctx, { kind: 'incident', clientId: acme, title: 'Scanner offline on floor two' });
  });
  const { page } = await enter({ name: 'Tom Tech', role: 'technician', at: `/tickets/${key}` });
  // That there are some is seen without looking.
  await page.getByRole('tab', { name: /^Related\s*[1-9]/ }).click();
  const articles = page.getByRole('region', { name: 'Articles' });
  await articles.getByText('May help: shares “scanner”, “offline”').first().waitFor();
  await expectAccessible(page);
  // What staff alone may read is no answer, and goes out as one only when somebody says so twice.
  await articles.getByRole('button', { name: 'What to do with the article Scanner offline, for staff' }).click();
  expect(await page.getByRole('menuitem', { name: /^Answer/ }).count()).toBe(0);
  await page.getByRole('menuitem', { name: 'Put into an internal note' }).click();
  await page.locator('.f-composer[data-note] strong', { hasText: 'Way in' }).waitFor();
  await page.getByText('Reply', { exact: true }).click();
  await page.getByText('Text of an article that the client may not read').waitFor();
  await page.locator('.f-composer [role=textbox]').focus();
  await press(page, 'Control+Enter');
  await page.getByText('Not sent yet').waitFor();
  await press(page, 'Control+a', 'Delete');
  const menu = articles.getByRole('button', { name: 'What to do with the article Scanner offline', exact: true });
  await menu.click();
  await page.getByRole('menuitem', { name: 'Answer with a link to it' }).click();
  await page.locator('.f-composer a', { hasText: 'Scanner offline' }).waitFor();
  expect(await articles.getByText('Answered with it').count()).toBe(0);
  await press(page, 'Control+Enter');
  await told(page, `Reply sent on ${key}`);
  await articles.getByText('Answered with it').waitFor();
  await menu.click();
  await page.getByRole('menuitem', { name: 'Flag as outdated…' }).click();
  await dialogue(page, 'Flag as outdated');
  await press(page, '"It has another plug"', 'Control+Enter');
  await told(page, 'Flagged “Scanner offline”');
  await articles.getByText('Flagged', { exact: true }).waitFor();
  await desk.run(async (ctx) => {
    await transitionTicket(ctx, key, {
      to: 'resolved',
      resolutionCode: 'fixed',
      resolutionNote: 'Pulled the other plug',
    });
  });
  await page.reload();
  await page.getByRole('tab', { name: 'Related' }).click();
  await articles.getByRole('button', { name: 'Make an article from this resolution' }).click();
  await page.locator('.ProseMirror', { hasText: 'Pulled the other plug' }).waitFor();
  await page.goto(`${origin}/knowledge?show=flagged`);
  await page.getByRole('row', { name: /Scanner offline/ }).click();
  await page.getByText('It has another plug').waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Seen to' }).click();
  await expect.poll(() => page.getByText('It has another plug').count()).toBe(0);
});

test('nothing of what is put into an article runs, is loaded from elsewhere, or opens a dialogue', async () => {
  const id = await desk.run(async (ctx) => {
    const made = await createArticle(ctx, {
      title: SCRIPTS[0] ?? '',
      body: `<p>begins</p>${SCRIPTS.join('')}<p>ends</p>`,
    });
    await publishArticle(ctx, made, { version: (await viewArticle(ctx, made)).version, note: SCRIPTS[4] ?? '' });
    return made;
  });
  const { page } = await enter({ name: 'Olive Owner' });
  const dialogues: string[] = [];
  const outside: string[] = [];
  page.on('dialog', (opened) => {
    dialogues.push(opened.message());
    void opened.dismiss();
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(origin) && !/^(data|blob):/.test(request.url())) outside.push(request.url());
  });
  for (const path of [`/knowledge/${id}`, `/knowledge/${id}/edit`, `/knowledge/${id}/versions`, '/knowledge']) {
    await page.goto(origin + path);
    await page.locator('h1').first().waitFor();
    await page
      .getByText(path.endsWith('/knowledge') ? 'pwn()' : path.endsWith('versions') ? 'pwn' : 'begins')
      .first()
      .waitFor();
  }
  expect([dialogues, outside]).toEqual([[], []]);
});
