import { answer, hold, reply, resolve } from './moves.ts';
import type { Scenario } from './types.ts';

export const screens: Scenario = {
  key: 'screens',
  kind: 'incident',
  weight: 4,
  category: ['Hardware', 'Screen and dock'],
  service: 'Managed desktop',
  impact: 3,
  urgency: 2,
  device: true,
  cases: [
    {
      title: ['Second screen black since this morning', 'Only one of my two screens works'],
      body: [
        'my right-hand screen says "no signal" since this morning. The left one works.',
        'one of my two screens stays black. I have swapped the cables at the back without success.',
      ],
      call: '{first}: one of two screens "no signal", cables swapped already.',
      moves: [
        reply(
          'thank you for trying the cables. Please pull the power plug of the docking station for half a minute, all of it, and plug it in again. Docks sometimes need a proper rest.',
          { after: [4, 35] },
        ),
        answer(['both screens are back. That simple?', 'it worked!'], { after: [5, 90] }),
        resolve(
          'user_guided',
          'that simple. I have also put its newest firmware on, which forgets screens less often.',
          {
            note: 'Power cycle of the dock, firmware update.',
            cause: 'Dock had hung',
            minutes: [5, 10],
          },
        ),
      ],
    },
    {
      title: ['Screen flickers at the desk, not at home', 'Monitor goes black for a second every few minutes'],
      body: [
        'my screen goes black for a second, all day long. At home with the same laptop it never does.',
        'the monitor flickers whenever somebody uses the lift, or so it seems.',
      ],
      moves: [
        reply('that smells of a cable. Is it the thin black one that came with the screen?'),
        answer(['yes, quite thin, and about three metres.', 'thin one, and it has a kink.']),
        hold('vendor', 'I have sent you a better and shorter one; it should be in your pigeonhole tomorrow.', {
          days: [1, 2],
        }),
        answer(['new cable, no flicker all day. Thank you.', 'changed it yesterday, quiet since.'], {
          after: [60, 500],
        }),
        resolve('fixed', 'wonderful.', {
          note: 'Replaced the display cable.',
          cause: 'Damaged cable',
          minutes: [5, 10],
        }),
      ],
    },
    {
      title: ['Everything is tiny on the new monitor', 'Blurry text on the big screen'],
      body: [
        'since I have the new monitor the text is either tiny or blurry. I get headaches.',
        'letters look washed out on my new screen, in {app} most of all.',
      ],
      urgency: 3,
      moves: [
        reply('that is about scaling: {app} is older than screens like yours. May I connect and set it up with you?'),
        answer(['please do.', 'yes, after two o’clock.']),
        resolve(
          'user_guided',
          'we set the screen to 150 % and told {app} to let Windows do the enlarging. You said it is crisp now; if your eyes still get tired, we try another size.',
          {
            note: 'Display scaling 150 %, compatibility setting for high DPI on the application.',
            minutes: [10, 15],
          },
        ),
      ],
    },
  ],
};
