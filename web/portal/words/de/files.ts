import type { Translated } from '#shared/message-words.ts';
import type en from '../en/files.ts';

/** Files, and mails that are quoted, in German. */
export default {
  'files.attach': 'Dateien anhängen',
  'files.attached': 'Anhänge',
  'files.toAttach': 'Wird angehängt',
  'files.remove': '{name} nicht anhängen',
  'files.failed': '{name} wurde nicht angehängt',
  'files.unnamed': 'Datei',
  'files.tooLarge': 'Eine Datei darf höchstens {most} MB groß sein; diese hat {size} MB.',

  'message.showQuoted': 'Zitierten Text anzeigen',
  'message.quotedText': 'Zitierter Text',
  'message.hideQuoted': 'Zitierten Text ausblenden',
} satisfies Translated<typeof en>;
