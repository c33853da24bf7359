import type { FieldError } from '#kernel/errors.ts';
import type { Provider } from './provider.ts';

/** The fields of a form, apart: what is shown again, and what is sealed. */
export type Given = { readonly options: Record<string, string>; readonly secrets: Record<string, string> };

/**
 * Sorts what was given for a provider's fields; what is left out has the field's default, or what `before` has. An empty text is the same
 * as nothing. Answers what is wrong, by field.
 */
export function sortValues(
  provider: Provider,
  given: Readonly<Record<string, string>>,
  before: { options: Readonly<Record<string, string>>; secrets: readonly string[] },
): Given & { faults: FieldError[] } {
  const options: Record<string, string> = {};
  const secrets: Record<string, string> = {};
  const faults: FieldError[] = [];
  const fields = new Map(provider.fields.map((field) => [field.key, field]));
  for (const key of Object.keys(given))
    if (!fields.has(key)) faults.push({ path: `values.${key}`, message: `is no field of ${provider.name}` });
  for (const field of provider.fields) {
    const value = given[field.key]?.trim() ?? '';
    const path = `values.${field.key}`;
    if (field.secret) {
      if (value !== '') secrets[field.key] = value;
      else if (field.required && !before.secrets.includes(field.key)) faults.push({ path, message: 'is needed' });
      continue;
    }
    const kept = given[field.key] === undefined ? (before.options[field.key] ?? field.default ?? '') : value;
    if (kept === '' && field.required) faults.push({ path, message: 'is needed' });
    else if (kept !== '' && field.type === 'number' && !Number.isFinite(Number(kept)))
      faults.push({ path, message: 'must be a number' });
    else if (kept !== '' && field.type === 'url' && URL.parse(kept)?.protocol !== 'https:')
      faults.push({ path, message: 'must begin with https://' });
    else if (kept !== '' && field.choices && !field.choices.some((choice) => choice.value === kept))
      faults.push({ path, message: `must be one of ${field.choices.map((choice) => choice.value).join(', ')}` });
    else if (kept !== '') options[field.key] = kept;
  }
  return { options, secrets, faults };
}
