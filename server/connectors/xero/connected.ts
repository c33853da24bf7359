import { Fault } from '#kernel/errors.ts';
import { type Services, withContext } from '#platform/context/index.ts';
import { BUTTON_MS, ProviderFault } from '#server/connectors/core/index.ts';
import { openXero, type Xero } from './api.ts';
import { BOOKKEEPING, findLink } from './link.ts';

/** Asks Xero something while somebody waits for the answer. `unavailable` with its words where it does not answer. */
export async function connected<R>(services: Services, ask: (xero: Xero) => Promise<R>): Promise<R> {
  const link = await withContext(services, BOOKKEEPING, (ctx) => findLink(ctx));
  if (!link?.refresh_token) throw new Fault('conflict', 'Nobody has agreed at Xero yet. Connect it first.');
  const place = { apiUrl: link.api_url, tenantId: link.tenant_id };
  try {
    return await ask(await openXero(services, place, AbortSignal.timeout(BUTTON_MS)));
  } catch (cause) {
    if (cause instanceof ProviderFault) throw new Fault('unavailable', cause.message, { cause });
    if (cause instanceof DOMException && cause.name === 'TimeoutError')
      throw new Fault('unavailable', 'Xero took too long to answer. Try again.', { cause });
    throw cause;
  }
}
