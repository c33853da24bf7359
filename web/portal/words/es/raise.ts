import type { Translated } from '#shared/message-words.ts';
import type en from '../en/raise.ts';

/** Telling what is wrong, in Spanish. */
export default {
  'raise.title': '¿Cuál es el problema?',
  'raise.restored': 'Lo que escribió la última vez está de nuevo aquí.',
  'raise.discard': 'Descartarlo',
  'raise.line': 'En pocas palabras',
  'raise.more': '¿Qué ocurre, desde cuándo y qué ve usted?',
  'raise.photo': 'Hacer una foto',
  'raise.drop': 'O suéltelos aquí, o pegue una imagen.',
  'raise.service': '¿De qué se trata?',
  'raise.unknownService': 'No lo sé',
  'raise.mayHelp': 'Esto puede ayudarle',
  'raise.solved': 'Esto lo ha resuelto',
  'raise.glad': 'Nos alegra que le haya ayudado',
} satisfies Translated<typeof en>;
