import { TEST_NAMES } from '#shared/form-words.ts';
import type { Condition, Form } from './types.ts';

/** A condition as people read it: “Role” is Developer and “Extras” is one of Screen, Dock. */
export function conditionWords({ match, tests }: Condition, form: Form): string {
  const labels = new Map(form.fields.map(({ key, label }) => [key, label]));
  return tests
    .map(({ field, is, value }) => {
      const said = is === 'filled' || is === 'empty' ? '' : ` ${inWords(value)}`;
      return `“${labels.get(field) ?? field}” ${TEST_NAMES[is]}${said}`;
    })
    .join(match === 'all' ? ' and ' : ' or ');
}

const inWords = (value: unknown): string =>
  Array.isArray(value) ? value.join(', ') : value === true ? 'yes' : value === false ? 'no' : String(value);
