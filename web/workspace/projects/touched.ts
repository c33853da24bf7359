/** What shows something else once a project changes. */
export const PROJECT_TOUCHED = [
  'GET /projects',
  'GET /projects/{id}',
  'GET /projects/{id}/burn',
  'GET /tickets/{idOrKey}/project',
  'GET /charges',
  'GET /tickets',
  'GET /billing-preview',
] as const;
