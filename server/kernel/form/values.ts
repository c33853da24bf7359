import { epochDay } from '../calendar/types.ts';
import { isId } from '../ids.ts';
import { faultOfDay } from './days.ts';
import type { Answer, Field, FieldType } from './types.ts';

const LONGEST: Partial<Record<FieldType, number>> = { text: 200, long_text: 10_000 };
const MOST_FILES = 10;
/** Characters that are no text: none of them comes from a keyboard. */
const CONTROL = /[^\P{Cc}\t\n\r]/u;

/**
 * What is wrong with a value that is there, as a sentence that goes on from the field; null where nothing is.
 * @param today from which limits of dates count; null: they are not asked
 */
export function faultOfValue(field: Field, value: Exclude<Answer, null>, today: string | null = null): string | null {
  const { type, options } = field;
  switch (type) {
    case 'text':
    case 'long_text':
      return typeof value === 'string' ? faultOfText(field, value) : 'must be a text';
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? faultOfRange(field, value, '') : 'must be a number';
    case 'date':
      return typeof value === 'string' && !Number.isNaN(epochDay(value))
        ? faultOfDay(field, value, today)
        : 'must be a day such as 2027-01-31';
    case 'yes_no':
      return typeof value === 'boolean' ? null : 'must be yes or no';
    case 'choice':
      return typeof value === 'string' && options.includes(value) ? null : 'must be one of the choices';
    case 'choices':
      return isList(value) && value.every((one) => options.includes(one)) && isUnique(value)
        ? null
        : 'must be some of the choices';
    case 'person':
      return typeof value === 'string' && isId(value) ? null : 'must be a person';
    case 'file':
      return isList(value) && value.every(isId) && isUnique(value) && value.length <= MOST_FILES
        ? null
        : `must be at most ${MOST_FILES} files`;
  }
}

const isList = (value: Answer): value is readonly string[] => Array.isArray(value);
const isUnique = (list: readonly string[]) => new Set(list).size === list.length;

function faultOfText(field: Field, text: string): string | null {
  if (CONTROL.test(text) || (field.type === 'text' && /[\r\n]/.test(text)))
    return field.type === 'text' ? 'must be one line of text' : 'has characters in it that are no text';
  const longest = LONGEST[field.type] ?? 200;
  if (text.length > longest) return `must be at most ${longest} characters`;
  return faultOfRange(field, [...text].length, ' characters');
}

function faultOfRange({ min, max }: Field, size: number, unit: string): string | null {
  if (min !== null && size < min) return `must be at least ${min}${unit}`;
  if (max !== null && size > max) return `must be at most ${max}${unit}`;
  return null;
}
