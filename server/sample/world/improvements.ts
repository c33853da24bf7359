/** What Harbour IT makes better. Days count back from the sample's end. */
export const ACHIEVED = {
  client: 'ACME',
  service: 'Printing',
  title: 'Scanning to mail works every day',
  idea: 'The scan server stops sending every few days and nobody notices until people call. Restart its queue by a monitor, and move it off the old host.',
  began: 42,
  measuredFrom: 80,
  measuredTo: 41,
  effectFrom: 35,
  effectTo: 3,
  target: 99.9,
  learnt: 'The old host was the cause, not the queue. The monitor stays: it tells before people do.',
} as const;

export const DOING = {
  service: 'Managed desktop',
  title: 'Fewer incidents about laptops',
  idea: 'Most of them follow an update that the pilots had no time to try. Give the pilots a week, and ask them.',
  began: 20,
  measuredFrom: 62,
  measuredTo: 21,
  /** Of what it was. */
  aim: 0.8,
  again: -22,
} as const;

export const IDEA = {
  client: 'BIRCH',
  title: 'Answer before nine what came overnight',
  idea: 'Birch opens at seven; whoever writes then waits until we are all in. One of us could begin at half past six, by turns.',
  unit: 'answers after nine',
  began: 5,
} as const;
