import Type, { type Static } from 'typebox';
import { Id, Instant, Name, Nullable, OneOf, Version } from './http.ts';
import { TICKET_KINDS } from './vocabulary.ts';

const Cell = Type.Union([Type.Integer({ minimum: 1, maximum: 525_600 }), Type.Literal('none'), Type.Null()], {
  description: 'Minutes of working time; "none" promises nothing; null takes what the level above says',
});
const Calendar = Nullable(
  Type.String({
    pattern: '^(service_hours|always|[0-9a-f-]{36})$',
    description: 'service_hours, always, or the id of a calendar; null takes what the level above says',
  }),
);
const Terms = { byPriority: Type.Array(Cell, { minItems: 5, maxItems: 5 }), calendar: Calendar };
const Target = Type.Object(Terms);

const Action = Type.Union([
  Type.Object({
    type: Type.Literal('notify'),
    who: Type.Array(OneOf(['assignee', 'team', 'leads', 'watchers']), { maxItems: 4, uniqueItems: true }),
    staffIds: Type.Optional(Type.Array(Id, { maxItems: 20 })),
  }),
  Type.Object({ type: Type.Literal('raise_priority') }),
  Type.Object({ type: Type.Literal('reassign'), teamId: Type.Optional(Id), assigneeId: Type.Optional(Id) }),
  Type.Object({ type: Type.Literal('page'), pathId: Type.Optional(Id) }),
  Type.Object({ type: Type.Literal('macro'), macroId: Id }),
]);
const Threshold = Type.Object({
  percent: Type.Integer({ minimum: 1, maximum: 1_000 }),
  actions: Type.Array(Action, { maxItems: 10 }),
});

const Rule = Nullable(
  Type.String({ maxLength: 2_000, description: 'A condition in CEL; null leaves what the clock does by itself' }),
);
const Rules = Type.Object({ start: Rule, pause: Rule, stop: Rule, reset: Rule, cancel: Rule });

/** What one version of a policy says; what it leaves out comes from the next policy that applies. */
export const PolicyTermsBody = Type.Object({
  kinds: Type.Array(OneOf(TICKET_KINDS), { maxItems: 5, uniqueItems: true }),
  serviceIds: Type.Array(Id, { maxItems: 100, uniqueItems: true }),
  condition: Type.String({ maxLength: 2_000, description: 'CEL over ticket, client and service; empty: always' }),
  targets: Type.Object({
    first_response: Type.Optional(Target),
    next_update: Type.Optional(Target),
    resolution: Type.Optional(Target),
    vendor: Type.Optional(Target),
  }),
  olas: Type.Array(Type.Object({ teamId: Id, ...Terms }), { maxItems: 50 }),
  thresholds: Nullable(Type.Array(Threshold, { maxItems: 20 })),
  rules: Type.Object({
    first_response: Type.Optional(Rules),
    next_update: Type.Optional(Rules),
    resolution: Type.Optional(Rules),
    vendor: Type.Optional(Rules),
    ola: Type.Optional(Rules),
  }),
});

/** The lowest is asked first; below 0 stands before what was published without a number. */
export const Position = Type.Integer({ minimum: -1_000, maximum: 1_000 });

export const CreatePolicy = Type.Object({
  name: Name,
  clientId: Type.Optional(Id),
  groupId: Type.Optional(Id),
  terms: PolicyTermsBody,
});
export type CreatePolicy = Static<typeof CreatePolicy>;

export const SavePolicy = Type.Object({
  name: Type.Optional(Name),
  /** Null drops the draft. */
  terms: Type.Optional(Nullable(PolicyTermsBody)),
  version: Version,
});
export type SavePolicy = Static<typeof SavePolicy>;

const Note = Type.Optional(Type.String({ maxLength: 500 }));
const Rebase = Type.Optional(
  Type.Boolean({ description: 'Whether clocks that run follow; otherwise they keep the version they began under' }),
);

export const PublishPolicy = Type.Object({
  terms: Type.Optional(PolicyTermsBody),
  /** Its place among those of the same level, first asked first. */
  position: Type.Optional(Position),
  fromAt: Type.Optional(Instant),
  note: Note,
  rebase: Rebase,
  replaceScheduled: Type.Optional(
    Type.Boolean({
      description:
        'Whether versions that are scheduled for after it are taken back; otherwise they come into force when due',
    }),
  ),
  discardDraft: Type.Optional(
    Type.Boolean({
      description: 'Whether a draft that says otherwise than `terms` may go; else it is refused to publish',
    }),
  ),
  version: Version,
});
export type PublishPolicy = Static<typeof PublishPolicy>;

export const WithdrawPolicy = Type.Object({ note: Note, rebase: Rebase, version: Version });
export type WithdrawPolicy = Static<typeof WithdrawPolicy>;

export const PolicyVersionView = Type.Object({
  number: Type.Integer(),
  position: Position,
  terms: Nullable(PolicyTermsBody),
  note: Type.String(),
  fromAt: Instant,
  publishedAt: Instant,
  publishedBy: Nullable(Type.String()),
  /** When it was taken back, before it came into force; null: it was, is or will be in force. */
  takenBackAt: Nullable(Instant),
});
export type PolicyVersionView = Static<typeof PolicyVersionView>;

export const PolicyView = Type.Object({
  id: Id,
  name: Type.String(),
  level: OneOf(['provider', 'group', 'client']),
  client: Nullable(Type.Object({ id: Id, name: Type.String() })),
  group: Nullable(Type.Object({ id: Id, name: Type.String() })),
  /** What is in force now; null: nothing. */
  current: Nullable(PolicyVersionView),
  /** What will be next, and from when. */
  scheduled: Nullable(PolicyVersionView),
  draft: Nullable(PolicyTermsBody),
  /** Who saved the draft last, and when; null where there is none. */
  draftSaved: Nullable(Type.Object({ by: Nullable(Type.String()), at: Instant })),
  /** What is odd about its draft, else about what will be or is in force, and yet may be meant: said, and refused by nobody. */
  remarks: Type.Array(Type.Object({ path: Type.String(), message: Type.String() })),
  /** Its last condition that could not be answered. */
  fault: Nullable(Type.Object({ at: Instant, text: Type.String(), error: Type.String() })),
  version: Version,
});
export type PolicyView = Static<typeof PolicyView>;

/** The policy that something comes from. */
const Origin = Type.Object({
  policyId: Nullable(Id),
  name: Type.String(),
  level: OneOf(['built_in', 'provider', 'group', 'client']),
  number: Type.Integer(),
});

/** Whom a policy reaches: open tickets of its clients, counted up to a limit. */
export const PolicyReach = Type.Object({ openTickets: Type.Integer(), capped: Type.Boolean() });
export type PolicyReach = Static<typeof PolicyReach>;

/** One cell of what a client is promised, and where it comes from. */
const Promised = Type.Object({ minutes: Nullable(Type.Integer()), from: Nullable(Origin) });

/** What a client (or group, or the provider) is promised for a kind: per target and priority, and where each comes from. */
export const PromisedView = Type.Object({
  kind: OneOf(TICKET_KINDS),
  targets: Type.Array(
    Type.Object({
      target: Type.String(),
      name: Type.String(),
      calendar: Type.String(),
      calendarFrom: Nullable(Origin),
      byPriority: Type.Array(Promised),
    }),
  ),
  /** What happens as time runs out, and who says so. */
  thresholds: Type.Object({ list: Type.Array(Threshold), from: Nullable(Origin) }),
  /** Policies with a condition, which may promise otherwise. */
  conditional: Type.Array(Type.Object({ policyId: Id, name: Type.String(), condition: Type.String() })),
});
export type PromisedView = Static<typeof PromisedView>;
