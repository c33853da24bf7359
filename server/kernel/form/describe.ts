import { evaluateForm } from './evaluate.ts';
import type { Answer, Answers, Field, Form } from './types.ts';

/**
 * The answers that count as lines for people to read, in the form's order.
 * @param nameOf the name of a person or file by its id; undefined where the reader may not know it
 */
export function answerLines(
  form: Form,
  answers: Answers,
  nameOf: (type: 'person' | 'file', id: string) => string | undefined,
): { label: string; value: string }[] {
  return evaluateForm(form, answers).fields.flatMap(({ field, shown, value }) =>
    shown && value !== null ? [{ label: field.label, value: inWords(field, value, nameOf) }] : [],
  );
}

function inWords(
  { type, options, optionWords }: Field,
  value: Exclude<Answer, null>,
  nameOf: (type: 'person' | 'file', id: string) => string | undefined,
): string {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  const named =
    type === 'person' || type === 'file'
      ? (id: string) => nameOf(type, id) ?? 'somebody or something unknown'
      : (text: string) => optionWords?.[options.indexOf(text)] ?? text;
  return [value]
    .flat()
    .map((one) => named(String(one)))
    .join(', ');
}
