import type { Translated } from '#shared/message-words.ts';
import type en from '../en/files.ts';

/** Files, and mails that are quoted, in Dutch. */
export default {
  'files.attach': 'Bestanden toevoegen',
  'files.attached': 'Bijlagen',
  'files.toAttach': 'Wordt meegestuurd',
  'files.remove': '{name} niet meesturen',
  'files.failed': '{name} is niet toegevoegd',
  'files.unnamed': 'Bestand',
  'files.tooLarge': 'Een bestand mag hoogstens {most} MB zijn; dit bestand is {size} MB.',

  'message.showQuoted': 'Geciteerde tekst tonen',
  'message.quotedText': 'Geciteerde tekst',
  'message.hideQuoted': 'Geciteerde tekst verbergen',
} satisfies Translated<typeof en>;
