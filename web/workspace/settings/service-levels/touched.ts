/** What is read again after a change of a policy. */
export const TOUCHED = [
  'GET /service-levels/policies',
  'GET /service-levels/policies/{id}',
  'GET /service-levels/policies/{id}/versions',
  'GET /service-levels/promised',
  'GET /service-levels/calendars',
  'GET /escalation-paths',
] as const;
