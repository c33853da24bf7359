/**
 * What goes wrong with a request: a status (with `Retry-After` as written, where the vendor says it; in the vendor's words for it, or
 * with a body of its own), the line breaks before or within the answer, the answer is no JSON, a page of some proxy comes instead, or
 * another place is named.
 */
export type Mischief =
  | { readonly status: number; readonly retryAfter?: string; readonly body?: string }
  | (typeof MISCHIEFS)[number];

export const MISCHIEFS = ['reset', 'half', 'garbled', 'page', 'redirect'] as const;

/** Happens to the next `times` requests whose `METHOD /path?query` fits; then everything goes well. */
export type Disturbance = { readonly on: RegExp; times: number; readonly what: Mischief };

/** Reads one that came as JSON. Throws where it cannot be meant. */
export function disturbanceFrom(told: Readonly<Record<string, unknown>>): Disturbance {
  const { on = '.*', times = 1, status, retryAfter, body, what } = told;
  if (typeof on !== 'string' || typeof times !== 'number') throw new TypeError('on is a pattern, times a number');
  if (typeof status === 'number')
    return {
      on: new RegExp(on),
      times,
      what: {
        status,
        ...(typeof retryAfter === 'string' ? { retryAfter } : {}),
        ...(typeof body === 'string' ? { body } : {}),
      },
    };
  const named = MISCHIEFS.find((one) => one === what);
  if (named === undefined) throw new TypeError(`what is one of ${MISCHIEFS.join(', ')}; or say a status`);
  return { on: new RegExp(on), times, what: named };
}

/** What happens to this request; it is used up. */
export function takeDisturbance(disturbances: Disturbance[], line: string): Mischief | null {
  const found = disturbances.find(({ on, times }) => times > 0 && on.test(line));
  if (found) found.times--;
  return found?.what ?? null;
}
