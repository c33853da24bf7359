import type { Translated } from '#shared/message-words.ts';
import type en from '../en/raise.ts';

/** Telling what is wrong, in Dutch. */
export default {
  'raise.title': 'Wat is er mis?',
  'raise.restored': 'Wat u de vorige keer schreef, staat er weer.',
  'raise.discard': 'Weggooien',
  'raise.line': 'In een paar woorden',
  'raise.more': 'Wat gebeurt er, sinds wanneer, en wat ziet u?',
  'raise.photo': 'Foto maken',
  'raise.drop': 'Of sleep ze hierheen, of plak een afbeelding.',
  'raise.service': 'Waar gaat het over?',
  'raise.unknownService': 'Weet ik niet',
  'raise.mayHelp': 'Dit kan u helpen',
  'raise.solved': 'Dit heeft het opgelost',
  'raise.glad': 'Fijn dat het heeft geholpen',
} satisfies Translated<typeof en>;
