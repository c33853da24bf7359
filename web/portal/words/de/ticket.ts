import type { Translated } from '#shared/message-words.ts';
import type en from '../en/ticket.ts';

/** One ticket, in German. */
export default {
  'ticket.earlier': 'Früheres zeigen (noch {count})',
  'ticket.latest': 'Zurück zum Neuesten (noch {count})',
  'ticket.next.new': 'Als Nächstes sehen wir es uns an.',
  'ticket.next.open': 'Wir arbeiten daran und schreiben Ihnen.',
  'ticket.next.you': 'Wir brauchen Ihre Antwort: Schreiben Sie sie unten.',
  'ticket.next.waiting': 'Wir warten auf jemand anderen und machen dann weiter.',
  'ticket.joined':
    'Der Service Desk bearbeitet es zusammen mit einer anderen Meldung aus Ihrem Unternehmen. Antworten an Sie stehen hier, und Sie können hier weiterschreiben.',
  'ticket.conversation': 'Unterhaltung',
  'ticket.unknown': 'Unbekannt',
  'ticket.you': 'Sie',
  'ticket.desk': 'Service Desk',
  'ticket.messageOf': 'Nachricht von {name}',
  'ticket.nothingWritten': 'Sonst wurde nichts geschrieben.',
  'ticket.raisedBy': 'gemeldet von {name}',
  'ticket.youRaisedBy': 'Sie, gemeldet von {name}',

  'verdict.label': 'Lösung',
  'verdict.ask': 'Ist es gelöst?',
  'verdict.solved': 'Gelöst',
  'verdict.closes': 'Ohne Antwort wird es geschlossen: {when}',
  'verdict.yes': 'Ja, es ist gelöst',
  'verdict.notYet': 'Nein, noch nicht',
  'verdict.notAfterAll': 'Es ist doch nicht gelöst',
  'verdict.whatIsWrong': 'Was stimmt noch nicht?',
  'verdict.openAgain': 'Wieder öffnen',

  'withdraw.begin': 'Anfrage zurückziehen',
  'withdraw.why': 'Warum? Das können Sie leer lassen.',
  'withdraw.whatFollows': 'Niemand entscheidet mehr darüber oder arbeitet daran.',
  'withdraw.doIt': 'Zurückziehen',
  'withdraw.tooLate': 'Wird es nicht mehr gebraucht, schreiben Sie uns unten.',

  'reply.label': 'Ihre Antwort',
  'reply.offline':
    'Es besteht keine Verbindung. Lassen Sie diese Seite offen: Die Nachricht wird gesendet, sobald die Verbindung wieder da ist.',

  'rating.ask': 'Wie zufrieden sind Sie mit dem, was getan wurde?',
  'rating.thanks': 'Danke, dass Sie es uns gesagt haben.',
  'rating.good': 'Zufrieden',
  'rating.fair': 'Teils, teils',
  'rating.bad': 'Unzufrieden',
  'rating.meant': 'Sie haben „{choice}“ gewählt: Berühren Sie die Seite oder drücken Sie hier, um es zu senden.',
  'rating.words': 'Was sollten wir wissen?',
  'rating.over': 'Die Frist, dies zu beantworten, ist vorbei.',
} satisfies Translated<typeof en>;
