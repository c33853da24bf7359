import type { Translated } from '#shared/message-words.ts';
import type en from '../en/ticket.ts';

/** One ticket, in Spanish. */
export default {
  'ticket.earlier': 'Mostrar los anteriores ({count} más)',
  'ticket.latest': 'Volver a los últimos ({count} más)',
  'ticket.next.new': 'A continuación lo revisaremos.',
  'ticket.next.open': 'Estamos trabajando en ello y le escribiremos.',
  'ticket.next.you': 'Necesitamos su respuesta: escríbala abajo.',
  'ticket.next.waiting': 'Esperamos a otra persona y después continuaremos.',
  'ticket.joined':
    'El centro de servicios lo trata junto con otro aviso de su empresa. Las respuestas dirigidas a usted aparecen aquí y puede seguir escribiendo aquí.',
  'ticket.conversation': 'Conversación',
  'ticket.unknown': 'Desconocido',
  'ticket.you': 'usted',
  'ticket.desk': 'centro de servicios',
  'ticket.messageOf': 'Mensaje de {name}',
  'ticket.nothingWritten': 'No se escribió nada más.',
  'ticket.raisedBy': 'comunicado por {name}',
  'ticket.youRaisedBy': 'usted, comunicado por {name}',

  'verdict.label': 'Solución',
  'verdict.ask': '¿Está resuelto?',
  'verdict.solved': 'Resuelto',
  'verdict.closes': 'Si no responde, se cerrará: {when}.',
  'verdict.yes': 'Sí, está resuelto',
  'verdict.notYet': 'No, todavía no',
  'verdict.notAfterAll': 'Al final no está resuelto',
  'verdict.whatIsWrong': '¿Qué falla todavía?',
  'verdict.openAgain': 'Volver a abrir',

  'withdraw.begin': 'Retirar la solicitud',
  'withdraw.why': '¿Por qué? Puede dejarlo vacío.',
  'withdraw.whatFollows': 'Nadie decidirá ya sobre ella ni trabajará en ella.',
  'withdraw.doIt': 'Retirarla',
  'withdraw.tooLate': 'Si ya no se necesita, escríbanos abajo.',

  'reply.label': 'Su respuesta',
  'reply.offline': 'No hay conexión. Deje esta página abierta: el mensaje se enviará cuando vuelva la conexión.',

  'rating.ask': '¿Está satisfecho con lo que se hizo?',
  'rating.thanks': 'Gracias por decírnoslo.',
  'rating.good': 'Satisfecho',
  'rating.fair': 'Regular',
  'rating.bad': 'Insatisfecho',
  'rating.meant': 'Ha elegido «{choice}»: toque la página o pulse aquí para enviarlo.',
  'rating.words': '¿Qué deberíamos saber?',
  'rating.over': 'El plazo para responder ha terminado.',
} satisfies Translated<typeof en>;
