/** What is read again after something was done with an alert. */
export const TOUCHED = [
  'GET /alerts',
  'GET /alerts/counts',
  'GET /alerts/{id}',
  'GET /tickets',
  'GET /tickets/{idOrKey}',
] as const;
