import Type, { type Static } from 'typebox';
import { AGENDA_OUTCOMES, AGENDA_REASONS, MEETING_STATES } from './cab-words.ts';
import { CHANGE_TYPES } from './change-words.ts';
import { Id, Instant, Name, Nullable, OneOf, Version } from './http.ts';
import { Recurrence } from './recurrence.ts';
import { Named } from './ticket.ts';

const board = {
  name: Name,
  teamId: Id,
  quorum: Type.Integer({ minimum: 1, maximum: 100, description: 'How many have to be there' }),
  recurrence: Nullable(Recurrence),
  timeZone: Type.String({ minLength: 1, maxLength: 60 }),
  minutes: Type.Integer({ minimum: 5, maximum: 480 }),
  itemMinutes: Type.Integer({ minimum: 1, maximum: 120, description: 'How long one change should take' }),
  place: Type.String({ maxLength: 500, description: 'A room, or the address of a call' }),
};
export const SaveBoard = Type.Object({ ...board, version: Type.Optional(Version) });
export type SaveBoard = Static<typeof SaveBoard>;
const MeetingLine = Type.Object({ id: Id, startsAt: Instant, state: OneOf(MEETING_STATES) });
export const BoardView = Type.Object({
  ...board,
  id: Id,
  team: Named,
  members: Type.Array(Named),
  words: Type.String(),
  due: Type.Integer({ description: 'Changes that wait for it' }),
  meetings: Type.Array(MeetingLine, { description: 'The latest and the next, newest first' }),
  version: Type.Integer(),
});
export type BoardView = Static<typeof BoardView>;
export const Boards = Type.Object({ items: Type.Array(BoardView) });

export const PlanMeeting = Type.Object({
  startsAt: Type.Optional(Type.Unsafe<string>({ ...Instant, description: 'Without it: when the board meets next' })),
});
export type PlanMeeting = Static<typeof PlanMeeting>;
export const SaveMeeting = Type.Object({
  version: Version,
  startsAt: Type.Optional(Instant),
  place: Type.Optional(board.place),
  cancelled: Type.Optional(Type.Literal(true)),
  itemSeconds: Type.Optional(
    Type.Unsafe<number | null>({
      ...Nullable(Type.Integer({ minimum: 10, maximum: 7_200 })),
      description: 'How long one change takes in this meeting; null: as the board says',
    }),
  ),
});
export type SaveMeeting = Static<typeof SaveMeeting>;

export const AgendaVoter = Type.Object({
  voteId: Id,
  staff: Named,
  vote: Nullable(OneOf(['approve', 'reject'])),
  comment: Type.String(),
  present: Type.Boolean(),
  askedByMail: Nullable(Type.Unsafe<string>({ ...Instant, description: 'When they got a link that still counts' })),
});
export const AgendaEntry = Type.Object({
  change: Type.Object({
    ...{ id: Id, key: Type.String(), title: Type.String(), client: Named, type: OneOf(CHANGE_TYPES) },
    ...{ status: Type.String(), risk: Nullable(Type.Integer()), outage: Type.Boolean() },
    riskWhy: Type.Array(Type.String()),
    plannedStart: Nullable(Instant),
    plannedEnd: Nullable(Instant),
  }),
  why: OneOf(AGENDA_REASONS),
  seconds: Type.Integer({ description: 'How long it was talked about before it was begun last' }),
  begunAt: Nullable(Instant),
  outcome: Nullable(OneOf(AGENDA_OUTCOMES)),
  note: Type.String(),
  voters: Type.Array(AgendaVoter),
  mayRecord: Type.Boolean({ description: 'Whether the reader may write down votes: not about what is their own' }),
});
export type AgendaEntry = Static<typeof AgendaEntry>;
export const MeetingView = Type.Object({
  id: Id,
  board: Type.Object({ id: Id, name: Type.String(), quorum: Type.Integer(), itemMinutes: Type.Integer() }),
  state: OneOf(MEETING_STATES),
  startsAt: Instant,
  minutes: Type.Integer(),
  itemSeconds: Type.Integer({ description: 'How long one change should take in it' }),
  place: Type.String(),
  begunAt: Nullable(Instant),
  endedAt: Nullable(Instant),
  people: Type.Array(Type.Object({ staff: Named, present: Type.Boolean() })),
  agenda: Type.Array(AgendaEntry, { description: 'What waits for a decision first, the riskiest first' }),
  next: Nullable(MeetingLine),
  version: Type.Integer(),
});
export type MeetingView = Static<typeof MeetingView>;
export const SetPresence = Type.Object({ staffId: Id, present: Type.Boolean() });
export type SetPresence = Static<typeof SetPresence>;
export const WorkItem = Type.Object({
  begun: Type.Optional(Type.Boolean({ description: 'Starts or stops its timer; one runs at a time' })),
  note: Type.Optional(Type.String({ maxLength: 5_000 })),
  outcome: Type.Optional(OneOf(['deferred', 'noted'])),
});
export type WorkItem = Static<typeof WorkItem>;
export const RecordVote = Type.Object({
  voteId: Id,
  vote: OneOf(['approve', 'reject']),
  comment: Type.Optional(Type.String({ maxLength: 2_000 })),
});
export type RecordVote = Static<typeof RecordVote>;
