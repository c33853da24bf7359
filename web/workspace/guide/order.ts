/** The pages of the guide in the order in which somebody new reads them. */
export const ORDER: readonly string[] = [
  'start',
  'queue',
  'ticket',
  'together',
  'library',
  'priority-and-service-levels',
  'on-call',
  'clients',
  'people',
  'sign-in',
  'mail',
  'settings',
  'import-servicenow-log',
  'running',
  'api',
  'problems',
];
