import { epochDay } from '../calendar/types.ts';
import { isEmpty } from '../custom-value.ts';
import type { FieldError } from '../errors.ts';
import type { Condition, Field, Form } from './types.ts';
import { faultOfValue } from './values.ts';

const KEY = /^[a-z][a-z0-9_]{0,39}$/;
const SIZED = new Set(['text', 'long_text', 'number']);

/** What cannot be meant by a form, each with the place of it: `fields.2.options`. A form without faults can be answered. */
export function validateForm({ fields }: Form): FieldError[] {
  return fields.flatMap((field, at) => faultsOf(field, fields.slice(0, at), `fields.${at}`));
}

function faultsOf(field: Field, before: readonly Field[], path: string): FieldError[] {
  const { key, type, options, min, max, earliest = null, latest = null, initial } = field;
  const faults: FieldError[] = [];
  const say = (place: string, message: string) => faults.push({ path: `${path}.${place}`, message });
  if (!KEY.test(key)) say('key', 'must be small letters, digits and _, beginning with a letter');
  if (before.some((other) => other.key === key)) say('key', 'is the key of an earlier field');
  if (field.label.trim() === '') say('label', 'needs words');
  const chooses = type === 'choice' || type === 'choices';
  if (chooses && options.length === 0) say('options', 'needs at least one choice');
  if (!chooses && options.length > 0) say('options', 'belong to fields that offer choices');
  if (new Set(options).size < options.length) say('options', 'holds a choice twice');
  if (!SIZED.has(type) && (min !== null || max !== null)) say('min', 'belongs to texts and numbers');
  if (min !== null && max !== null && min > max) say('max', 'must not be less than the smallest');
  for (const [name, limit] of [
    ['earliest', earliest],
    ['latest', latest],
  ] as const) {
    if (limit === null) continue;
    if (type !== 'date') say(name, 'belongs to days');
    if (typeof limit === 'string' && Number.isNaN(epochDay(limit))) say(name, 'must be a day such as 2027-01-31');
  }
  if (earliest !== null && latest !== null && typeof earliest === typeof latest && earliest > latest)
    say('latest', 'must not be before the earliest');
  if (!isEmpty(initial)) {
    const fault =
      type === 'person' || type === 'file' ? 'cannot be given beforehand' : faultOfValue(field, initial as never);
    if (fault !== null) say('initial', fault);
  }
  for (const name of ['shownWhen', 'requiredWhen'] as const)
    faults.push(...faultsOfCondition(field[name], before, `${path}.${name}`));
  return faults;
}

function faultsOfCondition(condition: Condition | null, before: readonly Field[], path: string): FieldError[] {
  if (condition === null) return [];
  if (condition.tests.length === 0) return [{ path: `${path}.tests`, message: 'needs something to ask' }];
  return condition.tests.flatMap(({ field, is, value }, at) => {
    const asked = before.find(({ key }) => key === field);
    const say = (place: string, message: string) => [{ path: `${path}.tests.${at}.${place}`, message }];
    if (!asked) return say('field', 'must be a field that stands before this one');
    if (is === 'filled' || is === 'empty') return [];
    const wanted = Array.isArray(value) ? value : [value];
    if (wanted.length === 0 || wanted.some(isEmpty)) return say('value', 'needs something to compare with');
    if (is === 'above' || is === 'below') {
      if (asked.type !== 'number' && asked.type !== 'date') return say('is', 'compares numbers and days only');
      if (Array.isArray(value)) return say('value', 'must be one value');
    }
    const odd = wanted.find((one) => !isPossible(asked, one as never));
    return odd === undefined ? [] : say('value', `"${odd}" is no answer to “${asked.label}”`);
  });
}

/** Whether a field can have a value that somebody compares it with: of several choices each by itself. */
function isPossible(field: Field, value: string | number | boolean): boolean {
  if (field.type === 'choices') return field.options.includes(value as string);
  return faultOfValue({ ...field, min: null, max: null, earliest: null, latest: null }, value) === null;
}
