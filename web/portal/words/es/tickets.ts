import type { Translated } from '#shared/message-words.ts';
import type en from '../en/tickets.ts';

/** Tickets in a list: one’s own, and those of the company, in Spanish. */
export default {
  'tickets.title': 'Sus tickets',
  'tickets.which': 'Qué tickets',
  'tickets.open': 'Abiertos',
  'tickets.done': 'Terminados',
  'tickets.noneOpen': 'No hay nada abierto',
  'tickets.noneOpenHelp': 'Nada de lo que ha comunicado está pendiente.',
  'tickets.noneDone': 'Aún no hay nada terminado',
  'tickets.noneDoneHelp': 'Aquí encontrará lo que se haya resuelto.',
  'tickets.doings': 'Qué puede hacer aquí',
  'tickets.raiseHelp': 'Algo no funciona o se comporta de forma extraña',
  'tickets.catalogueHelp': 'Un dispositivo, un programa, un acceso o una nueva incorporación',
  'tickets.knowledgeHelp': 'Instrucciones y respuestas',
  'tickets.decide': 'A la espera de su decisión: {count}',
  'tickets.waitsForYou': 'Espera su respuesta',
  'tickets.waitsForDecision': 'A la espera de una decisión en su empresa',

  'company.access': 'Quién tuvo acceso',
  'company.open': 'Abiertos',
  'company.new': 'Nuevos',
  'company.inWork': 'En el centro de servicios',
  'company.waitsForYou': 'A la espera de su empresa',
  'company.waitsForUs': 'A la espera del centro de servicios',
  'company.firstResponse': 'Primeras respuestas a tiempo',
  'company.nextUpdate': 'Actualizaciones a tiempo',
  'company.resolution': 'Soluciones a tiempo',
  'company.content': 'Satisfechos',
  'company.of': '{count} de {all}',
  'company.period': 'Los porcentajes son de los últimos {days} días.',
  'company.tickets': 'Tickets',
  'company.everywhere': 'En todas partes',
  'company.save': 'Guardar como tabla (CSV)',
  'company.notSaved': 'No se ha guardado',
  'company.none': 'No hay resultados',
} satisfies Translated<typeof en>;
