import type { Translated } from '#shared/message-words.ts';
import type en from '../en/files.ts';

/** Files, and mails that are quoted, in French. */
export default {
  'files.attach': 'Joindre des fichiers',
  'files.attached': 'Pièces jointes',
  'files.toAttach': 'À joindre',
  'files.remove': 'Ne pas joindre {name}',
  'files.failed': '{name} n’a pas été joint',
  'files.unnamed': 'Fichier',
  'files.tooLarge': 'Un fichier peut faire au plus {most} Mo ; celui-ci en fait {size}.',

  'message.showQuoted': 'Afficher le texte cité',
  'message.quotedText': 'Texte cité',
  'message.hideQuoted': 'Masquer le texte cité',
} satisfies Translated<typeof en>;
