/** Who has which part in a major incident, in the order in which they are shown. */
export const MAJOR_ROLES = {
  manager: { name: 'Incident manager', help: 'Leads, decides, and ends it' },
  technical: { name: 'Technical lead', help: 'Leads those who look for the cause' },
  communications: { name: 'Comms lead', help: 'Tells clients, on time' },
  scribe: { name: 'Scribe', help: 'Writes down what was seen and decided' },
} as const;
export type MajorRole = keyof typeof MAJOR_ROLES;

export const MAJOR_STATES = {
  proposed: 'Proposed',
  declared: 'Declared',
  stabilised: 'Stabilised',
  restored: 'Restored',
  review: 'In review',
  completed: 'Completed',
  declined: 'Declined',
} as const;
