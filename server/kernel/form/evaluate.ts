import { isEmpty } from '../custom-value.ts';
import type { FieldError } from '../errors.ts';
import { holds } from './condition.ts';
import type { Answer, Answers, Evaluated, Form } from './types.ts';
import { faultOfValue } from './values.ts';

/**
 * What a form is with the answers given so far: which fields are shown and required, which answers count, and what is wrong. What is
 * hidden counts as not answered, also for fields below it, and is dropped; so is an initial value where something was given instead.
 * @param answers by the key of the field; a key that is missing was not touched yet
 * @param today the day where whoever answers is, from which limits of dates count; null for answers that were taken before
 */
export function evaluateForm(form: Form, answers: Answers, today: string | null = null): Evaluated {
  const counted = new Map<string, Answer>();
  const answerOf = (key: string): Answer => counted.get(key) ?? null;
  const faults: FieldError[] = [];
  const fields = form.fields.map((field) => {
    const shown = holds(field.shownWhen, answerOf);
    const required = shown && (field.required || (field.requiredWhen !== null && holds(field.requiredWhen, answerOf)));
    const given = Object.hasOwn(answers, field.key) ? (answers[field.key] ?? null) : field.initial;
    const value = shown && !isEmpty(given) ? tidy(given) : null;
    const fault = shown
      ? value === null
        ? required
          ? missing(field.type)
          : null
        : faultOfValue(field, value, today)
      : null;
    if (fault !== null) faults.push({ path: field.key, message: fault });
    // A value of the wrong shape says nothing to the conditions below.
    if (value !== null && fault === null) counted.set(field.key, value);
    return { field, shown, required, value };
  });
  const known = new Set(form.fields.map(({ key }) => key));
  for (const key of Object.keys(answers))
    if (!known.has(key)) faults.push({ path: key, message: 'is not asked by this form' });
  return { fields, answers: Object.fromEntries(counted), faults };
}

const missing = (type: string) => (type === 'file' ? 'needs a file' : 'needs an answer');

/** Texts lose the blanks around them; only blanks are no answer. */
function tidy(answer: Answer): Answer {
  if (typeof answer !== 'string') return answer;
  const text = answer.trim();
  return text === '' ? null : text;
}
