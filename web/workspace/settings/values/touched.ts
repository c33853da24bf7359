/** What is read again after a setting changes. */
export const TOUCHED = ['GET /settings', 'GET /settings/{key}/affected'] as const;
