import Type, { type Static } from 'typebox';
import { Id, Nullable, OneOf } from './http.ts';

/** How a line of a contract takes in work: it includes it, holds hours or money for it, or charges it. */
export const COVER_WAYS = ['included', 'block', 'charged'] as const;
export type CoverWay = (typeof COVER_WAYS)[number];

/** What of recorded time came under which line of a contract, as it is billed or would be today, approved or not. */
export const TimeCover = Type.Object({
  entryId: Id,
  parts: Type.Array(
    Type.Object({
      how: OneOf(COVER_WAYS),
      line: Nullable(Type.String({ description: 'Null where no contract takes it in' })),
      minutes: Type.Integer({ description: 'As they are billed, after rounding' }),
    }),
  ),
  invoice: Nullable(Type.String({ description: 'The number of the invoice that it is on' })),
});
export type TimeCover = Static<typeof TimeCover>;

/** What contracts of a ticket's client take in work today, and what of the ticket's time they took in. */
export const TicketCoverage = Type.Object({
  lines: Type.Array(
    Type.Object({
      contract: Type.String(),
      line: Type.String(),
      how: OneOf(COVER_WAYS),
      minutesLeft: Nullable(Type.Integer({ description: 'Of a block of hours, after all that was worked' })),
      until: Nullable(
        Type.String({ format: 'date', description: 'The first day on which some of what is left lapses' }),
      ),
    }),
  ),
  entries: Type.Array(TimeCover),
});
export type TicketCoverage = Static<typeof TicketCoverage>;
