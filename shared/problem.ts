import Type, { type Static } from 'typebox';
import { Id, Instant, LongText, Name, Nullable, ONE_LINE, OneOf, Page, PageQuery, Version } from './http.ts';
import { PROBLEM_STEPS, PROPOSAL_AXES, PROPOSAL_STATES, REVIEW_RESULTS, SEVERITIES } from './problem-words.ts';
import { LinkedTicket } from './span.ts';
import { Named, Priority } from './ticket.ts';
import { STATUS_CATEGORIES } from './vocabulary.ts';

const Day = Type.String({ format: 'date' });
const Symptoms = Type.String({ maxLength: 10_000, description: 'What is seen when it strikes; plain text' });

const Ids = Type.Array(Id, { minItems: 1, maxItems: 500, uniqueItems: true });
const TicketIds = Type.Array(Type.String({ minLength: 1, maxLength: 60 }), {
  minItems: 1,
  maxItems: 500,
  uniqueItems: true,
  description: 'Ids or keys',
});

export const OpenProblem = Type.Object({
  ticketIds: TicketIds,
  title: Name,
  toldTitle: Type.Optional(
    Type.String({ maxLength: 200, description: 'What people of each client read of it, where it is of several' }),
  ),
  symptoms: Type.Optional(Symptoms),
  why: Type.Optional(Type.String({ maxLength: 500, description: 'Why these incidents belong together' })),
});
export type OpenProblem = Static<typeof OpenProblem>;

const Why = Type.Object({ why: Type.String({ maxLength: 500 }), because: Type.String({ maxLength: 2_000 }) });
const Branch = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 100 }),
  causes: Type.Array(Type.String({ minLength: 1, maxLength: 500 }), { maxItems: 20 }),
});

const facts = {
  symptoms: Symptoms,
  toldTitle: Type.String({ maxLength: 200 }),
  workaround: Type.String({ maxLength: 100_000, description: 'HTML; people of affected clients read it' }),
  workaroundNone: Type.Boolean({ description: 'Somebody said that there is none' }),
  whys: Type.Array(Why, { maxItems: 12 }),
  branches: Type.Array(Branch, { maxItems: 12 }),
  reviewWeeks: Type.Integer({ minimum: 1, maximum: 26 }),
};
export const UpdateProblem = Type.Object({
  version: Version,
  cause: Type.Optional(Nullable(LongText)),
  ...Type.Partial(Type.Object(facts)).properties,
});
export type UpdateProblem = Static<typeof UpdateProblem>;

export const LinkIncidents = Type.Object({ ticketIds: TicketIds, why: Type.Optional(Type.String({ maxLength: 500 })) });
export const UnlinkIncidents = Type.Object({ ticketIds: TicketIds });

export const PublishKnownError = Type.Object({
  clientIds: Ids,
  title: Name,
  symptoms: Symptoms,
  portal: Type.Boolean({ description: 'Whether the client’s people read it in the portal' }),
});
export type PublishKnownError = Static<typeof PublishKnownError>;
export const RetireKnownError = Type.Object({ clientIds: Ids, why: Type.Optional(Type.String({ maxLength: 500 })) });

export const ReviewProblem = Type.Object({
  version: Version,
  result: OneOf(REVIEW_RESULTS),
  text: Type.Optional(Type.String({ maxLength: 10_000 })),
});
export type ReviewProblem = Static<typeof ReviewProblem>;

const Span = Type.Object({
  clientId: Id,
  clientName: Type.String(),
  tickets: Type.Integer(),
  knownError: Nullable(
    Type.Object({
      id: Id,
      title: Type.String(),
      symptoms: Type.String(),
      portal: Type.Boolean(),
      publishedAt: Instant,
      publishedBy: Type.String(),
      retiredAt: Nullable(Instant),
      retiredWhy: Type.String(),
      uses: Type.Integer(),
    }),
  ),
});

export const ProblemView = Type.Object({
  ...facts,
  id: Id,
  key: Type.String(),
  title: Type.String(),
  status: Type.String(),
  statusCategory: OneOf(STATUS_CATEGORIES),
  cause: Nullable(Type.String()),
  client: Type.Object({ id: Id, name: Type.String() }),
  /** Whether it may be of several clients: it is the provider’s own. */
  ofProvider: Type.Boolean(),
  knownErrorAt: Nullable(Instant),
  reviewOn: Nullable(Day),
  review: Nullable(
    Type.Object({
      result: OneOf(REVIEW_RESULTS),
      text: Type.String(),
      by: Type.String(),
      at: Instant,
      before: Type.Integer(),
      after: Type.Integer(),
      weeks: Type.Integer(),
    }),
  ),
  incidents: Type.Array(LinkedTicket),
  clients: Type.Array(Span),
  changes: Type.Array(
    Type.Object({
      id: Id,
      key: Type.String(),
      title: Type.String(),
      status: Type.String(),
      statusCategory: OneOf(STATUS_CATEGORIES),
      outcome: Nullable(Type.String({ description: 'What came of it, once it was carried out' })),
    }),
    {
      description: 'Changes that were raised to solve it, or are linked to it',
    },
  ),
  /** What is to be done next; null where nothing is. */
  next: Nullable(
    Type.Object({
      what: OneOf(PROBLEM_STEPS),
      why: Type.String(),
      change: Nullable(Type.String({ description: 'The key of the change that is to be followed' })),
    }),
  ),
  cost: Type.Object({
    incidents: Type.Integer(),
    clients: Type.Integer(),
    incidentMinutes: Type.Integer({ description: 'Recorded on its incidents' }),
    problemMinutes: Type.Integer({ description: 'Recorded on itself' }),
  }),
  /** Incidents before and after it was resolved, in as many weeks as the review looks at; null while it is not. */
  counts: Nullable(
    Type.Object({
      weeks: Type.Integer(),
      since: Instant,
      before: Type.Integer(),
      after: Type.Integer(),
      alike: Type.Array(LinkedTicket, { description: 'Since then, and like its incidents, but not linked' }),
    }),
  ),
  version: Version,
});
export type ProblemView = Static<typeof ProblemView>;

export const ProblemQuery = Type.Object({
  ...PageQuery,
  clientId: Type.Optional(Id),
  show: Type.Optional(OneOf(['open', 'known', 'review', 'ended'])),
});
export type ProblemQuery = Static<typeof ProblemQuery>;
export const ProblemRow = Type.Object({
  id: Id,
  key: Type.String(),
  title: Type.String(),
  status: Type.String(),
  statusCategory: OneOf(STATUS_CATEGORIES),
  priority: Priority,
  client: Named,
  assignee: Nullable(Named),
  incidents: Type.Integer({ description: 'Of the clients that you see' }),
  knownErrors: Type.Integer(),
  reviewOn: Nullable(Day),
  updatedAt: Instant,
});
export type ProblemRow = Static<typeof ProblemRow>;
export const ProblemPage = Page(ProblemRow);

/** A known error beside what is being logged or worked on, and why it may be it. */
export const KnownErrorMatch = Type.Object({
  id: Id,
  problemKey: Type.String(),
  title: Type.String(),
  symptoms: Type.String(),
  workaround: Type.String(),
  why: Type.String(),
  publishedAt: Instant,
});
export type KnownErrorMatch = Static<typeof KnownErrorMatch>;
export const SuggestQuery = Type.Object({
  clientId: Id,
  q: Type.String({ maxLength: 2_000 }),
  categoryId: Type.Optional(Id),
  serviceId: Type.Optional(Id),
});
export type SuggestQuery = Static<typeof SuggestQuery>;
export const KnownErrorMatches = Type.Object({ items: Type.Array(KnownErrorMatch) });
export const TicketKnownErrors = Type.Object({
  used: Type.Array(Type.Object({ ...KnownErrorMatch.properties, usedAt: Instant, by: Type.String() })),
  suggested: Type.Array(KnownErrorMatch),
});
export type TicketKnownErrors = Static<typeof TicketKnownErrors>;

export const PortalKnownError = Type.Object({
  id: Id,
  title: Type.String(),
  symptoms: Type.String(),
  workaround: Type.String(),
  service: Nullable(Type.String()),
  updatedAt: Instant,
});
export type PortalKnownError = Static<typeof PortalKnownError>;
export const PortalKnownErrors = Type.Object({ items: Type.Array(PortalKnownError) });

export const ProposalQuery = Type.Object({
  clientId: Type.Optional(Id),
  state: Type.Optional(OneOf(PROPOSAL_STATES)),
});
export type ProposalQuery = Static<typeof ProposalQuery>;
export const ProposalView = Type.Object({
  id: Id,
  client: Named,
  axis: OneOf(PROPOSAL_AXES),
  title: Type.String(),
  evidence: Type.Array(Type.String()),
  weeks: Type.Array(Type.Integer()),
  incidents: Type.Array(Type.Object({ id: Id, key: Type.String(), title: Type.String(), createdAt: Instant }), {
    description: 'The newest of them',
  }),
  counted: Type.Integer(),
  needed: Type.Integer(),
  minutes: Type.Integer(),
  rises: Type.Boolean(),
  strength: Type.Number(),
  state: OneOf(PROPOSAL_STATES),
  snoozedUntil: Nullable(Day),
  decidedAt: Nullable(Instant),
  decidedBy: Nullable(Type.String()),
  reason: Type.String(),
  firstAt: Instant,
});
export type ProposalView = Static<typeof ProposalView>;
export const ProposalList = Type.Object({
  items: Type.Array(ProposalView),
  looked: Nullable(
    Type.Object(
      { at: Instant, incidents: Type.Integer(), proposals: Type.Integer(), tookMs: Type.Integer() },
      {
        description: 'When problems were last looked for; of somebody who sees some clients only without the counts',
      },
    ),
  ),
});
export type ProposalList = Static<typeof ProposalList>;
export const AcceptProposal = Type.Object({ title: Type.Optional(Name) });
export const SnoozeProposal = Type.Object({ until: Day });
export const RejectProposal = Type.Object({ reason: Type.Optional(Type.String({ maxLength: 500 })) });

/** The same as a line of a list of advisories says. */
export const EnterAdvisory = Type.Object({
  vendor: Type.Optional(Type.String({ maxLength: 100, pattern: ONE_LINE })),
  product: Type.Optional(Type.String({ maxLength: 200, pattern: ONE_LINE })),
  severity: Type.Optional(Nullable(OneOf(SEVERITIES))),
  reference: Type.Optional(
    Type.String({
      maxLength: 500,
      pattern: ONE_LINE,
      description: 'By what the vendor knows it: a number or an address',
    }),
  ),
  text: Type.Optional(Type.String({ maxLength: 10_000 })),
  title: Type.Optional({ ...Name, description: 'Vendor, product and reference unless given' }),
  url: Type.Optional(
    Type.String({
      maxLength: 500,
      pattern: '^(https?://.+)?$',
      description: 'The reference unless given, where that is an address',
    }),
  ),
  words: Type.Optional(
    Type.Array(Type.String({ minLength: 2, maxLength: 60 }), {
      minItems: 1,
      maxItems: 10,
      description:
        'It concerns every item that has all of these in its name, maker, model, system or one of its programs; the words of vendor and product unless given',
    }),
  ),
  publishedOn: Type.Optional(Nullable(Day)),
});
export type EnterAdvisory = Static<typeof EnterAdvisory>;
export const AdvisoryView = Type.Object({
  id: Id,
  title: Type.String(),
  vendor: Type.String(),
  product: Type.String(),
  severity: Nullable(OneOf(SEVERITIES)),
  reference: Type.String(),
  text: Type.String(),
  url: Type.String(),
  words: Type.Array(Type.String()),
  publishedOn: Nullable(Day),
  enteredBy: Type.String(),
  createdAt: Instant,
});
export type AdvisoryView = Static<typeof AdvisoryView>;
export const AdvisoryList = Type.Object({ items: Type.Array(AdvisoryView) });
export type AdvisoryList = Static<typeof AdvisoryList>;

/** A list of advisories as vendors and services write them. */
export const ImportAdvisories = Type.Object({
  list: Type.String({
    minLength: 1,
    maxLength: 1_000_000,
    description:
      'Comma-separated values with a first line of names, or JSON: an array of objects. Of each: vendor and product (needed), severity, reference, published on, text, words, title',
  }),
});
export type ImportAdvisories = Static<typeof ImportAdvisories>;
export const AdvisoryPreview = Type.Object({
  lines: Type.Array(
    Type.Object({
      line: Type.Integer({ description: 'Of a table the line where it begins; of JSON which one it is, from 1' }),
      title: Type.String(),
      severity: Nullable(OneOf(SEVERITIES)),
      words: Type.Array(Type.String()),
      already: Type.Boolean({ description: 'It is entered already, or stands further up: it is passed over' }),
      items: Type.Integer({ description: 'How many items it concerns' }),
      clients: Type.Integer({ description: 'At how many clients' }),
      faults: Type.Array(Type.Object({ field: Type.String(), message: Type.String() })),
    }),
  ),
  ignored: Type.Array(Type.String(), { description: 'Columns that are not read' }),
});
export type AdvisoryPreview = Static<typeof AdvisoryPreview>;
export const AdvisoriesImported = Type.Object({
  entered: Type.Integer(),
  already: Type.Integer({ description: 'Passed over, because they are entered already' }),
});
export type AdvisoriesImported = Static<typeof AdvisoriesImported>;
