/** What shows something else once billing changes. */
export const BILLING_TOUCHED = [
  'GET /billing-runs',
  'GET /billing-runs/{id}',
  'GET /billing-preview',
  'GET /invoices',
  'GET /invoices/{id}',
  'GET /invoices/{id}/accounting',
  'GET /contracts',
  'GET /contracts/{id}',
  'GET /count-variances',
  'GET /counts',
  'GET /vendor-lists',
  'GET /vendor-lists/{id}',
  'GET /vendor-names',
  'GET /vendor-products',
  'GET /charges',
  'GET /rates',
] as const;
