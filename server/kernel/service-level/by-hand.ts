/** How the reason begins of what somebody did to a clock by hand; their own words follow. */
export const SET_BY_HAND = 'set by hand: ';
export const PROMISED_AGAIN = 'as promised again: ';
const HELD_BY_HAND = 'held: ';

/** Why a clock is held, in the words of whoever holds it. */
export const heldWords = (reason: string): string => `${HELD_BY_HAND}${reason}`;
