import type { Told } from '#server/channels/graph/index.ts';

/** A mail in a listing. `receivedAt` by the server's clock; null where it was not told. */
export type Listed = { id: string; receivedAt: string | null };

/** A page of a listing: `next` leads on, `end` to what will have changed since. */
export type ListedPage = { items: Listed[]; next: string | null; end: string | null };

/** Reads a page. What was removed, is a draft, or has no id is left out; one odd entry leaves the others as they are. */
export function readPage(body: Told['body']): ListedPage {
  const entries = body['value'];
  if (!Array.isArray(entries)) throw new Error('Microsoft Graph answered without a list');
  const items = entries.flatMap((entry: unknown) => {
    if (typeof entry !== 'object' || entry === null || '@removed' in entry) return [];
    const { id, receivedDateTime, isDraft } = entry as Record<string, unknown>;
    if (typeof id !== 'string' || id === '' || isDraft === true) return [];
    return [{ id, receivedAt: instantIn(receivedDateTime) }];
  });
  return { items, next: linkIn(body['@odata.nextLink']), end: linkIn(body['@odata.deltaLink']) };
}

const linkIn = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

function instantIn(value: unknown): string | null {
  const at = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}
