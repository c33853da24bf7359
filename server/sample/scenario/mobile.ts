import { answer, approval, hold, note, reply, resolve } from './moves.ts';
import type { Scenario } from './types.ts';

export const mobile: Scenario = {
  key: 'mobile',
  kind: 'incident',
  weight: 4,
  category: ['Hardware', 'Mobile phone'],
  service: 'Managed desktop',
  impact: 3,
  urgency: 2,
  tags: ['mobile'],
  cases: [
    {
      title: ['Lost my work phone', 'Phone stolen on the train'],
      body: [
        'I lost my work phone, probably in a taxi. Calling it rings but nobody answers. I write from my partner’s.',
        'my work phone was stolen this morning. What do I have to do?',
      ],
      call: '{first}: work phone lost or stolen, calls from another number. Identity confirmed with {manager}.',
      urgency: 1,
      impact: 2,
      moves: [
        reply(
          'sorry to hear that. I have locked it and it shows a number to call; company data on it is encrypted. If it does not turn up by this evening I erase it. Would you like me to block the SIM as well?',
          { after: [2, 12] },
        ),
        answer(['yes, please block the SIM too.', 'please block it. I do not think that I will see it again.'], {
          after: [5, 60],
        }),
        note(
          'SIM blocked at the carrier, phone in lost mode, last seen near the station 40 min ago. Wipe pending as it is offline.',
          { minutes: [15, 20] },
        ),
        hold('vendor', 'replacement and new SIM with the same number are ordered, they come by courier tomorrow.', {
          days: [1, 2],
        }),
        note('Replacement enrolled, same number, authenticator moved by pass. Old phone wiped itself at 22:14.', {
          minutes: [20, 30],
          after: [60, 300],
        }),
        resolve(
          'fixed',
          'your new phone is set up and has the old number. The lost one came online for a moment last night and erased itself.',
          {
            note: 'Remote wipe confirmed, replacement enrolled.',
            cause: 'Loss of the device',
            minutes: [10, 15],
          },
        ),
      ],
    },
    {
      title: ['Mail on my phone stopped', 'No company mail on the phone since the update'],
      body: [
        'since the update my phone does not get company mail. It asks me to "enrol", then says that it cannot.',
        'mail on the phone stopped on {day}. On the computer it is fine.',
      ],
      moves: [
        reply(
          'the update has probably undone the management profile. Please open the app "Company portal" and tell me what it says below your name.',
        ),
        answer(
          ['"Not compliant: update the operating system".', 'it says that the device has not checked in for 32 days.'],
          { after: [8, 120] },
        ),
        resolve(
          'user_guided',
          'that was the reason: with the newest system version and one tap on "Check status" the phone is trusted again, and mail arrives. You did it all yourself, I only watched.',
          {
            note: 'Device out of compliance; updated, checked in.',
            cause: 'Old operating system on the phone',
            minutes: [10, 15],
          },
        ),
      ],
    },
    {
      title: ['No signal in the new office corner', 'Work phone has no reception at {site}'],
      body: [
        'my work phone has one bar at most where I sit now. Calls break off.',
        'reception at {site} is terrible since we moved to the back rooms.',
      ],
      urgency: 3,
      moves: [
        reply(
          'calls can go over the Wi-Fi instead. On the phone: Settings, Mobile network, "Wi-Fi calling", on. Your carrier allows it on your plan.',
        ),
        answer(['switched on, first call was crystal clear.', 'there is no such setting on mine.'], {
          after: [20, 400],
        }),
        resolve(
          'user_guided',
          'good. For those whose phone does not offer it, the Teams app does the same with your desk number.',
          {
            note: 'Wi-Fi calling enabled.',
            cause: 'Poor mobile coverage inside the building',
            minutes: [5, 10],
          },
        ),
      ],
    },
  ],
};

export const mobileOrder: Scenario = {
  key: 'mobile-order',
  kind: 'request',
  weight: 2,
  category: ['Hardware', 'Mobile phone'],
  service: 'Managed desktop',
  impact: 3,
  urgency: 3,
  tags: ['mobile', 'order'],
  cases: [
    {
      title: ['New work phone for {colleagueFull}', 'Phone with a big screen for {colleagueFull}'],
      body: [
        '{colleagueFull} needs a work phone from next month, with e-mail and the authenticator.',
        'please order a phone for {colleagueFull}. Nothing fancy, but it should survive a fall.',
      ],
      moves: [
        approval(
          '{requester} asks for a work phone for {colleagueFull}. Our usual model is in the price list, the sturdy one costs a little more. With a plan of 40 GB. May we order, and which of the two?',
        ),
        answer(['the sturdy one, approved.', 'usual model, approved.'], { by: 'manager', after: [40, 700] }),
        hold('vendor', 'ordered. It comes to us first and reaches you ready to use, in three or four working days.', {
          days: [2, 4],
        }),
        note('Enrolled, case and screen protector fitted, plan active, number noted in the directory.', {
          minutes: [20, 30],
        }),
        resolve(
          'fulfilled',
          'the phone is on its way to your front desk with {colleague}’s name on it. The first start takes ten minutes; a sheet with six pictures is in the box.',
          {
            note: 'Phone enrolled and sent.',
            minutes: [10, 15],
          },
        ),
      ],
    },
  ],
};
