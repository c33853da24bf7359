/** What is read again after something of the estate was changed. */
export const TOUCHED = [
  'GET /items',
  'GET /items/count',
  'GET /items/{id}',
  'GET /items/{id}/history',
  'GET /items/{id}/impact',
  'GET /items/{id}/tickets',
  'GET /tickets/{idOrKey}/items',
  'GET /item-ends',
  'GET /item-stock',
  'GET /item-duplicates',
  'GET /licence-positions',
  'GET /clients/{id}/item-counts',
  'GET /clients/{id}/service-map',
  'GET /baselines/{id}/drift',
] as const;
