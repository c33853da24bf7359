import Type, { type Static } from 'typebox';
import { Id, Instant, Name, Nullable, ONE_LINE, OneOf, Page, PageQuery, Version } from './http.ts';
import { Named } from './ticket.ts';

export const TARGET_KINDS = ['on_call', 'staff', 'team', 'assignee'] as const;
export const PAGE_STATES = ['paging', 'acknowledged', 'exhausted', 'ended'] as const;

/** Whom to call; the id that belongs to the kind is needed, and no other. */
export const PathTarget = Type.Object({
  kind: OneOf(TARGET_KINDS),
  scheduleId: Type.Optional(Id),
  staffId: Type.Optional(Id),
  teamId: Type.Optional(Id),
});
export type PathTarget = Static<typeof PathTarget>;

const Minutes = Type.Integer({ minimum: 0, maximum: 10_080, description: 'From the beginning of a round' });
const path = {
  name: Name,
  levels: Type.Array(Type.Object({ afterMinutes: Minutes, targets: Type.Array(PathTarget, { maxItems: 50 }) }), {
    maxItems: 20,
  }),
  repeatTimes: Type.Integer({ minimum: 0, maximum: 20, description: 'How often it all begins again' }),
  repeatEveryMinutes: Type.Integer({
    minimum: 1,
    maximum: 10_080,
    description: 'From the last level to the next round',
  }),
};
export const CreatePath = Type.Object({
  name: path.name,
  levels: path.levels,
  repeatTimes: Type.Optional(path.repeatTimes),
  repeatEveryMinutes: Type.Optional(path.repeatEveryMinutes),
});
export type CreatePath = Static<typeof CreatePath>;
export const UpdatePath = Type.Object({ version: Version, ...Type.Partial(Type.Object(path)).properties });
export type UpdatePath = Static<typeof UpdatePath>;

export const PathView = Type.Object({
  id: Id,
  name: Type.String(),
  levels: Type.Array(
    Type.Object({
      afterMinutes: Minutes,
      targets: Type.Array(
        Type.Object({ ...PathTarget.properties, name: Type.String({ description: 'Whom it calls, in words' }) }),
      ),
    }),
  ),
  repeatTimes: path.repeatTimes,
  repeatEveryMinutes: path.repeatEveryMinutes,
  usedBy: Type.Array(
    Type.Object({
      kind: OneOf(['provider', 'group', 'client', 'team', 'policy']),
      id: Nullable(Id),
      name: Type.String(),
    }),
  ),
  version: Version,
});
export type PathView = Static<typeof PathView>;

export const StartPage = Type.Object({
  why: Type.String({ minLength: 1, maxLength: 300, pattern: ONE_LINE }),
  pathId: Type.Optional(
    Type.String({ format: 'uuid', description: 'Without it: the path of the team, else of the client' }),
  ),
});
export type StartPage = Static<typeof StartPage>;

/** People called for a ticket, level after level, until somebody acknowledges. */
export const PageView = Type.Object({
  id: Id,
  ticket: Type.Object({ id: Id, key: Type.String(), title: Type.String() }),
  client: Named,
  path: Type.Object({ id: Nullable(Id), name: Type.String() }),
  why: Type.String(),
  state: OneOf(PAGE_STATES),
  level: Type.Integer({ description: 'The level called last' }),
  levels: Type.Integer(),
  round: Type.Integer(),
  rounds: Type.Integer(),
  toldAt: Instant,
  nextAt: Nullable(Instant),
  told: Type.Array(Named, { description: 'Who was called last' }),
  steps: Type.Array(
    Type.Object({
      at: Instant,
      level: Type.Integer(),
      round: Type.Integer(),
      told: Type.Array(Named),
      note: Type.String({ description: 'Why nobody was called, or why people outside the path; else empty' }),
    }),
  ),
  startedBy: Type.String(),
  acknowledgedBy: Nullable(Named),
  acknowledgedAt: Nullable(Instant),
  endedAt: Nullable(Instant),
  createdAt: Instant,
});
export type PageView = Static<typeof PageView>;

export const PagesQuery = Type.Object({ state: Type.Optional(OneOf(PAGE_STATES)), ...PageQuery });
export const PagesPage = Page(PageView);
export type PagesPage = Static<typeof PagesPage>;
