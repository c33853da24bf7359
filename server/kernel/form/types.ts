import type { FORM_FIELD_TYPES, FORM_TESTS } from '#shared/form-words.ts';
import type { FieldError } from '../errors.ts';

export type FieldType = (typeof FORM_FIELD_TYPES)[number];
export type Answer = string | number | boolean | readonly string[] | null;
export type Answers = { readonly [key: string]: Answer };

/** A question to an earlier answer. `value` is compared; `filled` and `empty` need none. */
export type Test = {
  readonly field: string;
  readonly is: (typeof FORM_TESTS)[number];
  readonly value?: string | number | boolean | readonly string[] | undefined;
};

/** Holds when all, or any, of its tests do. */
export type Condition = { readonly match: 'all' | 'any'; readonly tests: readonly Test[] };

/** A day such as 2027-01-31, or so many days from the day on which it is answered: 2 is the day after tomorrow. */
export type DayLimit = string | number | null;

export type Field = {
  readonly key: string;
  readonly type: FieldType;
  readonly label: string;
  readonly help: string;
  readonly required: boolean;
  /** What can be chosen; choice and choices only. */
  readonly options: readonly string[];
  /** How they read, in their order, where that is not as they are written. Answers and conditions keep to the options. */
  readonly optionWords?: readonly string[] | undefined;
  /** Smallest and largest number, or number of characters of a text. */
  readonly min: number | null;
  readonly max: number | null;
  /** First and last day of a date; null or missing: any. */
  readonly earliest?: DayLimit | undefined;
  readonly latest?: DayLimit | undefined;
  /** What stands there before anybody answers. */
  readonly initial: Answer;
  /** Null: always. They ask fields that stand before this one. */
  readonly shownWhen: Condition | null;
  readonly requiredWhen: Condition | null;
};

export type Form = { readonly fields: readonly Field[] };

export type Evaluated = {
  readonly fields: readonly {
    readonly field: Field;
    readonly shown: boolean;
    readonly required: boolean;
    /** What counts: the answer, or the initial one where none was given; null where hidden or empty. */
    readonly value: Answer;
  }[];
  /** The answers that count, of shown fields alone. */
  readonly answers: Answers;
  /** By the key of the field. */
  readonly faults: readonly FieldError[];
};
