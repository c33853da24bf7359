import type { Refusal } from '#shared/sign-in-words.ts';
import { t } from '../words/t.ts';

/** Why signing in at the company's own provider came to nothing, as the address of this page says it. */
export function refusedWords(refused: Refusal): string {
  switch (refused) {
    case 'cancelled':
      return t('enter.refused.cancelled');
    case 'expired':
      return t('enter.refused.expired');
    case 'unavailable':
      return t('enter.refused.unavailable');
    case 'unverified':
    case 'unknown':
    case 'linked':
    case 'taken':
      return t('enter.refused.unknown');
    case 'deactivated':
      return t('enter.refused.deactivated');
    default:
      return t('enter.refused.failed');
  }
}
