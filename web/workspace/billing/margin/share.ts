/** What of the revenue is left after the cost, in per cent; a dash where nothing was invoiced. */
export const share = (revenue: number, cost: number): string =>
  revenue > 0 ? `${Math.round(((revenue - cost) / revenue) * 100)} %` : '–';
