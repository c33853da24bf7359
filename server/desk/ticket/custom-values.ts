import { isEmpty } from '#kernel/custom-value.ts';
import { isDay } from '#kernel/day.ts';
import { type FieldError, invalid } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { type CustomField, customFieldsOf } from '#server/desk/classification/index.ts';

const MOST_TEXT = 2_000;

/**
 * Checks the values of custom fields against their definitions. A required one may not be taken away; with `complete` they must all
 * be there.
 */
export async function checkCustomValues(
  ctx: Ctx,
  kind: string,
  values: Record<string, unknown>,
  options: { complete: boolean },
): Promise<Record<string, unknown>> {
  const fields = await customFieldsOf(ctx, kind);
  const errors: FieldError[] = [];
  for (const [key, value] of Object.entries(values)) {
    const field = fields.find((item) => item.key === key);
    if (!field)
      errors.push({
        path: `custom.${key}`,
        message:
          fields.length > 0
            ? `is not a field here; there are ${fields.map((item) => item.key).join(', ')}`
            : 'is not a field here',
      });
    else if (field.required && isEmpty(value)) errors.push({ path: `custom.${key}`, message: 'is required' });
    else if (value !== null && !fits(field, value)) errors.push({ path: `custom.${key}`, message: expectation(field) });
  }
  if (options.complete) {
    for (const field of fields)
      if (field.required && !Object.hasOwn(values, field.key))
        errors.push({ path: `custom.${field.key}`, message: 'is required' });
  }
  if (errors.length > 0) throw invalid(errors);
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}

function fits(field: CustomField, value: unknown): boolean {
  switch (field.type) {
    case 'text':
      return typeof value === 'string' && value.length <= MOST_TEXT;
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'date':
      return typeof value === 'string' && isDay(value);
    case 'choice':
      return typeof value === 'string' && field.options.includes(value);
    default:
      return (
        Array.isArray(value) &&
        new Set(value).size === value.length &&
        value.every((item) => typeof item === 'string' && field.options.includes(item))
      );
  }
}

function expectation(field: CustomField): string {
  const words: Record<string, string> = {
    text: 'must be a text of at most 2,000 characters',
    number: 'must be a number',
    boolean: 'must be true or false',
    date: 'must be a date such as 2026-11-24',
  };
  return (
    words[field.type] ??
    `must be ${field.type === 'choices' ? 'a list of different ones of' : 'one of'} ${field.options.join(', ')}`
  );
}
