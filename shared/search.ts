import Type, { type Static } from 'typebox';
import { Id, Nullable, OneOf } from './http.ts';
import { TicketRow } from './ticket.ts';

/** Where in a ticket words were found. `note`: an internal note. */
export const FOUND_IN = ['key', 'title', 'requester', 'client', 'description', 'conversation', 'note'] as const;

export const SearchQuery = Type.Object({
  q: Type.String({ minLength: 1, maxLength: 200 }),
  clientId: Type.Optional(Id),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50, default: 20 })),
});
export type SearchQuery = Static<typeof SearchQuery>;

export const FoundTicket = Type.Object({
  ticket: TicketRow,
  in: OneOf(FOUND_IN),
  text: Type.String({ description: 'A piece of the text it was found in; empty where key or title say it' }),
  missing: Type.Array(Type.String(), { description: 'Words of the search that it does not have' }),
});
export type FoundTicket = Static<typeof FoundTicket>;

export const FoundTickets = Type.Object({
  words: Type.Array(Type.String(), {
    description:
      'Beginnings of words, folded, that stand in what is shown. No others: a word that was mended tells that it occurs somewhere',
  }),
  items: Type.Array(FoundTicket),
  unknownKey: Nullable(
    Type.String({
      description: 'The key that was searched for, where it is of no ticket or of one that you may not see',
    }),
  ),
});
export type FoundTickets = Static<typeof FoundTickets>;
