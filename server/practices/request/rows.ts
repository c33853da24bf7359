import type { Selectable } from 'kysely';
import type { ItemTerms } from '#kernel/catalogue.ts';
import { notFound } from '#kernel/errors.ts';
import type { Answers } from '#kernel/form.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { Tables } from '#platform/database/index.ts';
import type { Money } from '#shared/money-words.ts';

export type RequestRow = Omit<Selectable<Tables['requests']>, 'why'> & {
  why: { price: string; delivery: string; routing: string; approval: string };
};
export type PartRow = Omit<Selectable<Tables['request_parts']>, 'terms' | 'answers'> & {
  terms: ItemTerms;
  answers: Answers;
};

type OfTicket = { readonly client_id: string; readonly id: string };

/** What a ticket asks for; `not_found` where it was not made from the catalogue. */
export async function requestOf(
  ctx: Ctx,
  { client_id, id }: OfTicket,
): Promise<{ request: RequestRow; parts: PartRow[] }> {
  const found = await findRequest(ctx, { client_id, id });
  if (!found) throw notFound('request');
  return found;
}

/** The same, or null. */
export async function findRequest(
  ctx: Ctx,
  { client_id, id }: OfTicket,
): Promise<{ request: RequestRow; parts: PartRow[] } | null> {
  const [request] = await ctx.hot<RequestRow>(
    'request_of',
    'select * from requests where client_id = $1 and ticket_id = $2',
    [client_id, id],
  );
  if (!request) return null;
  const parts = await ctx.hot<PartRow>(
    'request_parts_of',
    'select * from request_parts where client_id = $1 and ticket_id = $2 order by position',
    [client_id, id],
  );
  return { request, parts };
}

/** The price in a row; null where there is none. */
export const priceIn = ({
  price_minor,
  currency,
}: {
  price_minor: number | null;
  currency: string | null;
}): Money | null => (price_minor === null || currency === null ? null : { minor: price_minor, currency });
