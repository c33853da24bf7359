/** The reason of a pause by which somebody holds a clock. */
export const HELD = 'held';

/** How the reason of a target begins that somebody gave a clock; their own words follow. */
export const SET_BY_HAND = 'set by hand: ';
