import { answer, handOver, hold, note, reply, resolve } from './moves.ts';
import type { Scenario } from './types.ts';

export const tills: Scenario = {
  key: 'tills',
  kind: 'incident',
  weight: 16,
  category: ['Hardware', 'Point of sale'],
  service: 'Line-of-business application',
  impact: 2,
  urgency: 1,
  tags: ['till'],
  fits: ({ industry }) => industry === 'retail' || industry === 'hotel',
  cases: [
    {
      title: ['Card terminal declines every card', 'No card payments at {site}'],
      body: [
        'the card terminal says "no connection" for every card. Cash only at the moment, and there is a queue.',
        'card payments fail at {site} since {time}. {colleague} has restarted the terminal twice.',
      ],
      call: '{first} at {site}: card terminal without connection, cash only, queue in front of the desk.',
      moves: [
        reply(
          'on it. Please pull the network cable of the terminal, wait until it shows the mobile symbol, and try a small amount: it can work over its own SIM.',
          { after: [1, 8] },
        ),
        answer(['works over mobile. Slower, but it works!', 'mobile symbol is there and the payment went through.'], {
          after: [3, 20],
        }),
        note(
          'Terminal network had no address left: 25 guests’ devices in the wrong network since the cabling of last week. Port moved back, lease range cleaned.',
          { minutes: [20, 30] },
        ),
        resolve(
          'fixed',
          'please plug the cable in again: the terminal has its own network back and payments go through at full speed. Guests’ devices had used up its addresses.',
          {
            note: 'Switch port back in the payment network.',
            cause: 'Guest network patched into the payment network',
            minutes: [10, 15],
          },
        ),
      ],
    },
    {
      title: ['Receipt printer prints gibberish', 'Till receipts unreadable'],
      body: [
        'receipts come out as lines of strange characters since this morning.',
        'our receipt printer at the front prints nonsense. Customers laugh.',
      ],
      moves: [
        reply(
          'please hold the feed button while you switch it on; it prints a test page. What does the line "Emulation" say?',
          { after: [2, 12] },
        ),
        answer(['"Emulation: Star". The other till says "ESC/POS".', 'Star Line. Is that wrong?'], { after: [4, 25] }),
        resolve(
          'user_guided',
          'that is it. Switch 3 at the bottom to ON, off and on again, and it speaks the language of {app}. You were quicker than I could have been on site.',
          {
            after: [2, 15],
            note: 'Printer emulation set to ESC/POS by the client on the phone.',
            cause: 'Printer had been reset to its factory emulation',
            minutes: [10, 15],
          },
        ),
      ],
    },
    {
      title: ['Touch screen of till 2 does not react', 'Till 2 frozen'],
      body: [
        'the touch screen of till 2 reacts in the upper half only. We use till 1 for everything.',
        'till 2 does not react to touch in one corner, just where "Total" is.',
      ],
      urgency: 2,
      moves: [
        reply(
          'annoying place for a dead spot. I calibrate it from here; please do not touch the screen for two minutes.',
        ),
        note('Calibration does not help, lower third dead. Digitiser. Spare screen in stock.', { minutes: [10, 15] }),
        handOver('field', 'Swap the touch screen of till 2 at {client}, {site}. Part is on the shelf, number TS-14.'),
        hold('scheduled', 'we come with a new screen before you open. It takes twenty minutes.', { days: [1, 2] }),
        resolve('fixed', 'new screen is in and calibrated; {colleague} has rung up the first sale with it.', {
          note: 'Touch screen replaced.',
          cause: 'Digitiser worn out',
          minutes: [40, 60],
        }),
      ],
    },
  ],
};
