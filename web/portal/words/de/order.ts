import type { Translated } from '#shared/message-words.ts';
import type en from '../en/order.ts';

/** What can be asked for, and what it costs, in German. */
export default {
  'catalogue.title': 'Etwas anfordern',
  'catalogue.heading': 'Was brauchen Sie?',
  'catalogue.more': 'Weiteres',
  'catalogue.none': 'Es wird noch nichts angeboten',
  'catalogue.noneHelp':
    'Ihr Service Desk stellt hier ein, was Sie anfordern können. Sagen Sie ihm bis dahin, was Sie brauchen.',
  'catalogue.sameDay': 'am selben Tag',
  'catalogue.days': { one: 'in {count} Arbeitstag', other: 'in {count} Arbeitstagen' },
  'catalogue.needsApproval': 'muss genehmigt werden',
  'catalogue.all': 'Alles, was Sie anfordern können',

  'order.forWhom': 'Für wen ist es?',
  'order.why': 'Wozu wird es gebraucht?',
  'order.whyRead': 'Wer darüber entscheidet, liest das.',
  'order.forYou': 'Für Sie',
  'order.send': 'Anfrage absenden',
  'order.again': 'Ausgefüllt wie bei Ihrer letzten Anfrage. Was so nicht mehr beantwortet werden kann, ist leer.',

  'quote.label': 'Bevor Sie es absenden',
  'quote.cost': 'Kosten',
  'quote.notSaid': 'Keine Angabe',
  'quote.approval': 'Genehmigung',
  'quote.notNeeded': 'Nicht erforderlich',
  'quote.deskDecides': 'Ihr Service Desk klärt, wer entscheidet',
  'quote.expected': 'Voraussichtlich',
  'quote.deskTells': 'Ihr Service Desk teilt es Ihnen mit',

  'money.nothing': 'Ohne Kosten',

  'request.label': 'Was angefordert wurde',
  'request.for': 'Für',
  'request.askAgain': 'Erneut anfragen',
  'request.withdrawn': 'Zurückgezogen von {who} {when}',
  'request.waitsFor': 'Wartet auf die Entscheidung von {names}',
} satisfies Translated<typeof en>;
