import type { FieldError } from '#kernel/errors.ts';
import { PATTERN_WORDS } from './pattern-words.ts';

/** What a validator found, in the form that Ajv and TypeBox share. */
export type Finding = {
  keyword: string;
  instancePath: string;
  params?: object;
};

/**
 * Findings as faults of fields, one for each field, in words that say what is allowed there.
 * @param whole what the value as a whole is called, where a finding is about no field of it
 */
export function fieldFaults(findings: readonly Finding[], whole: string): FieldError[] {
  const byPath = new Map<string, Finding[]>();
  for (const finding of findings)
    for (const path of pathsOf(finding)) byPath.set(path, [...(byPath.get(path) ?? []), finding]);
  const faults = [...byPath].map(([path, found]) => ({ path, found, message: wordsOfAll(found) }));
  // One of several forms was asked for. Where a form got as far as a field inside, that field says more than the choice of forms.
  const telling = faults.filter(
    ({ path, found }) =>
      !found.some(isChoice) || !faults.some((other) => other.path !== path && isInside(other.path, path)),
  );
  return telling.map(({ path, message }) => ({ path: path || whole, message }));
}

const isChoice = ({ keyword }: Finding): boolean => keyword === 'anyOf' || keyword === 'oneOf';
const isInside = (path: string, of: string): boolean => of === '' || path.startsWith(`${of}.`);

/** The dotted path of a finding; that of the field that is missing or too much, not of what it is missing from. */
function pathsOf({ instancePath, params }: Finding): string[] {
  const at = instancePath
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  const { missingProperty, requiredProperties, additionalProperty, additionalProperties } = (params ?? {}) as Record<
    string,
    unknown
  >;
  const names = [missingProperty ?? requiredProperties ?? additionalProperty ?? additionalProperties ?? []].flat();
  return names.length === 0 ? [at.join('.')] : names.map((name) => [...at, name].join('.'));
}

/** Several findings at one field are either the forms of which one would do, or the first of them says enough. */
function wordsOfAll(found: readonly Finding[]): string {
  // A form that is one certain text says which; that it is a text goes without saying.
  const certain = found.some(({ keyword }) => keyword === 'const');
  const told = found.filter((one) => !isChoice(one) && !(certain && isText(one)));
  const forms = [...new Set(told.map(wordsOf))];
  const [first = 'has a form that is not taken here', ...others] = forms;
  return found.some(isChoice) ? [first, ...others.map((form) => form.replace(/^must /, ''))].join(', or ') : first;
}

const isText = ({ keyword, params }: Finding): boolean =>
  keyword === 'type' && (params as { type?: unknown } | undefined)?.type === 'string';

const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object with fields',
  null: 'null',
};

const FORMATS: Readonly<Record<string, string>> = {
  uuid: 'an id (a UUID)',
  'date-time': 'a date and time such as 2026-01-31T09:30:00Z',
  date: 'a date such as 2026-01-31, of the years 1 to 9998',
  email: 'an e-mail address such as ava@example.com',
};

const either = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
const word = (value: unknown): string => (value === '' ? 'empty' : value === null ? 'null' : String(value));
const quoted = (value: unknown): string => (typeof value === 'string' && value !== '' ? `"${value}"` : word(value));
const count = (limit: unknown, one: string, many = `${one}s`): string => `${limit} ${limit === 1 ? one : many}`;

/** One finding in words that follow the field's name: "is required", "must not be blank". */
function wordsOf({ keyword, params }: Finding): string {
  const given = (params ?? {}) as Record<string, unknown>;
  const { limit } = given;
  switch (keyword) {
    case 'required':
      return 'is required';
    case 'additionalProperties':
    case 'boolean':
      return 'is not a field here';
    case 'type':
      return `must be ${either([given['type']].flat().map((type) => TYPES[String(type)] ?? String(type)))}`;
    case 'enum':
      return `must be one of ${([given['allowedValues']].flat() as unknown[]).map(word).join(', ')}`;
    case 'const':
      return `must be ${quoted(given['allowedValue'])}`;
    case 'format':
      return `must be ${FORMATS[String(given['format'])] ?? `of the form "${given['format']}"`}`;
    case 'pattern':
      return `must ${PATTERN_WORDS[String(given['pattern'])] ?? 'have only what is allowed in this field'}`;
    case 'minLength':
      return limit === 1 ? 'must not be empty' : `must have at least ${count(limit, 'character')}`;
    case 'maxLength':
      return `must have at most ${count(limit, 'character')}`;
    case 'minItems':
      return `must have at least ${count(limit, 'entry', 'entries')}`;
    case 'maxItems':
      return `must have at most ${count(limit, 'entry', 'entries')}`;
    case 'uniqueItems':
      return 'must not have the same entry twice';
    case 'minProperties':
      return `must have at least ${count(limit, 'field')}`;
    case 'maxProperties':
      return `must have at most ${count(limit, 'field')}`;
    case 'minimum':
      return `must be ${limit} or more`;
    case 'maximum':
      return `must be ${limit} or less`;
    default:
      return 'is not in a form that is taken here';
  }
}
