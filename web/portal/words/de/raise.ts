import type { Translated } from '#shared/message-words.ts';
import type en from '../en/raise.ts';

/** Telling what is wrong, in German. */
export default {
  'raise.title': 'Was stimmt nicht?',
  'raise.restored': 'Was Sie zuletzt geschrieben haben, ist wieder da.',
  'raise.discard': 'Verwerfen',
  'raise.line': 'In wenigen Worten',
  'raise.more': 'Was geschieht, seit wann, und was sehen Sie?',
  'raise.photo': 'Foto aufnehmen',
  'raise.drop': 'Oder legen Sie sie hier ab, oder fügen Sie ein Bild ein.',
  'raise.service': 'Worum geht es?',
  'raise.unknownService': 'Ich weiß es nicht',
  'raise.mayHelp': 'Das könnte helfen',
  'raise.solved': 'Das hat es gelöst',
  'raise.glad': 'Schön, dass es geholfen hat',
} satisfies Translated<typeof en>;
