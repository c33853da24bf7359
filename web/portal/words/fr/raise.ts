import type { Translated } from '#shared/message-words.ts';
import type en from '../en/raise.ts';

/** Telling what is wrong, in French. */
export default {
  'raise.title': 'Quel est le problème ?',
  'raise.restored': 'Ce que vous aviez écrit la dernière fois est de nouveau là.',
  'raise.discard': 'Supprimer ce brouillon',
  'raise.line': 'En quelques mots',
  'raise.more': 'Que se passe-t-il, depuis quand, et que voyez-vous ?',
  'raise.photo': 'Prendre une photo',
  'raise.drop': 'Ou déposez-les ici, ou collez une image.',
  'raise.service': 'De quoi s’agit-il ?',
  'raise.unknownService': 'Je ne sais pas',
  'raise.mayHelp': 'Ceci peut vous aider',
  'raise.solved': 'Cela a résolu le problème',
  'raise.glad': 'Nous sommes ravis que cela vous ait aidé',
} satisfies Translated<typeof en>;
