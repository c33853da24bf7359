import { isDay } from '#kernel/day.ts';
import { type FieldError, invalid } from '#kernel/errors.ts';
import { isMac, isUuid } from '#kernel/estate/identifiers.ts';
import { isInstant } from '#kernel/instant.ts';
import type { ClassAttribute } from '#shared/estate.ts';
import { moneyOf } from '#shared/money-words.ts';

type Value = string | number | boolean | null;

const FITS: Readonly<Record<ClassAttribute['type'], { fits(value: Value): boolean; words: string }>> = {
  text: { fits: (value) => typeof value === 'string', words: 'must be text' },
  number: { fits: (value) => typeof value === 'number' && Number.isFinite(value), words: 'must be a number' },
  date: { fits: (value) => typeof value === 'string' && isDay(value), words: 'must be a day, as 2027-03-31' },
  instant: {
    fits: isInstant,
    words: 'must be an instant, as 2027-03-31T08:00:00Z',
  },
  flag: { fits: (value) => typeof value === 'boolean', words: 'must be true or false' },
  choice: { fits: (value) => typeof value === 'string', words: 'must be one of its options' },
  money: {
    fits: (value) => moneyOf(value) !== null,
    words: 'must be an amount with its currency, as 1899.00 AUD',
  },
  url: {
    fits: (value) => typeof value === 'string' && /^https?:\/\//.test(value) && URL.canParse(value),
    words: 'must be an address that begins with https://',
  },
};

/** What is wrong with MAC addresses that somebody typed, one or several with commas between them; null where they may be. */
function macFault(text: string): string | null {
  const all = text.split(',').map((one) => one.trim());
  if (text.trim() === '') return null;
  if (!all.every(isMac))
    return 'must be twelve hexadecimal digits, as 8c:04:ba:11:22:33; several with commas between them';
  return all.some((one) => /^[0\W]+$/.test(one)) ? 'must be of a card: this one is all zeros' : null;
}

/** Refuses values that a class has no attribute for, or of another type; by field. Null takes back what was said. */
export function refuseValues(values: Readonly<Record<string, Value>>, attributes: readonly ClassAttribute[]): void {
  const errors: FieldError[] = [];
  for (const [key, value] of Object.entries(values)) {
    const path = `attributes.${key}`;
    const attribute = attributes.find((one) => one.key === key);
    if (!attribute) errors.push({ path, message: 'is no attribute of this class' });
    else if (value !== null && !FITS[attribute.type].fits(value))
      errors.push({ path, message: FITS[attribute.type].words });
    else if (key === 'macAddress' && typeof value === 'string' && macFault(value) !== null)
      errors.push({ path, message: macFault(value) ?? '' });
    else if (key === 'uuid' && typeof value === 'string' && value.trim() !== '' && !isUuid(value.trim()))
      errors.push({ path, message: 'must be 32 hexadecimal digits, as 4c4c4544-0042-3510-8051-b4c04f4a3332' });
    else if (value !== null && attribute.type === 'choice' && !attribute.options?.includes(String(value)))
      errors.push({ path, message: `must be one of: ${(attribute.options ?? []).join(', ')}` });
  }
  if (errors.length > 0) throw invalid(errors);
}
