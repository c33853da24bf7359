import { answer, handOver, hold, note, reply, resolve } from './moves.ts';
import type { Scenario } from './types.ts';

export const internet: Scenario = {
  key: 'internet',
  kind: 'incident',
  weight: 5,
  category: ['Network', 'Internet link'],
  service: 'Network and Wi-Fi',
  impact: 2,
  urgency: 2,
  tags: ['internet'],
  cases: [
    {
      title: ['Internet very slow at {site}', 'Everything online is slow today'],
      body: [
        'internet is very slow at {site} today, video calls are impossible.',
        'pages load like twenty years ago. All of us, cable and Wi-Fi.',
      ],
      call: '{first}: internet slow for everybody at {site}, calls break up.',
      moves: [
        reply('I see your line at 98 per cent upload. Something sends a lot; looking for what.', { after: [3, 20] }),
        note('{otherPc} uploads 40 GB of photos to a private cloud since 08:10. Limited it to 2 Mbit/s.', {
          minutes: [10, 15],
        }),
        reply(
          'one computer was uploading a very large number of photos and took the whole line. I slowed it down without stopping it. Better?',
        ),
        answer(['much better, thank you.', 'back to normal, and we know who it was …']),
        resolve(
          'fixed',
          'good. I have given calls the right of way on your firewall, so that this cannot happen to them again.',
          {
            note: 'Traffic shaping: calls first, bulk uploads limited.',
            cause: 'Large upload filled the line',
            minutes: [10, 20],
          },
        ),
      ],
    },
    {
      title: ['One website does not open: {website}', '{website} unreachable from the office'],
      slots: {
        website: ['the portal of the tax office', 'our supplier’s order page', 'the tender portal', 'the bank'],
      },
      impact: 3,
      body: [
        '{website} does not open from the office. With my phone’s internet it works.',
        'I cannot reach {website}: "the connection was reset". {colleague} neither.',
      ],
      moves: [
        reply(
          'thank you for the test with the phone, it tells me that it is our side. What is the address, exactly as in the bar at the top?',
        ),
        answer(
          [
            'copied it into this mail: https://portal.haverford.example/login',
            'https://orders.northwind-freight.example',
          ],
          { after: [4, 60] },
        ),
        handOver(
          'network',
          'Web filter on {firewall} resets that address, category "newly registered". Please have it reviewed.',
        ),
        resolve(
          'fixed',
          'our web filter took the new address of that site for a fake, because it is only two weeks old. I checked it, and it opens now.',
          {
            note: 'Reviewed and allowed the address in the web filter.',
            cause: 'Web filter blocked a new address',
            minutes: [10, 15],
          },
        ),
      ],
    },
    {
      title: ['Short drops of the internet every evening', 'Connection drops at about {time}'],
      body: [
        'every day at about the same time we are offline for a minute or two.',
        'short interruptions again today. It is not long, but each time the call is gone.',
      ],
      moves: [
        reply(
          'I have switched on a log that measures your line every second. Please go on as usual; I look at it tomorrow.',
        ),
        hold(
          'evidence',
          'the log needs a day or two before I can show the carrier something that they cannot argue away.',
          { days: [1, 2] },
        ),
        note('Drops of 70 s, carrier side renews the session. Sent log and graph to {carrier}, ticket there is open.', {
          minutes: [20, 30],
        }),
        hold(
          'vendor',
          '{carrier} has accepted the fault with our log. They exchange the box in the cellar the day after tomorrow between eight and ten.',
          { days: [2, 3] },
        ),
        resolve('vendor_fixed', 'the box is new and the line has not dropped for a day. Thank you for your patience.', {
          note: 'Carrier replaced its modem; no drops for 24 h.',
          cause: 'Faulty modem of the carrier',
          minutes: [10, 15],
        }),
      ],
    },
  ],
};
