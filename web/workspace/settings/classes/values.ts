import type { ClassAttribute, ClassView } from '#shared/estate.ts';
import { keyFrom } from '#web/ui/text/key-from.ts';

/** An attribute as the form holds it; `isNew` until the class was saved with it, because then its key and type stay. */
export type AttributeValues = {
  isNew: boolean;
  name: string;
  key: string;
  type: ClassAttribute['type'];
  unit: string;
  help: string;
  options: readonly string[];
  ends: boolean;
  remindDays: number | null;
};

export type ClassValues = {
  name: string;
  key: string;
  parentKey: string | null;
  attributes: readonly AttributeValues[];
  active: boolean;
};

export const NEW_ATTRIBUTE: AttributeValues = {
  isNew: true,
  name: '',
  key: '',
  type: 'text',
  unit: '',
  help: '',
  options: [],
  ends: false,
  remindDays: null,
};

export const NEW_CLASS: ClassValues = { name: '', key: '', parentKey: 'item', attributes: [], active: true };

export const valuesOf = ({ name, key, parentKey, attributes, active }: ClassView): ClassValues => ({
  name,
  key,
  parentKey,
  active,
  attributes: attributes.map(({ unit = '', help = '', options = [], ends = false, remindDays = null, ...one }) => ({
    ...one,
    isNew: false,
    unit,
    help,
    options,
    ends,
    remindDays,
  })),
});

/** As it is kept: without what its type has no use for. */
export function attributeOf({
  name,
  key,
  type,
  unit,
  help,
  options,
  ends,
  remindDays,
}: AttributeValues): ClassAttribute {
  const isEnd = type === 'date' && ends;
  return {
    key,
    name: name.trim(),
    type,
    ...(type === 'number' && unit.trim() ? { unit: unit.trim() } : {}),
    ...(help.trim() ? { help: help.trim() } : {}),
    ...(type === 'choice' ? { options: [...options] } : {}),
    ...(isEnd ? { ends: true } : {}),
    ...(isEnd && remindDays !== null ? { remindDays } : {}),
  };
}

/** The attribute under another name; the key of a new one follows, until somebody wrote a key of their own. */
export const renamed = (one: AttributeValues, name: string): AttributeValues =>
  one.isNew && one.key === keyFrom(one.name) ? { ...one, name, key: keyFrom(name) } : { ...one, name };

const KEY = /^[a-z][A-Za-z0-9_]{0,39}$/;

/** What is wrong with the attributes of a class, each under its place: `attributes.0.name`. */
export function attributeFaults(
  attributes: readonly AttributeValues[],
  inherited: readonly { key: string }[],
): Record<string, string> {
  const faults: Record<string, string> = {};
  for (const [at, { name, key, type, options }] of attributes.entries()) {
    const place = `attributes.${at}`;
    if (name.trim() === '') faults[`${place}.name`] = 'Enter a name.';
    if (!KEY.test(key)) faults[`${place}.key`] = 'Use letters, digits and _, beginning with a small letter.';
    else if (inherited.some((one) => one.key === key)) faults[`${place}.key`] = 'A class above has it already.';
    else if (attributes.findIndex((one) => one.key === key) < at) faults[`${place}.key`] = 'It is there twice.';
    if (type === 'choice' && options.length === 0) faults[`${place}.options`] = 'Enter what can be chosen.';
  }
  return faults;
}
