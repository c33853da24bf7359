/** How the reason of a target begins that somebody gave a clock; their own words follow. */
export const SET_BY_HAND = 'set by hand: ';
