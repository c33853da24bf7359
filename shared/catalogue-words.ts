/** The pictures that an item of the catalogue can have. */
export const ITEM_ICONS = [
  'laptop',
  'phone',
  'software',
  'access',
  'mailbox',
  'person',
  'printer',
  'network',
  'box',
] as const;
export type ItemIcon = (typeof ITEM_ICONS)[number];

export const AUDIENCES = ['all', 'groups', 'clients'] as const;

/** What a task of a bundle waits for where it waits for everything that the parts bring. */
export const AFTER_PARTS = 'parts';
