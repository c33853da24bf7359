/** What is read again after a service or an outage was changed. */
export const TOUCHED = [
  'GET /service-offerings',
  'GET /service-offerings/{id}',
  'GET /service-health',
  'GET /clients/{id}/services/{serviceId}',
  'GET /services/{id}/availability',
  'GET /services/{id}/outages',
  'GET /outages',
  'GET /services',
] as const;
