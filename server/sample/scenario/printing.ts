import { answer, handOver, hold, note, reply, resolve } from './moves.ts';
import type { Scenario } from './types.ts';

export const printing: Scenario = {
  key: 'printing',
  kind: 'incident',
  weight: 9,
  category: ['Printing', 'Print queue'],
  service: 'Printing',
  impact: 3,
  urgency: 2,
  tags: ['printer'],
  cases: [
    {
      title: [
        'Nothing comes out of the {printer}',
        '{printer}: jobs stay in the queue',
        'Cannot print to the {printer}',
      ],
      body: [
        'the {printer} has stopped printing. My documents show up in the queue and stay there as "Printing", but nothing comes out. I have turned it off and on again, and {colleague} has the same problem.',
        'since about {time} nothing prints on the {printer}. The display says Ready. There are now eleven jobs in the queue and I cannot delete them.',
      ],
      call: '{first} rang: nothing prints on the {printer} since this morning. Queue fills up, display says Ready, power cycle did not help. {colleague} is affected as well.',
      moves: [
        reply(
          'thanks for letting us know. I can see the queue on {server}: one job at the front is damaged and holds up all the others. I am clearing it now, please do not send anything for five minutes.',
        ),
        note(
          'Spooler on {server} hung on a 214 MB PDF from {pc}. Stopped the spooler, emptied the spool folder, started it again. Test page came out.',
          { minutes: [10, 25] },
        ),
        resolve(
          'fixed',
          'the {printer} prints again. The jobs that were waiting are gone, so please send the ones you still need once more. If the big PDF is needed on paper, "Print as image" in the print dialogue gets it through.',
          {
            note: 'Cleared the blocked print queue on {server}; one oversized PDF had jammed it.',
            cause: 'A damaged print job blocked the queue',
            minutes: [5, 10],
          },
        ),
      ],
      relapse: {
        says: 'it printed for a while, and now it has stopped again, same as before.',
        moves: [
          note('Same queue, another PDF from the same plan set. The class driver cannot cope with layered drawings.', {
            minutes: [5, 10],
          }),
          resolve(
            'fixed',
            'sorry about that. This time I changed the driver of the {printer} to the manufacturer’s own, which copes with layered drawings. I printed the whole plan set as a test and it came through.',
            {
              note: 'Replaced the class driver with the vendor’s PCL6 driver; printed the whole set.',
              cause: 'Class driver fails on layered PDFs',
              minutes: [20, 35],
            },
          ),
        ],
      },
    },
    {
      title: ['{printer} offline for everybody', 'Printer offline: {printer}'],
      body: [
        'nobody can reach the {printer}. On every computer it shows as offline. The printer itself is on and I can make copies at the glass.',
        'our {printer} says "offline" on all screens since the cleaners were in. Copying works.',
      ],
      call: 'Call from {first}: {printer} offline on every computer, copies still work at the glass.',
      impact: 2,
      slots: { address: ['10.20.4.31', '10.18.2.44', '10.31.7.12'] },
      moves: [
        reply(
          'copies but no prints usually means that the printer has lost the network. Could you look at the back and tell me whether a small light blinks where the network cable goes in?',
        ),
        answer(['no light at all.', 'there is no light, and the cable looks a bit loose to be honest.']),
        reply('that is it, then. Please push the cable in until it clicks, at the printer and at the wall socket.', {
          after: [3, 15],
        }),
        answer('clicked it in at the wall, the light is green now.', { after: [3, 25] }),
        resolve(
          'user_guided',
          'perfect, I can see it on the network again and a test page is on its way to the tray. I have also reserved its address, so that it comes back by itself after a power cut.',
          {
            note: 'Patch lead was loose at the wall outlet. Reserved {address} for the printer in DHCP.',
            cause: 'Loose network cable',
            minutes: [10, 20],
          },
        ),
      ],
    },
    {
      title: ['Label printing stopped at {site}', 'Labels come out blank at {site}'],
      body: [
        'the label printer feeds labels but they are blank. We changed the roll an hour ago. Drivers are waiting.',
        'labels come out empty since the new roll went in. We are writing them by hand at the moment, please help quickly.',
      ],
      call: '{first} on the phone, labels blank since the roll was changed, they are writing by hand. Drivers are queueing.',
      impact: 2,
      urgency: 1,
      moves: [
        reply(
          'on it. Please open the lid and scratch the outside of the roll with a fingernail: does it leave a dark mark?',
          { after: [2, 12] },
        ),
        answer('no mark on the outside, but there is one on the inside.', { after: [3, 15] }),
        resolve(
          'user_guided',
          'then the roll is wound the wrong way for this printer: the heat-sensitive side must face up. Turn the roll round and press the feed button twice. There are two sorts in your stockroom, the right one ends in -OUT.',
          {
            after: [2, 15],
            note: 'Thermal roll with the coating inside was loaded. Turned round by the client; told them which sort to order.',
            cause: 'Wrong label stock',
            minutes: [8, 15],
          },
        ),
      ],
    },
    {
      title: ['Scan to e-mail does not arrive from the {otherPrinter}', 'Scanner: scans never reach my inbox'],
      body: [
        'when I scan to my e-mail from the {otherPrinter} it says "sent", but nothing arrives, not in junk either. It worked last week.',
        'scan to mail on the {otherPrinter} is broken. {colleague} tried as well. We need signed pages for a client today.',
      ],
      moves: [
        reply(
          'thank you, I am looking at the mail log. As a way round for today: on the display choose "Scan to folder", then Scans; the folder is on your desktop.',
          { minutes: [5, 10] },
        ),
        note('SMTP AUTH from the device fails with 535 since the 3rd: the password of the scan account expired.', {
          minutes: [10, 20],
        }),
        handOver(
          'cloud',
          'Scan account needs to move to the relay connector, so that no password can expire any more.',
        ),
        reply(
          'we are moving your scanner to a better way of sending that has no password to expire. I will test it with a page to myself, then to you.',
          { after: [30, 180] },
        ),
        answer('the test page is here, thank you!', { after: [5, 60] }),
        resolve('fixed', 'great, then all scanners at {client} now use the new way. Nothing changes in how you scan.', {
          note: 'Created an inbound connector for the site’s address, pointed both devices to it, removed the scan account’s licence.',
          cause: 'Password of the scan account had expired',
          minutes: [30, 55],
        }),
      ],
    },
    {
      title: ['Toner for the {printer}', '{printer} asks for cyan toner'],
      body: [
        'the {printer} says "replace cyan soon" and there is no spare in the cupboard. Could you order one?',
        'we are out of toner for the {printer}, prints are getting pale.',
      ],
      urgency: 3,
      moves: [
        reply(
          'ordered: one cyan and one black for the {printer}. They come with the courier, usually the next working day before noon.',
          { minutes: [5, 10] },
        ),
        hold('vendor', 'the supplier confirms dispatch for today. I will close this once you have it in your hands.', {
          after: [20, 120],
          days: [1, 2],
        }),
        answer(['toner is here and it is in. Colours look right again.', 'arrived this morning, thanks.'], {
          after: [60, 500],
        }),
        resolve(
          'fixed',
          'good to hear. I have set the printer to tell us at 15 per cent from now on, so the next one arrives before you notice.',
          {
            note: 'Cyan and black delivered. Turned on supply alerts at 15 %.',
            minutes: [5, 10],
          },
        ),
      ],
    },
  ],
};
