import Type, { type Static } from 'typebox';
import { AnswerLine } from './form.ts';
import { Id, Instant, Name, Nullable, OneOf } from './http.ts';
import { LANGUAGES } from './languages.ts';

export const Role = Type.String({ minLength: 1, maxLength: 40, pattern: '^[a-z][a-z0-9 _-]*$' });
const approver = {
  byId: Type.Object({ kind: OneOf(['contact', 'staff', 'team']), id: Id }),
  manager: Type.Object({ kind: OneOf(['manager', 'authority']) }),
  role: Type.Object({ kind: OneOf(['role']), role: Role }),
};

/** An approval policy as data. */
export const ApprovalTermsShape = Type.Object({
  order: OneOf(['serial', 'parallel']),
  currency: Type.String({ pattern: '^[A-Z]{3}$' }),
  expireAfterHours: Type.Integer({ minimum: 1, maximum: 2_184 }),
  remindEveryHours: Nullable(Type.Integer({ minimum: 1, maximum: 2_184 })),
  steps: Type.Array(
    Type.Object({
      name: Name,
      approvers: Type.Array(Type.Union([approver.byId, approver.manager, approver.role]), {
        minItems: 1,
        maxItems: 20,
      }),
      quorum: Type.Union([OneOf(['any', 'all']), Type.Integer({ minimum: 1, maximum: 50 })]),
      veto: Type.Boolean(),
      above: Nullable(Type.Integer({ minimum: 0 })),
    }),
    { minItems: 1, maxItems: 10 },
  ),
});

export const MoneyShape = Type.Object({
  minor: Type.Integer({ minimum: 0, maximum: 100_000_000_000 }),
  currency: Type.String({ pattern: '^[A-Z]{3}$' }),
});

export const APPROVAL_STATES = ['pending', 'approved', 'rejected', 'expired', 'voided', 'dropped'] as const;
export const STEP_STATES = ['waiting', 'open', 'approved', 'rejected', 'dropped'] as const;
export const VOTES = ['approve', 'reject'] as const;

/** What is decided about, as it was when it was asked. */
export const ApprovalSubject = Type.Object({
  ticketKey: Type.String(),
  title: Type.String(),
  cost: Nullable(MoneyShape),
  requester: Type.String(),
  forWhom: Nullable(Type.String()),
  reason: Type.String(),
  expectedOn: Nullable(Type.String()),
  lines: Type.Array(AnswerLine),
});
export type ApprovalSubject = Static<typeof ApprovalSubject>;

const step = {
  name: Type.String(),
  state: OneOf(STEP_STATES),
  why: Type.String({ description: 'Why it is asked, or not' }),
  asked: Type.Integer(),
  needed: Type.Integer({ description: 'How many have to approve' }),
  approvals: Type.Integer(),
  rejections: Type.Integer(),
};
const voter = {
  id: Id,
  name: Type.String(),
  kind: OneOf(['contact', 'staff']),
  why: Type.String(),
  vote: Nullable(OneOf(VOTES)),
  comment: Type.String(),
  at: Nullable(Instant),
  /** Who voted, where somebody stood in. */
  by: Nullable(Type.String()),
  /** Who may vote in their place now. */
  standIns: Type.Array(
    Type.Object({
      name: Type.String(),
      until: Instant,
      counts: Type.Boolean({ description: 'False where they decide in this step already: a person counts once' }),
    }),
  ),
  canVote: Type.Boolean({ description: 'The caller may cast this vote now' }),
};
export const ApprovalView = Type.Object({
  id: Id,
  state: OneOf(APPROVAL_STATES),
  why: Type.String(),
  endedWhy: Nullable(Type.String()),
  endedWords: Type.String({ description: 'What was said with a rejection, and by whom' }),
  createdAt: Instant,
  expiresAt: Instant,
  endedAt: Nullable(Instant),
  steps: Type.Array(
    Type.Object({
      ...step,
      stuck: Type.Boolean({ description: 'Too few are left who could decide: it cannot be approved any more' }),
      voters: Type.Array(Type.Object(voter)),
    }),
  ),
});
export type ApprovalView = Static<typeof ApprovalView>;

/** Something that waits for the caller's vote. */
export const OpenVote = Type.Object({
  id: Type.String({ format: 'uuid', description: 'Of the vote to cast' }),
  approvalId: Id,
  subject: ApprovalSubject,
  why: Type.String({ description: 'Why the caller is asked' }),
  policy: Type.String(),
  inPlaceOf: Nullable(Type.String({ description: 'For whom the caller stands in' })),
  decided: Type.Array(
    Type.Object({
      step: Type.String(),
      name: Type.String(),
      vote: OneOf(VOTES),
      by: Nullable(Type.String({ description: 'Who voted, where somebody stood in' })),
      at: Instant,
    }),
    { description: 'Who has decided so far' },
  ),
  askedAt: Instant,
  expiresAt: Instant,
  step: Type.Object(step),
});
export type OpenVote = Static<typeof OpenVote>;

export const CastVote = Type.Object({
  vote: OneOf(VOTES),
  comment: Type.Optional(Type.String({ maxLength: 2_000, description: 'Plain text; asked for with a rejection' })),
});
export type CastVote = Static<typeof CastVote>;
/** Who is asked in place of somebody, and why. */
export const ReassignVote = Type.Object({
  contactId: Id,
  reason: Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' }),
});
export type ReassignVote = Static<typeof ReassignVote>;
export const VoteOutcome = Type.Object({ state: OneOf(APPROVAL_STATES), step: OneOf(STEP_STATES) });
export type VoteOutcome = Static<typeof VoteOutcome>;

const Token = Type.String({ minLength: 20, maxLength: 100 });
export const LookByLink = Type.Object({ token: Token });
export const VoteByLink = Type.Object({ token: Token, ...CastVote.properties });
export const LinkView = Type.Object({
  voter: Type.String({ description: 'In whose name the link decides' }),
  language: OneOf(LANGUAGES),
  timeZone: Type.String({
    description: 'By which the mail tells times, too: of their company, or their own where they are the provider’s',
  }),
  vote: OpenVote,
  portal: Type.String({
    description: 'Whose look the page wears: what follows /portal/for/; empty for the provider’s own people',
  }),
});
export type LinkView = Static<typeof LinkView>;

export const DelegationView = Type.Object({
  id: Id,
  to: Type.Object({ id: Id, name: Type.String() }),
  fromAt: Instant,
  untilAt: Instant,
  reason: Type.String(),
});
export type DelegationView = Static<typeof DelegationView>;
export const CreateDelegation = Type.Object({
  toContactId: Id,
  fromAt: Type.Optional(Instant),
  untilAt: Instant,
  reason: Type.Optional(Type.String({ maxLength: 500 })),
});
export type CreateDelegation = Static<typeof CreateDelegation>;
