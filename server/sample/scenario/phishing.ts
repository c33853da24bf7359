import { answer, note, reply, resolve } from './moves.ts';
import type { Scenario } from './types.ts';

export const phishing: Scenario = {
  key: 'phishing',
  kind: 'incident',
  weight: 6,
  category: ['Security', 'Phishing'],
  service: 'Security monitoring',
  impact: 3,
  urgency: 2,
  tags: ['phishing', 'security'],
  cases: [
    {
      title: ['Is this mail real? “{subject}”', 'Suspicious mail: {subject}'],
      slots: {
        subject: [
          'Your mailbox will be closed',
          'Invoice overdue, final notice',
          'Updated payroll form',
          'Shared document from the director',
          'Parcel could not be delivered',
        ],
      },
      body: [
        'I got a mail "{subject}" and it looks odd. I have not clicked on anything. Forwarded as an attachment.',
        'please have a look at "{subject}". The sender’s name is right but the address is not.',
      ],
      moves: [
        note(
          'Phish. Lookalike domain registered three days ago, page copies our sign-in. Went to 6 people at {client}, nobody clicked according to the link log.',
          { minutes: [10, 15], after: [4, 30] },
        ),
        resolve(
          'fixed',
          'well spotted, it is not real: the address is a lookalike and the link leads to a copy of the sign-in page. I have taken it out of all mailboxes at {client} and blocked the sender. Thank you for asking before clicking.',
          {
            after: [5, 40],
            note: 'Purged from 6 mailboxes, sender and link blocked, no clicks.',
            cause: 'Phishing',
            minutes: [5, 10],
          },
        ),
      ],
    },
    {
      title: ['I think I clicked on something bad', 'Typed my password into a strange page'],
      body: [
        'I am afraid I was too quick: I clicked on a link in a mail and typed my password. Then the page said "error". What should I do?',
        'I entered my password on a page that looked like Microsoft but probably was not. I am so sorry.',
      ],
      call: '{first} called in a fright: typed the password into a fake sign-in page ten minutes ago.',
      impact: 2,
      urgency: 1,
      moves: [
        reply(
          'thank you for telling us right away, that is the best thing you could do. I am ending all your sessions now and call you in a minute for a new password. Please leave the computer on.',
          { after: [1, 6] },
        ),
        note(
          'Sessions revoked 4 min after the report. One sign-in from 203.0.113.90 stopped by MFA. No rules, no consents, no mail sent. New password set on the phone.',
          { minutes: [20, 30], after: [2, 12] },
        ),
        reply(
          'we were quicker: somebody tried your password from abroad and failed at the second step. Nothing was read or sent. You may work as usual; the authenticator is the same as before.',
          { after: [10, 40] },
        ),
        answer(
          [
            'what a relief. Thank you for not making me feel stupid.',
            'thank you. I have told the others to watch out for that mail.',
          ],
          { after: [5, 90] },
        ),
        resolve(
          'fixed',
          'it happens to careful people too. The mail is gone from all mailboxes and the page is reported.',
          {
            note: 'Credentials phished, MFA held, contained within minutes.',
            cause: 'Phishing',
            minutes: [10, 15],
          },
        ),
      ],
    },
    {
      title: ['“The director” asks for gift cards', 'Text message from {managerFull}? About gift cards'],
      body: [
        'I got a message from {managerFull} asking me to buy gift cards and keep it quiet. Different number, says the phone is broken. Is that for real?',
        'mail from "{managerFull}" with a free mail address: urgent payment, cannot talk. I find that strange.',
      ],
      moves: [
        reply(
          'you are right to find it strange: somebody pretends to be {manager}. Please do not answer. Did you or anybody else pay something or send a card code?',
          { after: [2, 15] },
        ),
        answer(['no, I asked you first.', 'nobody did, as far as I know. I will ask around.'], { after: [4, 60] }),
        resolve(
          'fixed',
          'perfect. {manager} knows. We have added a line to all mails that pretend to come from one of your directors, so that the next one is easier to see.',
          {
            note: 'Impersonation; external sender tag for directors’ names enabled.',
            cause: 'Impersonation',
            minutes: [10, 15],
          },
        ),
      ],
    },
    {
      title: ['Supplier’s bank details have changed?', 'New account number on an invoice'],
      body: [
        'one of our suppliers sends an invoice with new bank details. The mail looks right. Before I pay 18,400: can you check whether it is genuine?',
        'invoice with a new account number from a supplier of many years. Could you look at the mail before we pay?',
      ],
      urgency: 1,
      moves: [
        reply(
          'please do not pay yet. I look at the mail; and you, please, call the supplier on the number that you have had for years, not the one in the mail.',
          { after: [3, 20] },
        ),
        note(
          'Sent from the real mailbox of the supplier, reply-to differs by one letter: their mailbox is broken into, not ours.',
          { minutes: [10, 20] },
        ),
        answer(
          [
            'called them: they have not changed banks! They had no idea.',
            'they say it is not from them. Thank you, that was close.',
          ],
          { after: [15, 150] },
        ),
        resolve(
          'fixed',
          'that call saved 18,400. Somebody sits in your supplier’s mailbox; their IT knows now. We hold all mail of theirs for a look until they say it is clean.',
          {
            note: 'Business mail compromise at a supplier. Quarantine rule for their domain for 14 days.',
            cause: 'Supplier’s mailbox taken over',
            minutes: [15, 20],
          },
        ),
      ],
    },
  ],
};
