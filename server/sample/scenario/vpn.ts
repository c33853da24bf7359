import { answer, handOver, hold, note, reply, resolve } from './moves.ts';
import type { Scenario } from './types.ts';

export const vpn: Scenario = {
  key: 'vpn',
  kind: 'incident',
  weight: 7,
  category: ['Network', 'VPN'],
  service: 'Remote access',
  impact: 3,
  urgency: 2,
  device: true,
  tags: ['vpn', 'remote'],
  cases: [
    {
      title: ['{vpn} stops at 40 per cent', 'VPN does not connect from home', 'Cannot connect with {vpn}'],
      body: [
        'I work from home today and {vpn} stops at 40 % with "unable to establish the connection". It worked on {day}.',
        'no VPN from home since this morning. Internet is fine, Teams too. The little padlock stays grey.',
      ],
      call: '{first} at home, {vpn} stops at 40 %, internet fine otherwise.',
      moves: [
        reply(
          'stopping at 40 % means that it reaches us but the certificate is not accepted. Could you look at the clock of your computer: is date and time right?',
          { after: [4, 30] },
        ),
        answer([
          'the clock is right to the minute.',
          'time is right, it was an hour off after my trip but I have corrected that. No difference.',
        ]),
        note(
          'Client certificate of {pc} ran out two days ago; device has not been in the office for 40 days, so it never renewed.',
          { minutes: [10, 15] },
        ),
        reply(
          'your computer’s certificate has run out, because it renews only in the office. I push a new one over the internet now. Please restart in ten minutes and try again.',
          { after: [5, 30] },
        ),
        answer(['connected. You are a star.', 'works again, thanks for the quick help.'], { after: [15, 90] }),
        resolve(
          'fixed',
          'perfect. I have changed the renewal so that it works from anywhere, for everybody at {client}.',
          {
            note: 'Issued a new device certificate through device management; renewal no longer needs the office network.',
            cause: 'Expired device certificate',
            minutes: [15, 25],
          },
        ),
      ],
    },
    {
      title: ['VPN connected, but no drives', 'Connected to VPN and cannot reach {fileServer}'],
      body: [
        '{vpn} says connected, but my drives have red crosses and {app} does not start.',
        'VPN is on, everything inside is unreachable. At the office it works.',
      ],
      call: '{first}: VPN connected, drives with red crosses, at the office fine.',
      moves: [
        reply(
          'what does your home network call itself? Please open a command window, type ipconfig and send me the line "IPv4 Address".',
        ),
        answer(['192.168.1.34', 'it says 192.168.1.107.'], { after: [5, 60] }),
        note(
          'Home network overlaps with the old server segment 192.168.1.0/24. Known problem until the servers move.',
          { minutes: [5, 10] },
        ),
        handOver(
          'network',
          'Overlap with home networks again. Could we route {fileServer} by host route for VPN users until the move?',
        ),
        note(
          'Host routes for {server} and {fileServer} pushed by the VPN profile, tested with a phone hotspot in 192.168.1.0/24.',
          { minutes: [20, 30] },
        ),
        resolve(
          'fixed',
          'your home uses the same addresses as the office. We now send a signpost for the servers along with the VPN: please disconnect, connect again, and the crosses should go.',
          {
            note: 'Added host routes for the servers to the VPN profile as a bridge until renumbering.',
            cause: 'Address overlap between home and office',
            minutes: [10, 15],
          },
        ),
      ],
    },
    {
      title: ['VPN very slow since the weekend', 'Working through the VPN is painfully slow'],
      body: [
        'opening a file over VPN takes minutes. Speed test at home shows 95 down, 38 up.',
        'everything through the VPN crawls since Monday. Colleagues at home say the same.',
      ],
      impact: 2,
      moves: [
        reply('thank you for the figures, your line is not it. How many of you work from home today, roughly?'),
        answer(['seven of us I think.', 'about half the office, it is school holidays.']),
        handOver('network', 'Several people at {client} slow over VPN, links fine. Please look at {firewall}.'),
        note(
          '{firewall} at 98 % CPU: web inspection was switched on for the VPN zone with the last policy change. Switched off for Microsoft 365 ranges, CPU 31 %.',
          { minutes: [20, 35] },
        ),
        reply(
          'the firewall was looking into every Teams call that came through the VPN. We told it to leave those alone. How does it feel now?',
        ),
        answer(['night and day. Thank you.', 'much better, files open at once.']),
        resolve('fixed', 'good. We will look at the load again at the same time tomorrow.', {
          note: 'Excluded trusted cloud ranges from inspection in the VPN zone.',
          cause: 'Inspection of cloud traffic overloaded the firewall',
          minutes: [5, 10],
        }),
      ],
      relapse: {
        says: 'slow again this morning, same as before.',
        moves: [
          note('Policy rolled back by the scheduled template push at 06:00. Fixed in the template this time.', {
            minutes: [15, 20],
          }),
          resolve(
            'fixed',
            'our own nightly template had undone the change. It is in the template now, so it stays. Sorry for the second slow morning.',
            {
              note: 'Change made in the template; push verified.',
              cause: 'Template overwrote the fix',
              minutes: [10, 15],
            },
          ),
        ],
      },
    },
    {
      title: ['VPN from the hotel does not work', 'No VPN from hotel Wi-Fi'],
      body: [
        'I am at a hotel and the VPN does not connect. Browsing works after I accepted their page.',
        'VPN blocked in my hotel I guess. I have to send a tender tonight.',
      ],
      urgency: 1,
      moves: [
        reply(
          'many hotels block what {vpn} uses. Two ways: share the connection of your phone, or choose "Fallback (443)" in the list at the top of {vpn}, which looks like ordinary browsing.',
          { after: [3, 25] },
        ),
        answer(['fallback works!', 'hotspot did the trick. Did not know about the list.'], { after: [5, 90] }),
        resolve('user_guided', 'great, good luck with the tender.', {
          note: 'Hotel blocks UDP; used the TLS fallback.',
          cause: 'Guest network blocks VPN ports',
          minutes: [5, 10],
        }),
      ],
    },
    {
      title: ['VPN for my new home office', 'Cannot install {vpn} on the family computer'],
      body: [
        'I would like to use our family computer for work in the evenings, but {vpn} will not install.',
        'trying to set up VPN on my own PC at home. It asks for an administrator.',
      ],
      urgency: 3,
      moves: [
        hold(
          'client',
          'for good reasons only computers that we look after may connect. What we can offer: a loan laptop, or remote desktop through the browser, which needs nothing on your own computer. Which would you prefer?',
          { after: [20, 90] },
        ),
        answer(['browser would be enough, it is just for timesheets.', 'remote desktop in the browser please.'], {
          after: [60, 900],
        }),
        resolve(
          'workaround',
          'done: work.{domain} opens your desktop in the browser, with your usual sign-in. Copying files to the family computer is switched off on purpose.',
          {
            note: 'Enabled the web client for the user; policy against unmanaged devices explained.',
            minutes: [10, 15],
          },
        ),
      ],
    },
  ],
};
