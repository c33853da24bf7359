import { answer, hold, note, reply, resolve } from './moves.ts';
import type { Scenario } from './types.ts';

export const password: Scenario = {
  key: 'password',
  kind: 'incident',
  weight: 9,
  category: ['Access', 'Password and sign-in'],
  service: 'Identity and access',
  impact: 3,
  urgency: 2,
  tags: ['password'],
  cases: [
    {
      title: ['Locked out of my computer', 'Account locked', 'Cannot sign in this morning'],
      body: [
        'my computer says the account is locked. I am sure the password is right. I write this from my phone.',
        'I am locked out of {pc} since {time}. {colleague} lets me use theirs to write to you.',
      ],
      call: '{first} is locked out of {pc}. Confirmed who it is by calling back the number in the contact card.',
      urgency: 1,
      moves: [
        note(
          'Called back on {phone}, it is {first}. Lockouts come from the phone: mail app still has the old password, 8 tries a minute.',
          { after: [2, 15], minutes: [5, 10] },
        ),
        reply(
          'your account is open again. It was locked by your phone, which still tries the old password every few seconds. On the phone: Settings, Mail, your account, enter the new password. Please do that first, or it locks again within minutes.',
          { after: [2, 15] },
        ),
        answer(['done, and I am in. Thank you!', 'phone is updated, computer works.'], { after: [5, 60] }),
        resolve('user_guided', 'great. I am watching the account for an hour and see no more failures.', {
          note: 'Unlocked; stale password in the phone’s mail app.',
          cause: 'Old password saved on the phone',
          minutes: [5, 10],
        }),
      ],
    },
    {
      title: ['Forgot my password over the holidays', 'Password reset, please', 'Please reset my password'],
      body: [
        'I am back from leave and my password is gone from my head. Could you reset it?',
        'please reset my Windows password, I changed it the day before my leave and cannot remember it.',
      ],
      call: '{first} back from leave, does not remember the password. Identity checked with {manager}.',
      moves: [
        reply(
          'welcome back. Before I reset anything I call you on the number that we have for you, which ends in {lastDigits}. Is that still right?',
          { after: [3, 30] },
        ),
        answer(['yes, that is my mobile.', 'yes it is, I am next to it.'], { after: [3, 40] }),
        resolve(
          'user_guided',
          'as just discussed on the phone: you are in again with a new password of your own. Next time "Forgot my password" on the sign-in page does the same with your phone, at any hour.',
          {
            note: 'Verified by call back, temporary access pass for ten minutes, user set a new password. Registered for self-service reset.',
            minutes: [5, 10],
          },
        ),
      ],
      slots: { lastDigits: ['41', '07', '63', '88', '19'] },
    },
    {
      title: ['Password for {app} not accepted', 'Cannot sign in to {app}'],
      body: [
        'Windows lets me in but {app} says "invalid credentials" since yesterday’s update.',
        '{app} does not take my password. Same with {colleague}. Everything else works.',
      ],
      impact: 2,
      moves: [
        reply(
          'thanks. Does the {app} sign-in page show a button "Sign in with Microsoft", and is that the one you use?',
        ),
        answer([
          'there are two fields for name and password. I always use those.',
          'I see the button, but I typed name and password as I always do.',
        ]),
        resolve(
          'user_guided',
          '{app} now signs in through your Microsoft account: please use the button instead of the two fields, which only remain for the vendor. I have told the vendor that this confuses people.',
          {
            note: 'Single sign-on was switched on with the update of {app}; old local passwords no longer count.',
            cause: 'Sign-in changed with an update',
            minutes: [10, 15],
          },
        ),
      ],
    },
    {
      title: ['{starter} cannot sign in on the first day', 'First day and no access for {starter}'],
      slots: {
        starter: ['our new colleague', 'our trainee', 'the temp from the agency', 'our work experience student'],
      },
      body: [
        '{starter} has started today and the password you gave me does not work. It says it must be changed and then gives an error.',
        '{starter} sits in front of {otherPc} and gets "we cannot sign you in with this credential".',
      ],
      call: '{first} called about {starter}: first sign-in fails when the password has to be changed.',
      moves: [
        reply(
          'I am sorry, that is no way to be welcomed. Is the computer connected by cable or on the "{ssid}" Wi-Fi? The first change of a password needs our network.',
          { after: [2, 20] },
        ),
        answer(['it is on the guest Wi-Fi.', 'guest Wi-Fi, because that one has no password.'], { after: [2, 25] }),
        resolve(
          'user_guided',
          'that is why. With the cable from the dock, or on "{ssid}", it goes through. I stayed on the phone until the desktop was there. Welcome to {starter} from all of us.',
          {
            note: 'First sign-in attempted on guest Wi-Fi without a path to the directory. Done by cable.',
            cause: 'No connection to the directory on guest Wi-Fi',
            minutes: [10, 20],
          },
        ),
      ],
    },
    {
      title: ['Account expired for contractor', 'Contractor {name} cannot sign in any more'],
      slots: { name: ['Peter Halloran', 'Joy Abiola', 'Sam Whitford', 'Dee Larsen'] },
      body: [
        'our contractor {name} is locked out, it says the account has expired. The contract was extended until the end of the quarter.',
        '{name} cannot sign in since today. We extended the contract, nobody told you I suppose.',
      ],
      moves: [
        hold(
          'client',
          'contractors end on the date in their form, so the system did its job. To extend it I need a line from {managerFull}, who signed the first one. A short answer to this mail is enough.',
          { after: [5, 40] },
        ),
        answer('confirmed, please extend {name} to the end of the quarter.', { by: 'manager', after: [20, 300] }),
        resolve(
          'fixed',
          'extended to the last day of the quarter; {name} can sign in again right away. We remind you two weeks before it ends.',
          {
            note: 'Extended the account after the manager’s confirmation; reminder set.',
            cause: 'Account had an end date',
            minutes: [5, 5],
          },
        ),
      ],
    },
  ],
};
