/** The reason of a pause by which somebody holds a clock. */
export const HELD = 'held';
