import { t } from '../words/t.ts';

/** Why signing in at the company's own provider came to nothing, as the address of this page says it: a `Refusal`. */
export function refusedWords(refused: string): string {
  if (refused === 'failed' || refused === 'unavailable') return t('enter.refused.failed');
  return t(refused === 'cancelled' || refused === 'expired' ? 'enter.notDone' : 'enter.refused.unknown');
}
