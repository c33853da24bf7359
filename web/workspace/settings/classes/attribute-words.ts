import { ATTRIBUTE_TYPES, type AttributeType } from '#shared/estate-words.ts';

export const TYPE_WORDS: Readonly<Record<AttributeType, string>> = {
  text: 'Text',
  number: 'Number',
  date: 'Day',
  instant: 'Day and time',
  flag: 'Yes or no',
  choice: 'One of a list',
  money: 'Amount of money',
  url: 'Web address',
};
export const TYPE_CHOICES = ATTRIBUTE_TYPES.map((value) => ({ value, label: TYPE_WORDS[value] }));
