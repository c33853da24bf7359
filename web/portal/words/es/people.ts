import type { Translated } from '#shared/message-words.ts';
import type en from '../en/people.ts';

/** Who is told of a ticket, in Spanish. */
export default {
  'people.colleagues': 'Compañeros a los que también se informa',
  'people.others': 'Otras personas, por dirección de correo',
  'people.othersHelp': 'Si no conoce a alguien, su centro de servicios decide.',
  'people.remove': 'No informar a {name}',
  'people.label': 'A quién se informa',
  'people.also': 'También informados:',
  'people.takeOff': 'Quitar a {name}',
  'people.notTakenOff': 'No se ha quitado',
  'people.proposed': 'Su centro de servicios decide sobre {who}.',
  'people.add': 'Añadir personas',
  'people.addThem': 'Añadir',
} satisfies Translated<typeof en>;
