/** What is read again after an announcement was changed. */
export const TOUCHED = [
  'GET /announcements',
  'GET /announcements/{id}',
  'GET /service-status',
  'GET /tickets/{idOrKey}/announcements',
] as const;
