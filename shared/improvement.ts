import Type, { type Static } from 'typebox';
import { Id, Instant, Name, Nullable, OneOf, Page, PageQuery, Version } from './http.ts';
import {
  IMPROVEMENT_LINKS,
  IMPROVEMENT_SOURCE_KEYS,
  IMPROVEMENT_STATUS_KEYS,
  MEASURE_KEYS,
} from './improvement-words.ts';
import { Named } from './ticket.ts';
import { WAIT_CAUSE_KEYS } from './value-stream-words.ts';

const Day = Type.String({ format: 'date' });
const StepKey = Type.String({ pattern: '^[a-z][a-z0-9_]{0,39}$' });
const Figure = Type.Number({ minimum: -1_000_000_000, maximum: 1_000_000_000 });

export const ImprovementScope = Type.Object({
  teamId: Type.Optional(Nullable(Id)),
  categoryId: Type.Optional(Nullable(Id)),
  serviceId: Type.Optional(Nullable(Id)),
  streamId: Type.Optional(Nullable(Id)),
  step: Type.Optional(Nullable(StepKey)),
  cause: Type.Optional(
    Type.Unsafe<(typeof WAIT_CAUSE_KEYS)[number] | null>({
      ...Nullable(OneOf(WAIT_CAUSE_KEYS)),
      description: 'Of the waits in a step, those for this alone',
    }),
  ),
});
export type ImprovementScope = Static<typeof ImprovementScope>;

const ImprovementLinkRef = Type.Object({ kind: OneOf(IMPROVEMENT_LINKS), id: Id });
const SourceRef = Type.Object({
  kind: OneOf(IMPROVEMENT_SOURCE_KEYS),
  id: Type.Optional(Nullable(Id)),
  step: Type.Optional(Nullable(StepKey)),
  text: Type.Optional(Type.String({ maxLength: 500 })),
});

const writable = {
  title: Name,
  idea: Type.String({ maxLength: 10_000, description: 'What is the matter, and what may help; plain text' }),
  ownerId: Nullable(Id),
  source: SourceRef,
  measure: Type.Unsafe<(typeof MEASURE_KEYS)[number] | null>({
    ...Nullable(OneOf(MEASURE_KEYS)),
    description: 'Null: figures are entered by hand',
  }),
  unit: Type.String({ maxLength: 40, description: 'Of figures that are entered by hand' }),
  better: OneOf(['less', 'more']),
  scope: ImprovementScope,
  target: Nullable(Figure),
  targetOn: Nullable(Day),
  measureOn: Type.Unsafe<string | null>({ ...Nullable(Day), description: 'When it is measured again by itself' }),
  links: Type.Array(ImprovementLinkRef, { maxItems: 50, description: 'What it changes' }),
  learnt: Type.String({ maxLength: 10_000, description: 'What came of it; plain text' }),
};
const optional = Type.Partial(Type.Object(writable)).properties;

export const CreateImprovement = Type.Object({
  ...optional,
  title: Name,
  clientId: Type.Optional(Type.Unsafe<string | null>({ ...Nullable(Id), description: 'Null: of the provider' })),
});
export type CreateImprovement = Static<typeof CreateImprovement>;
export const SaveImprovement = Type.Object({
  ...optional,
  version: Version,
  status: Type.Optional(OneOf(IMPROVEMENT_STATUS_KEYS)),
});
export type SaveImprovement = Static<typeof SaveImprovement>;

/** A period to measure, or a figure that somebody knows. */
export const MeasureImprovement = Type.Object({
  version: Version,
  from: Day,
  to: Type.Unsafe<string>({ ...Day, description: 'The last day' }),
  figure: Type.Optional(Type.Unsafe<number>({ ...Figure, description: 'Where figures are entered by hand' })),
});
export type MeasureImprovement = Static<typeof MeasureImprovement>;

const Nul = Nullable(Type.Number());
const reading = {
  from: Day,
  to: Day,
  figure: Nul,
  n: Type.Integer({ description: 'Of how many' }),
  low: Type.Unsafe<number | null>({ ...Nul, description: 'Half of the single values lie between low and high' }),
  high: Nul,
  at: Instant,
  by: Type.String(),
};
export const ReadingView = Type.Object(reading);
export type ReadingView = Static<typeof ReadingView>;
export const EffectView = Type.Object({
  difference: Nul,
  probability: Type.Unsafe<number | null>({ ...Nul, description: 'That it is better, from 0 to 1' }),
  low: Nul,
  high: Nul,
  words: Type.String(),
});
const linked = { id: Nullable(Id), name: Type.String(), key: Nullable(Type.String()) };
export const ImprovementView = Type.Object({
  id: Id,
  title: Type.String(),
  idea: Type.String(),
  client: Nullable(Named),
  owner: Nullable(Named),
  status: OneOf(IMPROVEMENT_STATUS_KEYS),
  source: Type.Object({
    kind: OneOf(IMPROVEMENT_SOURCE_KEYS),
    step: Nullable(Type.String()),
    text: Type.String(),
    ...linked,
  }),
  measure: Nullable(OneOf(MEASURE_KEYS)),
  unit: Type.String(),
  better: OneOf(['less', 'more']),
  scope: ImprovementScope,
  baseline: Nullable(ReadingView),
  target: Nul,
  targetOn: Nullable(Day),
  measureOn: Nullable(Day),
  readings: Type.Array(Type.Object({ ...reading, effect: EffectView }), { description: 'The last first' }),
  links: Type.Array(Type.Object({ kind: OneOf(IMPROVEMENT_LINKS), ...linked })),
  learnt: Type.String(),
  updatedAt: Instant,
  version: Version,
});
export type ImprovementView = Static<typeof ImprovementView>;

export const ImprovementQuery = Type.Object({
  ...PageQuery,
  status: Type.Optional(OneOf(IMPROVEMENT_STATUS_KEYS)),
  clientId: Type.Optional(Id),
  ownerId: Type.Optional(Id),
});
export type ImprovementQuery = Static<typeof ImprovementQuery>;
/** Something that improvements may change or come from. */
export const ImprovementAbout = Type.Object({
  kind: OneOf(IMPROVEMENT_LINKS),
  id: Id,
  clientId: Type.Optional(Type.Unsafe<string>({ ...Id, description: 'Only those of this client and of the provider' })),
});
export type ImprovementAbout = Static<typeof ImprovementAbout>;
export const ImprovementRow = Type.Object({
  id: Id,
  title: Type.String(),
  client: Nullable(Named),
  owner: Nullable(Named),
  status: OneOf(IMPROVEMENT_STATUS_KEYS),
  measure: Nullable(OneOf(MEASURE_KEYS)),
  unit: Type.String(),
  baseline: Nul,
  now: Nul,
  target: Nul,
  targetOn: Nullable(Day),
  effect: Nullable(Type.String({ description: 'What the last reading says' })),
  updatedAt: Instant,
});
export type ImprovementRow = Static<typeof ImprovementRow>;
export const ImprovementPage = Page(ImprovementRow);
