import { answer, hold, note, reply, resolve } from './moves.ts';
import type { Scenario } from './types.ts';

export const mfa: Scenario = {
  key: 'mfa',
  kind: 'incident',
  weight: 5,
  category: ['Access', 'Multi-factor sign-in'],
  service: 'Identity and access',
  impact: 3,
  urgency: 2,
  tags: ['mfa'],
  cases: [
    {
      title: ['New phone, authenticator does not work', 'Changed my phone, no more approval requests'],
      body: [
        'I have a new phone and the authenticator app on it is empty. Now I cannot sign in to anything.',
        'got my new mobile yesterday, old one is wiped. The sign-in asks for a number in the app but nothing shows up.',
      ],
      call: '{first} has a new phone, old one wiped, authenticator empty. Wants to work today.',
      moves: [
        note(
          'Video call with {first}, compared with the photo in the directory, and asked two questions only {manager} and {first} would know.',
          { after: [5, 40], minutes: [5, 10] },
        ),
        reply(
          'thank you for the short video call. I have removed the old phone. Sign in at aka.example/setup with the pass that I read out to you; it is good for one hour and lets you add the new phone. Choose "passkey" if it offers one, it is quicker and safer.',
          { after: [3, 15] },
        ),
        answer(['worked on the first try. Passkey is on.', 'I am in, the new phone is registered.'], {
          after: [10, 90],
        }),
        resolve(
          'user_guided',
          'lovely. Two hints for the next phone: move the app before you wipe the old one, and keep a second method. I have added your desk phone as one.',
          {
            note: 'Old method removed, temporary access pass, new phone with passkey registered.',
            cause: 'Phone replaced without moving the authenticator',
            minutes: [10, 15],
          },
        ),
      ],
    },
    {
      title: ['Getting approval requests I did not start', 'Authenticator asks me to approve, I did nothing'],
      body: [
        'my authenticator asked me four times last night to approve a sign-in. I pressed no each time. Is somebody trying to get in?',
        'there was an approval request on my phone at 2 in the morning. I denied it. Just letting you know.',
      ],
      urgency: 1,
      impact: 2,
      moves: [
        reply(
          'you did exactly the right thing. It means that somebody knows your password but did not get further, thanks to you. I am ending all your sessions now and need you to choose a new password; I call you in two minutes.',
          { after: [2, 10] },
        ),
        note(
          'Sign-in log: 4 attempts from 198.51.100.23, password correct, MFA denied. Sessions revoked, password reset by phone, address blocked, no other account at {client} tried from there.',
          { minutes: [20, 30] },
        ),
        note('Same password was in a leak of a shop site in spring. {first} has changed it there as well.', {
          minutes: [5, 10],
        }),
        resolve(
          'fixed',
          'all quiet: nobody was in your mailbox, no rules were made, nothing was sent. Your old password was in a leak of an online shop where you used the same one. With the new one, used only here, this is over. Thank you for writing at once.',
          {
            note: 'Password reuse from a known leak; no access gained. Reset, sessions revoked, checked rules and consents.',
            cause: 'Reused password leaked elsewhere',
            minutes: [10, 20],
          },
        ),
      ],
    },
    {
      title: ['Abroad and cannot sign in', 'Sign-in blocked while travelling'],
      slots: { place: ['Denpasar', 'Lisbon', 'Ho Chi Minh City', 'Chicago', 'Suva'] },
      body: [
        'I am in {place} for a conference and get "your sign-in was successful but does not meet the criteria". I need my mail.',
        'travelling this week ({place}), and Microsoft will not let me in from here.',
      ],
      moves: [
        reply(
          'that is our rule against sign-ins from unexpected countries. I can open it for you for the length of your trip. Until when are you there, and does {managerFull} know about the trip?',
          { after: [5, 40] },
        ),
        answer(['until Sunday, and yes.', 'back on Saturday evening. It is in the team calendar.']),
        resolve(
          'fixed',
          'opened for your account and {place} only; it closes by itself the day after you are back. Give it five minutes, then sign in again. Next time tell us a day before, then it is ready when you land.',
          {
            note: 'Added to the travel group with an end date; trip confirmed with the manager.',
            cause: 'Country block',
            minutes: [5, 10],
          },
        ),
      ],
    },
    {
      title: [
        'No mobile signal in the {spot}, cannot confirm sign-ins',
        'Authenticator useless without reception in the {spot}',
      ],
      slots: { spot: ['basement', 'cold store', 'cellar', 'plant room'] },
      body: [
        'down in the {spot} we have no reception, so nobody can confirm sign-ins there. We share one computer.',
        'how are we supposed to approve sign-ins in the {spot}? No bars there.',
      ],
      urgency: 3,
      moves: [
        reply(
          'good question. The numbers in the app also work without reception, but keys are nicer: a small stick that each person plugs in or holds to the reader. May I send you two to try?',
        ),
        answer(['yes please, two is perfect to start with.', 'let us try. Who pays for them?']),
        hold('vendor', 'the keys are ordered; they come to your front desk in two or three days.', { days: [2, 3] }),
        answer('keys arrived. Set up took two minutes each, everybody loves them.', { after: [60, 500] }),
        resolve('fixed', 'great news. They are registered to you and {colleague}, spares are in our cupboard.', {
          note: 'Two security keys issued and registered for the shared workstation.',
          minutes: [15, 20],
        }),
      ],
    },
  ],
};
