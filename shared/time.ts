import Type, { type Static } from 'typebox';
import { Id, Instant, Name, Nullable, OneOf, Version } from './http.ts';

export const TIME_STATES = ['open', 'submitted', 'approved', 'returned'] as const;
export type TimeState = (typeof TIME_STATES)[number];
const SOURCES = ['hand', 'reply', 'timer', 'draft'] as const;
export type TimeSource = (typeof SOURCES)[number];

const Day = Type.String({ format: 'date' });
const Minutes = Type.Integer({ minimum: 1, maximum: 1440 });
const Note = Type.String({ maxLength: 2_000 });
const Called = Type.Object({ id: Id, name: Type.String() });

/** What a kind of work is called, and whether it is billable unless somebody says otherwise. */
export const WorkTypeView = Type.Object({
  id: Id,
  name: Type.String(),
  billable: Type.Boolean(),
  position: Type.Integer(),
  active: Type.Boolean(),
  version: Version,
});
export type WorkTypeView = Static<typeof WorkTypeView>;

const position = Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000, description: 'Lower stands first' }));
export const CreateWorkType = Type.Object({ name: Name, billable: Type.Boolean(), position });
export type CreateWorkType = Static<typeof CreateWorkType>;

export const SaveWorkType = Type.Object({
  version: Version,
  name: Type.Optional(Name),
  billable: Type.Optional(Type.Boolean()),
  position,
  active: Type.Optional(Type.Boolean({ description: 'Whether time of this kind can still be recorded' })),
});
export type SaveWorkType = Static<typeof SaveWorkType>;

const details = {
  note: Type.Optional(Note),
  billable: Type.Optional(Type.Boolean({ description: 'As its kind of work says, unless given' })),
  workTypeId: Type.Optional(Nullable(Id)),
  startedAt: Type.Optional(
    Type.Unsafe<string | null>({ ...Nullable(Instant), description: 'When it began, where that is known' }),
  ),
};

export const AddTime = Type.Object({
  minutes: Minutes,
  ...details,
  workedAt: Type.Optional(
    Type.Unsafe<string>({
      ...Instant,
      description: 'When it was done; without it now, or the end of what began at startedAt',
    }),
  ),
});
export type AddTime = Static<typeof AddTime>;

export const EditTime = Type.Object({
  version: Version,
  minutes: Type.Optional(Minutes),
  ...details,
  workedAt: Type.Optional(Instant),
});
export type EditTime = Static<typeof EditTime>;

export const TimeEntryView = Type.Object({
  id: Id,
  staff: Called,
  minutes: Type.Integer(),
  note: Type.String(),
  billable: Type.Boolean(),
  workType: Nullable(Called),
  startedAt: Nullable(Instant),
  workedAt: Instant,
  source: OneOf(SOURCES),
  state: OneOf(TIME_STATES),
  returnedBecause: Nullable(Type.String()),
  mayEdit: Type.Boolean({ description: 'Whether the reader may change it as it stands' }),
  version: Version,
});
export type TimeEntryView = Static<typeof TimeEntryView>;

export const OnTicket = { ticket: Type.Object({ id: Id, key: Type.String(), title: Type.String() }), client: Called };

/** An entry of a timesheet. `day` is the day of the person on which it began; `overlaps`: other entries of the sheet at the same time. */
export const SheetEntry = Type.Object({
  ...TimeEntryView.properties,
  ...OnTicket,
  day: Day,
  overlaps: Type.Array(Id),
});
export type SheetEntry = Static<typeof SheetEntry>;

export const SheetDay = Type.Object({
  day: Day,
  minutes: Type.Integer(),
  billableMinutes: Type.Integer(),
  lengthMinutes: Type.Integer({
    description: 'How long the day is in that zone: 1,440, or 60 more or less where the clocks change',
  }),
});

export const SheetQuery = Type.Object({
  from: Day,
  to: Type.Unsafe<string>({ ...Day, description: 'The last day; at most 31 days are read at once' }),
  staffId: Type.Optional(
    Type.Unsafe<string>({
      ...Id,
      description: 'Somebody else’s, for those who may approve time; without it one’s own',
    }),
  ),
});
export type SheetQuery = Static<typeof SheetQuery>;

export const Sheet = Type.Object({
  staff: Called,
  timeZone: Type.String(),
  days: Type.Array(SheetDay),
  items: Type.Array(SheetEntry),
});
export type Sheet = Static<typeof Sheet>;

export const TimePeriod = Type.Object({ from: Day, to: Day });
export type TimePeriod = Static<typeof TimePeriod>;

export const TimeSum = Type.Object({ entries: Type.Integer(), minutes: Type.Integer() });
export type TimeSum = Static<typeof TimeSum>;
/** What was handed in or taken back. */
export const HandedIn = Type.Object({
  ...TimeSum.properties,
  expenses: Type.Integer(),
  withoutReceipt: Type.Integer({ description: 'Expenses that stay behind until they have their receipt' }),
});
export type HandedIn = Static<typeof HandedIn>;

/** What a person recorded in a period, by where it stands. `enteredAfter`: minutes between work and record, the middle one. */
export const SheetOfPerson = Type.Object({
  staff: Called,
  open: Type.Integer(),
  submitted: Type.Integer(),
  approved: Type.Integer(),
  returned: Type.Integer(),
  billable: Type.Integer(),
  enteredAfter: Nullable(Type.Integer()),
  oldestOpen: Nullable(Instant),
});
export type SheetOfPerson = Static<typeof SheetOfPerson>;

/** How utilisation is told: by weeks from Monday, or by months. */
export const UTILISATION_STEPS = ['week', 'month'] as const;
export const UtilisationQuery = Type.Object({
  from: Day,
  to: Type.Unsafe<string>({ ...Day, description: 'The last day, at most 366 days on; days to come are left out' }),
  by: OneOf(UTILISATION_STEPS),
});
export type UtilisationQuery = Static<typeof UtilisationQuery>;

/** How somebody's hours went in a week or month, in minutes; by the days of that person's zone. */
export const Utilisation = Type.Object({
  staff: Called,
  from: Day,
  to: Day,
  available: Type.Integer({ description: 'Hours of service of the provider by the clock of the person, less leave' }),
  recorded: Type.Integer(),
  billable: Type.Integer(),
  charged: Type.Integer({ description: 'Of it what is on invoices and was charged' }),
  covered: Type.Integer({ description: 'Of it what a contract included, or a block held' }),
  enteredAfter: Type.Unsafe<number | null>({
    ...Nullable(Type.Integer()),
    description: 'Between work and record, the middle one',
  }),
});
export type Utilisation = Static<typeof Utilisation>;

const owedDays = Type.Integer({
  minimum: 0,
  maximum: 365,
  default: 2,
  description: 'Only what was worked so many days ago, or before',
});
export const OwedQuery = Type.Object({ days: Type.Optional(owedDays) });
/** Somebody whose time nobody has approved. Minutes. */
export const TimeOwed = Type.Object({
  staff: Called,
  unsubmitted: Type.Integer({ description: 'Recorded or returned, and not handed in' }),
  waiting: Type.Integer({ description: 'Handed in, and nobody has decided' }),
  oldest: Instant,
  remindedOn: Nullable(Day),
});
export type TimeOwed = Static<typeof TimeOwed>;
export const RemindOwners = Type.Object({
  staffIds: Type.Array(Id, { minItems: 1, maxItems: 500, uniqueItems: true }),
  days: owedDays,
});
export type RemindOwners = Static<typeof RemindOwners>;
export const Reminded = Type.Object({
  reminded: Type.Integer(),
  already: Type.Integer({ description: 'Who was reminded today before' }),
});
export type Reminded = Static<typeof Reminded>;

/** Of what is decided about, so that nobody approves what was changed after they looked. */
export const asRead = {
  versions: Type.Optional(
    Type.Array(Version, {
      maxItems: 500,
      description: 'Of each in the same order, as it was read: what was changed since refuses the whole',
    }),
  ),
};
export const DecideTime = Type.Object({
  entryIds: Type.Array(Id, { minItems: 1, maxItems: 500, uniqueItems: true }),
  ...asRead,
  approve: Type.Boolean(),
  note: Type.Optional(Type.String({ maxLength: 500, description: 'Why it is returned; needed then' })),
});
export type DecideTime = Static<typeof DecideTime>;

/** A stopwatch. `seconds` ran until `runningSince`; while it runs, what passed since is on top. */
export const TimerView = Type.Object({
  id: Id,
  ...OnTicket,
  startedAt: Instant,
  runningSince: Nullable(Instant),
  seconds: Type.Integer(),
  note: Type.String(),
});
export type TimerView = Static<typeof TimerView>;

export const SaveTimer = Type.Object({
  running: Type.Optional(Type.Boolean({ description: 'False pauses it; true goes on, and pauses the other that ran' })),
  note: Type.Optional(Note),
});
export type SaveTimer = Static<typeof SaveTimer>;

export const StopTimer = Type.Object({
  minutes: Type.Optional(
    Type.Unsafe<number>({ ...Minutes, description: 'Another length than what it ran, whose begun minutes count' }),
  ),
  note: Type.Optional(Note),
  billable: Type.Optional(Type.Boolean()),
  workTypeId: Type.Optional(Nullable(Id)),
});
export type StopTimer = Static<typeof StopTimer>;

/** Time that somebody seems to have worked on a ticket that day and has not recorded; only they see it. */
export const TimeDraft = Type.Object({
  ...OnTicket,
  day: Day,
  minutes: Type.Integer(),
  sessions: Type.Array(Type.Object({ from: Instant, until: Instant })),
  recorded: Type.Integer({ description: 'Minutes of that day on that ticket that are recorded already' }),
  did: Type.String({ description: 'What was done, in words, from the timeline' }),
});
export type TimeDraft = Static<typeof TimeDraft>;

export const DraftRef = Type.Object({ ticketId: Id, day: Day });
export const ConfirmDraft = Type.Object({
  ...DraftRef.properties,
  minutes: Type.Optional(Type.Unsafe<number>({ ...Minutes, description: 'Another length than is proposed' })),
  note: Type.Optional(Note),
  billable: Type.Optional(Type.Boolean()),
  workTypeId: Type.Optional(Nullable(Id)),
});
export type ConfirmDraft = Static<typeof ConfirmDraft>;
