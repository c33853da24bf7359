import { BUILT_IN_TERMS } from '#kernel/service-level.ts';

/** Tiers: minutes of working time to the first response and to the resolution, P1 first. Silver keeps the provider's own. */
export const GROUPS = {
  gold: {
    name: 'Gold',
    description: 'All-inclusive, quickest targets.',
    targets: [
      [10, 120],
      [20, 240],
      [60, 600],
      [120, 1_440],
      [240, 3_600],
    ],
  },
  silver: { name: 'Silver', description: 'Managed, with prepaid hours for projects.', targets: null },
  bronze: {
    name: 'Bronze',
    description: 'Time and materials, by turn.',
    targets: [
      [30, 480],
      [60, 960],
      [240, 2_400],
      [480, 4_800],
      [960, 9_600],
    ],
  },
} as const;

/** What silver has: the targets that the program comes with. */
const BUILT_IN = (BUILT_IN_TERMS.targets.first_response?.byPriority ?? []).map(
  (response, i) => [Number(response), Number(BUILT_IN_TERMS.targets.resolution?.byPriority[i])] as const,
);

export type GroupKey = keyof typeof GROUPS;

/** Minutes to the first response and the resolution at a tier, for a priority. */
export function targetsOf(group: GroupKey, priority: number): { response: number; resolution: number } {
  const [response, resolution] = (GROUPS[group].targets ?? BUILT_IN)[priority - 1] ?? [120, 1_440];
  return { response, resolution };
}
