import Type from 'typebox';
import { notFound } from '#kernel/errors.ts';
import { defineRoute } from '#platform/http/index.ts';
import { Id } from '#shared/http.ts';

/** Whom the policies do not show a quote, for them there is none. */
const QUOTE = 'select body_html as body from message_quotes where message_id = $1';

export const quoteRoutes = [
  defineRoute(
    {
      method: 'GET',
      url: '/api/v1/messages/:id/quote',
      access: 'anyone',
      staff: 'ticket.read',
      tag: 'Conversation',
      summary: 'What a mail quotes below what its writer newly said; of a client’s people only its writer reads it',
      params: Type.Object({ id: Id }),
      response: Type.Object({ body: Type.String({ description: 'Sanitised HTML' }) }),
    },
    async (ctx, { params }) => {
      const [quote] = await ctx.hot<{ body: string }>('message_quote', QUOTE, [params.id]);
      if (!quote) throw notFound('quote');
      return quote;
    },
  ),
];
