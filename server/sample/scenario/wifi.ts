import { answer, handOver, hold, note, reply, resolve } from './moves.ts';
import type { Scenario } from './types.ts';

export const wifi: Scenario = {
  key: 'wifi',
  kind: 'incident',
  weight: 6,
  category: ['Network', 'Wi-Fi'],
  service: 'Network and Wi-Fi',
  impact: 2,
  urgency: 2,
  tags: ['wifi'],
  cases: [
    {
      title: ['Wi-Fi drops in {meetingRoom}', 'No stable Wi-Fi in {meetingRoom}'],
      body: [
        'in {meetingRoom} the Wi-Fi drops every few minutes. Calls freeze, then come back. At my desk it is fine.',
        'we lost a client call twice in {meetingRoom} today because "{ssid}" dropped. {colleague} had it yesterday as well.',
      ],
      call: '{first}: calls in {meetingRoom} freeze every few minutes, Wi-Fi. Fine at the desks.',
      moves: [
        reply(
          'sorry about the call. I can see the access point above {meetingRoom} restarting itself. For the next meeting please use the cable at the table, it is labelled 1.',
        ),
        note(
          'AP uptime 14 min, again and again. Switch port shows PoE denied: power budget of the switch is used up since the two cameras went in.',
          { minutes: [10, 20] },
        ),
        handOver('network', 'Access point reboots, PoE budget exceeded on the floor switch.'),
        hold(
          'vendor',
          'the access point does not get enough power since the cameras were added to the same switch. A small power injector is on its way; until then I have switched one camera of the corridor off, with {manager}’s consent.',
          { days: [1, 3] },
        ),
        note('Injector fitted by the client’s caretaker on the phone with us. AP up 20 h, no drop.', {
          after: [30, 240],
          minutes: [10, 20],
        }),
        resolve(
          'fixed',
          'the injector is in and the Wi-Fi in {meetingRoom} has been steady for a day. The camera is back on too.',
          {
            note: 'PoE injector for the access point; power budget noted for the next switch.',
            cause: 'Power budget of the switch exceeded',
            minutes: [5, 10],
          },
        ),
      ],
    },
    {
      title: ['Guest Wi-Fi code does not work', 'Visitors cannot get onto guest Wi-Fi'],
      body: [
        'visitors type the guest code and get "voucher expired". We have an event at {time} tomorrow.',
        'guest Wi-Fi says the voucher is invalid for everybody. Reception gets complaints.',
      ],
      urgency: 2,
      moves: [
        reply(
          'the batch of codes ended last night. I have made a new one: 50 codes, good for 30 days. The sheet is in your reception mailbox, ready to print.',
        ),
        answer(['printed, works. Thanks!', 'thank you, the first visitor is online.'], { after: [10, 120] }),
        resolve('fixed', 'very good. A fresh sheet now comes by itself on the first of every month.', {
          note: 'New vouchers issued; monthly batch scheduled to the reception mailbox.',
          cause: 'Vouchers expired',
          minutes: [5, 15],
        }),
      ],
    },
    {
      title: ['Scanners lose Wi-Fi between the aisles', 'Handhelds drop when walking through the hall'],
      body: [
        'our handheld scanners lose the connection when people walk from one end to the other. They have to log in to {app} again each time.',
        'pickers complain: scanner freezes around the middle of the building, comes back after half a minute.',
      ],
      moves: [
        reply(
          'thank you. Does it happen at the same spot each time? A rough sketch or the number on the pillar would help a lot.',
        ),
        answer(['always around pillar C4.', 'between the two big doors, every time.']),
        handOver('network', 'Roaming gap for handhelds at {site}. They stick to the old access point too long.'),
        note(
          'Walk test with {colleague}: roam at -78 dBm, far too late. Set minimum RSSI, 802.11r on for the scanner network, power of the middle AP up by 3 dB.',
          { minutes: [35, 60] },
        ),
        reply(
          'I changed how early the scanners let go of one access point and take the next. Could somebody walk the usual round twice and tell me?',
        ),
        answer(['walked it three times, no drop.', 'one short hiccup at the dock, otherwise good.'], {
          after: [30, 300],
        }),
        resolve(
          'fixed',
          'good. I will look at the statistics after three full shifts and write only if there is something to see.',
          {
            note: 'Tuned roaming for the handheld network.',
            cause: 'Sticky clients, late roaming',
            minutes: [15, 25],
          },
        ),
      ],
    },
    {
      title: ['My laptop does not see “{ssid}” any more', '“{ssid}” missing in my list of networks'],
      body: [
        'the office Wi-Fi is missing from my list, guest is there. Everybody else has it.',
        '{pc} sees all the neighbours’ networks but not ours.',
      ],
      impact: 3,
      moves: [
        reply(
          '"{ssid}" is on 5 GHz only since last week. Some older cards need a newer driver for that. May I connect while you are on guest?',
        ),
        answer(['yes, go ahead.', 'sure, I am on guest now.']),
        resolve(
          'fixed',
          'there it is: your driver was four years old. With the new one "{ssid}" shows up and connects by itself.',
          {
            note: 'Updated the wireless driver; DFS channels were not supported before.',
            cause: 'Old wireless driver',
            minutes: [10, 20],
          },
        ),
      ],
    },
  ],
};
