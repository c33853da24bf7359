/** What makes the look of a portal, in the order of its page; each inherits by itself. */
export const LOOK_PARTS = [
  { key: 'portal.name', title: 'Name' },
  { key: 'portal.logo', title: 'Logo' },
  { key: 'portal.icon', title: 'Icon' },
  { key: 'portal.colours', title: 'Accent colours' },
  { key: 'portal.texts', title: 'Words' },
  { key: 'portal.links', title: 'Links at the foot' },
] as const;

/** Whether a setting is changed on the page of the portal. */
export const isLookPart = (key: string): boolean => LOOK_PARTS.some((part) => part.key === key);
