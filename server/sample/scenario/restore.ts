import { answer, handOver, note, reply, resolve } from './moves.ts';
import type { Scenario } from './types.ts';

export const restore: Scenario = {
  key: 'restore',
  kind: 'incident',
  weight: 5,
  category: ['Files', 'Restore'],
  service: 'Backup',
  impact: 3,
  urgency: 2,
  tags: ['restore'],
  cases: [
    {
      title: ['Folder “{folder}” has disappeared', 'Deleted by mistake: {folder}', 'Please restore “{folder}”'],
      slots: {
        folder: ['Price lists', 'Drawings rev C', 'Insurance', 'Job 4471', 'Photos site visit', 'Board minutes'],
      },
      body: [
        'the folder "{folder}" is gone from the shared drive. It was there {day}. Nobody here admits to anything.',
        'I think I dragged "{folder}" somewhere with the mouse and now it is nowhere. Can you get it back?',
      ],
      call: '{first}: folder "{folder}" gone from the shared drive, last seen {day}.',
      moves: [
        reply(
          'most such folders are not deleted but dropped into the one beside it. I am looking for it now, and if it is really gone we take it from last night’s backup.',
          { after: [4, 40] },
        ),
        note(
          'Found by name inside a neighbouring folder, moved at {time} by {colleague}’s account. No harm meant. Moved back.',
          { minutes: [10, 15] },
        ),
        resolve(
          'fixed',
          'found: it had slipped into the folder next to it. It is back where it was, with everything in it.',
          {
            note: 'Accidental move, moved back.',
            cause: 'Dragged by accident',
            minutes: [5, 10],
          },
        ),
      ],
    },
    {
      title: ['Overwrote the wrong spreadsheet', 'I need yesterday’s version of {file}'],
      slots: { file: ['Budget 2027.xlsx', 'Roster.xlsx', 'Pricing master.xlsx', 'Stocktake.xlsx', 'Cashflow.xlsx'] },
      body: [
        'I saved over {file} and now a week of work by {colleague} is gone. Please tell me that you can bring it back.',
        'could you bring back {file} as it was yesterday at about {time}? I deleted a sheet and saved.',
      ],
      urgency: 1,
      moves: [
        reply(
          'breathe: it is all there. {file} keeps its versions. In the browser: right click, Version history, and choose the one from before. Shall I do it with you?',
          { after: [3, 20] },
        ),
        answer(['found it, restored it, you saved my day.', 'please do it with me, I do not dare.'], {
          after: [4, 60],
        }),
        resolve(
          'user_guided',
          'we looked at the older version together and restored that one; today’s is kept beside it as a copy, in case something in it is worth saving.',
          {
            note: 'Version history, restored with the user.',
            cause: 'Overwritten by the user',
            minutes: [10, 20],
          },
        ),
      ],
    },
    {
      title: ['Mails from {month} are missing', 'Whole mail folder gone: “{box}”'],
      slots: { month: ['March', 'June', 'last spring'], box: ['Customers', 'Warranty', 'Projects'] },
      body: [
        'I cannot find any mail from {month} in my folder "{box}". There were hundreds.',
        'my mail folder "{box}" has vanished with everything in it.',
      ],
      moves: [
        reply('thank you. When did you see it last, roughly? And do you use Outlook on a phone or tablet as well?'),
        answer(['last week I think. And yes, on the iPad.', 'on {day}. My daughter plays with the iPad sometimes …']),
        handOver(
          'cloud',
          'Mail folder of {first} gone, probably deleted on the tablet. Recoverable items first, then the backup.',
        ),
        note(
          '1 204 items in recoverable items, deleted from a mobile client. Restored into the same folder structure.',
          { minutes: [20, 30] },
        ),
        resolve(
          'fixed',
          'all 1 204 mails are back in "{box}". They were deleted from the tablet, probably with one long press. I have kept a second copy in our backup for a year.',
          {
            note: 'Restored from recoverable items; deleted from a mobile device.',
            cause: 'Deleted on a tablet',
            minutes: [10, 15],
          },
        ),
      ],
    },
  ],
};
