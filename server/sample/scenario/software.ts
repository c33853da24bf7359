import { answer, approval, hold, note, reply, resolve } from './moves.ts';
import type { Scenario } from './types.ts';

export const software: Scenario = {
  key: 'software',
  kind: 'request',
  weight: 6,
  category: ['Software', 'Installation'],
  service: 'Managed desktop',
  impact: 3,
  urgency: 3,
  device: true,
  cases: [
    {
      title: ['Please install {what} on {pc}', '{what} for my computer'],
      slots: { what: ['Adobe Acrobat Pro', 'Microsoft Visio', 'Microsoft Project', 'Bluebeam Revu', 'Camtasia'] },
      body: [
        'I need {what} for a project that starts next week. Could you install it on {pc}?',
        'could I have {what}, please? {colleague} has it and I would like to stop borrowing their computer.',
      ],
      moves: [
        reply('happy to. {what} needs a licence that is paid by the month, so I ask {managerFull} first.'),
        approval(
          '{requester} would like {what} on {pc}. It is a monthly licence on your next invoice, cancelled whenever you say. Is that all right?',
        ),
        answer(
          [
            'yes, approved.',
            'approved for six months.',
            'OK, but please take back the unused one that {colleague} still has.',
          ],
          { by: 'manager', after: [30, 700] },
        ),
        note('Licence bought and assigned, package pushed.', { minutes: [10, 15] }),
        resolve(
          'fulfilled',
          '{what} is on {pc}; you find it in the Start menu. It asks for your work address at the first start, not for a password.',
          {
            note: 'Licence assigned, deployed through device management.',
            minutes: [10, 15],
          },
        ),
      ],
    },
    {
      title: ['Can I have {what}?', 'Install {what} please'],
      slots: { what: ['7-Zip', 'Notepad++', 'VLC', 'Firefox', 'a PDF merger', 'Zoom'] },
      body: [
        'I would need {what} but Windows asks for an administrator.',
        'could somebody put {what} on {pc}? A supplier sends files that I cannot open without it.',
      ],
      call: '{first} would like {what} on {pc}.',
      moves: [
        resolve(
          'fulfilled',
          '{what} is free and on our list, so it is already on its way to {pc}. By the way: the app "Company portal" in your Start menu has it and thirty others, no ticket needed.',
          {
            after: [15, 120],
            note: 'Assigned from the catalogue; showed the self-service portal.',
            minutes: [5, 10],
          },
        ),
      ],
    },
    {
      title: ['I would like {what} on my work computer', 'Browser extension {what}'],
      slots: {
        what: [
          'a free coupon extension',
          'a screen recorder from the internet',
          'an AI note taker',
          'a private cloud drive',
        ],
      },
      body: ['is it possible to get {what}? A friend recommends it.', 'could you allow {what}? It would save me time.'],
      weight: 0.6,
      moves: [
        reply(
          'I have looked at {what}: it reads everything on the pages that you open, and stores it abroad. For {client}’s sake I would rather not. What do you need it for? There may be something better.',
        ),
        answer([
          'mostly to remember what was said in meetings.',
          'I wanted to record a short how-to for the team.',
          'to share big files with a customer.',
        ]),
        resolve(
          'alternative_provided',
          'then you have what you need already, with your data staying at home: Teams writes minutes and records, and OneDrive shares files of any size with a link that ends. I have put a one-page guide for both into your OneDrive.',
          {
            note: 'Declined on data protection grounds, alternative shown.',
            minutes: [15, 20],
          },
        ),
      ],
    },
    {
      title: ['Upgrade {app} to the new version', '{app}: when do we get the new version?'],
      body: [
        'the vendor of {app} has a new version with the export that we need. Can you plan the upgrade?',
        '{app} nags about an update every morning. Will you do that for us?',
      ],
      weight: 0.7,
      moves: [
        reply(
          'I have read their notes: it changes the database, so it wants an evening, a backup before, and somebody of you to test after. Would one of the next two Thursdays from 18:00 suit?',
        ),
        answer(['this Thursday is fine, {colleague} will test.', 'next Thursday please, this week is month end.'], {
          after: [60, 900],
        }),
        hold(
          'scheduled',
          'booked. {app} is not available from 18:00 to about 20:30 that evening; I write when it is back.',
          { days: [2, 5] },
        ),
        note('Snapshot 18:02, upgrade 40 min, report templates migrated, tested with {colleague} until 19:50.', {
          minutes: [90, 130],
          after: [5, 60],
        }),
        resolve(
          'fulfilled',
          'the new {app} is in and {colleague} has tested posting, printing and the export. The way back stays open until Monday.',
          {
            note: 'Upgraded in the window, snapshot removed after the weekend.',
            minutes: [15, 20],
          },
        ),
      ],
    },
  ],
};
