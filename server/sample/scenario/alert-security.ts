import { escalate, handOver, note, resolve } from './moves.ts';
import type { Scenario } from './types.ts';

export const alertSecurity: Scenario = {
  key: 'alert-security',
  kind: 'incident',
  weight: 4,
  category: ['Security', 'Suspicious sign-in'],
  service: 'Security monitoring',
  team: 'network',
  impact: 2,
  urgency: 2,
  source: 'monitoring',
  tags: ['alert', 'security'],
  cases: [
    {
      title: ['Impossible travel: {requester}', 'Unfamiliar sign-in: {email}'],
      slots: {
        place: ['Bucharest', 'Lagos', 'São Paulo', 'Amsterdam', 'Hanoi'],
        address: ['198.51.100.77', '203.0.113.140', '192.0.2.61'],
      },
      body: 'Two sign-ins that one person cannot have made.\n\n- Account: {email} ({client})\n- First: {site}\n- Second: {place}, {address}, 34 minutes later\n- Result of the second: blocked by policy',
      moves: [
        note(
          'Second attempt failed at the policy, no session. Called {first} on {phone}: at the desk, travels nowhere.',
          { minutes: [10, 15], after: [2, 20] },
        ),
        note('Password changed together on the phone, sessions revoked, inbox rules and consents checked: clean.', {
          minutes: [15, 20],
          after: [5, 30],
        }),
        resolve('fixed', 'no access gained. Address on the block list for all clients.', {
          note: 'Password sprayed from abroad, blocked by policy; reset as a precaution.',
          cause: 'Password known to strangers',
          minutes: [5, 10],
        }),
      ],
    },
    {
      title: ['Malware blocked on {pc}', 'Endpoint protection: threat stopped on {pc}'],
      slots: { file: ['invoice_4412.iso', 'Setup_free_pdf.exe', 'order-confirmation.lnk'] },
      body: 'Endpoint protection stopped a file.\n\n- Device: {pc} ({requester}, {client})\n- File: {file} in Downloads\n- Action: quarantined before it ran\n- Parent: browser',
      moves: [
        note(
          'Stopped before execution. Process tree clean, no persistence, no outbound connections. Device isolated for the length of the check.',
          { minutes: [20, 30], after: [2, 20] },
        ),
        note(
          '{first} had looked for a PDF converter and clicked on an advertisement. Full scan clean, isolation lifted, pointed to the company portal.',
          { minutes: [10, 15], after: [30, 120] },
        ),
        resolve('fixed', 'clean. Site added to the web filter for everybody.', {
          note: 'Downloaded from an advertisement, quarantined before it ran.',
          cause: 'Malicious advertisement',
          minutes: [5, 10],
        }),
      ],
    },
    {
      title: ['New forwarding rule to an outside address: {email}'],
      urgency: 1,
      weight: 0.6,
      body: 'A mailbox rule forwards mail to the outside.\n\n- Account: {email} ({client})\n- Rule: name ".", moves "invoice" to RSS feeds and forwards\n- Made from: 198.51.100.203\n- When: 4 minutes ago',
      moves: [
        note('That is a break-in. Sign-in blocked, sessions revoked, rule exported as evidence and removed.', {
          minutes: [10, 15],
          after: [1, 6],
        }),
        escalate(
          'Mailbox of {requester} at {client} taken over; invoices were being watched. {manager} must be told today.',
          { after: [3, 15] },
        ),
        note(
          'Called {manager} and {first}. Attacker was in for 11 minutes, read 6 mails about invoices, sent nothing. Came in by a session stolen through a fake sign-in page on {day}.',
          { minutes: [45, 70], after: [20, 90] },
        ),
        note(
          'Client informs the two suppliers about the invoices. New password and passkey for {first}. Report for the client’s insurer written.',
          { minutes: [40, 60], after: [60, 300] },
        ),
        resolve(
          'fixed',
          'contained, client informed in writing, passkeys rolled out to their finance people next week.',
          {
            note: 'Session theft by a phishing page; 11 minutes of access; contained, reported.',
            cause: 'Phishing page stole a session',
            minutes: [15, 20],
          },
        ),
      ],
    },
    {
      title: ['Certificate of {host} expires in {days} days'],
      slots: { host: ['remote.{domain}', 'portal.{domain}', 'mail.{domain}'], days: ['14', '10', '7'] },
      urgency: 3,
      body: 'A certificate is about to expire.\n\n- Host: {host} ({client})\n- Expires in {days} days\n- Renewal: manual',
      moves: [
        handOver('cloud', 'Manual renewal, please do it and put it on the automatic list.'),
        note('Renewed by script from now on, old one replaced on the firewall and the gateway, tested from outside.', {
          minutes: [25, 35],
          after: [30, 400],
        }),
        resolve('fixed', 'valid for 90 days and renews itself 30 days before.', {
          note: 'Moved to automatic renewal.',
          minutes: [5, 5],
        }),
      ],
    },
  ],
};
