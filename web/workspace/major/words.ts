import type { MajorState } from '#kernel/major.ts';

export { MAJOR_ROLES, MAJOR_STATES, type MajorRole } from '#shared/major-words.ts';

export const MAJOR_COLOURS: Readonly<Record<MajorState, string>> = {
  proposed: 'yellow',
  declared: 'red',
  stabilised: 'orange',
  restored: 'green',
  review: 'blue',
  completed: 'gray',
  declined: 'gray',
};

/** What has to be read again when something is done about one. */
export const TOUCHED = [
  'GET /major-incidents',
  'GET /major-incidents/{idOrKey}',
  'GET /major-incidents/{idOrKey}/candidates',
  'GET /major-incident-suggestions',
  'GET /tickets/{idOrKey}/wholes',
  'GET /tickets/{idOrKey}/timeline',
] as const;

/** `1 ticket`, `3 tickets`. */
export const ticketsSaid = (count: number): string => (count === 1 ? '1 ticket' : `${count} tickets`);
