import type { Translated } from '#shared/message-words.ts';
import type en from '../en/knowledge.ts';

/** Finding help, in French. */
export default {
  'knowledge.title': 'Trouver de l’aide',
  'knowledge.search': 'Que souhaitez-vous faire ?',
  'knowledge.nothingFits': 'Aucun résultat',
  'knowledge.nothingFitsHelp': 'Essayez avec moins de mots, ou demandez à votre centre de services.',
  'knowledge.none': 'Rien n’est encore publié',
  'knowledge.noneHelp': 'Vous trouverez ici de quoi vous aider vous-même.',
  'knowledge.other': 'Trouver une autre aide',
  'knowledge.changed': 'Dernière modification : {when}',

  'helped.ask': 'Cela vous a-t-il aidé ?',
  'helped.thanks': 'Merci.',
  'helped.yes': 'Vous avez indiqué que cela vous a aidé.',
  'helped.no': 'Vous avez indiqué que cela ne vous a pas aidé. Votre centre de services vous aidera volontiers.',
} satisfies Translated<typeof en>;
