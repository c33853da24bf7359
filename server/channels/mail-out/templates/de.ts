import type { Texts } from './texts.ts';

export const DE: Texts = {
  reply: {
    subject: '[{{ticket.key}}] {{ticket.title}}',
    text: '{{author.name}} schrieb:\n\n{{message}}\n\nSie können einfach auf diese E-Mail antworten.',
  },
  replyResolved: {
    subject: '[{{ticket.key}}] {{ticket.title}}',
    text: '{{author.name}} schrieb:\n\n{{message}}\n\nWir betrachten die Sache als gelöst. Ist sie es nicht, antworten Sie einfach auf diese E-Mail; das Ticket wird dann wieder geöffnet.',
  },
  resolved: {
    subject: '[{{ticket.key}}] Gelöst: {{ticket.title}}',
    text: 'Guten Tag {{recipient.name}},\n\nwir betrachten die Sache als gelöst.\n\n{{message}}\n\nIst sie es nicht, antworten Sie einfach auf diese E-Mail; das Ticket wird dann wieder geöffnet. Über den Link unten können Sie die Lösung bestätigen.',
  },
  notice: {
    subject: '[{{ticket.key}}] {{ticket.title}}',
    text: '{{message}}\n\nSie können einfach auf diese E-Mail antworten.',
  },
  received: {
    subject: '[{{ticket.key}}] Ihre Nachricht ist angekommen',
    text: 'Vielen Dank, Ihre Nachricht ist angekommen. Sie hat die Nummer {{ticket.key}}. Wir melden uns hier bei Ihnen.\n\nSie können einfach auf diese E-Mail antworten.',
  },
  added: {
    subject: '[{{ticket.key}}] {{ticket.title}}',
    text: 'Guten Tag {{recipient.name}},\n\n{{author.name}} hat Sie zum Ticket „{{ticket.title}}“ hinzugefügt. Sie erfahren von nun an, was dazu gesagt wird.\n\nVon: {{requester.name | Ihrem Unternehmen}}\n\n{{message}}\n\nSie können einfach auf diese E-Mail antworten.',
  },
  approval: {
    subject: '[{{ticket.key}}] {{approval.title}}: bitte genehmigen oder ablehnen',
    text: 'Guten Tag {{recipient.name}},\n\nSie werden um Ihre Genehmigung gebeten.\n\n{{message}}\n\nSie werden gefragt als: {{approval.step}} ({{approval.why}}). Der Link unten gilt einmal, ohne Passwort, bis {{approval.until}}. Ihn zu öffnen entscheidet noch nichts.',
  },
  approvalReminder: {
    subject: '[{{ticket.key}}] Erinnerung: {{approval.title}}: bitte genehmigen oder ablehnen',
    text: 'Guten Tag {{recipient.name}},\n\nIhre Genehmigung steht noch aus.\n\n{{message}}\n\nSie werden gefragt als: {{approval.step}} ({{approval.why}}). Der Link unten gilt einmal, ohne Passwort, bis {{approval.until}}. Ihn zu öffnen entscheidet noch nichts.',
  },
  approvalEnded: {
    subject: '[{{ticket.key}}] {{approval.title}}: Ihre Genehmigung wird nicht mehr gebraucht',
    text: 'Guten Tag {{recipient.name}},\n\nIhre Genehmigung von „{{approval.title}}“ wird nicht mehr gebraucht.\n\n{{message}}\n\nSie brauchen nichts mehr zu entscheiden; der Link, den Sie dazu erhalten haben, gilt nicht mehr.',
  },
  rating: {
    subject: '[{{ticket.key}}] Wie zufrieden sind Sie?',
    text: 'Guten Tag {{recipient.name}},\n\nIhr Ticket „{{ticket.title}}“ ist geschlossen. Wie zufrieden sind Sie mit dem, was getan wurde? Wählen Sie unten; Sie können es ändern und mehr dazu sagen.',
  },
  requestApproved: {
    subject: '[{{ticket.key}}] {{ticket.title}}: genehmigt',
    text: 'Guten Tag {{recipient.name}},\n\nIhre Anfrage wurde genehmigt. Wir arbeiten daran.',
  },
  requestRejected: {
    subject: '[{{ticket.key}}] {{ticket.title}}: nicht genehmigt',
    text: 'Guten Tag {{recipient.name}},\n\nIhre Anfrage wurde nicht genehmigt.\n\n{{message}}',
  },
  requestExpired: {
    subject: '[{{ticket.key}}] {{ticket.title}}: nicht genehmigt',
    text: 'Guten Tag {{recipient.name}},\n\nüber Ihre Anfrage hat niemand rechtzeitig entschieden; sie wurde daher nicht genehmigt.',
  },
  requestChanged: {
    subject: '[{{ticket.key}}] {{ticket.title}}: geändert',
    text: 'Guten Tag {{recipient.name}},\n\n{{author.name}} hat die Anfrage „{{ticket.title}}“ geändert:\n\n{{message}}\n\nIst etwas daran falsch, antworten Sie einfach auf diese E-Mail.',
  },
  requestWithdrawn: {
    subject: '[{{ticket.key}}] {{ticket.title}}: zurückgezogen',
    text: 'Guten Tag {{recipient.name}},\n\n{{author.name}} hat die Anfrage „{{ticket.title}}“ zurückgezogen. Es geschieht damit nichts weiter.\n\n{{message}}',
  },
  announcement: {
    subject: '{{announcement.title}}',
    text: 'Guten Tag {{recipient.name}},\n\n{{message}}\n\nBetrifft: {{announcement.services | Ihr Unternehmen}}\nVon: {{announcement.from}}\nBis: {{announcement.until | noch nicht bekannt}}',
  },
  announcementUpdate: {
    subject: '{{announcement.title}}',
    text: 'Guten Tag {{recipient.name}},\n\nes gibt Neues zu „{{announcement.title}}“.\n\n{{message}}',
  },
  announcementEnded: {
    subject: 'Vorbei: {{announcement.title}}',
    text: 'Guten Tag {{recipient.name}},\n\n„{{announcement.title}}“ ist vorbei.\n\n{{message}}\n\nFunktioniert etwas noch nicht, antworten Sie einfach auf diese E-Mail.',
  },
  quote: {
    subject: '{{provider.name | Ihr Service Desk}}: {{quote.number}}, {{quote.title}}',
    text: 'Guten Tag {{recipient.name}},\n\nim Anhang finden Sie {{quote.number}} für {{client.name}}: {{quote.title}}, {{quote.total}}.\n\nBis zum {{quote.until}} können Sie im Portal wählen, was dazugehört, und das Angebot annehmen oder ablehnen.\n\nWenn Sie eine Frage dazu haben, antworten Sie einfach auf diese E-Mail.',
  },
  contract: {
    subject: '{{provider.name | Ihr Service Desk}}: {{contract.name}}, zur Unterschrift',
    text: 'Guten Tag {{recipient.name}},\n\nim Anhang finden Sie den Vertrag „{{contract.name}}“ für {{client.name}}: {{contract.monthly}} im Monat, netto, ab {{contract.begins}}.\n\nBitte lesen und unterschreiben Sie ihn im Portal.\n\nWenn Sie eine Frage dazu haben, antworten Sie einfach auf diese E-Mail.',
  },
  invoice: {
    subject: '{{provider.name | Ihr Service Desk}}: {{invoice.number}}',
    text: 'Guten Tag,\n\nim Anhang finden Sie {{invoice.number}} ({{invoice.name}}) für {{client.name}}: {{invoice.total}}.\n\nHaben Sie eine Frage dazu, antworten Sie einfach auf diese E-Mail.',
  },
  invoiceReminder: {
    subject: 'Erinnerung: {{invoice.number}} war am {{invoice.due}} fällig',
    text: 'Guten Tag,\n\n{{invoice.number}} ({{invoice.name}}) für {{client.name}} war am {{invoice.due}} fällig. Offen sind noch {{invoice.open}}; die Rechnung ist angehängt.\n\nHaben Sie inzwischen gezahlt, betrachten Sie dies bitte als erledigt. Haben Sie eine Frage dazu, antworten Sie einfach auf diese E-Mail.',
  },
};
