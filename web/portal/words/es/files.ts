import type { Translated } from '#shared/message-words.ts';
import type en from '../en/files.ts';

/** Files, and mails that are quoted, in Spanish. */
export default {
  'files.attach': 'Adjuntar archivos',
  'files.attached': 'Archivos adjuntos',
  'files.toAttach': 'Para adjuntar',
  'files.remove': 'No adjuntar {name}',
  'files.failed': 'No se ha adjuntado {name}',
  'files.unnamed': 'Archivo',
  'files.tooLarge': 'Un archivo puede tener como máximo {most} MB; este tiene {size} MB.',

  'message.showQuoted': 'Mostrar el texto citado',
  'message.quotedText': 'Texto citado',
  'message.hideQuoted': 'Ocultar el texto citado',
} satisfies Translated<typeof en>;
