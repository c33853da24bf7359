import type { CreateCustomField } from '#shared/classification.ts';

export const CUSTOM_FIELDS: readonly CreateCustomField[] = [
  {
    key: 'device',
    label: 'Device',
    type: 'text',
    kinds: ['incident', 'request'],
    help: 'Name on the sticker, such as ACME-LT017.',
    position: 1,
  },
  {
    key: 'people_affected',
    label: 'People affected',
    type: 'number',
    kinds: ['incident'],
    help: 'Roughly how many stand still.',
    position: 2,
  },
  {
    key: 'cost_centre',
    label: 'Cost centre',
    type: 'choice',
    kinds: ['request'],
    options: ['Office', 'Operations', 'Sales', 'Projects'],
    help: 'Where the client books it.',
    position: 3,
  },
];
