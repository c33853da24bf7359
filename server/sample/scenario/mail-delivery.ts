import { answer, handOver, hold, note, reply, resolve } from './moves.ts';
import type { Scenario } from './types.ts';

export const mailDelivery: Scenario = {
  key: 'mail-delivery',
  kind: 'incident',
  weight: 5,
  category: ['E-mail', 'Delivery'],
  service: 'E-mail and calendar',
  impact: 3,
  urgency: 2,
  tags: ['mail-flow'],
  cases: [
    {
      title: ['Our mails to {partner} come back', 'Mail to {partner} bounces'],
      slots: { partner: ['the council', 'a supplier', 'our bank', 'the freight forwarder', 'our auditor'] },
      body: [
        'everything I send to {partner} comes back with "550 5.7.1 rejected by policy". Other people receive my mails. It started on {day}.',
        '{partner} does not get our mails. I attach the message that comes back: "550 5.7.1 … SPF check failed".',
      ],
      impact: 2,
      moves: [
        reply(
          'thank you for the error text, it says exactly what is wrong: their server does not believe that the mail is from you. I am checking the records of {domain} now.',
        ),
        note(
          'SPF of {domain} lists the old newsletter service and not the new one, 11 lookups, so permerror. DKIM is fine. Drafted a flat record.',
          { minutes: [15, 25] },
        ),
        handOver(
          'cloud',
          'SPF record of {domain} has more than ten lookups. Please publish the new one; draft is in the note.',
        ),
        reply(
          'we have published a corrected record. The world needs up to an hour to see it. Please send {partner} a test after that.',
          { after: [15, 70] },
        ),
        answer(['it went through, they have just confirmed. Thanks!', 'no bounce so far, and they answered.'], {
          after: [60, 240],
        }),
        resolve(
          'fixed',
          'wonderful. For the future: when somebody signs up for a new newsletter or invoice service that sends as {domain}, tell us first and we add it.',
          {
            note: 'Flattened SPF to seven lookups, removed the retired sender, added the new one.',
            cause: 'SPF record beyond ten lookups',
            minutes: [20, 35],
          },
        ),
      ],
    },
    {
      title: ['Expected mail from a customer never arrives', 'Quarantined? Invoice from supplier missing'],
      body: [
        'a supplier says he sent me an invoice three times. Nothing here, nothing in junk. Could it be stuck somewhere on your side?',
        'I am waiting for signed papers from a customer, she says they were sent {day} morning. Can you please check?',
      ],
      moves: [
        reply('I can trace that. Who is the sender (address, please), and roughly when was it sent the last time?', {
          after: [6, 50],
        }),
        answer([
          'billing@northwind-freight.example, last try about an hour ago.',
          'it is office@haverford.example, and she sent it again twenty minutes ago.',
        ]),
        note(
          'Trace: three messages, all quarantined as "high confidence phish" because of a macro workbook in a ZIP. Content looks right; sender’s domain has no DKIM.',
          { minutes: [10, 15] },
        ),
        resolve(
          'fixed',
          'found: our filter held all three back because of a ZIP with a workbook full of macros. I have released the newest one to you, please check that the amounts are what you expect before you pay. Ask them to send PDFs in future, those pass.',
          {
            note: 'Released one of three quarantined messages after checking it; no allow entry made.',
            cause: 'Filter quarantined a macro workbook',
            minutes: [5, 10],
          },
        ),
      ],
    },
    {
      title: ['Newsletter of ours lands in spam', 'Customers find our mails in junk'],
      body: [
        'several customers told us that our quotes end up in their junk folder. Is something wrong with our mail?',
        'three customers this week found our mail in junk. That is not a good look.',
      ],
      moves: [
        reply(
          'let me look at how your mail looks from outside. Could you forward me one that landed in junk, as an attachment (drag it into a new mail)?',
        ),
        hold('client', 'I only need one example to go on, from any of the customers.', { after: [60, 240] }),
        answer(
          [
            'here is one that {colleague} got back from a customer.',
            'attached. That customer uses a free mail service.',
          ],
          { after: [120, 900] },
        ),
        note(
          'DKIM signature missing for {domain}, DMARC p=none. Enabled DKIM (two selectors), waiting for the CNAMEs.',
          { minutes: [20, 30] },
        ),
        hold(
          'vendor',
          'your mails were not signed. I have asked the company that holds your domain to add two records, which usually takes them a day.',
          { days: [1, 2] },
        ),
        resolve(
          'fixed',
          'the records are in and your mails now carry a signature. A test to three large mail services arrived in the inbox each time. Reputation needs a few weeks to recover fully.',
          {
            note: 'DKIM enabled and verified, DMARC set to quarantine with reports to us.',
            cause: 'Unsigned mail',
            minutes: [15, 25],
          },
        ),
      ],
    },
  ],
};
