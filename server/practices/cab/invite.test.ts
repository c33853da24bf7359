import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { sendDueMail } from '#server/channels/mail-out/index.ts';
import type { MailSendingView } from '#shared/mail.ts';
import { inHours, openChanges } from '#tests/change-desk.ts';
import { headerOf, openSink, type Received } from '#tests/mail-sink.ts';
import { hire } from '#tests/people.ts';
import { inviteBoards } from './index.ts';

const { desk, olga, max, mia, acme } = await openChanges();
const nora = await hire(desk, { name: 'Nora Narrow', role: 'technician', clientIds: [acme] });
await desk.run(async (ctx) => {
  await ctx.tx.updateTable('clients').set({ kind: 'internal' }).where('id', '=', acme).execute();
});
const sink = await openSink();
const team = (await olga.call('POST', '/teams', { name: 'Change board', members: membersOf(max, mia) })).body as {
  id: string;
  version: number;
};
const terms = {
  ...{ name: 'Weekly; board', teamId: team.id, quorum: 1, timeZone: 'Europe/London', minutes: 15, itemMinutes: 5 },
  ...{ place: 'Room 4', recurrence: null },
};
const { id: board } = (await olga.call('POST', '/cab-boards', terms)).body as { id: string };
const plan = async (startsAt: string) =>
  ((await max.call('POST', `/cab-boards/${board}/meetings`, { startsAt })).body as { id: string }).id;
const save = async (id: string, body: object) => {
  const { version } = (await max.call('GET', `/cab-meetings/${id}`)).body as { version: number };
  expect((await max.call('PATCH', `/cab-meetings/${id}`, { version, ...body })).status).toBe(200);
};

function membersOf(...people: { id: string }[]) {
  return people.map(({ id }) => ({ staffId: id, lead: false }));
}

async function setUpMail() {
  const { version } = (await olga.call('GET', '/mail/sending')).body as MailSendingView;
  const server = { host: '127.0.0.1', port: sink.port, security: 'none', username: '' };
  const body = { ...server, active: true, fromName: 'Harbour IT', fromAddress: 'desk@harbour.example', version };
  expect((await olga.call('PUT', '/mail/sending', body)).status).toBe(200);
}

/** What calendars were told since: to whom, how, and what a program reads in it. */
async function told() {
  sink.mails.length = 0;
  await inviteBoards(desk.services);
  await inviteBoards(desk.services);
  await sendDueMail(desk.services);
  return sink.mails.map(readInvitation).sort((one, two) => one.to.localeCompare(two.to));
}

function readInvitation(mail: Received) {
  const [, type = '', head = '', body = ''] =
    /\r\ncontent-type: (text\/calendar[^\r]*(?:\r\n[ \t][^\r]*)*)([\s\S]*?)\r\n\r\n([\s\S]*?)\r\n--/i.exec(mail.raw) ??
    [];
  const text = /base64/i.test(head) ? Buffer.from(body, 'base64').toString() : unquoted(body);
  const calendar = new ICAL.Component(ICAL.parse(text) as object[]);
  const found = calendar.getFirstSubcomponent('vevent');
  if (!found) throw new Error('There is no event in it');
  const event = new ICAL.Event(found);
  return {
    to: headerOf(mail, 'To') ?? '',
    type: type.replace(/\s+/g, ' '),
    method: calendar.getFirstPropertyValue('method'),
    subject: headerOf(mail, 'Subject'),
    organizer: event.organizer,
    attendees: event.attendees.length,
    ...{
      uid: event.uid,
      sequence: event.sequence,
      summary: event.summary,
      place: event.location,
      description: event.description,
    },
    start: event.startDate.toJSDate().toISOString(),
    status: found.getFirstPropertyValue('status'),
    raw: mail.raw,
  };
}
const unquoted = (body: string) =>
  Buffer.from(
    body.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString();

test('whoever is on a board is invited once, told of what moves and is called off, and let go when they leave', async () => {
  const startsAt = `${inHours(50).slice(0, 19)}.000Z`;
  const id = await plan(startsAt);
  expect(await told()).toEqual([]);
  await setUpMail();
  const first = await told();
  expect(first.map(({ to }) => to.split(' <')[0])).toEqual(['Max Manager', 'Mia Manager']);
  for (const one of first)
    expect(one).toMatchObject({
      ...{ method: 'REQUEST', uid: `cab-${id}@fettle`, sequence: 0, start: startsAt, status: 'CONFIRMED' },
      ...{ subject: 'Weekly; board', summary: 'Weekly; board', place: 'Room 4', attendees: 2 },
      ...{ type: expect.stringMatching(/method=REQUEST/), organizer: 'mailto:desk@harbour.example' },
      raw: expect.stringMatching(/multipart\/alternative[\s\S]*filename="?invite\.ics/),
    });
  expect(await told()).toEqual([]);

  const later = `${inHours(52).slice(0, 19)}.000Z`;
  await save(id, { startsAt: later });
  const moved = await told();
  expect(moved).toHaveLength(2);
  for (const one of moved)
    expect(one).toMatchObject({ method: 'REQUEST', uid: `cab-${id}@fettle`, sequence: 1, start: later });

  // Nora works for one client alone, and is on the board all the same; Mia leaves it.
  const { items } = (await olga.call('GET', '/teams')).body as { items: { id: string; version: number }[] };
  const version = items.find(({ id: one }) => one === team.id)?.version;
  const changed = await olga.call('PATCH', `/teams/${team.id}`, { version, members: membersOf(max, nora) });
  expect(changed.status, changed.text).toBe(204);
  expect(await told()).toMatchObject([
    {
      to: expect.stringContaining('Mia'),
      method: 'CANCEL',
      status: 'CANCELLED',
      uid: `cab-${id}@fettle`,
      attendees: 1,
      description: expect.stringContaining('You are not on this board any more'),
    },
    { to: expect.stringContaining('Nora'), method: 'REQUEST', sequence: 1 },
  ]);

  await save(id, { cancelled: true });
  expect(await told()).toMatchObject([
    {
      to: expect.stringContaining('Max'),
      method: 'CANCEL',
      sequence: 2,
      subject: 'Cancelled: Weekly; board',
      description: expect.stringContaining('Weekly; board is called off:'),
    },
    { to: expect.stringContaining('Nora'), method: 'CANCEL', sequence: 2 },
  ]);
  expect(await told()).toEqual([]);
});

test('two processes at once invite nobody twice', async () => {
  await plan(inHours(70));
  sink.mails.length = 0;
  await Promise.all([1, 2, 3, 4].map(() => inviteBoards(desk.services)));
  await sendDueMail(desk.services);
  expect(sink.mails).toHaveLength(2);
});
