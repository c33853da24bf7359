import type { Verdict } from '#kernel/alert.ts';
import type { StandingAlert } from './due.ts';

/** What becomes of the tickets of alerts that stand. */
export type Whose = {
  /** Whether an alert that stood under another and stands for itself from now on keeps the ticket that it was on. */
  keeps(id: string): boolean;
  /** The alert that left the ticket which this one keeps. */
  leftTo(id: string): StandingAlert | undefined;
  /** Tickets that go to where an alert's is: what they are about joins it. */
  goingTo(id: string): ReadonlySet<string>;
};

/**
 * A ticket goes where the alert goes that it is about, else where all of its alerts go. Where that one leaves it and others of its alerts
 * stand for themselves, the first of these keeps it, and the ticket goes nowhere.
 */
export function whoseTickets(standing: readonly StandingAlert[], verdicts: readonly Verdict[]): Whose {
  const said = new Map(verdicts.map((one) => [one.id, one]));
  const kept = new Map<string, StandingAlert | undefined>();
  const going = new Map<string, Set<string>>();
  for (const [ticketId, alerts] of Map.groupBy(standing, ({ ticket_id }) => ticket_id)) {
    const about = alerts.find(({ cause_id }) => cause_id === null);
    const leaves = (one: StandingAlert) => said.get(one.id)?.does === 'join';
    if (about && !leaves(about)) continue;
    const own = alerts.filter((one) => one !== about && said.get(one.id)?.does === 'ticket');
    const stays = alerts.some((one) => !said.has(one.id));
    const first = own.find((one) => isStorm(said.get(one.id))) ?? own[0];
    if (first && !stays) kept.set(first.id, about);
    if (first || stays) continue;
    const to = said.get((about ?? alerts[0])?.id ?? '');
    if (to?.does === 'join') going.set(to.cause, (going.get(to.cause) ?? new Set()).add(ticketId));
  }
  return { keeps: (id) => kept.has(id), leftTo: (id) => kept.get(id), goingTo: (id) => going.get(id) ?? new Set() };
}

const isStorm = (verdict: Verdict | undefined) => verdict?.does === 'ticket' && verdict.storm;
