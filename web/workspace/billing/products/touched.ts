/** What shows something else once the price book changes. */
export const PRODUCTS_TOUCHED = ['GET /products'] as const;
