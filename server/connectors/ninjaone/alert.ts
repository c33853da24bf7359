import { hostOf, idOf, instantOfSeconds, type Loose, looseOf, sinceOf, textOf } from '#server/connectors/core/index.ts';
import type { AlertReading } from '#server/practices/monitoring/index.ts';
import { numberIdOf } from './lists.ts';

const SEVERITIES: Readonly<Record<string, AlertReading['severity']>> = {
  CRITICAL: 1,
  MAJOR: 2,
  MODERATE: 3,
  MINOR: 4,
  NONE: 5,
};
const KINDS = ['exception', 'exception', 'warning', 'warning', 'informational'] as const;
const LONGEST = 300;

/** `now` in milliseconds since the epoch, for an alert that does not say since when. */
export type AlertsReading = { readonly now: number; readonly note: (what: string) => void };

/** Reads an alert of the list of open ones; null where it has no id. `siteOf` knows the organization of a device that the alert itself does not name. */
export function alertIn(
  alert: Loose,
  siteOf: (device: string) => string | null,
  { now, note }: AlertsReading,
): AlertReading | null {
  const uid = idOf(alert['uid']);
  if (uid === null) {
    note('An alert without an id');
    return null;
  }
  const { startedAt } = sinceOf(instantOfSeconds(alert['createTime']), now);
  const told = { ...alert, organization: null };
  return {
    externalId: uid,
    occurrence: uid,
    state: 'raised',
    ...wordsOf(told, siteOf, note),
    startedAt,
    endedAt: null,
    url: null,
  };
}

/** What alerts and activities say in the same fields. */
export function wordsOf(told: Loose, siteOf: (device: string) => string | null, note: (what: string) => void) {
  const device = looseOf(told['device']);
  const deviceId = numberIdOf(told['deviceId']) ?? numberIdOf(device['id']);
  const hostname = hostOf(device['systemName']) ?? hostOf(device['displayName']);
  const condition =
    textOf(told['sourceName']) ?? textOf(told['conditionName']) ?? textOf(told['sourceType']) ?? 'Condition';
  const subject = textOf(told['subject']) ?? condition;
  const severity = severityOf(textOf(told['severity']), note);
  return {
    severity,
    kind: KINDS[severity - 1] ?? ('warning' as const),
    condition: condition.slice(0, LONGEST),
    title: (hostname === null ? subject : `${hostname}: ${subject}`).slice(0, LONGEST),
    text: textOf(told['message']) ?? '',
    device:
      deviceId === null && hostname === null
        ? null
        : { ...(deviceId === null ? {} : { externalId: deviceId }), ...(hostname === null ? {} : { hostname }) },
    site:
      numberIdOf(device['organizationId']) ??
      numberIdOf(looseOf(told['organization'])['id']) ??
      (deviceId === null ? null : siteOf(deviceId)),
  };
}

/** None is said where nobody set one: that is neither grave nor nothing. */
function severityOf(word: string | null, note: (what: string) => void): AlertReading['severity'] {
  if (word === null) return 3;
  const severity = Object.hasOwn(SEVERITIES, word) ? SEVERITIES[word] : undefined;
  if (severity === undefined) note(`Unknown severity of an alert: ${word}`);
  return severity ?? 3;
}
