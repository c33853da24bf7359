/** What is read again after something was done in a meeting. */
export const TOUCHED = ['GET /cab-meetings/{meetingId}', 'GET /cab-boards'] as const;
