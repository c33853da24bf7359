import type { Translated } from '#shared/message-words.ts';
import type en from '../en/knowledge.ts';

/** Finding help, in Dutch. */
export default {
  'knowledge.title': 'Hulp zoeken',
  'knowledge.search': 'Wat wilt u doen?',
  'knowledge.nothingFits': 'Niets gevonden',
  'knowledge.nothingFitsHelp': 'Probeer het met minder woorden of vraag het uw servicedesk.',
  'knowledge.none': 'Er is nog niets gepubliceerd',
  'knowledge.noneHelp': 'Hier vindt u straks waarmee u zichzelf kunt helpen.',
  'knowledge.other': 'Andere hulp zoeken',
  'knowledge.changed': 'Laatst gewijzigd: {when}',

  'helped.ask': 'Hebt u hier iets aan gehad?',
  'helped.thanks': 'Dank u wel.',
  'helped.yes': 'U hebt laten weten dat het heeft geholpen.',
  'helped.no': 'U hebt laten weten dat het niet heeft geholpen. Uw servicedesk helpt u graag verder.',
} satisfies Translated<typeof en>;
