/** Hours round the clock, which say nothing of days that are closed. */
export const neverClosed = <H extends object>(hours: H) => ({
  ...hours,
  alwaysOpen: true,
  closedDays: [],
  publicHolidays: false,
});
