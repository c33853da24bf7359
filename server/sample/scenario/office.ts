import { answer, note, reply, resolve } from './moves.ts';
import type { Scenario } from './types.ts';

export const office: Scenario = {
  key: 'office',
  kind: 'incident',
  weight: 5,
  category: ['Software', 'Office'],
  service: 'Managed desktop',
  impact: 3,
  urgency: 2,
  device: true,
  cases: [
    {
      title: ['Word and Excel say “unlicensed product”', 'Office is read-only: unlicensed'],
      body: [
        'Word has a red bar "unlicensed product" and I can only read. {colleague} can work.',
        'all my Office programs say that the subscription has ended. It has not, surely?',
      ],
      call: '{first}: Office read-only, "unlicensed product". Others are fine.',
      urgency: 1,
      moves: [
        reply(
          'your licence is there, I can see it. Please click on your picture at the top right of Word: which account does it show?',
          { after: [3, 25] },
        ),
        answer(['it shows my private hotmail address!', 'the picture shows the address of our old company name.'], {
          after: [4, 60],
        }),
        resolve(
          'user_guided',
          'that is it: Office looked for the licence in the wrong account. You signed out of that one and in with {email}, and the bar is gone. You may add the private one in OneDrive, just not in Word.',
          {
            note: 'Wrong account active in Office; signed in with the work account.',
            cause: 'Private account active in Office',
            minutes: [5, 15],
          },
        ),
      ],
    },
    {
      title: ['Excel file takes minutes to open', '{file} freezes Excel'],
      slots: { file: ['the stock list', 'the big forecast', 'the roster', 'the job costing sheet'] },
      body: [
        '{file} takes five minutes to open and freezes when I filter. It is only 8 MB.',
        'Excel hangs with {file}. It has grown over the years.',
      ],
      moves: [
        reply('could you tell me where {file} lives, so that I can open a copy?'),
        answer(['team folder, Finance, it is called like that.', 'on the shared drive under Planning.'], {
          after: [10, 150],
        }),
        note(
          '1.04 million formatted empty rows, 38,000 conditional formats, links to a server that is gone since 2023.',
          { minutes: [15, 25] },
        ),
        resolve(
          'fixed',
          'my copy opens in four seconds: it carried a million empty but formatted rows and looked for a server that was switched off years ago. Please compare the totals; if they match, I put it in place of the old one and keep the old one beside it.',
          {
            note: 'Cleaned formats, broke dead links, compared totals.',
            cause: 'Overgrown workbook with dead links',
            minutes: [20, 30],
          },
        ),
      ],
    },
    {
      title: ['Macro blocked: “Microsoft has blocked macros”', 'Excel macro does not run any more'],
      body: [
        'our order form does nothing any more, there is a red bar "Microsoft has blocked macros from running".',
        'the button in our spreadsheet is dead since the update. We have used it for ten years.',
      ],
      moves: [
        reply(
          'macros from mail and the internet are blocked everywhere now, because that is how most break-ins begin. Where does the file come from, and who wrote it?',
        ),
        answer(
          [
            '{colleague} wrote it, it lies on the team drive.',
            'we built it ourselves long ago, it came by mail to the new colleague.',
          ],
          { after: [10, 120] },
        ),
        note(
          'Read the macro: 60 lines, harmless. Signed it with the client’s certificate and put it into the trusted library.',
          { minutes: [20, 30] },
        ),
        resolve(
          'fixed',
          'I have read the macro, signed it, and put it into the library "Trusted forms". Opened from there the button works. Please do not send it by mail, send the link.',
          {
            note: 'Macro reviewed, signed, moved to a trusted library.',
            cause: 'Macro from an untrusted place',
            minutes: [5, 10],
          },
        ),
      ],
    },
    {
      title: ['Spell checker speaks {language}', 'Word thinks I write {language}'],
      slots: { language: ['American', 'Portuguese', 'Dutch'] },
      body: [
        'Word underlines everything in red, it believes that I write {language}.',
        'how do I make Word check in Australian English? It keeps going back to {language}.',
      ],
      urgency: 3,
      moves: [
        resolve(
          'user_guided',
          'in Word: mark everything (Ctrl + A), Review, Language, Set proofing language, choose yours, "Set as default". In Outlook it is a setting of its own, which I have set for you from here. It should stay now.',
          {
            after: [20, 180],
            note: 'Proofing language set in Word and Outlook.',
            minutes: [5, 10],
          },
        ),
      ],
    },
  ],
};
