import { answer, approval, hold, note, reply, resolve } from './moves.ts';
import type { Scenario } from './types.ts';

const NAMES = [
  'Alice Rowntree',
  'Ben Castellano',
  'Chloe Adeyemi',
  'Daniel Petrov',
  'Esther Lindqvist',
  'Faisal Karim',
  'Gemma Stokes',
  'Harry Bui',
  'Isabel Novak',
  'Jonas Feld',
  'Kirra Bates',
  'Liam O’Hara',
  'Monique Duarte',
  'Noor Hakimi',
  'Owen Tranter',
  'Penny Lau',
];

export const newStarter: Scenario = {
  key: 'new-starter',
  kind: 'request',
  weight: 5,
  category: ['Access', 'New starter'],
  service: 'Identity and access',
  impact: 3,
  urgency: 2,
  tags: ['onboarding'],
  checklist: 'New starter',
  cases: [
    {
      title: ['New starter: {new}', 'New colleague {new} starts {start}'],
      slots: {
        new: NAMES,
        start: ['on Monday', 'next Monday', 'on the first of the month', 'in two weeks'],
        job: ['office assistant', 'project coordinator', 'accounts officer', 'customer service officer', 'team leader'],
        like: ['the others in the team', '{colleague}', 'the person who left in May'],
      },
      body: [
        '{new} starts {start} as {job} at {site}. Please prepare an account, mail and a laptop. Same access as {like}.',
        'we have hired {new}, first day is {start}. Needs what {like} has: mail, {app}, the shared drives, and a computer with two screens.',
      ],
      moves: [
        reply(
          'congratulations on the new colleague. I have started the checklist. Two questions: is there a laptop left from whoever was there before, and which phone number should {new} get?',
        ),
        answer(
          [
            'please take a new one, the old one is tired. Next free number is fine.',
            'we have {otherPc} in the cupboard, that will do. No phone for now.',
          ],
          { after: [30, 400] },
        ),
        approval(
          '{first} asked us to prepare {new}, who starts {start}. That is one business licence a month and, where needed, a standard laptop from our price list. May we go ahead?',
        ),
        answer(['approved.', 'yes, please go ahead.', 'fine with me, cost centre is operations.'], {
          by: 'manager',
          after: [20, 500],
        }),
        note(
          'Account made from the role template, licence assigned, groups as for {like}. Laptop enrolled, runs its updates overnight.',
          { minutes: [30, 50], after: [30, 240] },
        ),
        hold(
          'scheduled',
          'everything is ready for {new}. I hand the first password to {manager} by phone on the first morning, and call at ten to see that all is well.',
          { days: [1, 4] },
        ),
        resolve(
          'fulfilled',
          '{new} is up and running: signed in, mail, {app}, printer and both screens. Welcome aboard from Harbour IT.',
          {
            note: 'Checklist complete, first-day call done.',
            minutes: [20, 35],
          },
        ),
      ],
    },
    {
      title: ['Trainee {new} needs an account', 'Account for work experience: {new}'],
      slots: { new: NAMES, weeks: ['two', 'three', 'six'] },
      body: [
        '{new} is with us for {weeks} weeks as a trainee. Needs a computer account without access to client data, please.',
        'for {weeks} weeks we have {new} here. Mail is not necessary, Office and printing is enough.',
      ],
      urgency: 3,
      moves: [
        reply(
          'gladly. I make the account with an end date, so that nobody has to remember. Is {weeks} weeks from Monday right, and whose desk?',
        ),
        answer([
          'Monday is right, sits at the desk beside {colleague}.',
          'starts Tuesday actually, because of the public holiday.',
        ]),
        resolve(
          'fulfilled',
          '{new}’s account is ready and ends by itself after {weeks} weeks. Sign-in details come to you by text message. Printing and Office are there, shared drives are not.',
          {
            note: 'Limited account with expiry, group "Trainees".',
            minutes: [15, 25],
          },
        ),
      ],
    },
  ],
};
