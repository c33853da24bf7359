import type { PortalContractRow } from '#shared/signing.ts';
import { t } from '../words/t.ts';

/** Where a contract stands, as the reader says it. */
export function contractState({ state, mine, to }: PortalContractRow): string {
  if (state === 'signed' || state === 'active' || state === 'ended') return t(`quotes.contract.${state}`);
  return mine ? t('quotes.contract.mine') : t('quotes.contract.waits', { name: to });
}
