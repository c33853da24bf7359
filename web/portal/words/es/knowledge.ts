import type { Translated } from '#shared/message-words.ts';
import type en from '../en/knowledge.ts';

/** Finding help, in Spanish. */
export default {
  'knowledge.title': 'Buscar ayuda',
  'knowledge.search': '¿Qué desea hacer?',
  'knowledge.nothingFits': 'Sin resultados',
  'knowledge.nothingFitsHelp': 'Pruebe con menos palabras o pregunte a su centro de servicios.',
  'knowledge.none': 'Aún no hay nada publicado',
  'knowledge.noneHelp': 'Aquí encontrará lo que le permita resolverlo por su cuenta.',
  'knowledge.other': 'Buscar otra ayuda',
  'knowledge.changed': 'Última modificación: {when}',

  'helped.ask': '¿Le ha servido?',
  'helped.thanks': 'Gracias.',
  'helped.yes': 'Ha indicado que le ha servido.',
  'helped.no': 'Ha indicado que no le ha servido. Su centro de servicios le ayudará con gusto.',
} satisfies Translated<typeof en>;
