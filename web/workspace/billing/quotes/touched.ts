/** What shows something else once a quote, or what came of it, changes. */
export const QUOTES_TOUCHED = [
  'GET /quotes',
  'GET /quotes/{id}',
  'GET /order-lines',
  'GET /contracts',
  'GET /charges',
  'GET /projects',
] as const;
