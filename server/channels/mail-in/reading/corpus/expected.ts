import type { MailReport } from '../index.ts';

/** What is expected of a message of the corpus; what is not named is expected to be nothing. */
export type Expected = {
  /** All lines of the new part. */
  fresh: readonly string[];
  /** All lines of what was quoted. */
  quoted?: readonly string[];
  from?: string;
  subject?: string;
  /** The header that says that a program sent it. */
  automatic?: string;
  /** A word of why it must not be answered, where that is another reason. */
  unanswered?: string;
  /** The header in which a filter calls it spam. */
  spam?: string;
  report?: MailReport;
  forward?: { from: string; subject: string; date: string | null; lines: readonly string[] };
  /** What the invitation says in words. */
  calendar?: readonly string[];
  /** Name, media type and bytes of each file. */
  files?: readonly (readonly [name: string, type: string, size: number])[];
  /** Those of them that the HTML shows. */
  inline?: readonly string[];
  faults?: readonly string[];
  notes?: readonly string[];
};

export const EXPECTED: Readonly<Record<string, Expected>> = {
  'absence-by-subject': {
    fresh: ['Ik ben afwezig.'],
    automatic: 'X-Auto-Response-Suppress',
  },
  'apple-images-between': {
    fresh: ['Before the picture.', 'After the picture.'],
    files: [['one.png', 'image/png', 70]],
  },
  'apple-mail-reply': {
    fresh: ['The disk was unplugged. I plugged it in again.', 'Noor'],
    quoted: ['On 13. Mar 2026, at 08:40, MSP Support <support@msp.example> wrote:', 'Is the disk connected?'],
  },
  'arf-abuse': {
    fresh: ['This is an email abuse report for a message received on Thu, 2 Apr 2026.'],
    automatic: 'Content-Type',
    report: {
      kind: 'abuse',
      feedback: 'abuse',
      recipients: ['pat@bigmail.example'],
      originalId: 'fettle.160.1.ffff@desk.msp.example',
      references: ['start.160@acme.example'],
    },
    files: [
      ['abuse-report.txt', 'message/feedback-report', 147],
      ['[ACME-160] Your ticket.eml', 'message/rfc822', 235],
    ],
  },
  'attached-base64-mail': {
    fresh: [],
    forward: {
      from: 'Jo Lee <jo.lee@acme.example>',
      subject: 'Scanner',
      date: '2026-04-07T07:41:00.000Z',
      lines: ['The scanner is broken.'],
    },
    files: [['Scanner.eml', 'message/rfc822', 611]],
  },
  'auto-submitted-no': {
    fresh: ['Is the office closed on Friday?'],
  },
  'broken-base64': {
    fresh: ['The file is broken.'],
    from: 'Kim Poe <kim.poe@harbour.example>',
    subject: 'Base64',
    files: [['a.pdf', 'application/pdf', 58]],
    faults: ['A part in base64 holds characters that do not belong into it.'],
  },
  'broken-encoding': {
    fresh: [],
    from: 'Kim Poe <kim.poe@harbour.example>',
    subject: 'Encoding',
    files: [['a.txt', 'application/octet-stream', 3]],
    faults: ['The transfer encoding “x-uuencode” is not known; the part is kept as it came.'],
  },
  'broken-header-line': {
    fresh: ['The text.'],
    from: 'Kim Poe <kim.poe@harbour.example>',
    subject: 'A line too much in the header',
    faults: ['The header holds lines that belong to none of its fields.'],
  },
  'broken-inner-not-closed': {
    fresh: ['Only the text.'],
    from: 'Kim Poe <kim.poe@harbour.example>',
    subject: 'Inner',
    files: [['a.png', 'image/png', 70]],
    faults: ['A part that holds others does not end.'],
  },
  'broken-no-boundary-used': {
    fresh: ['There are no parts at all.'],
    from: 'Kim Poe <kim.poe@harbour.example>',
    subject: 'None',
    faults: ['The mail breaks off: its parts do not end.'],
  },
  'broken-no-empty-line': {
    fresh: ['Hello, the text begins at once.', 'Second line.'],
    from: 'Kim Poe <kim.poe@harbour.example>',
    subject: 'No empty line',
    faults: ['No empty line separates the header from the text.'],
  },
  'broken-no-end': {
    fresh: ['The mail was cut on the way.'],
    from: 'Kim Poe <kim.poe@harbour.example>',
    subject: 'Cut',
    files: [['a.png', 'image/png', 45]],
    faults: ['The mail breaks off: its parts do not end.', 'A part in base64 is cut off.'],
  },
  'broken-no-header': {
    fresh: ['Hello, this is only text.', 'Nothing else.'],
    from: '',
    subject: '',
    unanswered: 'From',
    faults: ['The mail has no header.', 'The mail has no Message-ID.', 'The mail does not say from whom it is.'],
  },
  'broken-type': {
    fresh: ['Still readable.'],
    from: 'Kim Poe <kim.poe@harbour.example>',
    subject: 'Type',
  },
  'broken-wrong-boundary': {
    fresh: ['The header names another boundary.'],
    from: 'Kim Poe <kim.poe@harbour.example>',
    subject: 'Wrong',
    files: [['a.png', 'image/png', 70]],
    faults: ['The parts are separated otherwise than the header says.'],
  },
  'challenge-response': {
    fresh: ['Click the link so that I get your mail.'],
    automatic: 'Auto-Submitted',
  },
  'charset-gb18030': {
    fresh: ['打印机不能打印。'],
    from: 'Li Wei <li@gang.example>',
    subject: '打印机故障',
  },
  'charset-iso-2022-jp': {
    fresh: ['プリンターが動きません。'],
    from: '四田属郎 <yamada@minato.example>',
    subject: 'プリンターの故障',
  },
  'charset-koi8-r': {
    fresh: ['Принтер не печатает.'],
    from: 'Ivan Petrov <ivan@gavan.example>',
    subject: 'Принтер',
  },
  'charset-mislabelled-1252': {
    fresh: ['The price is 40 € – “as agreed”.'],
    from: 'Kim Poe <kim.poe@harbour.example>',
    subject: 'Quote',
  },
  'charset-of-page': {
    fresh: ['打印机'],
    from: 'Li Wei <li@gang.example>',
    subject: 'Page',
  },
  'charset-unknown': {
    fresh: ['Café is closed.'],
    from: 'Kim Poe <kim.poe@harbour.example>',
    subject: 'Unknown',
    faults: ['The character set “x-strange-set” is not known.'],
  },
  'charset-unlabelled-utf8': {
    fresh: ['Die Tür schließt nicht.'],
    from: 'Zoë Faß <zoe@harbour.example>',
    subject: 'Störung im Büro',
  },
  'charset-utf-7': {
    fresh: ['Hi +ADw-script+AD4-alert(1)+ADw-/script+AD4-'],
    from: 'Mal Ory <mal@strange.example>',
    subject: 'UTF-7',
    faults: ['The text is in UTF-7, which is shown as it came.'],
  },
  'charset-utf8-lie': {
    fresh: ['Größe: fünf Stück für Köln'],
    from: 'Kim Poe <kim.poe@harbour.example>',
    subject: 'Lie',
    faults: ['The text says it is UTF-8 and is not.'],
  },
  'dmarc-forged': {
    fresh: ['From somebody else.'],
  },
  'dmarc-pass': {
    fresh: ['From the real Jo.'],
  },
  'dsn-delivered': {
    fresh: ['Your message was delivered.'],
    automatic: 'Auto-Submitted',
    unanswered: 'An answer would go to “postmaster”, the address of a program.',
    report: {
      kind: 'delivery',
      recipients: [
        {
          address: 'jo.lee@acme.example',
          action: 'delivered',
          status: '2.0.0',
          diagnostic: null,
        },
      ],
      originalId: 'fettle.160.1.ffff@desk.msp.example',
      references: ['start.160@acme.example'],
    },
    files: [
      ['delivery-report.txt', 'message/delivery-status', 176],
      ['headers.txt', 'text/rfc822-headers', 224],
    ],
  },
  'dsn-exchange-de': {
    fresh: ['Fehler bei der Nachrichtenzustellung an folgende Empfänger:', 'weg@nordwind.example'],
    automatic: 'Auto-Submitted',
    report: {
      kind: 'delivery',
      recipients: [
        {
          address: 'weg@nordwind.example',
          action: 'failed',
          status: '5.1.10',
          diagnostic: '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup',
        },
      ],
      originalId: 'fettle.20.1.ffff@desk.msp.example',
      references: ['start.20@acme.example'],
    },
    files: [
      ['delivery-report.txt', 'message/delivery-status', 387],
      ['[ACME-20] Your ticket.eml', 'message/rfc822', 259],
    ],
  },
  'dsn-exchange-plain': {
    fresh: [
      'Your message',
      'To: Gone Person',
      'Subject: [OLD-5] Your ticket',
      'Sent: Thu, 2 Apr 2026 10:00:00 +0200',
      'did not reach the following recipient(s):',
      'gone@old.example on Thu, 2 Apr 2026 10:00:05 +0200',
      'The e-mail account does not exist at the organization this message was sent to.',
      '<mail.old.example #5.1.1>',
    ],
    automatic: 'Return-Path',
    unanswered: 'An answer would go to “postmaster”, the address of a program.',
    report: {
      kind: 'delivery',
      recipients: [
        {
          address: 'gone@old.example',
          action: 'failed',
          status: '5.1.1',
          diagnostic:
            'The e-mail account does not exist at the organization this message was sent to. <mail.old.example #5.1.1>',
        },
      ],
      originalId: 'fettle.6.1.ffff@desk.msp.example',
      references: ['fettle.6.1.ffff@desk.msp.example'],
    },
  },
  'dsn-exim': {
    fresh: [
      'This message was created automatically by mail delivery software.',
      'A message that you sent could not be delivered to one or more of its',
      'recipients. This is a permanent error. The following address(es) failed:',
      'gone@harbour.example',
      'host mail.harbour.example [192.0.2.20]',
      'SMTP error from remote mail server after RCPT TO:<gone@harbour.example>:',
      '550 5.1.1 User unknown',
      '------ This is a copy of the message, including all the headers. ------',
      'Return-path: <support@msp.example>',
      'From: MSP Support <support@msp.example>',
      'To: gone@harbour.example',
      'Subject: [HARB-30] Your ticket',
      'Message-ID: <fettle.30.1.ffff@desk.msp.example>',
      'References: <start.30@harbour.example>',
      'Hello',
    ],
    automatic: 'Auto-Submitted',
    unanswered: 'An answer would go to “mailer-daemon”, the address of a program.',
    report: {
      kind: 'delivery',
      recipients: [
        {
          address: 'gone@harbour.example',
          action: 'failed',
          status: '5.1.1',
          diagnostic:
            'host mail.harbour.example [192.0.2.20] SMTP error from remote mail server after RCPT TO:<gone@harbour.example>: 550 5.1.1 User unknown',
        },
      ],
      originalId: 'fettle.30.1.ffff@desk.msp.example',
      references: ['start.30@harbour.example'],
    },
  },
  'dsn-exim-delayed': {
    fresh: [
      'This message was created automatically by mail delivery software.',
      'A message that you sent has not yet been delivered to one or more of its',
      'recipients after more than 24 hours on the queue on mail.harbour.example.',
      'The message identifier is: 1abcDE-000001-AB',
      'The subject of the message is: [HARB-30] Your ticket',
      'The address to which the message has not yet been delivered is:',
      'slow@harbour.example',
      'Delay reason: Connection timed out',
      'No action is required on your part.',
    ],
    automatic: 'Auto-Submitted',
    unanswered: 'An answer would go to “mailer-daemon”, the address of a program.',
    report: {
      kind: 'delivery',
      recipients: [
        {
          address: 'slow@harbour.example',
          action: 'delayed',
          status: null,
          diagnostic: 'Delay reason: Connection timed out',
        },
      ],
      originalId: 'fettle.30.2.ffff@desk.msp.example',
      references: ['fettle.30.2.ffff@desk.msp.example'],
    },
  },
  'dsn-exim-fr': {
    fresh: ['Votre message n’a pas pu être remis:', 'parti@atelier.example', '550 5.1.1 Utilisateur inconnu'],
    automatic: 'Return-Path',
    unanswered: 'An answer would go to “mailer-daemon”, the address of a program.',
    report: {
      kind: 'delivery',
      recipients: [
        {
          address: 'parti@atelier.example',
          action: 'failed',
          status: '5.1.1',
          diagnostic: '550 5.1.1 Utilisateur inconnu',
        },
      ],
      originalId: 'fettle.9.1.ffff@desk.msp.example',
      references: ['fettle.9.1.ffff@desk.msp.example'],
    },
  },
  'dsn-gmail': {
    fresh: [
      '** Address not found **',
      "Your message wasn't delivered to gone@acme.example because the address couldn't be found.",
    ],
    automatic: 'Auto-Submitted',
    unanswered: 'An answer would go to “mailer-daemon”, the address of a program.',
    report: {
      kind: 'delivery',
      recipients: [
        {
          address: 'gone@acme.example',
          action: 'failed',
          status: '5.1.1',
          diagnostic: '550-5.1.1 The email account that you tried to reach does not exist.',
        },
      ],
      originalId: 'fettle.160.2.ffff@desk.msp.example',
      references: ['start.160@acme.example', 'fettle.160.2.ffff@desk.msp.example'],
    },
    files: [['delivery-report.txt', 'message/delivery-status', 381]],
  },
  'dsn-postfix-delayed': {
    fresh: ['THIS IS A WARNING ONLY. YOU DO NOT NEED TO RESEND YOUR MESSAGE.'],
    automatic: 'Auto-Submitted',
    unanswered: 'An answer would go to “mailer-daemon”, the address of a program.',
    report: {
      kind: 'delivery',
      recipients: [
        {
          address: 'slow@acme.example',
          action: 'delayed',
          status: '4.4.1',
          diagnostic: 'connect to mail.acme.example[192.0.2.10]:25: Connection timed out',
        },
      ],
      originalId: 'fettle.160.1.ffff@desk.msp.example',
      references: ['start.160@acme.example'],
    },
    files: [
      ['delivery-report.txt', 'message/delivery-status', 267],
      ['headers.txt', 'text/rfc822-headers', 224],
    ],
  },
  'dsn-postfix-failed': {
    fresh: [
      'This is the mail system at host mx.msp.example.',
      '<gone@acme.example>: host mail.acme.example[192.0.2.10] said: 550 5.1.1',
      '<gone@acme.example>: Recipient address rejected: User unknown (in reply to RCPT TO command)',
    ],
    automatic: 'Auto-Submitted',
    unanswered: 'An answer would go to “mailer-daemon”, the address of a program.',
    report: {
      kind: 'delivery',
      recipients: [
        {
          address: 'gone@acme.example',
          action: 'failed',
          status: '5.1.1',
          diagnostic: '550 5.1.1 <gone@acme.example>: Recipient address rejected: User unknown',
        },
      ],
      originalId: 'fettle.160.1.ffff@desk.msp.example',
      references: ['start.160@acme.example'],
    },
    files: [
      ['delivery-report.txt', 'message/delivery-status', 426],
      ['[ACME-160] Your ticket.eml', 'message/rfc822', 260],
    ],
  },
  'dsn-qmail': {
    fresh: [
      'Hi. This is the qmail-send program at qmail.example.',
      "I'm afraid I wasn't able to deliver your message to the following addresses.",
      "This is a permanent error; I've given up. Sorry it didn't work out.",
      '<gone@quill.example>:',
      '192.0.2.30 does not like recipient.',
      'Remote host said: 550 5.1.1 No such user',
      '--- Below this line is a copy of the message.',
      'Return-Path: <support@msp.example>',
      'Received: (qmail 1 invoked from network); 2 Apr 2026 08:00:00 -0000',
      'From: MSP Support <support@msp.example>',
      'To: gone@quill.example',
      'Subject: [QUIL-5] Your ticket',
      'Message-ID: <fettle.5.1.ffff@desk.msp.example>',
      'Hello',
    ],
    automatic: 'Return-Path',
    unanswered: 'An answer would go to “mailer-daemon”, the address of a program.',
    report: {
      kind: 'delivery',
      recipients: [
        {
          address: 'gone@quill.example',
          action: 'failed',
          status: '5.1.1',
          diagnostic: '192.0.2.30 does not like recipient. Remote host said: 550 5.1.1 No such user',
        },
      ],
      originalId: 'fettle.5.1.ffff@desk.msp.example',
      references: [],
    },
  },
  'dsn-two-recipients': {
    fresh: ['Two could not be reached.'],
    automatic: 'Auto-Submitted',
    unanswered: 'An answer would go to “mailer-daemon”, the address of a program.',
    report: {
      kind: 'delivery',
      recipients: [
        {
          address: 'full@acme.example',
          action: 'failed',
          status: '5.2.2',
          diagnostic: '552 5.2.2 mailbox full',
        },
        {
          address: 'gone@acme.example',
          action: 'failed',
          status: '5.1.1',
          diagnostic: null,
        },
      ],
      originalId: 'fettle.160.1.ffff@desk.msp.example',
      references: ['start.160@acme.example'],
    },
    files: [
      ['delivery-report.txt', 'message/delivery-status', 237],
      ['[ACME-160] Your ticket.eml', 'message/rfc822', 233],
    ],
  },
  'exchange-old-out-of-office-nl': {
    fresh: ['Ik ben tot maandag afwezig.'],
    automatic: 'X-Auto-Response-Suppress',
  },
  'exchange-out-of-office-de': {
    fresh: ['Ich bin bis 30. März im Urlaub.'],
    automatic: 'Auto-Submitted',
    unanswered: 'X-Auto-Response-Suppress',
  },
  'files-of-an-office': {
    fresh: ['Here they are.'],
    files: [
      ['Kim.vcf', 'text/vcard', 45],
      [
        'A very very very very very very very very very very very very very very very very very very very very very very very very very very very very very very very very very very very very very very very.pdf',
        'application/pdf',
        125,
      ],
      ['image-3.png', 'image/png', 70],
    ],
  },
  'flowed-delsp': {
    fresh: ['This is one long paragraph that was wrapped.', 'And a second one.'],
    quoted: ['--', 'Kim'],
  },
  'forward-apple-fr': {
    fresh: [
      'Merci de créer un ticket.',
      'Début du message transféré :',
      '> De: Chloé Martin <chloe@atelier.example>',
      '> Objet: Scanner',
      '> Date: 7 avril 2026 à 09:41:00 UTC+2',
      '> À: Sam Tech <sam@msp.example>',
      '>',
      '> Le scanner est en panne.',
    ],
    forward: {
      from: 'Chloé Martin <chloe@atelier.example>',
      subject: 'Scanner',
      date: '2026-04-07T07:41:00.000Z',
      lines: ['Le scanner est en panne.'],
    },
  },
  'forward-apple-mail': {
    fresh: [
      'For the queue.',
      'Begin forwarded message:',
      'From: Jo Lee <jo.lee@acme.example>',
      'Subject: Scanner',
      'Date: 7 April 2026 at 09:41:00 CEST',
      'To: sam@msp.example',
      'The scanner is broken.',
    ],
    forward: {
      from: 'Jo Lee <jo.lee@acme.example>',
      subject: 'Scanner',
      date: '2026-04-07T07:41:00.000Z',
      lines: ['The scanner is broken.'],
    },
  },
  'forward-as-attachment': {
    fresh: ['See the attached mail.'],
    forward: {
      from: 'Jo Lee <jo.lee@acme.example>',
      subject: 'Scanner',
      date: '2026-04-07T07:41:00.000Z',
      lines: ['The scanner is broken.'],
    },
    files: [['Scanner.eml', 'message/rfc822', 611]],
  },
  'forward-gmail': {
    fresh: [
      'Please open a ticket.',
      '---------- Forwarded message ---------',
      'From: Jo Lee <Jo.Lee@acme.example>',
      'Date: Tue, Apr 7, 2026 at 9:41 AM',
      'Subject: Scanner',
      'To: Sam Tech <sam@msp.example>',
      'Hi Sam, the scanner is broken.',
    ],
    forward: {
      from: 'Jo Lee <jo.lee@acme.example>',
      subject: 'Scanner',
      date: '2026-04-07T07:41:00.000Z',
      lines: ['Hi Sam, the scanner is broken.'],
    },
  },
  'forward-of-a-forward': {
    fresh: [
      '---------- Forwarded message ---------',
      'From: Kim Poe <kim.poe@acme.example>',
      'Date: Tue, Apr 7, 2026 at 10:00 AM',
      'Subject: Fwd: Scanner',
      'To: sam@msp.example',
      'From our Jo.',
      '---------- Forwarded message ---------',
      'From: Jo Lee <jo.lee@acme.example>',
      'Date: Tue, Apr 7, 2026 at 9:41 AM',
      'Subject: Scanner',
      'To: kim.poe@acme.example',
      'The scanner is broken.',
    ],
    forward: {
      from: 'Kim Poe <kim.poe@acme.example>',
      subject: 'Fwd: Scanner',
      date: '2026-04-07T08:00:00.000Z',
      lines: [
        'From our Jo.',
        '---------- Forwarded message ---------',
        'From: Jo Lee <jo.lee@acme.example>',
        'Date: Tue, Apr 7, 2026 at 9:41 AM',
        'Subject: Scanner',
        'To: kim.poe@acme.example',
        'The scanner is broken.',
      ],
    },
  },
  'forward-outlook-de': {
    fresh: [
      'Bitte aufnehmen.',
      'Von: Muster, Erika <erika.muster@nordwind.example>',
      'Gesendet: Dienstag, 7. April 2026 09:41',
      'An: Sam Tech <sam@msp.example>',
      'Betreff: Scanner defekt',
      'Der Scanner ist defekt.',
    ],
    forward: {
      from: 'Muster, Erika <erika.muster@nordwind.example>',
      subject: 'Scanner defekt',
      date: '2026-04-07T07:41:00.000Z',
      lines: ['Der Scanner ist defekt.'],
    },
  },
  'forward-text-en': {
    fresh: [
      'Ticket, please.',
      '-----Original Message-----',
      'From: Lee, Jo [mailto:jo.lee@acme.example]',
      'Sent: Tuesday, April 7, 2026 9:41 AM',
      'To: Sam Tech <sam@msp.example>',
      'Subject: Scanner',
      'The scanner is broken (en).',
    ],
    forward: {
      from: 'Lee, Jo <jo.lee@acme.example>',
      subject: 'Scanner',
      date: '2026-04-07T07:41:00.000Z',
      lines: ['The scanner is broken (en).'],
    },
  },
  'forward-text-es': {
    fresh: [
      'Ticket, please.',
      '---------- Mensaje reenviado ---------',
      'De: Jo Lee <jo.lee@acme.example>',
      'Fecha: mar, 7 abr 2026 a las 9:41',
      'Para: Sam Tech <sam@msp.example>',
      'Asunto: Scanner',
      'The scanner is broken (es).',
    ],
    forward: {
      from: 'Jo Lee <jo.lee@acme.example>',
      subject: 'Scanner',
      date: '2026-04-07T07:41:00.000Z',
      lines: ['The scanner is broken (es).'],
    },
  },
  'forward-text-it': {
    fresh: [
      'Ticket, please.',
      '---------- Messaggio inoltrato ---------',
      'Da: Jo Lee <jo.lee@acme.example>',
      'Inviato: martedì 7 aprile 2026 09:41',
      'A: Sam Tech <sam@msp.example>',
      'Oggetto: Scanner',
      'The scanner is broken (it).',
    ],
    forward: {
      from: 'Jo Lee <jo.lee@acme.example>',
      subject: 'Scanner',
      date: '2026-04-07T07:41:00.000Z',
      lines: ['The scanner is broken (it).'],
    },
  },
  'forward-text-nl': {
    fresh: [
      'Ticket, please.',
      '________________________________',
      'Van: Jo Lee <jo.lee@acme.example>',
      'Verzonden: dinsdag 7 april 2026 09:41',
      'Aan: Sam Tech <sam@msp.example>',
      'Onderwerp: Scanner',
      'The scanner is broken (nl).',
    ],
    forward: {
      from: 'Jo Lee <jo.lee@acme.example>',
      subject: 'Scanner',
      date: '2026-04-07T07:41:00.000Z',
      lines: ['The scanner is broken (nl).'],
    },
  },
  'forward-text-pl': {
    fresh: [
      'Ticket, please.',
      '-------- Przekazana wiadomość --------',
      'Od: Jo Lee <jo.lee@acme.example>',
      'Data: wtorek, 7 kwietnia 2026 09:41',
      'Do: Sam Tech <sam@msp.example>',
      'Temat: Scanner',
      'The scanner is broken (pl).',
    ],
    forward: {
      from: 'Jo Lee <jo.lee@acme.example>',
      subject: 'Scanner',
      date: '2026-04-07T07:41:00.000Z',
      lines: ['The scanner is broken (pl).'],
    },
  },
  'forward-text-pt': {
    fresh: [
      'Ticket, please.',
      '-----Mensagem original-----',
      'De: Jo Lee <jo.lee@acme.example>',
      'Enviada em: terça-feira, 7 de abril de 2026 09:41',
      'Para: Sam Tech <sam@msp.example>',
      'Assunto: Scanner',
      'The scanner is broken (pt).',
    ],
    forward: {
      from: 'Jo Lee <jo.lee@acme.example>',
      subject: 'Scanner',
      date: '2026-04-07T07:41:00.000Z',
      lines: ['The scanner is broken (pt).'],
    },
  },
  'forward-thunderbird': {
    fresh: [
      'For the queue.',
      '-------- Forwarded Message --------',
      'Subject: Scanner',
      'Date: Tue, 7 Apr 2026 09:41:00 +0100',
      'From: Jo Lee <jo.lee@acme.example>',
      'To: sam@msp.example',
      'The scanner is broken.',
    ],
    forward: {
      from: 'Jo Lee <jo.lee@acme.example>',
      subject: 'Scanner',
      date: '2026-04-07T08:41:00.000Z',
      lines: ['The scanner is broken.'],
    },
  },
  'forward-with-picture': {
    fresh: [
      'Siehe Bild.',
      'Von: Jo Lee <jo.lee@acme.example>',
      'Gesendet: Dienstag, 7. April 2026 09:41',
      'An: Sam Tech',
      'Betreff: Scanner',
      '[image001.png]',
    ],
    forward: {
      from: 'Jo Lee <jo.lee@acme.example>',
      subject: 'Scanner',
      date: '2026-04-07T07:41:00.000Z',
      lines: ['[image001.png]'],
    },
    files: [['image001.png', 'image/png', 70]],
    inline: ['image001.png'],
  },
  'forward-without-address': {
    fresh: [
      'See below.',
      'From: Jo Lee',
      'Sent: Tuesday, April 7, 2026 9:41 AM',
      'To: Sam Tech',
      'Subject: Scanner',
      'The scanner is broken.',
    ],
  },
  'freescout-auto-reply': {
    fresh: ['We got your message and will answer soon.'],
    automatic: 'Precedence',
    unanswered: 'X-Auto-Response-Suppress',
  },
  'fresh-phishing-report': {
    fresh: [
      'I got this mail and did not click:',
      'From: "Bank" <bank@strange.example>',
      'Sent: Tuesday, April 7, 2026 9:41 AM',
      'To: Noor Aziz',
      'Subject: Your account',
      'Click here to confirm.',
    ],
  },
  'fresh-with-quotes': {
    fresh: ['Hello, the console shows this:', '> disk0: I/O error', '> retry 3', 'What does it mean?'],
  },
  'freshdesk-reply': {
    fresh: ['Hi Jo,', 'the licence is active.'],
    automatic: 'Auto-Submitted',
  },
  'from-escaped': {
    fresh: ['Two remarks.', '>From now on we swap the disks on Friday.', 'Please note it.'],
    quoted: ['On 2026-04-07 09:41, MSP Support wrote:', '> When do you swap?'],
  },
  'gmail-android-reply-pt': {
    fresh: ['Pode ser amanhã às 10h.', 'Obrigado!'],
    quoted: ['MSP Support <support@msp.example> escreveu (terça, 7/04/2026 à(s) 09:41):', 'Quando podemos ligar?'],
  },
  'gmail-bottom-post': {
    fresh: [
      'On Tue, Apr 7, 2026 at 9:41 AM MSP Support <support@msp.example> wrote:',
      'Which extension?',
      'It is 412.',
    ],
  },
  'gmail-inline-answers': {
    fresh: [
      'Hi Sam,',
      'On Tue, Mar 10, 2026 at 1:05 PM Sam Support <support@msp.example> wrote:',
      '1. Which size?',
      'The small one.',
      '2. Which colour?',
      'Silver, please.',
    ],
  },
  'gmail-reply-es': {
    fresh: ['Sigue sin imprimir: la cola dice «error 0x97».'],
    quoted: [
      'El mar, 7 abr 2026 a las 9:41, MSP Support (<support@msp.example>) escribió:',
      '¿Puede intentarlo de nuevo?',
    ],
  },
  'gmail-screenshot': {
    fresh: ['See the picture: [error.png]'],
    from: 'Jo Lee <jo.lee@acme.example>',
    subject: 'Fehler beim Öffnen der Datei',
    files: [
      ['error.png', 'image/png', 70],
      ['Angebot März.pdf', 'application/pdf', 125],
    ],
    inline: ['error.png'],
  },
  'gmail-text-reply-fr': {
    fresh: ['Bonjour,', "C'est bon, j'ai accès maintenant. Merci beaucoup !", 'Chloé'],
    quoted: [
      'Le mar. 7 avr. 2026 à 09:41, MSP Support <support@msp.example> a',
      'écrit :',
      '> Bonjour,',
      '> pouvez-vous réessayer ?',
    ],
  },
  'gmail-text-reply-it': {
    fresh: ['Ora funziona, grazie.'],
    quoted: [
      'Il giorno mar 7 apr 2026 alle ore 09:41 MSP Support <',
      'support@msp.example> ha scritto:',
      '> Può riprovare adesso?',
    ],
  },
  'gmail-text-reply-pl': {
    fresh: ['Działa, dziękuję. Proszę zamknąć zgłoszenie.'],
    quoted: [
      'wt., 7 kwi 2026 o 09:41 MSP Support <support@msp.example> napisał(a):',
      '> Czy może Pani spróbować ponownie?',
    ],
  },
  'gmail-vacation-fr': {
    fresh: ['Je suis absente jusqu’au 20 avril.'],
    quoted: ['--', 'Chloé Martin'],
    automatic: 'Auto-Submitted',
  },
  'gmail-web-reply': {
    fresh: ['Thanks, it works again 👍'],
    quoted: [
      'On Tue, Mar 10, 2026 at 1:05 PM MSP Support <support@msp.example> wrote:',
      'We replaced the fuser. Does it print now?',
    ],
  },
  'gmx-reply-de': {
    fresh: ['Passt, danke.'],
    quoted: [
      'Gesendet: Dienstag, 07. April 2026 um 09:41 Uhr',
      'Von: "MSP Support" <support@msp.example>',
      'An: uwe@gmx.example',
      'Betreff: Zugang zum Lager-PC',
      'Passt es jetzt?',
    ],
  },
  'group-list': {
    fresh: ['The left monitor flickers.'],
    quoted: ['--', 'You received this message because you are subscribed to the group.'],
    automatic: 'Precedence',
  },
  'hostile-html': {
    fresh: ['Helloclick', 'end <img src=x onerror=alert(8)>'],
    from: 'Mal Ory <mal@strange.example>',
    subject: '<script>alert(1)</script>',
  },
  'huge-message-id': {
    fresh: ['The Message-ID is huge.'],
    faults: ['The Message-ID is longer than 998 characters.'],
  },
  'idn-and-groups': {
    fresh: ['Hello'],
    from: 'Jürgen Müller <juergen+it@xn--bcher-kva.example>',
    subject: 'Adresses',
  },
  'invite-cancelled': {
    fresh: ['The meeting was cancelled.'],
    calendar: ['Cancelled: Router swap', '2026-04-20'],
    files: [['invitation.ics', 'text/calendar', 170]],
  },
  'invite-google-endless': {
    fresh: ['Weekly check'],
    automatic: 'Auto-Submitted',
    calendar: [
      'Invitation: Weekly check',
      '2026-04-16 07:00 (UTC) to 2026-04-16 07:30 (UTC)',
      'Organizer: Jo Lee <jo.lee@acme.example>',
      'It repeats every second, without an end.',
    ],
    files: [
      ['invitation.ics', 'text/calendar', 255],
      ['invite.ics', 'text/calendar', 32],
    ],
  },
  'invite-outlook-recurring': {
    fresh: ['Bitte kommen Sie zur Abnahme.'],
    calendar: [
      'Invitation: Abnahme, Serverraum',
      '2026-04-16 09:00 (W. Europe Standard Time) to 2026-04-16 10:00 (W. Europe Standard Time)',
      'Place: Raum 2; Nordwind',
      'Organizer: Muster, Erika <erika.muster@nordwind.example>',
      'It repeats every week, without an end.',
    ],
    files: [['invitation.ics', 'text/calendar', 826]],
  },
  'invite-reply-accepted': {
    fresh: ['Kim Poe has accepted.'],
    calendar: [
      'Answer to an invitation: Router swap',
      '2026-04-20 08:00 (UTC)',
      'Organizer: <support@msp.example>',
      'Kim Poe has accepted.',
    ],
    files: [['invitation.ics', 'text/calendar', 256]],
  },
  'iphone-reply-nl': {
    fresh: ['Hij start weer op.', 'Verstuurd vanaf mijn iPhone'],
    quoted: [
      'Op 7 apr 2026 om 09:41 heeft MSP Support <support@msp.example> het volgende geschreven:',
      'Kunt u de laptop 10 seconden uitzetten?',
    ],
  },
  'iphone-signature-only': {
    fresh: [
      'Sent from my iPhone',
      'On 7 Apr 2026, at 09:41, MSP Support <support@msp.example> wrote:',
      'Did the restart help?',
    ],
  },
  'jira-notification': {
    fresh: [
      '[ https://jira.vendor-jira.example/browse/NET-12?page=x ]',
      'Jo Dev commented on NET-12:',
      '---------------------------',
      'Fixed in firmware 7.2.',
    ],
    quoted: ['--', 'This message was sent by Atlassian Jira', '(v9.12.0)'],
    automatic: 'Auto-Submitted',
  },
  'layout-table': {
    fresh: ['First line', 'Second line', 'Item Pieces', 'Dock 3', 'today', 'or tomorrow'],
  },
  'list-footer-reply': {
    fresh: ['Friday is fine.'],
    quoted: ['--', 'Noor Aziz', 'Atelier', 'On 2026-04-07 09:41, MSP Support wrote:', '> When do you swap?'],
  },
  'list-foreign': {
    fresh: ['A new release is out.'],
    automatic: 'List-Id',
  },
  'long-header': {
    fresh: ['The header is long.'],
    faults: ['A line of the header is longer than 64 kB; its rest was left out.'],
  },
  monitoring: {
    fresh: ['Backup task failed on NAS.'],
  },
  newsletter: {
    fresh: ["What's new", 'Faster sync. Read more'],
    automatic: 'Precedence',
  },
  'no-message-id': {
    fresh: ['There is no Message-ID.'],
    faults: ['The mail has no Message-ID.'],
  },
  'notes-out-of-office-pl': {
    fresh: ['Nie ma mnie w biurze do poniedziałku.'],
    automatic: 'Return-Path',
  },
  'notes-reply': {
    fresh: ['Now I see the calendar.'],
    quoted: [
      'From: "MSP Support" <support@msp.example>',
      'To: "Kim Poe" <kim.poe@harbour.example>',
      'Date: 07.04.2026 09:41',
      'Subject: [HARB-13] Calendar',
      'Do you see it?',
    ],
  },
  'outlook-android-reply': {
    fresh: ['Extension 412 please.', 'Get Outlook for Android'],
    quoted: [
      'From: MSP Support <support@msp.example>',
      'Sent: Tuesday, April 7, 2026 9:41:00 AM',
      'To: Kim Poe <kim.poe@harbour.example>',
      'Subject: Phone',
      'Which extension?',
    ],
  },
  'outlook-bottom-post': {
    fresh: [
      'From: MSP Support <support@msp.example>',
      'Sent: Tuesday, April 7, 2026 9:41 AM',
      'To: Kim Poe',
      'Subject: [HARB-12] Phone',
      'Which extension?',
      'Extension 412.',
    ],
  },
  'outlook-desktop-reply-de': {
    fresh: [
      'Guten Morgen,',
      'heute früh brach die Verbindung wieder ab, diesmal nach 10 Minuten.',
      'Mit freundlichen Grüßen',
      'Erika Muster',
    ],
    quoted: [
      'Von: Support (MSP) <support@msp.example>',
      'Gesendet: Dienstag, 10. März 2026 17:02',
      'An: Erika Muster <erika.muster@nordwind.example>',
      'Betreff: [NORD-7] VPN bricht ab',
      'Bitte testen Sie erneut.',
    ],
  },
  'outlook-inline-answers': {
    fresh: [
      'Hallo,',
      'siehe unten in rot.',
      'Von: MSP Support <support@msp.example>',
      'Gesendet: Dienstag, 7. April 2026 09:41',
      'An: Erika Muster',
      'Betreff: [NORD-9] Fragen zum Umzug',
      'Wie viele Arbeitsplätze?',
      'Zwölf, davon zwei mit Steh-Tisch.',
    ],
  },
  'outlook-ios-reply': {
    fresh: ['Monday is fine.', 'Get Outlook for iOS'],
    quoted: [
      'From: MSP Support <support@msp.example>',
      'Sent: Thursday, March 12, 2026 11:40:00 AM',
      'To: Kim Poe <kim.poe@harbour.example>',
      'Subject: [HARB-3] New starter on Monday',
      'Is Monday fine?',
    ],
  },
  'outlook-mac-reply-fr': {
    fresh: ['L’imprimante est de nouveau en ligne.'],
    quoted: [
      'De : MSP Support <support@msp.example>',
      'Date : mardi, 7 avril 2026 à 09:41',
      'À : Chloé Martin <chloe@atelier.example>',
      'Objet : [ATEL-4] Imprimante hors ligne',
      'Pouvez-vous vérifier le câble ?',
    ],
  },
  'outlook-named-answers': {
    fresh: [
      'Hallo zusammen, anbei die Antworten.',
      'From: MSP Support <support@msp.example>',
      'Sent: Tuesday, April 7, 2026 9:41 AM',
      'To: Erika Muster',
      'Subject: [NORD-9] Fragen zum Umzug',
      'Bis wann?',
      '[Erika Muster] Bis Ende Mai.',
    ],
  },
  'outlook-plain-original-message': {
    fresh: ['It is slow again since 10:30, all users on floor 3.', 'Kim'],
    quoted: [
      '-----Original Message-----',
      'From: MSP Support <support@msp.example>',
      'Sent: Tuesday, April 7, 2026 9:41 AM',
      'To: Kim Poe <kim.poe@harbour.example>',
      'Subject: [HARB-9] Slow file server',
      'We restarted the service. Is it better?',
    ],
  },
  'outlook-plain-reply-es': {
    fresh: ['Ya imprime. Gracias.'],
    quoted: [
      '________________________________',
      'De: MSP Support <support@msp.example>',
      'Enviado: martes, 7 de abril de 2026 9:41',
      'Para: Lucía Gómez <lucia@puerto.example>',
      'Asunto: No puedo imprimir',
      '¿Funciona ahora?',
    ],
  },
  'outlook-plain-reply-it': {
    fresh: ['Sì, tutto a posto.'],
    quoted: [
      '________________________________',
      'Da: MSP Support <support@msp.example>',
      'Inviato: martedì 7 aprile 2026 09:41',
      'A: Giulia Rossi <giulia@molo.example>',
      'Oggetto: Posta bloccata',
      'Funziona?',
    ],
  },
  'outlook-plain-reply-pt': {
    fresh: ['O nome é Inês Costa.'],
    quoted: [
      '-----Mensagem original-----',
      'De: MSP Support <support@msp.example>',
      'Enviada em: terça-feira, 7 de abril de 2026 09:41',
      'Para: João Silva <joao@cais.example>',
      'Assunto: Novo utilizador',
      'Qual é o nome?',
    ],
  },
  'outlook-reply-pl': {
    fresh: ['Nadal nie działa.'],
    quoted: [
      'Od: MSP Support <support@msp.example>',
      'Wysłano: wtorek, 7 kwietnia 2026 09:41',
      'Do: Anna Nowak <anna@przystan.example>',
      'Temat: Brak dostępu do VPN',
      'Proszę spróbować ponownie.',
    ],
  },
  'outlook-web-reply': {
    fresh: ['Her name is Anaïs Dupré, she starts at 9.'],
    quoted: [
      'From: MSP Support <support@msp.example>',
      'Sent: Thursday, March 12, 2026 11:40 AM',
      'To: Kim Poe <kim.poe@harbour.example>',
      'Subject: [HARB-3] New starter on Monday',
      'What is the name of the new colleague?',
    ],
  },
  'outlook-web-reply-nl': {
    fresh: ['Hij heet Bram Smit.', 'Daan de Vries', 'Haven BV'],
    quoted: [
      'Van: MSP Support <support@msp.example>',
      'Verzonden: dinsdag 7 april 2026 09:41',
      'Aan: Daan de Vries <daan@haven.example>',
      'Onderwerp: Nieuwe medewerker',
      'Hoe heet de collega?',
    ],
  },
  'pgp-inline': {
    fresh: [
      '-----BEGIN PGP SIGNED MESSAGE-----',
      'Hash: SHA512',
      'The gate code changed again.',
      '-----BEGIN PGP SIGNATURE-----',
      'iHUEARYKAB0WIQ',
      '=abcd',
      '-----END PGP SIGNATURE-----',
    ],
    notes: ['The text is signed (PGP); the signature was not checked.'],
  },
  'pgp-mime-encrypted': {
    fresh: [],
    files: [
      ['part-1.bin', 'application/pgp-encrypted', 12],
      ['encrypted.asc', 'application/pgp-encrypted', 85],
    ],
    notes: ['The mail is encrypted (PGP); it can be read only by whom it was encrypted for.'],
  },
  'pgp-mime-signed': {
    fresh: ['The gate code changed.'],
    files: [['signature.asc', 'application/pgp-signature', 85]],
    notes: ['The mail is signed (PGP); the signature was not checked.'],
  },
  'picture-only-reply': {
    fresh: ['[screen.png]'],
    quoted: ['On Tue, Apr 7, 2026 at 9:41 AM MSP Support <support@msp.example> wrote:', 'What do you see?'],
    files: [['screen.png', 'image/png', 70]],
    inline: ['screen.png'],
  },
  'plain-new': {
    fresh: [
      'Hello,',
      'the printer on floor 2 prints only half pages since this morning.',
      'I restarted it twice – no change. See https://printers.acme.example/p2.',
      '- paper is full',
      '- toner says 40 %',
      'Thanks',
      'Jo',
    ],
    quoted: ['--', 'Jo Lee · Acme Tools · +49 30 5550 100'],
    from: 'Jo Lee <jo.lee@acme.example>',
    subject: 'Printer on floor 2 prints only half pages',
  },
  'proton-reply': {
    fresh: ['The code arrived.'],
    quoted: [
      'On Tuesday, April 7th, 2026 at 9:41 AM, MSP Support <support@msp.example> wrote:',
      'Did the code arrive?',
    ],
  },
  'qq-reply': {
    fresh: ['分机 412。'],
    quoted: [
      '------------------ Original ------------------',
      'From: "MSP Support"<support@msp.example>;',
      'Date: Tue, Apr 7, 2026 09:41 AM',
      'To: "Li Wei"<li@gang.example>;',
      'Subject: Phone',
      'Which extension?',
    ],
  },
  'receipt-outlook': {
    fresh: [
      'Your message',
      'To: Kim Poe',
      'Subject: [HARB-3] New starter on Monday',
      'was read on Thursday, April 2, 2026 10:00:00 AM.',
    ],
    automatic: 'Content-Type',
    report: {
      kind: 'receipt',
      address: 'kim.poe@harbour.example',
      disposition: 'displayed',
      originalId: 'fettle.3.9.bbbb@desk.msp.example',
      references: ['fettle.3.9.bbbb@desk.msp.example'],
    },
    files: [['receipt.txt', 'message/disposition-notification', 225]],
  },
  'reply-to-a-forward': {
    fresh: ['Thanks, works.'],
    quoted: [
      'From: MSP Support <support@msp.example>',
      'Sent: Tuesday, April 7, 2026 9:41 AM',
      'To: Kim Poe',
      'Subject: FW: Scanner',
      'Is it fixed?',
    ],
  },
  'reply-with-pasted-chat': {
    fresh: [
      'In the chat he said:',
      'On Monday, April 6, 2026 at 8:00 AM, Bill <bill@strange.example> wrote:',
      'Pay now.',
      'We did not answer.',
    ],
    quoted: ['On Tue, Apr 7, 2026 at 9:41 AM MSP Support <support@msp.example> wrote:', '> Did they write again?'],
  },
  'reply-with-pasted-mail': {
    fresh: [
      'They sent us this again:',
      'From: Billing <billing@strange.example>',
      'Sent: Monday, April 6, 2026 8:00 AM',
      'To: Kim Poe',
      'Subject: Last warning',
      'Pay now.',
      'Is it phishing? We did not answer.',
    ],
    quoted: [
      'From: MSP Support <support@msp.example>',
      'Sent: Tuesday, April 7, 2026 9:41 AM',
      'To: Kim Poe',
      'Subject: [HARB-40] Invoices',
      'Did they write again?',
    ],
  },
  'roundcube-reply': {
    fresh: ['Disk 2 is full as well.'],
    quoted: ['On 2026-04-07 09:41, MSP Support wrote:', '> Disk 1 is full.', '> Shall we order another one?'],
  },
  'samsung-reply-de': {
    fresh: ['Morgen früh passt es.', 'Von meinem Galaxy gesendet'],
    quoted: [
      '-------- Ursprüngliche Nachricht --------',
      'Von: MSP Support <support@msp.example>',
      'Datum: 07.04.26 09:41 (GMT+01:00)',
      'An: Uwe Werk <uwe@werk.example>',
      'Betreff: Zugang zum Lager-PC',
      'Wann passt es?',
    ],
  },
  'separator-bare-text': {
    fresh: ['Both networks.'],
    quoted: ['— reply above this line —', 'Which network?'],
  },
  'separator-gmail-reply': {
    fresh: ['It is the guest network.'],
    quoted: [
      'On Tue, 7 Apr 2026 at 09:41, MSP Support <support@msp.example> wrote:',
      '— reply above this line —',
      'Which network?',
    ],
  },
  'separator-outlook-reply-de': {
    fresh: ['Das Gäste-WLAN.'],
    quoted: [
      'Von: MSP Support <support@msp.example>',
      'Gesendet: Dienstag, 7. April 2026 09:41',
      'An: Erika Muster',
      'Betreff: [NORD-12] WLAN',
      '— bitte oberhalb dieser Zeile antworten —',
      'Welches WLAN?',
    ],
  },
  'servicenow-notification': {
    fresh: ['Your incident INC0012345 has been updated.', 'State: In Progress', 'Ref:MSG0054321'],
    automatic: 'Precedence',
  },
  'smime-encrypted': {
    fresh: [],
    files: [['smime.p7m', 'application/pkcs7-mime', 858]],
    notes: ['The mail is encrypted (S/MIME); it can be read only by whom it was encrypted for.'],
  },
  'smime-opaque-signed': {
    fresh: ['Der Schlüssel für den Serverraum ist verloren gegangen.'],
    files: [
      ['smime.p7m', 'application/pkcs7-mime', 1715],
      ['Plan.pdf', 'application/pdf', 125],
    ],
    notes: ['The mail is signed (S/MIME); the signature was not checked.'],
  },
  'smime-opaque-streamed': {
    fresh: ['Der Schlüssel für den Serverraum ist verloren gegangen.'],
    files: [
      ['smime.p7m', 'application/pkcs7-mime', 1719],
      ['Plan.pdf', 'application/pdf', 125],
    ],
    notes: ['The mail is signed (S/MIME); the signature was not checked.'],
  },
  'smime-signed': {
    fresh: ['Der Schlüssel für den Serverraum ist verloren gegangen.'],
    files: [
      ['Plan.pdf', 'application/pdf', 125],
      ['smime.p7s', 'application/pkcs7-signature', 1163],
    ],
    notes: ['The mail is signed (S/MIME); the signature was not checked.'],
  },
  'smime-signed-with-footer': {
    fresh: ['The signed words.', 'Footer of the mail gateway.'],
    files: [['smime.p7s', 'application/pkcs7-signature', 1163]],
    notes: [
      'Only a part of the mail is signed (S/MIME), what stands outside of it is not; the signature was not checked.',
    ],
  },
  'spam-flagged': {
    fresh: ['Claim it now.'],
    spam: 'X-Spam-Flag',
  },
  'spam-microsoft': {
    fresh: ['Claim it now.'],
    spam: 'X-Forefront-Antispam-Report',
  },
  'subject-cut-in-two': {
    fresh: ['Please check.'],
    from: 'Kim Poe <kim.poe@harbour.example>',
    subject: 'Überprüfung',
  },
  'thunderbird-bottom-post': {
    fresh: [
      'Am 16.03.26 um 09:12 schrieb MSP Support:',
      '> Welcher Benutzer soll Zugriff auf den Lager-PC bekommen und ab wann?',
      '>',
      'Frau Klein, ab sofort. Sie sitzt jetzt im Lager und braucht die Etiketten-Software.',
      '> Soll sie drucken dürfen?',
      'Ja, bitte auf beiden Druckern.',
      '--',
      'Uwe Werk',
    ],
  },
  'thunderbird-html-answers-within': {
    fresh: ['Am 07.04.26 um 09:41 schrieb MSP Support:', 'Welche Durchwahl?', 'Die 412.', 'Ab wann?', 'Ab Montag.'],
  },
  'thunderbird-html-top-post': {
    fresh: ['Durchwahl 412.'],
    quoted: ['Am 07.04.26 um 09:41 schrieb MSP Support:', 'Welche Durchwahl?', '--', 'Uwe Werk'],
  },
  'thunderbird-top-post': {
    fresh: ['Danke, Frau Klein kann arbeiten. Das Ticket kann aus meiner Sicht geschlossen werden.'],
    quoted: [
      'Am 16.03.26 um 10:40 schrieb MSP Support:',
      '> Der Zugang ist eingerichtet.',
      '--',
      'Uwe Werk',
      'Werk GmbH',
    ],
  },
  'tnef-alone': {
    fresh: ['The scanner in room 4 is dead.', 'Café Kim'],
    files: [['log.txt', 'application/octet-stream', 10]],
    notes: ['What the file winmail.dat carries was taken out of it.'],
  },
  'tnef-cut': {
    fresh: ['The figures are attached.'],
    files: [
      ['winmail.dat', 'application/ms-tnef', 412],
      ['Quartalszahlen März.csv', 'text/csv', 10],
    ],
    notes: ['The file winmail.dat is broken; what could be taken out of it stands beside it.'],
  },
  'tnef-files': {
    fresh: ['The figures are attached.'],
    files: [
      ['Quartalszahlen März.csv', 'text/csv', 10],
      ['shot.png', 'image/png', 70],
    ],
    notes: ['What the file winmail.dat carries was taken out of it.'],
  },
  'tnef-rtf-cut': {
    fresh: ['The scanner in room 4 is dead, says Café Kim – it beeps & blinks.'],
    files: [['winmail.dat', 'application/ms-tnef', 491]],
    notes: ['The file winmail.dat is broken; what could be taken out of it stands beside it.'],
  },
  'tnef-rtf-html': {
    fresh: ['The scanner in room 4 is dead, says Café Kim – it beeps & blinks.', 'Привет, €20 or a new one?'],
    notes: ['What the file winmail.dat carries was taken out of it.'],
  },
  'tnef-rtf-plain': {
    fresh: ['The printer’s tray is empty.', 'Привет {all}', '• one', 'two'],
    notes: ['What the file winmail.dat carries was taken out of it.'],
  },
  'tnef-rtf-text': {
    fresh: ['The printer’s tray is empty.', 'Привет {all}', '• one', 'two'],
    notes: ['What the file winmail.dat carries was taken out of it.'],
  },
  'tnef-winmail': {
    fresh: ['The contacts are attached.'],
    files: [['winmail.dat', 'application/ms-tnef', 57]],
    notes: ['The file winmail.dat is in a format of Outlook’s own; what it carries could not be taken out.'],
  },
  'two-message-ids': {
    fresh: ['There are two.'],
    faults: ['The mail has several Message-IDs; the first one counts.'],
  },
  uuencoded: {
    fresh: ['The report and the picture.', 'begin 644 what', 'is no file, but a sentence that says so.', 'end'],
    files: [
      ['report.txt', 'application/octet-stream', 160],
      ['shot.png', 'image/png', 70],
    ],
  },
  'vacation-procmail': {
    fresh: [
      'I will not be reading my mail for a while.',
      'Your mail concerning "[UNIX-3] Disk"',
      'will be read when I return.',
    ],
    automatic: 'Auto-Submitted',
  },
  'vacation-sieve-es': {
    fresh: ['Estoy de vacaciones hasta el lunes.'],
    automatic: 'Auto-Submitted',
  },
  'wrong-media-type': {
    fresh: ['Three files.'],
    files: [
      ['picture.png', 'application/octet-stream', 38],
      ['pass gnp.wd', 'image/png', 70],
      ['list.csv', 'text/csv', 8],
    ],
  },
  'yahoo-mobile-reply': {
    fresh: [
      'Still the same error.',
      'Sent from Yahoo Mail on Android',
      'On Tue, Apr 7, 2026 at 9:41, MSP Support<support@msp.example> wrote: Can you log in?',
    ],
  },
  'yahoo-reply': {
    fresh: ['I can log in now.'],
    quoted: [
      'On Tuesday, April 7, 2026 at 09:41:00 AM GMT+2, MSP Support <support@msp.example> wrote:',
      'Can you log in?',
    ],
  },
  'zendesk-notification': {
    fresh: [
      '##- Please type your reply above this line -##',
      'Sam Vendor (Vendor Support)',
      'Your key was renewed.',
      'This email is a service from Vendor Support.',
    ],
    automatic: 'Auto-Submitted',
    unanswered: 'X-Auto-Response-Suppress',
  },
  'zimbra-reply': {
    fresh: ['Extension 412.'],
    quoted: [
      'From: "MSP Support" <support@msp.example>',
      'To: "Kim Poe" <kim.poe@harbour.example>',
      'Sent: Tuesday, April 7, 2026 9:41:00 AM',
      'Subject: Phone',
      'Which extension?',
    ],
  },
};
