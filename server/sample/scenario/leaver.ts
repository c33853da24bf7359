import { answer, hold, note, reply, resolve } from './moves.ts';
import type { Scenario } from './types.ts';

const NAMES = [
  'Patrick Embley',
  'Sonia Marchetti',
  'Vincent Okoro',
  'Tracey Lomas',
  'Yusuf Demir',
  'Wendy Carmichael',
  'Ralph Ostrander',
  'Zoe Hallam',
  'Bruno Keller',
  'Carol Ng-Reid',
];

export const leaver: Scenario = {
  key: 'leaver',
  kind: 'request',
  weight: 3,
  category: ['Access', 'Leaver'],
  service: 'Identity and access',
  impact: 3,
  urgency: 2,
  tags: ['offboarding'],
  checklist: 'Leaver',
  cases: [
    {
      title: ['Leaver: {gone}', '{gone} leaves us {when}'],
      slots: { gone: NAMES, when: ['on Friday', 'at the end of the month', 'today at five'] },
      body: [
        '{gone} leaves {when}. Please close the account, and let mail go to {colleague} for three months.',
        '{gone}’s last day is {when}. I need the files and the mailbox; the phone number goes back to the pool.',
      ],
      moves: [
        reply(
          'noted, and thank you for telling us early. When exactly is the last hour, and do laptop and phone come back to your office or to us?',
        ),
        answer(['17:00 that day. Devices come to my desk.', 'at noon. Laptop stays here, the phone is private.']),
        hold('scheduled', 'the closing is set for that hour. Until then nothing changes for {gone}.', { days: [1, 3] }),
        note(
          'Sign-in blocked on the minute, sessions revoked, mailbox shared with {colleague}, files moved to {first}’s OneDrive, licence back.',
          { minutes: [20, 30], after: [2, 20] },
        ),
        resolve(
          'fulfilled',
          'done: sign-in is closed, mail goes to {colleague} until three months from now, and the files are in your OneDrive under "From {gone}".',
          {
            note: 'Leaver checklist complete. Reminder to delete the mailbox in three months.',
            minutes: [10, 15],
          },
        ),
      ],
    },
    {
      title: ['Please lock {gone}’s account at once', 'Urgent: block {gone} now'],
      slots: { gone: NAMES },
      weight: 0.35,
      body: [
        'we have parted ways with {gone} this morning. Please lock everything immediately and confirm. Discretion, please.',
        'please block {gone} from everything right now, we are in the meeting. Call me when it is done.',
      ],
      urgency: 1,
      moves: [
        note('Called {first} back on {phone} before doing anything. Confirmed.', { after: [1, 6], minutes: [5, 5] }),
        reply(
          'done as we spoke: sign-in, mail on the phone, VPN and {app} are locked, all sessions are ended. Nothing is deleted. Tell me when it suits you what should happen to mailbox and files.',
          { after: [2, 10], minutes: [10, 20] },
        ),
        answer(
          [
            'thank you for being so quick. Mailbox to me, files can stay until Monday.',
            'thanks. Please keep everything as it is until our lawyer has looked.',
          ],
          { after: [60, 700] },
        ),
        resolve('fulfilled', 'mailbox and files are kept as you wish..', {
          note: 'Emergency offboarding, confirmed by call back. Litigation hold set.',
          minutes: [15, 20],
        }),
      ],
    },
  ],
};
