/** How content somebody is, the best first. */
export const SCORES = ['good', 'fair', 'bad'] as const;
export type Score = (typeof SCORES)[number];
