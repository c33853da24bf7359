/** What is read anew when something of a change is written. */
export const TOUCHED = [
  'GET /changes/{idOrKey}',
  'GET /changes/{idOrKey}/collisions',
  'GET /changes/{idOrKey}/incidents',
  'GET /approvals/mine',
] as const;
