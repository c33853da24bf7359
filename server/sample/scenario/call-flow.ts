import { answer, hold, reply, resolve } from './moves.ts';
import type { Scenario } from './types.ts';

export const callFlow: Scenario = {
  key: 'call-flow',
  kind: 'request',
  weight: 3,
  category: ['Telephony', 'Call flow'],
  service: 'Telephony',
  impact: 3,
  urgency: 3,
  tags: ['phones'],
  cases: [
    {
      title: ['New greeting for the main number', 'Change our phone announcement'],
      body: [
        'please change the announcement on our main number: we close at 16:00 on Fridays from next month.',
        'our phone greeting still mentions the old opening hours. How do we change that?',
      ],
      moves: [
        reply(
          'with pleasure. Would you like to speak it yourself (any phone will do), or shall our friendly machine read it? Please send the text in any case.',
        ),
        answer(
          [
            '{colleague} has the nicest voice, she recorded it. Attached.',
            'machine is fine. Text: "You have reached {client}. We are open Monday to Thursday until five, Fridays until four."',
          ],
          { after: [30, 900] },
        ),
        resolve(
          'fulfilled',
          'the new greeting is active. Please call your own number once and tell me if something sounds wrong.',
          {
            note: 'New announcement uploaded to the call flow.',
            minutes: [10, 15],
          },
        ),
      ],
    },
    {
      title: ['Divert calls to {colleague} while I am away', 'Phone cover during my leave'],
      body: [
        'from Monday I am away for two weeks. Could my number ring at {colleagueFull}’s desk?',
        'please divert my extension to {colleague} until I am back.',
      ],
      moves: [
        resolve(
          'fulfilled',
          'done for those dates, and it goes back by itself. If {colleague} does not pick up after six rings it goes to the reception instead of your voicemail, so that nobody waits two weeks for an answer.',
          {
            after: [20, 180],
            note: 'Timed diversion with overflow to reception.',
            minutes: [5, 10],
          },
        ),
      ],
    },
    {
      title: ['New phone number for {team}', 'We need another number'],
      slots: { team: ['the workshop', 'accounts', 'the night shift', 'our second office', 'the events team'] },
      body: [
        'could {team} get a number of their own that rings at three phones at once?',
        'we would like a separate number for {team}, with a machine after five.',
      ],
      moves: [
        reply(
          'certainly. A number costs a few dollars a month. Which three phones, in what order or all at once, and what should callers hear after hours?',
        ),
        answer(
          [
            'all at once, and the normal machine.',
            'first {colleague}, then the other two. Same text as the main number.',
          ],
          { after: [30, 600] },
        ),
        hold('vendor', 'number ordered from the carrier; it usually takes two working days.', { days: [1, 3] }),
        resolve(
          'fulfilled',
          'the number is live and rings as you wished. I have added it to the directory and to the signature template.',
          {
            note: 'Number ordered, hunt group made, tested in and out of hours.',
            minutes: [20, 30],
          },
        ),
      ],
    },
  ],
};
