import type { Translated } from '#shared/message-words.ts';
import type en from '../en/knowledge.ts';

/** Finding help, in German. */
export default {
  'knowledge.title': 'Hilfe finden',
  'knowledge.search': 'Was möchten Sie tun?',
  'knowledge.nothingFits': 'Nichts gefunden',
  'knowledge.nothingFitsHelp': 'Versuchen Sie es mit weniger Wörtern, oder fragen Sie Ihren Service Desk.',
  'knowledge.none': 'Es ist noch nichts veröffentlicht',
  'knowledge.noneHelp': 'Hier finden Sie künftig, womit Sie sich selbst helfen können.',
  'knowledge.other': 'Andere Hilfe finden',
  'knowledge.changed': 'Zuletzt geändert: {when}',

  'helped.ask': 'Hat das geholfen?',
  'helped.thanks': 'Vielen Dank.',
  'helped.yes': 'Sie haben gesagt, dass es geholfen hat.',
  'helped.no': 'Sie haben gesagt, dass es nicht geholfen hat. Ihr Service Desk hilft Ihnen gern weiter.',
} satisfies Translated<typeof en>;
