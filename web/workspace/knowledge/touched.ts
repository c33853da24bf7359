/** What is read again after a change of an article. */
export const TOUCHED = [
  'GET /articles',
  'GET /articles/{id}',
  'GET /articles/{id}/versions',
  'GET /articles/{id}/diff',
] as const;
