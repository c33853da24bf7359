import type { Translated } from '#shared/message-words.ts';
import type en from '../en/order.ts';

/** What can be asked for, and what it costs, in Spanish. */
export default {
  'catalogue.title': 'Solicitar algo',
  'catalogue.heading': '¿Qué necesita?',
  'catalogue.more': 'Otros',
  'catalogue.none': 'Aún no se ofrece nada',
  'catalogue.noneHelp':
    'Su centro de servicios pone aquí lo que puede solicitar. Hasta entonces, dígale lo que necesita.',
  'catalogue.sameDay': 'el mismo día',
  'catalogue.days': { one: 'en {count} día laborable', other: 'en {count} días laborables' },
  'catalogue.needsApproval': 'requiere aprobación',
  'catalogue.all': 'Todo lo que puede solicitar',

  'order.forWhom': '¿Para quién es?',
  'order.why': '¿Para qué se necesita?',
  'order.whyRead': 'Quien lo apruebe leerá esto.',
  'order.forYou': 'Para usted',
  'order.send': 'Enviar la solicitud',
  'order.again': 'Rellenado como en su solicitud anterior. Lo que ya no se puede responder así está vacío.',

  'quote.label': 'Antes de enviar',
  'quote.cost': 'Coste',
  'quote.notSaid': 'Sin indicar',
  'quote.approval': 'Aprobación',
  'quote.notNeeded': 'No es necesaria',
  'quote.deskDecides': 'su centro de servicios averigua quién decide',
  'quote.expected': 'Previsto',
  'quote.deskTells': 'Su centro de servicios se lo comunicará',

  'money.nothing': 'Sin coste',

  'request.label': 'Lo que se ha solicitado',
  'request.for': 'Para',
  'request.askAgain': 'Volver a solicitar',
  'request.withdrawn': 'Retirada por {who} {when}',
  'request.waitsFor': 'A la espera de la decisión de {names}',
} satisfies Translated<typeof en>;
