import { checkFile } from '../check.ts';
import { incidentsOf } from '../incidents.ts';
import type { LogRow } from '../row.ts';
import { keeps } from './judge.ts';
import { LOG_POLICIES, type LogPolicy, READINGS } from './policy.ts';

/** How often the log and a policy say kept or missed. */
export type Confusion = { bothKept: number; bothMissed: number; onlyLogKept: number; onlyPolicyKept: number };
export type PolicyAgreement = {
  readonly policy: LogPolicy;
  readonly all: Confusion;
  /** By the priority that an incident has at its end; its index is one less. */
  readonly byPriority: readonly Confusion[];
  /** Disagreements that another reading of the policy would have settled; several may settle one. */
  readonly settledBy: ReadonlyMap<string, number>;
  readonly unsettled: number;
};
export type Agreement = {
  /** Incidents that were judged, and those that could not be. */
  readonly incidents: number;
  readonly setAside: number;
  readonly policies: readonly PolicyAgreement[];
};

/** Runs the policies over a log's own history and compares their verdicts with its `made_sla`. Needs no database. */
export async function slaAgreement(
  path: string,
  timeZone: string,
  progress: (done: number, total: number) => void = () => {},
): Promise<Agreement> {
  const { rows: total, damage, parted } = await checkFile(path);
  const tallies = LOG_POLICIES.map((policy) => new Tally({ ...policy, calendar: { ...policy.calendar, timeZone } }));
  let [incidents, setAside, done] = [0, 0, 0];
  for await (const { rows, faults } of incidentsOf({ path, timeZone, damage, parted }, () => {})) {
    done += rows.length;
    progress(done, total);
    // Only the last row has the log's verdict.
    const made = rows.at(-1)?.values.made_sla;
    if (faults.length > 0 || (made !== 'true' && made !== 'false')) setAside += 1;
    else {
      incidents += 1;
      for (const tally of tallies) tally.add(rows, made === 'true');
    }
  }
  return { incidents, setAside, policies: tallies };
}

const none = (): Confusion => ({ bothKept: 0, bothMissed: 0, onlyLogKept: 0, onlyPolicyKept: 0 });

class Tally implements PolicyAgreement {
  readonly policy: LogPolicy;
  readonly all = none();
  readonly byPriority: Confusion[];
  readonly settledBy = new Map<string, number>();
  unsettled = 0;

  constructor(policy: LogPolicy) {
    this.policy = policy;
    this.byPriority = policy.minutes.map(none);
  }

  add(rows: readonly LogRow[], made: boolean): void {
    const kept = keeps(rows, this.policy);
    const outcome = kept === made ? (made ? 'bothKept' : 'bothMissed') : made ? 'onlyLogKept' : 'onlyPolicyKept';
    const priority = rows.findLast((row) => row.priority !== null)?.priority ?? 3;
    this.all[outcome] += 1;
    const mine = this.byPriority[priority - 1];
    if (mine) mine[outcome] += 1;
    if (kept !== made) this.#explain(rows, made);
  }

  #explain(rows: readonly LogRow[], made: boolean): void {
    let settled = false;
    for (const [reading, of] of Object.entries(READINGS)) {
      const policy = of(this.policy);
      if (policy === null || keeps(rows, policy) !== made) continue;
      this.settledBy.set(reading, (this.settledBy.get(reading) ?? 0) + 1);
      settled = true;
    }
    if (!settled) this.unsettled += 1;
  }
}

/** The share of incidents about which both say the same; null where there are none. */
export function agreed({ bothKept, bothMissed, onlyLogKept, onlyPolicyKept }: Confusion): number | null {
  const all = bothKept + bothMissed + onlyLogKept + onlyPolicyKept;
  return all === 0 ? null : (bothKept + bothMissed) / all;
}
