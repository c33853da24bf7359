import Type, { type Static } from 'typebox';
import { Id, Instant, Name, Nullable, OneOf, ShortText, Version } from './http.ts';
import { Named } from './ticket.ts';

const Day = Type.String({ format: 'date' });
const Weekday = Type.Integer({ minimum: 1, maximum: 7, description: '1 Monday … 7 Sunday' });
const Time = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$', description: 'By the wall clock, such as 09:00' });
const EndTime = Type.String({ pattern: '^([01][0-9]|2[0-4]):[0-5][0-9]$', description: 'Up to 24:00' });

/** People who are on call in turns. */
export const Rotation = Type.Object({
  name: Name,
  members: Type.Array(Id, { maxItems: 100, description: 'Staff in the order of their turns' }),
  startDate: Day,
  handOverTime: Time,
  unit: OneOf(['day', 'week']),
  every: Type.Integer({ minimum: 1, maximum: 52, description: 'How many days or weeks a turn lasts' }),
  handOverWeekday: Weekday,
  hours: Type.Array(Type.Object({ weekday: Weekday, from: Time, to: EndTime }), {
    maxItems: 100,
    description: 'When the rotation covers; empty: always',
  }),
});
export type Rotation = Static<typeof Rotation>;

const schedule = {
  name: Name,
  timeZone: Type.String({ minLength: 1, maxLength: 60 }),
  teamId: Nullable(Id),
  layers: Type.Array(Rotation, { maxItems: 20, description: 'A later one wins where it covers' }),
};
export const CreateSchedule = Type.Object({ ...schedule, teamId: Type.Optional(schedule.teamId) });
export type CreateSchedule = Static<typeof CreateSchedule>;
export const UpdateSchedule = Type.Object({ version: Version, ...Type.Partial(Type.Object(schedule)).properties });
export type UpdateSchedule = Static<typeof UpdateSchedule>;

/** Somebody takes over for a while, whatever the rotations say. */
export const AddOverride = Type.Object({
  staffId: Id,
  startsAt: Instant,
  endsAt: Instant,
  note: Type.Optional(ShortText),
});
export type AddOverride = Static<typeof AddOverride>;
export const OverrideView = Type.Object({
  id: Id,
  staff: Named,
  startsAt: Instant,
  endsAt: Instant,
  note: Type.String(),
  mine: Type.Boolean({ description: 'Made by the reader or for them, so theirs to take away' }),
});
export type OverrideView = Static<typeof OverrideView>;

const Stretch = { from: Instant, to: Instant };

/** One person on call without a break, and why they are. */
export const ShiftView = Type.Object({
  ...Stretch,
  staff: Named,
  source: Type.Object({
    kind: OneOf(['layer', 'override']),
    layer: Nullable(Type.Integer()),
    overrideId: Nullable(Id),
  }),
});
export type ShiftView = Static<typeof ShiftView>;

/** Who is on call at an instant, and until when as far as two weeks tell; nobody where `staff` is null. */
export const OnCallNow = Type.Object({ staff: Nullable(Named), until: Nullable(Instant) });
export type OnCallNow = Static<typeof OnCallNow>;

const Gap = Type.Object(Stretch);
export const ScheduleRow = Type.Object({
  id: Id,
  name: Type.String(),
  timeZone: Type.String(),
  team: Nullable(Named),
  now: OnCallNow,
  nextGap: Nullable(Gap),
  limited: Type.Array(Named, {
    description: 'People in it who do not work for every client: in their turns a page for another one reaches nobody',
  }),
  usedBy: Type.Array(Named, { description: 'Escalation paths that call it' }),
  version: Version,
});
export type ScheduleRow = Static<typeof ScheduleRow>;
export const ScheduleView = Type.Object({
  ...ScheduleRow.properties,
  layers: Type.Array(Rotation),
  overrides: Type.Array(OverrideView),
});
export type ScheduleView = Static<typeof ScheduleView>;

export const ShiftsQuery = Type.Object({ from: Instant, to: Instant });
export const ShiftsView = Type.Object({
  shifts: Type.Array(ShiftView),
  gaps: Type.Array(Gap),
  onLeave: Type.Array(Type.Object({ ...Stretch, staff: Named }), {
    description: 'Who is on call while they are on leave; they are called all the same, unless somebody covers',
  }),
  layers: Type.Array(Type.Object({ name: Type.String(), shifts: Type.Array(ShiftView) }), {
    description: 'Each rotation as if it stood alone',
  }),
});
export type ShiftsView = Static<typeof ShiftsView>;

export const NowRow = Type.Object({ schedule: Named, ...OnCallNow.properties });
export const MyShift = Type.Object({ ...Stretch, schedule: Named, timeZone: Type.String() });
export type MyShift = Static<typeof MyShift>;
