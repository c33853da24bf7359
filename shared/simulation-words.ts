import type { SimulationPresent } from './simulation.ts';

type Subjects = { [List in keyof SimulationPresent]: (now: SimulationPresent[List][number]) => string };

/** What is drafted, in few words: policies and calendars by name, settings by whose they are. */
export const SUBJECTS: Subjects = {
  policies: ({ name, place }) => `“${name}” for ${place}`,
  hours: ({ place }) => `Service hours for ${place}`,
  calendars: ({ name }) => `The calendar “${name}”`,
  priorities: ({ place }) => `Priorities for ${place}`,
};
