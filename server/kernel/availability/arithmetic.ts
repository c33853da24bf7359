import { businessSecondsBetween, type Calendar, wholeSecond } from '../calendar.ts';

/** When a service was not there, in epoch milliseconds; it counts from the second in which it began. */
export type OutageSpan = {
  readonly id: string;
  readonly from: number;
  /** Null while it lasts. */
  readonly to: number | null;
  readonly planned: boolean;
  /** How much of the service was missing, 1 to 100. */
  readonly share: number;
};

/** What one outage did. */
export type AvailabilityLine = {
  readonly id: string;
  /** Seconds of the agreed hours, within the period, while it lasted. */
  readonly seconds: number;
  /** Seconds that it took, by its share; where several last at once the one that takes most has them, of equals the first. */
  readonly counted: number;
  /** It was planned, and that is no agreed time. */
  readonly excluded: boolean;
};

export type Availability = {
  /** Seconds of the agreed hours in the period. */
  readonly openSeconds: number;
  /** Of these, seconds of planned outages that do not count: they are not agreed. */
  readonly plannedSeconds: number;
  /** openSeconds − plannedSeconds. */
  readonly agreedSeconds: number;
  /** Agreed seconds that were missing; a second in which half of the service was missing is half a second. */
  readonly downSeconds: number;
  /** (agreed − down) ÷ agreed, 0 to 100; null where nothing was agreed. */
  readonly percent: number | null;
  /** How often it was interrupted in agreed time. What overlaps or follows at once is one interruption. */
  readonly interruptions: number;
  /** Agreed seconds of the longest of these. */
  readonly longestSeconds: number;
  readonly lines: readonly AvailabilityLine[];
};

type Asked = {
  readonly calendar: Calendar;
  /** Epoch milliseconds; `until` is out. */
  readonly from: number;
  readonly until: number;
  /** Whether planned outages count as downtime. Where not, their time is not agreed, whatever else is missing in it. */
  readonly plannedCounts: boolean;
  readonly outages: readonly OutageSpan[];
};

type Tally = { seconds: number; counted: number; excluded: boolean };

/** Availability of a service over a period: the union of its outages within the agreed hours. */
export function availabilityOf({ calendar, from, until, plannedCounts, outages }: Asked): Availability {
  const start = wholeSecond(from) * 1000;
  const end = Math.max(start, wholeSecond(until) * 1000);
  const within = outages
    .map((outage) => ({
      ...outage,
      from: Math.max(start, wholeSecond(outage.from) * 1000),
      to: outage.to === null ? end : Math.min(end, wholeSecond(outage.to) * 1000),
    }))
    .filter((outage) => outage.from < outage.to)
    .sort((a, b) => a.from - b.from);
  const tallies = new Map<string, Tally>(
    within.map(({ id, planned }) => [id, { seconds: 0, counted: 0, excluded: planned && !plannedCounts }]),
  );
  const tallyOf = (id: string) => tallies.get(id) as Tally;
  const edges = [...new Set([start, end, ...within.flatMap((outage) => [outage.from, outage.to])])].sort(
    (a, b) => a - b,
  );
  // In hundredths of a second, so that shares add up exactly.
  let [open, excluded, down] = [0, 0, 0];
  let [interruptions, longest, run] = [0, 0, 0];
  const endRun = () => {
    if (run > 0) interruptions += 1;
    longest = Math.max(longest, run);
    run = 0;
  };
  for (const [index, edge] of edges.slice(0, -1).entries()) {
    const seconds = businessSecondsBetween(calendar, edge, edges[index + 1] as number);
    const running = within.filter((outage) => outage.from <= edge && outage.to > edge);
    const counting = running.filter(({ id }) => !tallyOf(id).excluded);
    open += seconds;
    for (const { id } of running) tallyOf(id).seconds += seconds;
    const isExcluded = counting.length < running.length;
    if (isExcluded) excluded += seconds;
    if (counting.length === 0) endRun();
    else if (!isExcluded) {
      const worst = counting.reduce((a, b) => (b.share > a.share ? b : a));
      down += seconds * worst.share;
      run += seconds;
      tallyOf(worst.id).counted += seconds * worst.share;
    }
  }
  endRun();
  const agreed = open - excluded;
  return {
    openSeconds: open,
    plannedSeconds: excluded,
    agreedSeconds: agreed,
    downSeconds: down / 100,
    percent: agreed === 0 ? null : (agreed * 100 - down) / agreed,
    interruptions,
    longestSeconds: longest,
    lines: [...tallies].map(([id, { seconds, counted, excluded: isOut }]) => ({
      ...{ id, seconds, counted: counted / 100 },
      excluded: isOut,
    })),
  };
}
