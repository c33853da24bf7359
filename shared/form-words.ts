/** The words that a form is written in, for the program that evaluates it and the builder that offers them. */
export const FORM_FIELD_TYPES = [
  'text',
  'long_text',
  'number',
  'date',
  'choice',
  'choices',
  'person',
  'file',
  'yes_no',
] as const;

/** What a condition may ask of an earlier answer. */
export const FORM_TESTS = ['equals', 'differs', 'one_of', 'above', 'below', 'filled', 'empty'] as const;

export const FIELD_TYPE_NAMES: Readonly<Record<(typeof FORM_FIELD_TYPES)[number], string>> = {
  text: 'Short text',
  long_text: 'Long text',
  number: 'Number',
  date: 'Date',
  choice: 'One of several',
  choices: 'Any of several',
  person: 'A colleague',
  file: 'Files',
  yes_no: 'Yes or no',
};

export const TEST_NAMES: Readonly<Record<(typeof FORM_TESTS)[number], string>> = {
  equals: 'is',
  differs: 'is not',
  one_of: 'is one of',
  above: 'is more than',
  below: 'is less than',
  filled: 'is answered',
  empty: 'is not answered',
};
