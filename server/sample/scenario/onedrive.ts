import { answer, handOver, note, reply, resolve } from './moves.ts';
import type { Scenario } from './types.ts';

export const onedrive: Scenario = {
  key: 'onedrive',
  kind: 'incident',
  weight: 5,
  category: ['Files', 'SharePoint and OneDrive'],
  service: 'File storage',
  impact: 3,
  urgency: 2,
  device: true,
  tags: ['files'],
  cases: [
    {
      title: ['OneDrive does not sync any more', 'Red cross on the OneDrive cloud'],
      body: [
        'the little cloud has a red cross and my files have not synced since {day}. I worked on {pc} and the new version is not on my tablet.',
        'OneDrive says "sync is paused, 3 files cannot be synced". I do not see which.',
      ],
      call: '{first}: OneDrive on {pc} with red cross since {day}, afraid of losing work.',
      moves: [
        reply(
          'nothing is lost, your work is on {pc}. Please click on the cloud and tell me the first line that it shows in red.',
        ),
        answer(
          [
            '"The file name is too long".',
            'it says "A file with the same name already exists": Offer final FINAL (3).docx',
            '"You don’t have permission to sync this library".',
          ],
          { after: [5, 60] },
        ),
        note(
          'Path of 412 characters, five folders deep with the full project name in each. Shortened two of them with {first}.',
          { minutes: [15, 20] },
        ),
        resolve(
          'fixed',
          'two folder names together were longer than OneDrive can carry. We shortened them on the phone and everything is up in the cloud. Rule of thumb: the whole path should fit into one line of a mail.',
          {
            note: 'Shortened the path; sync complete, no conflicts.',
            cause: 'Path longer than 400 characters',
            minutes: [5, 10],
          },
        ),
      ],
    },
    {
      title: ['Two versions of {file}, both wrong', 'Conflict copies in our team folder'],
      slots: { file: ['the price list', 'the roster', 'the tender', 'the stock count', 'the project plan'] },
      body: [
        '{colleague} and I worked on {file} at the same time and now there are two, one with "-{otherPc}" at the end. Which one counts?',
        'we have copies with computer names in the file name all over the team folder. Where do they come from?',
      ],
      moves: [
        reply(
          'OneDrive makes such a copy when two people save the same file at the same time in old programs, so that nothing is lost. Shall I put the two together for you, or would you like to see how Word does it by itself?',
        ),
        answer([
          'please show me, this happens every week.',
          'put them together this once, and tell us how to avoid it.',
        ]),
        note(
          'Compared both with "Compare documents", 14 differences, merged with {first} watching. AutoSave had been off since an add-in was installed. On again for the team.',
          { minutes: [25, 35] },
        ),
        resolve(
          'user_guided',
          'the two are one again. AutoSave is switched on for all of you: from now on you see each other’s cursor in the file and nobody overwrites anybody.',
          {
            note: 'Merged conflict copies; AutoSave enabled by policy.',
            cause: 'AutoSave was switched off',
            minutes: [5, 10],
          },
        ),
      ],
    },
    {
      title: ['Shared link does not open for a customer', 'Customer cannot open the folder that I shared'],
      body: [
        'I shared a folder with a customer but she gets "you do not have access". She needs the drawings today.',
        'my link to a supplier says "this organisation does not allow sharing". It used to work.',
      ],
      urgency: 1,
      moves: [
        reply(
          'sharing with people outside is limited to links that name the person. May I have her address, and for how long should she see it?',
          { after: [4, 30] },
        ),
        answer([
          'planning@brightfield-homes.example, until the end of the month.',
          'k.osei@marlow-fabrication.example, two weeks are enough.',
        ]),
        resolve(
          'fixed',
          'she has just received a mail with a link that is good for her address only and ends on the date that you said. She confirms with a code from her mailbox, no account needed.',
          {
            note: 'External share to a named address with an end date.',
            cause: 'Anonymous links are off by policy',
            minutes: [10, 15],
          },
        ),
      ],
    },
    {
      title: ['Team site gone: “{team}”', '“{team}” does not open any more'],
      slots: { team: ['Projects', 'Health and safety', 'Sales', 'Intranet', 'Quality'] },
      body: [
        'the site "{team}" shows "page not found" for all of us since today.',
        'our SharePoint "{team}" has disappeared. {colleague} says somebody was tidying up.',
      ],
      impact: 2,
      moves: [
        reply('deleted sites rest in a bin for 93 days, so do not worry. I am looking.', { after: [3, 25] }),
        handOver('cloud', 'Site "{team}" at {client} deleted; please restore, then find out by whom.'),
        note(
          'Expired group: nobody renewed it after three reminders to {managerFull}, who was on leave. Restored group and site, 31 GB.',
          { minutes: [20, 30] },
        ),
        resolve(
          'fixed',
          '"{team}" is back with everything in it. It had not been deleted by anybody: unused groups end after a year unless the owner clicks "renew", and the reminders went to an empty desk. There are two owners now.',
          {
            note: 'Restored the expired group; added a second owner.',
            cause: 'Group expired without renewal',
            minutes: [10, 15],
          },
        ),
      ],
    },
  ],
};
