import { createHmac, timingSafeEqual } from 'node:crypto';
import { Fault } from '#kernel/errors.ts';
import { withContext } from '#platform/context/index.ts';
import { defineMachineRoute } from '#platform/http/index.ts';
import { type Loose, looseListOf, looseOf } from '#server/connectors/core/index.ts';
import { BOOKKEEPING, findLink, lookSoon, opened } from './link.ts';

/** Where Xero may tell that invoices changed. */
export const WEBHOOK_PATH = '/hooks/xero';

const MOST_BYTES = 262_144;
const PER_MINUTE = 600;
const HEADER = 'x-xero-signature';

type Caller = { readonly id: string; readonly key: string; readonly tenantId: string | null };

/**
 * Xero's webhook. What it says is not believed but looked up: a call with the right signature has the books looked at next, and every other
 * is answered 401, as Xero's own check of an address wants. Nothing is there while no key was given.
 */
export const xeroDoor = defineMachineRoute<Caller>({
  method: 'POST',
  url: WEBHOOK_PATH,
  bodyLimit: MOST_BYTES,
  perMinute: { address: PER_MINUTE, caller: PER_MINUTE },
  admit: (services) =>
    withContext(services, BOOKKEEPING, async (ctx) => {
      const link = await findLink(ctx);
      const key = link && opened(ctx, link, 'webhook_key');
      if (!link || !key) throw new Fault('not_found', 'There is no such address.');
      return { id: link.id, key, tenantId: link.tenant_id };
    }),
  async answer(services, { caller: { key, tenantId }, body, request, reply }) {
    if (!isSigned(body, key, request.headers[HEADER])) return reply.code(401).send();
    if (tellsOf(body, tenantId)) await withContext(services, BOOKKEEPING, lookSoon);
    return reply.code(200).send();
  },
});

/** Compared in constant time, whatever was sent. */
function isSigned(body: Buffer, key: string, given: string | string[] | undefined): boolean {
  const hash = (text: string) => createHmac('sha256', 'compare').update(text).digest();
  const expected = createHmac('sha256', key).update(body).digest('base64');
  return timingSafeEqual(hash(typeof given === 'string' ? given : ''), hash(expected));
}

/** Whether a call is about invoices of the organisation that is connected. */
function tellsOf(body: Buffer, tenantId: string | null): boolean {
  const events = looseListOf(read(body)['events']);
  return events.some((event) => event['tenantId'] === tenantId && event['eventCategory'] === 'INVOICE');
}

function read(body: Buffer): Loose {
  try {
    return looseOf(JSON.parse(body.toString()));
  } catch {
    return {};
  }
}
