import { weekdays } from '#kernel/calendar.ts';

/** When clients are served, where their contract says otherwise than the provider's weekdays. */
export const CONTRACT_HOURS = {
  always: { alwaysOpen: true, hours: [], closedDays: [], publicHolidays: false },
  saturday: {
    alwaysOpen: false,
    hours: [...weekdays('08:00', '18:00'), { weekday: 6, from: '08:30', to: '15:30' }],
    closedDays: [],
    publicHolidays: true,
  },
};
