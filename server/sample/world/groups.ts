import { TARGETS } from '#server/practices/service-level/index.ts';

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
const PROVIDER_TARGETS = TARGETS.default.byPriority.map(({ response, resolution }) => [response, resolution] as const);

export type GroupKey = keyof typeof GROUPS;
export const AT_RISK_PERCENT = 75;

/** Minutes to the first response and the resolution at a tier, for a priority. */
export function targetsOf(group: GroupKey, priority: number): { response: number; resolution: number } {
  const [response, resolution] = (GROUPS[group].targets ?? PROVIDER_TARGETS)[priority - 1] ?? [120, 1_440];
  return { response, resolution };
}
