import Type, { type Static } from 'typebox';
import { ALERT_KINDS, ALERT_STATES } from './estate-words.ts';
import { Counted, Id, Instant, Name, Nullable, OneOf, Page, PageQuery, Version } from './http.ts';
import { Named } from './ticket.ts';
import { TICKET_KINDS } from './vocabulary.ts';

const Severity = Type.Integer({
  minimum: 1,
  maximum: 5,
  description: '1 critical, 2 high, 3 medium, 4 low, 5 information',
});
const Level = Type.Integer({ minimum: 1, maximum: 3 });

export const AlertQuery = Type.Object({
  ...PageQuery,
  state: Type.Optional(Type.Array(OneOf(ALERT_STATES), { maxItems: 7 })),
  severity: Type.Optional(Type.Array(Severity, { maxItems: 5 })),
  kind: Type.Optional(Type.Array(OneOf(ALERT_KINDS), { maxItems: 3 })),
  clientId: Type.Optional(Id),
  itemId: Type.Optional(Id),
  connectorId: Type.Optional(Id),
  ticketId: Type.Optional(Id),
  causeId: Type.Optional(Type.String({ ...Id, description: 'Those that this alert explains' })),
  unknown: Type.Optional(Type.Boolean({ description: 'Those of which it is not known whose they are' })),
  grouped: Type.Optional(Type.Boolean({ description: 'Leaves out those that another explains' })),
  q: Type.Optional(
    Type.String({
      maxLength: 200,
      description: 'A part of title, condition, device, or of the name of its item, place or client',
    }),
  ),
});
export type AlertQuery = Static<typeof AlertQuery>;
export const AlertCountQuery = Type.Omit(AlertQuery, ['cursor', 'limit', 'state']);
export type AlertCountQuery = Static<typeof AlertCountQuery>;
/** How many alerts a filter finds in each state. */
export const AlertCounts = Type.Object({
  items: Type.Array(Type.Object({ state: OneOf(ALERT_STATES), ...Counted.properties })),
});
export type AlertCounts = Static<typeof AlertCounts>;

export const AlertDecision = Type.Object({
  by: Type.String(),
  does: Type.String(),
  sentence: Type.String(),
  brief: Type.String({ description: 'What decided, in a few words' }),
  ruleId: Nullable(Id),
});

const row = {
  id: Id,
  client: Named,
  clientKnown: Type.Boolean({ description: 'False while nobody has said whose it is' }),
  connector: Named,
  site: Type.String({ description: 'What names the client at the source' }),
  siteName: Type.String({ description: 'What people call that; the same where it is not said' }),
  item: Nullable(Named),
  device: Type.String({ description: 'What it is on, in words' }),
  condition: Type.String(),
  title: Type.String(),
  severity: Severity,
  kind: OneOf(ALERT_KINDS),
  state: OneOf(ALERT_STATES),
  open: Type.Boolean({ description: 'Whether it lasts at its source' }),
  count: Type.Integer({ description: 'How often it was raised' }),
  firstAt: Instant,
  lastAt: Instant,
  clearedAt: Nullable(Instant),
  ticket: Nullable(Type.Object({ id: Id, key: Type.String(), title: Type.String() })),
  causeId: Nullable(Id),
  explains: Type.Integer({ description: 'How many others it explains, counted up to 10,000' }),
  decision: Nullable(AlertDecision),
  decideAt: Nullable(Instant),
  acknowledgedBy: Nullable(Type.String()),
  version: Version,
};
export const AlertRow = Type.Object(row);
export type AlertRow = Static<typeof AlertRow>;
export const AlertPage = Page(AlertRow);

export const AlertOccurrence = Type.Object({
  startedAt: Instant,
  endedAt: Nullable(Instant),
  ended: Type.Boolean(),
  severity: Severity,
  title: Type.String(),
});
export const AlertView = Type.Object({
  ...row,
  text: Type.String({ description: 'Plain text' }),
  url: Nullable(Type.String()),
  sourceAcknowledgedBy: Nullable(Type.String()),
  acknowledgedAt: Nullable(Instant),
  closedAt: Nullable(Instant),
  decidedAt: Nullable(Instant),
  cause: Nullable(Type.Object({ id: Id, title: Type.String() })),
  occurrences: Type.Array(AlertOccurrence, { description: 'The newest 100' }),
});
export type AlertView = Static<typeof AlertView>;

export const WorkAlert = Type.Object({
  note: Type.Optional(Type.String({ maxLength: 2_000, description: 'Told to the source, where it takes a note' })),
});
export type WorkAlert = Static<typeof WorkAlert>;
export const CorrelateAlert = Type.Object({
  causeId: Type.Unsafe<string | null>({ ...Nullable(Id), description: 'What explains it; null: it stands for itself' }),
});
export const GiveAlert = Type.Object({ clientId: Id, siteId: Type.Optional(Nullable(Id)) });

/** For so many days back what comes back can be asked for. */
export const MOST_RECURRING_DAYS = 365;
export const RecurringQuery = Type.Object({
  days: Type.Optional(Type.Integer({ minimum: 1, maximum: MOST_RECURRING_DAYS, default: 30 })),
  least: Type.Optional(Type.Integer({ minimum: 2, maximum: 1_000, default: 3 })),
  clientId: Type.Optional(Id),
});
export type RecurringQuery = Static<typeof RecurringQuery>;
export const RecurringAlert = Type.Object({
  id: Id,
  client: Named,
  item: Nullable(Named),
  device: Type.String(),
  condition: Type.String(),
  title: Type.String(),
  count: Type.Integer(),
  lastAt: Instant,
  tickets: Type.Integer({ description: 'Tickets of this client and item that monitoring made in the same time' }),
});
export const RecurringAlerts = Type.Object({ items: Type.Array(RecurringAlert) });
export type RecurringAlerts = Static<typeof RecurringAlerts>;

export const RuleOutcome = Type.Object({
  does: OneOf(['ignore', 'inbox', 'ticket']),
  kind: Type.Optional(OneOf(TICKET_KINDS)),
  teamId: Type.Optional(Nullable(Id)),
  impact: Type.Optional(Level),
  urgency: Type.Optional(Level),
  priority: Type.Optional(Type.Integer({ minimum: 1, maximum: 5 })),
});
export const AlertRuleTerms = Type.Object({
  condition: Type.String({ maxLength: 2_000, description: 'CEL over alert, item and client; empty fits every alert' }),
  outcome: RuleOutcome,
});
export type AlertRuleTerms = Static<typeof AlertRuleTerms>;

const Position = Type.Integer({ minimum: 0, maximum: 10_000, description: 'Lower ones are asked first' });
export const CreateAlertRule = Type.Object({
  name: Name,
  clientId: Type.Optional(Nullable(Id)),
  groupId: Type.Optional(Nullable(Id)),
  position: Type.Optional(Position),
  terms: AlertRuleTerms,
});
export type CreateAlertRule = Static<typeof CreateAlertRule>;
export const SaveAlertRule = Type.Object({
  version: Version,
  name: Type.Optional(Name),
  position: Type.Optional(Position),
  terms: Type.Optional(Nullable(AlertRuleTerms)),
});
export type SaveAlertRule = Static<typeof SaveAlertRule>;
export const PublishRule = Type.Object({
  version: Version,
  note: Type.Optional(Type.String({ maxLength: 500, description: 'Why, for the list of versions' })),
});
export type PublishRule = Static<typeof PublishRule>;
export const AlertRuleVersion = Type.Object({
  number: Type.Integer(),
  terms: Type.Unsafe<AlertRuleTerms | null>({ ...Nullable(AlertRuleTerms), description: 'Null: it was withdrawn' }),
  note: Type.String(),
  publishedAt: Instant,
  publishedBy: Nullable(Type.String()),
});
export type AlertRuleVersion = Static<typeof AlertRuleVersion>;
export const AlertRuleVersions = Type.Object({ items: Type.Array(AlertRuleVersion) });

export const AlertRuleView = Type.Object({
  id: Id,
  name: Type.String(),
  level: OneOf(['provider', 'group', 'client']),
  client: Nullable(Named),
  group: Nullable(Named),
  position: Type.Integer(),
  terms: Nullable(AlertRuleTerms),
  draft: Nullable(AlertRuleTerms),
  publishedAt: Nullable(Instant),
  number: Nullable(Type.Integer({ description: 'Of the version in force; null while none is' })),
  fault: Nullable(Type.Object({ at: Type.String(), error: Type.String() })),
  version: Version,
});
export type AlertRuleView = Static<typeof AlertRuleView>;
export const AlertRules = Type.Object({ items: Type.Array(AlertRuleView) });

export const SimulateAlertRule = Type.Object({
  id: Type.Optional(Type.String({ ...Id, description: 'The rule that it would change; else it would be added' })),
  name: Type.Optional(Name),
  clientId: Type.Optional(Nullable(Id)),
  groupId: Type.Optional(Nullable(Id)),
  position: Type.Optional(Position),
  terms: Type.Optional(
    Type.Unsafe<AlertRuleTerms | null>({ ...Nullable(AlertRuleTerms), description: 'Null: it would be withdrawn' }),
  ),
  days: Type.Optional(Type.Integer({ minimum: 1, maximum: 365, default: 30 })),
});
export type SimulateAlertRule = Static<typeof SimulateAlertRule>;
export const AlertSimulation = Type.Object({
  judged: Type.Integer({
    description: 'Alerts that were looked at: the newest 10,000 of that time that the rule may reach',
  }),
  capped: Type.Boolean(),
  fits: Type.Integer({ description: 'How many the rule would decide about' }),
  changed: Type.Integer(),
  counts: Type.Array(
    Type.Object({
      before: OneOf(['ignore', 'inbox', 'ticket']),
      after: OneOf(['ignore', 'inbox', 'ticket']),
      count: Type.Integer(),
    }),
  ),
  examples: Type.Array(
    Type.Object({
      id: Id,
      title: Type.String(),
      device: Type.String(),
      client: Type.String(),
      severity: Severity,
      before: OneOf(['ignore', 'inbox', 'ticket']),
      beforeBy: Type.String(),
      after: OneOf(['ignore', 'inbox', 'ticket']),
      afterBy: Type.String(),
    }),
  ),
  fault: Nullable(
    Type.String({ description: 'Why its condition could not be answered, for the first alert where it could not' }),
  ),
});
export type AlertSimulation = Static<typeof AlertSimulation>;
