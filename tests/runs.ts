/** How often a property is tried: as often as its author says, times FETTLE_PROPERTY_FACTOR in a deep run. */
export function runs(usual: number): number {
  return Math.ceil(usual * Number(process.env.FETTLE_PROPERTY_FACTOR ?? 1));
}
