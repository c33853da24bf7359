/** A window in which changes are meant to be made, a freeze that holds all but emergencies back, a blackout that holds back everything. */
export const PERIOD_KINDS = ['window', 'freeze', 'blackout'] as const;
