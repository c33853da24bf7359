/** What shows something else once something about accounting changes. */
export const ACCOUNTING_TOUCHED = [
  'GET /accounting',
  'GET /accounting/documents',
  'GET /accounting/mapping',
  'GET /invoices/{id}/accounting',
] as const;
