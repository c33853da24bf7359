import {
  flagOf,
  hostOf,
  idOf,
  instantOf,
  instantOfMs,
  type Loose,
  looseOf,
  sinceOf,
  textOf,
} from '#server/connectors/core/index.ts';
import type { AlertReading } from '#server/practices/monitoring/index.ts';
import { measuredIn } from './measured.ts';
import { toldBy } from './told.ts';

const SEVERITIES: Readonly<Record<string, AlertReading['severity']>> = {
  Critical: 1,
  High: 2,
  Moderate: 3,
  Low: 4,
  Information: 5,
  Unknown: 5,
};
const KINDS = ['exception', 'exception', 'warning', 'warning', 'informational'] as const;
const LONGEST = 300;
const LONGEST_TEXT = 10_000;

/** `now` in milliseconds since the epoch, for an alert that does not say since when. */
export type AlertsReading = { readonly now: number; readonly note: (what: string) => void };

/** Reads an alert; null where it has no id. Datto has no message: what it says is made from what it measured. */
export function alertIn(alert: Loose, { now, note }: AlertsReading): AlertReading | null {
  const uid = idOf(alert['alertUid']);
  if (uid === null) {
    note('An alert without an id');
    return null;
  }
  const context = looseOf(alert['alertContext']);
  const source = looseOf(alert['alertSourceInfo']);
  const { condition, title } = toldBy(context, note);
  const severity = condition === 'ransomware' ? 1 : severityOf(textOf(alert['priority']), note);
  const isResolved = flagOf(alert['resolved']) === true;
  const { startedAt } = sinceOf(timeOf(alert['timestamp']), now);
  const endedAt = isResolved ? (timeOf(alert['resolvedOn']) ?? new Date(now).toISOString()) : null;
  const hostname = hostOf(source['deviceName']);
  const deviceUid = idOf(source['deviceUid']);
  return {
    externalId: uid,
    occurrence: uid,
    state: isResolved ? 'resolved' : 'raised',
    severity,
    kind: KINDS[severity - 1] ?? 'warning',
    condition: condition.slice(0, LONGEST),
    title: (hostname === null ? title : `${hostname}: ${title}`).slice(0, LONGEST),
    text: textWith(textOf(alert['diagnostics']), context),
    device: deviceUid === null && hostname === null ? null : deviceOf(deviceUid, hostname),
    site: idOf(source['siteUid']),
    startedAt,
    endedAt,
    url: null,
    ...(endedAt === null ? {} : { saidAt: endedAt }),
  };
}

function deviceOf(externalId: string | null, hostname: string | null): NonNullable<AlertReading['device']> {
  return { ...(externalId === null ? {} : { externalId }), ...(hostname === null ? {} : { hostname }) };
}

function severityOf(priority: string | null, note: (what: string) => void): AlertReading['severity'] {
  const severity = priority !== null && Object.hasOwn(SEVERITIES, priority) ? SEVERITIES[priority] : undefined;
  if (severity === undefined) note(`Unknown priority of an alert: ${priority ?? 'none'}`);
  return severity ?? 3;
}

/** What Datto found, what it measured in words, and below that what nobody knows the words of. What it said already is not said again. */
function textWith(diagnostics: string | null, context: Loose): string {
  const { known, unknown } = measuredIn(context);
  const parts = [
    diagnostics ?? '',
    known.filter((line) => !diagnostics?.includes(line)).join('\n'),
    unknown.length === 0 ? '' : ['More from Datto RMM:', ...unknown].join('\n'),
  ];
  const text = parts.filter((part) => part !== '').join('\n\n');
  return text.slice(0, LONGEST_TEXT).toWellFormed().replaceAll('\0', '');
}

/** Milliseconds, though Datto's document says texts. */
const timeOf = (value: unknown): string | null => instantOfMs(value) ?? instantOf(value, 'UTC');
