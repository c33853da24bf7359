import { expect, test } from 'vitest';
import type { ClassView } from '#shared/estate.ts';
import { attributeFaults, attributeOf, NEW_ATTRIBUTE, renamed, valuesOf } from './values.ts';

test('what a class keeps comes back from the form as it was', () => {
  const attributes: ClassView['attributes'] = [
    { key: 'seats', name: 'Entitled to', type: 'number', unit: 'seats' },
    { key: 'metric', name: 'Counted by', type: 'choice', options: ['device', 'user'] },
    { key: 'expiresOn', name: 'Expires on', type: 'date', ends: true, remindDays: 0 },
    { key: 'product', name: 'Software', type: 'text', help: 'As it is installed' },
  ];
  const stored = {
    name: 'Licence',
    key: 'licence',
    parentKey: 'item',
    active: true,
    attributes,
  } as unknown as ClassView;
  expect(valuesOf(stored).attributes.map(attributeOf)).toEqual(attributes);
});

test('what was typed for another type is left behind', () => {
  const typed = {
    ...NEW_ATTRIBUTE,
    name: ' Size ',
    key: 'size',
    unit: 'cm',
    options: ['a'],
    ends: true,
    remindDays: 3,
  };
  expect(attributeOf(typed)).toEqual({ key: 'size', name: 'Size', type: 'text' });
  expect(attributeOf({ ...typed, type: 'number' })).toEqual({ key: 'size', name: 'Size', type: 'number', unit: 'cm' });
  expect(attributeOf({ ...typed, type: 'date', ends: false })).toEqual({ key: 'size', name: 'Size', type: 'date' });
});

test('the key of a new attribute follows its name until somebody wrote one; a kept key stays', () => {
  const named = renamed(NEW_ATTRIBUTE, 'Cost centre');
  expect(named.key).toBe('cost_centre');
  expect(renamed({ ...named, key: 'centre' }, 'Cost unit').key).toBe('centre');
  expect(renamed({ ...named, isNew: false }, 'Cost unit').key).toBe('cost_centre');
});

test('each fault stands at its place', () => {
  const one = { ...NEW_ATTRIBUTE, name: 'Model', key: 'model' };
  expect(attributeFaults([one], [{ key: 'model' }])).toEqual({ 'attributes.0.key': 'A class above has it already.' });
  expect(attributeFaults([one, one], [])).toEqual({ 'attributes.1.key': 'It is there twice.' });
  expect(Object.keys(attributeFaults([{ ...NEW_ATTRIBUTE, type: 'choice' }], []))).toEqual([
    'attributes.0.name',
    'attributes.0.key',
    'attributes.0.options',
  ]);
  expect(attributeFaults([one], [{ key: 'serial' }])).toEqual({});
});
