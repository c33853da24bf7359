import { flagOf, instantOf, type Loose, looseOf, sinceOf, textOf } from '#server/connectors/core/index.ts';
import type { AlertReading } from '#server/practices/monitoring/index.ts';
import { gravityOf, type IssueState } from './states.ts';

export type IssueReading = {
  readonly zone: string;
  readonly states: ReadonlyMap<string, IssueState>;
  readonly now: number;
  readonly note: (what: string) => void;
};

/** What an active issue is known by, as N-central gives it no id; null where parts of it are missing. */
export function issueId(issue: Loose): string | null {
  const ids = ['deviceId', 'serviceId', 'taskId'].map((key) => textOf(issue[key]));
  return ids.includes(null) ? null : [...ids, textOf(issue['serviceItemId']) ?? '0'].join(':');
}

/** Reads an active issue; null for what needs nobody: its state is normal, or nobody watches it. */
export function alertIn(issue: Loose, { zone, states, now, note }: IssueReading): AlertReading | null {
  const externalId = issueId(issue);
  if (externalId === null) {
    note('An active issue without device, service or task');
    return null;
  }
  const extra = looseOf(issue['_extra']);
  const number = textOf(issue['notificationState']) ?? '';
  const state = states.get(number);
  if (state === undefined) note(`Unknown notification state: ${number || 'none'}`);
  if (state === 'normal' || state === 'disabled' || flagOf(extra['monitoringDisabled']) === true) return null;
  const service = textOf(issue['serviceName']) ?? `Service ${textOf(issue['serviceId'])}`;
  const condition = conditionOf(service, textOf(extra['taskIdent']));
  const device = textOf(extra['deviceName']);
  const since = instantOf(extra['transitionTime'], zone);
  if (since === null) note('An active issue without the time of its transition');
  return {
    externalId,
    ...sinceOf(since, now),
    state: 'raised',
    ...gravityOf(state ?? 'warning', service),
    condition,
    title: titleOf(device, condition, state ?? `state ${number}`),
    text: textIn(issue, extra),
    device: { externalId: String(textOf(issue['deviceId'])), ...(device === null ? {} : { hostname: device }) },
    site: textOf(issue['orgUnitId']),
    endedAt: null,
    url: null,
    acknowledgedBy: textOf(extra['acknowledgedBy']),
  };
}

/** What is wrong, alike in the list of issues and in what N-central sends: the service, and which of its kind. */
export const conditionOf = (service: string, task: string | null): string =>
  [service, task].filter((part) => part !== null).join(' ');

export const titleOf = (device: string | null, condition: string, state: string): string =>
  `${device === null ? '' : `${device}: `}${condition} (${state})`;

function textIn(issue: Loose, extra: Loose): string {
  const tree = Array.isArray(extra['customerTree']) ? extra['customerTree'].map(textOf).filter(Boolean) : [];
  const lines = [
    tree.length > 0 && `Where: ${tree.join(' > ')}`,
    textOf(issue['serviceType']) && `Type: ${textOf(issue['serviceType'])}`,
    flagOf(extra['maintenanceWindowEnabled']) === true && 'N-central has a maintenance window for it.',
    textOf(extra['psaTicketDetails']) && `Ticket at N-central: ${textOf(extra['psaTicketDetails'])}`,
  ];
  return lines.filter(Boolean).join('\n');
}
