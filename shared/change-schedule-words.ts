/** A window in which changes are meant to be made, a freeze that holds all but emergencies back, a blackout that holds back everything. */
export const PERIOD_KINDS = ['window', 'freeze', 'blackout'] as const;

/** Why a change cannot be when it is planned. */
export const COLLISION_KINDS = [
  'item',
  'dependency',
  'person',
  'team',
  'freeze',
  'blackout',
  'outside_window',
] as const;
