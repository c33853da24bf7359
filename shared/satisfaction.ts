import Type, { type Static } from 'typebox';
import { Id, Instant, Nullable, OneOf, Page, PageQuery } from './http.ts';
import { LANGUAGES } from './languages.ts';
import { SCORES } from './satisfaction-words.ts';
import { Named } from './ticket.ts';

/** A rating that was asked for; `score` is null until it is given. */
export const Rating = Type.Object({
  score: Nullable(OneOf(SCORES)),
  comment: Type.String(),
  by: Nullable(Type.String()),
  askedAt: Instant,
  ratedAt: Nullable(Instant),
  until: Type.String({ format: 'date-time', description: 'How long it may be given or changed' }),
});
export type Rating = Static<typeof Rating>;
export const RatingOfTicket = Type.Object({ rating: Nullable(Rating) });
export const RateTicket = Type.Object({
  score: OneOf(SCORES),
  comment: Type.Optional(Type.String({ maxLength: 2_000, description: 'Plain text' })),
});
export type RateTicket = Static<typeof RateTicket>;

const Token = Type.String({ minLength: 20, maxLength: 100 });
export const LookAtRating = Type.Object({ token: Token });
export const RateByLink = Type.Object({ token: Token, ...RateTicket.properties });
export type RateByLink = Static<typeof RateByLink>;
export const RatingAsked = Type.Object({
  ticketKey: Type.String(),
  title: Type.String(),
  score: Nullable(OneOf(SCORES)),
  comment: Type.String(),
  language: OneOf(LANGUAGES),
  portal: Type.String({ description: 'Whose look the page wears: what follows /portal/for/' }),
});
export type RatingAsked = Static<typeof RatingAsked>;

const asked = {
  from: Type.String({ format: 'date', description: 'First day on which it was asked, by UTC' }),
  to: Type.String({ format: 'date', description: 'Last day' }),
  clientId: Type.Optional(Id),
  teamId: Type.Optional(Id),
  staffId: Type.Optional(Id),
};
export const SatisfactionQuery = Type.Object(asked);
export type SatisfactionQuery = Static<typeof SatisfactionQuery>;
const counts = {
  asked: Type.Integer(),
  good: Type.Integer(),
  fair: Type.Integer(),
  bad: Type.Integer(),
};
export const Counts = Type.Object(counts);
export type Counts = Static<typeof Counts>;
const CountsOf = Type.Object({ ...counts, id: Nullable(Id), name: Type.String() });
export type CountsOf = Static<typeof CountsOf>;
export const Satisfaction = Type.Object({
  total: Counts,
  byClient: Type.Array(CountsOf),
  byTeam: Type.Array(CountsOf),
  byPerson: Type.Array(CountsOf),
  byMonth: Type.Array(Type.Object({ ...counts, month: Type.String() })),
});
export type Satisfaction = Static<typeof Satisfaction>;

export const RatingsQuery = Type.Object({ ...PageQuery, ...asked, score: Type.Optional(OneOf(SCORES)) });
export type RatingsQuery = Static<typeof RatingsQuery>;
export const RatingRow = Type.Object({
  ticketId: Id,
  key: Type.String(),
  title: Type.String(),
  client: Named,
  by: Type.String(),
  askedAt: Instant,
  score: Nullable(OneOf(SCORES)),
  comment: Type.String(),
});
export type RatingRow = Static<typeof RatingRow>;
export const RatingPage = Page(RatingRow);
