import { instantOf, type Loose, looseOf, sinceOf, textOf } from '#server/connectors/core/index.ts';
import type { AlertReading } from '#server/practices/monitoring/index.ts';

export type AlertsReading = {
  readonly zone: string;
  readonly now: number;
  readonly note: (what: string) => void;
};

const LONGEST_CONDITION = 300;

/** Reads an alert of a computer; null where it has no id. */
export function alertIn(alert: Loose, reading: AlertsReading): AlertReading | null {
  const id = textOf(alert['AlertId']);
  if (id === null) {
    reading.note('An alert without an id');
    return null;
  }
  return alertWith(`alert-${id}`, alert, textOf(alert['AlertDate']), reading);
}

/**
 * Reads a result of an internal monitor, known by monitor and computer; null where one is missing. The vendor publishes no fields of
 * it, so they are looked for as alerts have them and as plain ones.
 */
export function resultIn(result: Loose, reading: AlertsReading): AlertReading | null {
  const monitor = textOf(looseOf(result['Monitor'])['Id']) ?? textOf(result['MonitorId']);
  const computer = computerOf(result);
  if (monitor === null || computer === null) {
    reading.note('A result of an internal monitor without monitor or computer');
    return null;
  }
  const field = textOf(result['FieldName']);
  const id = ['monitor', monitor, computer, ...(field === null ? [] : [field])].join('-').slice(0, 300);
  const date = textOf(result['AlertDate']) ?? textOf(result['LastFailed']) ?? textOf(result['Date']);
  return alertWith(id, result, date, reading);
}

function alertWith(externalId: string, alert: Loose, date: string | null, reading: AlertsReading): AlertReading {
  const { zone, now, note } = reading;
  const since = instantOf(date, zone);
  if (since === null) note('An alert that does not say since when');
  const message = textOf(alert['Message']) ?? '';
  const monitor = textOf(looseOf(alert['Monitor'])['Name']) ?? textOf(alert['MonitorName']) ?? textOf(alert['Source']);
  const field = textOf(alert['FieldName']);
  const condition = [monitor, field].filter((part) => part !== null).join(' ') || message || externalId;
  const hostname = textOf(looseOf(alert['Computer'])['Name']) ?? textOf(alert['ComputerName']);
  return {
    externalId,
    ...sinceOf(since, now),
    state: 'raised',
    ...gravityOf(textOf(looseOf(alert['Severity'])['Name']) ?? textOf(alert['Severity']), note),
    condition: condition.slice(0, LONGEST_CONDITION),
    title: [hostname, condition].filter((part) => part !== null).join(': '),
    text: message,
    device: deviceOf(alert, hostname),
    site: textOf(looseOf(alert['Location'])['Id']) ?? textOf(alert['LocationId']),
    endedAt: null,
    url: null,
  };
}

function deviceOf(alert: Loose, hostname: string | null): AlertReading['device'] {
  const computer = computerOf(alert);
  const network = textOf(looseOf(alert['Device'])['Id']);
  const externalId = computer ?? (network === null ? null : `network-${network}`);
  if (externalId === null && hostname === null) return null;
  return { ...(externalId === null ? {} : { externalId }), ...(hostname === null ? {} : { hostname }) };
}

/** The computer's id; zero stands for none. */
function computerOf(alert: Loose): string | null {
  const id = textOf(looseOf(alert['Computer'])['Id']) ?? textOf(alert['ComputerId']);
  return id === '0' ? null : id;
}

type Gravity = Pick<AlertReading, 'severity' | 'kind'>;

const GRAVITIES: readonly (readonly [RegExp, Gravity])[] = [
  [/critical|emergency|fatal/i, { severity: 1, kind: 'exception' }],
  [/error|fail|high/i, { severity: 2, kind: 'exception' }],
  [/warn|medium|moderate/i, { severity: 3, kind: 'warning' }],
  [/low|minor/i, { severity: 4, kind: 'warning' }],
  [/info|success|none/i, { severity: 5, kind: 'informational' }],
];
const MEDIUM: Gravity = { severity: 3, kind: 'warning' };

function gravityOf(severity: string | null, note: AlertsReading['note']): Gravity {
  const found = GRAVITIES.find(([pattern]) => pattern.test(severity ?? ''))?.[1];
  if (severity !== null && !found) note(`Unknown severity of an alert: ${severity}`);
  return found ?? MEDIUM;
}
