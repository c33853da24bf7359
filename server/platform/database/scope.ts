import { createHmac } from 'node:crypto';
import { isId } from '#kernel/ids.ts';

/**
 * Which clients a transaction may see, and for whom it speaks. It is an argument, never ambient state.
 * `contactId` narrows a contact's scope to their own work unless `companyWide`; with `siteId` they see that site's as well.
 */
export type Scope = {
  readonly principal: 'staff' | 'contact' | 'system';
  readonly principalId: string | null;
  readonly allClients: boolean;
  readonly clientIds: readonly string[];
  readonly contactId?: string;
  readonly companyWide?: boolean;
  readonly siteId?: string;
};

/** The program itself: jobs, sign-in, importers. It sees every client, and acts in somebody's name through `Ctx.actor`. */
export const SYSTEM: Scope = { principal: 'system', principalId: null, allClients: true, clientIds: [] };

/** How long a signed context stays valid: longer than any transaction may run. */
const LIFETIME_SECONDS = 3600;

/**
 * The text for the setting `fettle.ctx`: hex HMAC-SHA256, a dot, and the payload that `app.context()` verifies
 * (see migration 0001). Only ids, digits and fixed words enter it, so it is safe inside a quoted SQL literal.
 */
export function signScope(scope: Scope, key: Buffer, nowSeconds: number): string {
  const ids = [scope.principalId, scope.contactId ?? null, scope.siteId ?? null, ...scope.clientIds];
  for (const id of ids) if (id !== null && !isId(id)) throw new Error(`A scope takes ids only, not ${id}`);
  const payload = [
    String(nowSeconds + LIFETIME_SECONDS),
    scope.principal,
    scope.principalId ?? '',
    scope.allClients ? 'all' : 'some',
    scope.contactId ?? '',
    scope.companyWide ? 'company' : scope.siteId ? `site:${scope.siteId}` : '',
    scope.allClients ? '' : scope.clientIds.join(','),
  ].join('|');
  return `${createHmac('sha256', key).update(payload).digest('hex')}.${payload}`;
}
