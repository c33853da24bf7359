import { answer, approval, hold, reply, resolve } from './moves.ts';
import type { Scenario } from './types.ts';

const FOLDERS = [
  'Tenders',
  'Contracts',
  'Payroll',
  'Board papers',
  'Marketing',
  'Suppliers',
  'Projects 2026',
  'Safety',
];

export const permissions: Scenario = {
  key: 'permissions',
  kind: 'request',
  weight: 6,
  category: ['Access', 'Permissions'],
  service: 'Identity and access',
  impact: 3,
  urgency: 2,
  cases: [
    {
      title: ['Access to the folder “{folder}”', 'I need access to {folder}'],
      slots: { folder: FOLDERS },
      body: [
        'I have taken over from {colleague} and need access to the folder "{folder}", please.',
        'could I get into "{folder}"? It says that I do not have permission. I am to prepare the meeting on {day}.',
      ],
      call: '{first} needs access to "{folder}", has taken over from {colleague}.',
      moves: [
        approval('{requester} asks for access to "{folder}". May they read it, or change things as well?'),
        answer(['read and change, please.', 'read only.', 'yes, change as well, but not the subfolder Archive.'], {
          by: 'manager',
          after: [15, 500],
        }),
        resolve(
          'fulfilled',
          'you have access to "{folder}" as {manager} approved. It shows up after you sign out of Windows and in again.',
          {
            note: 'Added to the group of the folder as approved.',
            minutes: [5, 15],
          },
        ),
      ],
    },
    {
      title: ['Please give {colleagueFull} my mailbox while I am away', 'Holiday cover for my mailbox'],
      body: [
        'I am away for three weeks from Monday. {colleagueFull} should be able to read and answer my mail in that time.',
        'could {colleague} look after my inbox while I am on leave? Send on behalf is enough.',
      ],
      moves: [
        reply(
          'with pleasure. Your mailbox is yours, so your word is enough. From Monday, and until the day you are back?',
        ),
        answer(['yes, exactly.', 'Monday to the Friday three weeks later.']),
        resolve(
          'fulfilled',
          '{colleague} sees your mailbox below their own from Monday morning, and it goes away by itself on your first day back. Enjoy your leave!',
          {
            note: 'Delegated with start and end.',
            minutes: [10, 15],
          },
        ),
      ],
    },
    {
      title: ['Shared mailbox “{box}@{domain}”', 'New shared mailbox for {box}'],
      slots: { box: ['jobs', 'events', 'claims', 'warranty', 'returns', 'safety'] },
      body: [
        'please set up {box}@{domain} as a shared mailbox for {colleague} and me.',
        'we would like an address {box}@{domain} that the three of us can read and answer from.',
      ],
      urgency: 3,
      moves: [
        reply(
          'good idea, that keeps it out of private inboxes. Should answers go out as {box}@{domain} or in your own name, and shall I keep a copy of what is sent in the shared mailbox?',
        ),
        answer(['as {box}@, and yes to the copy.', 'in the name of {box}, copy please.']),
        resolve(
          'fulfilled',
          '{box}@{domain} is ready and appears in your Outlook within the hour. I sent a first message to it and answered it as a test.',
          {
            note: 'Shared mailbox, send as, sent items copy, automapping.',
            minutes: [10, 20],
          },
        ),
      ],
    },
    {
      title: ['Change of name: I got married', 'My surname has changed'],
      slots: { surname: ['Hollis', 'Marsh', 'Kavanagh', 'Petersen', 'Santos'] },
      weight: 0.4,
      body: [
        'I am {first} {surname} from now on. Could you change my name everywhere, and keep the old address working?',
        'my surname is now {surname}. Payroll has the papers.',
      ],
      urgency: 3,
      moves: [
        reply(
          'congratulations! I change the name tonight, so that you sign in with the new one tomorrow. The old address goes on receiving for good. Is {first}.{surname} right, all small letters?',
        ),
        answer(['perfect, thank you.', 'yes please.']),
        hold(
          'scheduled',
          'it is set for tonight. Tomorrow morning please sign in with the new address and the same password.',
          { days: [1, 1] },
        ),
        resolve(
          'fulfilled',
          'done, and your signature, directory entry and {app} follow. If you find your old name anywhere, tell me.',
          {
            note: 'Renamed account, old address kept as alias.',
            minutes: [20, 30],
          },
        ),
      ],
    },
  ],
};
