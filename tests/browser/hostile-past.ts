import { sendDueMail } from '#server/channels/mail-out/index.ts';
import { must } from '../isolation/sweep/world.ts';
import { htmlOf, openSink } from '../mail-sink.ts';
import { moveClock } from '../visitor.ts';
import { sidewaysFindings } from './accessible.ts';
import { announceTricks, plantDoors, tellTricks } from './hostile-doors.ts';
import type { Stage } from './hostile-stage.ts';
import { lookRound, type Seen, type Watchers, walkPast } from './hostile-watch.ts';
import type { Workspace } from './workspace.ts';

/** What one looks for in lists that offer things while one types. */
const TYPED = ['pwn', 'img src', 'script', 'svg onload', 'javascript', 'evil.example', 'Zname', 'constructor'];

/**
 * Writes so many tricks through each door that the stage leaves out, walks past all of them as staff, as somebody of the client and as a
 * stranger, and opens every mail that went out. Answers what they saw.
 */
export async function passDoors(workspace: Workspace, stage: Stage, as: Watchers, most: number): Promise<Seen[]> {
  const { desk, origin } = workspace;
  const sink = await openSink();
  await must(stage.owner, 'PUT', '/mail/sending', {
    ...{ active: true, host: '127.0.0.1', port: sink.port, security: 'none', username: '', version: 0 },
    ...{ fromName: '"><img src=x onerror=pwn(0)>', fromAddress: 'desk@harbour.example' },
  });
  const [staff, contact, stranger] = [await as.staff(), await as.contact(), await as.stranger()];
  await must(stage.owner, 'PUT', '/settings/satisfaction.asking', {
    level: 'provider',
    value: { active: true, byMail: true, everyDays: 0, changeDays: 14 },
  });
  for await (const batch of announceTricks(stage, most)) {
    await walkPast(staff.page, staff.seen, batch.staff);
    // What was read half a minute ago is not asked for anew within the app.
    await contact.page.reload();
    await walkPast(contact.page, contact.seen, batch.contact);
  }
  const doors = await plantDoors(workspace, stage, most);
  await walkPast(staff.page, staff.seen, doors.staff);
  await walkPast(contact.page, contact.seen, doors.contact);

  // A name without a gap is cut, however narrow the page.
  await contact.page.setViewportSize({ width: 390, height: 844 });
  await contact.page.goto(`${origin}/portal`);
  await walkPast(contact.page, contact.seen, [['/portal', 'Zrated']]);
  for (const wide of await sidewaysFindings(contact.page)) contact.seen.dangers.push(wide);

  await tellTricks(stage, staff.id, most);
  await walkPast(staff.page, staff.seen, [
    ['/account/notifications', 'Ztold'],
    ['/queue?assigneeId=me', 'Ztold'],
  ]);
  for (const text of TYPED.slice(0, most)) {
    await staff.page.keyboard.press('Control+k');
    const palette = staff.page.getByRole('dialog');
    await palette.getByPlaceholder(/^A ticket, client, person/).fill(text);
    await palette.locator('[aria-busy=true]').waitFor({ state: 'detached' });
    await palette.getByRole('option').first().waitFor();
    await lookRound(staff.page, staff.seen, `palette ${text}`);
    await staff.page.keyboard.press('Escape');
    await palette.waitFor({ state: 'detached' });
  }
  for (const text of TYPED.slice(0, most)) {
    await contact.page.goto(`${origin}/portal/raise`);
    await contact.page.getByLabel('In a few words').fill(`${text} `);
    const colleagues = contact.page.getByLabel('Colleagues who are told as well').first();
    await colleagues.fill(text);
    await contact.page.waitForLoadState('networkidle');
    await lookRound(contact.page, contact.seen, `raise ${text}`);
    await contact.page.goto(`${origin}/portal/knowledge`);
    await contact.page.getByRole('searchbox').or(contact.page.getByLabel('What do you want to do?')).first().fill(text);
    await contact.page.waitForLoadState('networkidle');
    await lookRound(contact.page, contact.seen, `knowledge ${text}`);
  }
  await stranger.page.goto(origin + doors.rateLink);
  await stranger.page.getByText('Zrated').first().waitFor();
  await lookRound(stranger.page, stranger.seen, 'rate');

  // A minute goes by in which what was written could still be taken back.
  moveClock(desk, 2);
  while ((await sendDueMail(desk.services)) > 0);
  moveClock(desk, 0);
  const mails = sink.mails.map(htmlOf).filter((html) => html !== undefined);
  if (mails.length === 0) throw new Error('No mail went out');
  // A mail reader has no policy of ours: it is opened on a page without one.
  await stranger.page.goto('about:blank');
  for (const [i, html] of mails.entries()) {
    await stranger.page.setContent(html);
    await lookRound(stranger.page, stranger.seen, `mail ${i}`);
    // A link of a mail opens where its reader says.
    stranger.seen.dangers = stranger.seen.dangers.filter((danger) => !/^mail \d+: tells: /.test(danger));
  }
  return [staff.seen, contact.seen, stranger.seen];
}
