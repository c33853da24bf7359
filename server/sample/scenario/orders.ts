import { answer, approval, hold, note, reply, resolve } from './moves.ts';
import type { Scenario } from './types.ts';

export const orders: Scenario = {
  key: 'orders',
  kind: 'request',
  weight: 5,
  category: ['Hardware', 'Laptop or desktop'],
  service: 'Managed desktop',
  impact: 3,
  urgency: 3,
  tags: ['order'],
  cases: [
    {
      title: ['Headset for {colleagueFull}', 'Two headsets, please'],
      body: [
        'could we have a headset for {colleagueFull}? The old one crackles.',
        'we need two good headsets for the people on the phone. Wireless if possible.',
      ],
      moves: [
        reply('gladly. Our usual wireless one can be worn all day; the wired one costs half. Which shall it be?'),
        answer(['wireless, please.', 'the wired one is fine.']),
        hold('vendor', 'ordered, it should be with you in two or three working days.', { days: [2, 3] }),
        resolve(
          'fulfilled',
          'the courier says that it was handed over. Plug in the little stick, and it is ready. Enjoy the silence.',
          { note: 'Delivered.', minutes: [5, 10] },
        ),
      ],
    },
    {
      title: ['New laptop for {colleagueFull}', 'Replace {otherPc}, five years old'],
      body: [
        '{colleagueFull}’s laptop is five years old and very slow. We would like a new one, same size.',
        'please quote a new laptop for {colleagueFull}. Battery of the old one lasts 40 minutes.',
      ],
      moves: [
        approval(
          '{requester} asks for a new laptop for {colleagueFull}; {otherPc} is five years old and out of warranty. Our standard model with three years on site is in the price list. May we order?',
        ),
        answer(['yes, please go ahead.', 'approved, but only in the new quarter please.'], {
          by: 'manager',
          after: [60, 900],
        }),
        hold(
          'vendor',
          'ordered. The distributor says five working days; I set it up here and bring it to you ready to use.',
          { days: [3, 5] },
        ),
        note('Enrolled, updated, data of {otherPc} synced, old device on the list for wiping.', { minutes: [45, 70] }),
        resolve(
          'fulfilled',
          '{colleague} works on the new laptop. The old one is wiped and goes to the recycler with a certificate.',
          { note: 'Replaced, handed over, old one wiped with certificate.', minutes: [20, 30] },
        ),
      ],
    },
    {
      title: ['What is this line on our invoice?', 'Question about the last invoice'],
      body: [
        'there is a line "additional licences × 2" on the last invoice. Whom are they for?',
        'our invoice is higher than last month’s. Could you tell me why?',
      ],
      moves: [
        reply('let me look it up.'),
        note(
          'Two licences since the middle of the month: new starter and trainee, both approved by {manager} in writing.',
          { minutes: [5, 10] },
        ),
        resolve(
          'fulfilled',
          'two more business licences since the middle of the month: one for the new colleague and one for the trainee, both approved by {manager}. The trainee’s ends with the placement, so next month is lower again.',
          {
            note: 'Explained two added licences.',
            minutes: [5, 10],
          },
        ),
      ],
    },
  ],
};
