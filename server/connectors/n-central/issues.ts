import { ProviderFault, type ProviderOptions } from '#server/connectors/core/index.ts';
import type { AlertReading } from '#server/practices/monitoring/index.ts';
import type { Calls } from './calls.ts';
import { alertIn, type IssueReading, issueId } from './issue.ts';
import { recordsOf } from './lists.ts';
import { placesOf } from './places.ts';
import { sitesIn } from './sites.ts';
import { statesIn } from './states.ts';

/** The active issues of every customer and site, each once. */
export async function* alertsOf(
  calls: Calls,
  options: ProviderOptions,
  zone: string,
): AsyncGenerator<readonly AlertReading[]> {
  const { customers, sites } = await placesOf(calls);
  const places = sitesIn(customers, options.values['issues'] === 'customers' ? [] : sites);
  const seen = new Set<string>();
  let missing = 0;
  for (const { externalId } of places) {
    try {
      for await (const alerts of issuesOf(calls, options, zone, externalId))
        yield alerts.filter((alert) => !seen.has(alert.externalId) && seen.add(alert.externalId));
    } catch (error) {
      // It went while the others were read.
      if (!(error instanceof ProviderFault) || error.kind !== 'missing') throw error;
      missing++;
    }
  }
  if (missing === places.length)
    throw new ProviderFault('missing', 'This version of N-central has no list of active issues.');
}

/** The active issues of one customer or site. */
export async function* issuesOf(
  calls: Calls,
  options: ProviderOptions,
  zone: string,
  place: string,
): AsyncGenerator<readonly AlertReading[]> {
  const states = statesIn(options.values['states'] ?? '');
  if (states === null) throw new ProviderFault('refused', 'What the notification states mean cannot be read.');
  const reading: IssueReading = { zone, states, now: options.now(), note: options.note };
  const path = `/api/org-units/${encodeURIComponent(place)}/active-issues`;
  for await (const issues of recordsOf(calls, path, issueId))
    yield issues.map((issue) => alertIn(issue, reading)).filter((alert) => alert !== null);
}
