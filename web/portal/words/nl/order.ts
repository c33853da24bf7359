import type { Translated } from '#shared/message-words.ts';
import type en from '../en/order.ts';

/** What can be asked for, and what it costs, in Dutch. */
export default {
  'catalogue.title': 'Iets aanvragen',
  'catalogue.heading': 'Wat hebt u nodig?',
  'catalogue.more': 'Overig',
  'catalogue.none': 'Er wordt nog niets aangeboden',
  'catalogue.noneHelp':
    'Uw servicedesk zet hier wat u kunt aanvragen. Laat tot die tijd aan de servicedesk weten wat u nodig hebt.',
  'catalogue.sameDay': 'dezelfde dag',
  'catalogue.days': { one: 'binnen {count} werkdag', other: 'binnen {count} werkdagen' },
  'catalogue.needsApproval': 'goedkeuring nodig',
  'catalogue.all': 'Alles wat u kunt aanvragen',

  'order.forWhom': 'Voor wie is het?',
  'order.why': 'Waarvoor is het nodig?',
  'order.whyRead': 'Wie erover beslist, leest dit.',
  'order.forYou': 'Voor u',
  'order.send': 'Aanvraag versturen',
  'order.again': 'Ingevuld zoals bij uw vorige aanvraag. Wat niet meer zo beantwoord kan worden, is leeg.',

  'quote.label': 'Voordat u het verstuurt',
  'quote.cost': 'Kosten',
  'quote.notSaid': 'Niet vermeld',
  'quote.approval': 'Goedkeuring',
  'quote.notNeeded': 'Niet nodig',
  'quote.deskDecides': 'uw servicedesk zoekt uit wie beslist',
  'quote.expected': 'Verwacht',
  'quote.deskTells': 'Uw servicedesk laat het u weten',

  'money.nothing': 'Zonder kosten',

  'request.label': 'Wat is aangevraagd',
  'request.for': 'Voor',
  'request.askAgain': 'Opnieuw aanvragen',
  'request.withdrawn': 'Ingetrokken door {who} {when}',
  'request.waitsFor': 'Wacht op de beslissing van {names}',
} satisfies Translated<typeof en>;
