/** What is read again after a change of who is on call. */
export const TOUCHED = [
  'GET /on-call/schedules',
  'GET /on-call/schedules/{id}',
  'GET /on-call/schedules/{id}/shifts',
  'GET /on-call/now',
  'GET /me/on-call',
  'GET /escalation-paths',
] as const;
