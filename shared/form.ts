import Type, { type Static } from 'typebox';
import { FORM_FIELD_TYPES, FORM_TESTS } from './form-words.ts';
import { Name, Nullable, OneOf } from './http.ts';

const Key = Type.String({ pattern: '^[a-z][a-z0-9_]{0,39}$' });
const Choice = Type.String({ minLength: 1, maxLength: 200 });
const Plain = Type.String({ maxLength: 10_000 });

export const FormCondition = Type.Object({
  match: OneOf(['all', 'any']),
  tests: Type.Array(
    Type.Object({
      field: Key,
      is: OneOf(FORM_TESTS),
      value: Type.Optional(
        Type.Union([Choice, Type.Number(), Type.Boolean(), Type.Array(Choice, { minItems: 1, maxItems: 50 })]),
      ),
    }),
    { minItems: 1, maxItems: 10 },
  ),
});

/** What somebody answered to one field. */
export const AnswerValue = Type.Union([
  Plain,
  Type.Number(),
  Type.Boolean(),
  Type.Array(Type.String({ maxLength: 200 }), { maxItems: 200 }),
  Type.Null(),
]);

/** A day, or so many days from the day on which it is answered; those before it are below 0. */
const DayLimit = Type.Optional(
  Type.Union([Type.Integer({ minimum: -3_660, maximum: 3_660 }), Type.String({ format: 'date' }), Type.Null()], {
    description: 'For dates: a day, or a number of days from today; today is the day where whoever answers is',
  }),
);

const field = {
  key: Key,
  type: OneOf(FORM_FIELD_TYPES),
  label: Name,
  help: Type.String({ maxLength: 500 }),
  required: Type.Boolean(),
  options: Type.Array(Choice, { maxItems: 100 }),
  min: Nullable(Type.Number()),
  max: Nullable(Type.Number()),
  earliest: DayLimit,
  latest: DayLimit,
  initial: AnswerValue,
  shownWhen: Nullable(FormCondition),
  requiredWhen: Nullable(FormCondition),
};
export const FormShape = Type.Object({ fields: Type.Array(Type.Object(field), { maxItems: 60 }) });

/** A form as whoever fills it in reads it: answers and conditions keep to the options as they were written. */
export const FormToRead = Type.Object({
  fields: Type.Array(
    Type.Object({
      ...field,
      optionWords: Type.Optional(
        Type.Array(Type.String(), { description: 'How the options read, in their order, where that differs' }),
      ),
    }),
  ),
});

/** Answers by the key of their field. */
export const FormAnswers = Type.Record(Key, AnswerValue, { maxProperties: 100, additionalProperties: false });
export type FormAnswers = Static<typeof FormAnswers>;
/** An answer in words. */
export const AnswerLine = Type.Object({ label: Type.String(), value: Type.String() });
