import { answer, handOver, hold, note, reply, resolve } from './moves.ts';
import type { Scenario } from './types.ts';

export const phones: Scenario = {
  key: 'phones',
  kind: 'incident',
  weight: 6,
  category: ['Telephony', 'Handset'],
  service: 'Telephony',
  impact: 3,
  urgency: 2,
  tags: ['phones'],
  cases: [
    {
      title: ['My desk phone is dead', 'Phone shows “registering” for ever'],
      body: [
        'my desk phone has been showing "registering" since this morning. Callers go to voicemail.',
        'the phone on my desk is dark. I moved the desk yesterday, cables are in.',
      ],
      call: '{first} from the mobile: desk phone dead since the desk was moved.',
      moves: [
        reply(
          'the phone gets its power through the network cable. Is it in the socket with the small telephone sign at the back of the phone, and does another wall socket make a difference?',
          { after: [5, 40] },
        ),
        answer(['other wall socket and it starts!', 'I had mixed up the two sockets on the phone. It is alive.'], {
          after: [5, 90],
        }),
        resolve(
          'user_guided',
          'great. The wall socket at the new place is not patched; I have put it on Jack’s list for the next visit.',
          {
            note: 'Unpatched outlet at the new desk; works from the neighbouring one.',
            cause: 'Wall socket without power over Ethernet',
            minutes: [5, 10],
          },
        ),
      ],
    },
    {
      title: ['Callers hear nothing for ten seconds', 'People cannot hear us at first'],
      body: [
        'customers tell us that they hear nothing for some seconds after we pick up. Very embarrassing.',
        'when I pick up a call there is silence on the other end for a while. Only calls from outside.',
      ],
      impact: 2,
      moves: [
        reply(
          'that is usually the firewall being too careful. Could you give me the time of two or three such calls of today?',
        ),
        answer(
          [
            '{time} and about half an hour before. Both from mobiles.',
            'the last one was five minutes ago, number ends in 204.',
          ],
          { after: [10, 120] },
        ),
        handOver('network', 'One-way audio at call start for {client}, looks like SIP helper on {firewall}.'),
        note(
          'SIP ALG active again after the firmware update. Switched off, made ten test calls from outside, audio from the first second.',
          { minutes: [20, 30] },
        ),
        resolve(
          'fixed',
          'the last update of the firewall had switched a "helper" for phone calls on again that does not help at all. It is off, and ten test calls were fine from the first second.',
          {
            note: 'Disabled SIP ALG, added to the post-update check.',
            cause: 'SIP helper active after a firmware update',
            minutes: [10, 15],
          },
        ),
      ],
    },
    {
      title: ['Calls do not reach the team, straight to voicemail', 'Hunt group skips everybody'],
      body: [
        'our main number goes straight to voicemail, nobody’s phone rings. It is the middle of the morning!',
        'calls to reception are answered by the machine although we are all here.',
      ],
      call: '{first} from a mobile: main number goes to voicemail, no phone rings.',
      impact: 2,
      urgency: 1,
      moves: [
        reply('I see it: the system believes that you are closed. Correcting it now.', { after: [1, 8] }),
        note(
          'Holiday calendar of the call flow had today as a holiday (regional holiday of another state). Removed. Test call rang all four.',
          { minutes: [5, 15] },
        ),
        resolve(
          'fixed',
          'your phones ring again. The system thought today was a public holiday, which it is, only not where you are. There were three messages on the machine; they are in the reception mailbox.',
          {
            after: [3, 20],
            note: 'Removed a holiday of another state from the call flow.',
            cause: 'Wrong holiday calendar',
            minutes: [5, 10],
          },
        ),
      ],
    },
    {
      title: ['Voicemail no longer arrives by mail', 'Voicemails disappear'],
      body: [
        'voice messages used to come by mail. Since last week they do not, although the light blinks.',
        'I found eleven messages on the phone that never came to my inbox.',
      ],
      moves: [
        reply('thank you, I will have a look at where they get stuck.'),
        note(
          'Voicemail service sends as noreply of the provider, held by the impersonation rule since last week. Released 34, exception for the provider’s connector.',
          { minutes: [15, 20] },
        ),
        hold('client', 'the held messages are on their way, please check that all eleven arrive.', { after: [10, 40] }),
        answer(['all there, with sound.', 'eleven of eleven. Thank you.'], { after: [20, 300] }),
        resolve('fixed', 'good. New ones arrive directly again.', {
          note: 'Released held voicemails, exception in the mail filter.',
          cause: 'Mail filter held voicemail',
          minutes: [5, 5],
        }),
      ],
    },
  ],
};
