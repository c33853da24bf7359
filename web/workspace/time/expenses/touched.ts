/** What is read anew where an expense changed. */
export const EXPENSES_TOUCHED = ['GET /expenses', 'GET /tickets/{idOrKey}/expenses'] as const;
