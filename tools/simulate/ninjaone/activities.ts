import type { SimulatedAlert, SimulatedDevice } from '../estate/types.ts';
import { UNKNOWN_WORD } from '../records.ts';
import type { World } from '../world.ts';
import { idOf, organizationId, seconds } from './records.ts';

const SEVERITIES = ['CRITICAL', 'MAJOR', 'MODERATE', 'MINOR', 'NONE'] as const;
const PRIORITIES = ['HIGH', 'HIGH', 'MEDIUM', 'LOW', 'NONE'] as const;
const FIRST_ID = 88_000_001;

const SOURCES = {
  offline: ['AGENT_OFFLINE', 'Device down'],
  disk: ['CONDITION_DISK_FREE_SPACE', 'Low disk space'],
  processor: ['CONDITION_AGENT_CPU', 'Processor busy'],
  memory: ['CONDITION_AGENT_MEMORY', 'Memory short'],
  service: ['CONDITION_WINDOWS_SERVICE', 'Service stopped'],
  eventLog: ['CONDITION_WINDOWS_EVENT', 'Windows event'],
  antivirus: ['CONDITION_AV', 'Antivirus off'],
  patch: ['CONDITION_PATCH', 'Patch failed'],
  backup: ['CONDITION_BACKUP', 'Backup failed'],
  ransomware: ['CONDITION_SECURITY', 'Ransomware'],
} as const;

export type Activity = Readonly<Record<string, unknown>> & {
  readonly id: number;
  readonly deviceId: number;
  readonly activityType: string;
  readonly statusCode: string;
  readonly seriesUid: string | null;
};

const words = (text: string): string => text.charAt(0) + text.slice(1).toLowerCase();

/** An alert as the list of open ones tells it. */
export function alertRecord(alert: SimulatedAlert, world: World): object {
  const { device } = alert;
  const [sourceType, sourceName] = SOURCES[alert.trouble];
  const oddity = world.oddity(device);
  const record = {
    uid: alert.uid,
    deviceId: idOf(device),
    message: alert.message,
    createTime: seconds(alert.raisedAt),
    updateTime: seconds(alert.raisedAt),
    sourceType,
    sourceConfigUid: `config-${alert.trouble}`,
    sourceName,
    subject: alert.part === '' ? sourceName : `${sourceName}: ${alert.part}`,
    userId: null,
    psaTicketId: null,
    ticketTemplateId: null,
    data: { message: { params: { part: alert.part } } },
    device: { id: idOf(device), systemName: device.hostname, organizationId: organizationId(device.site) },
    severity: oddity === 'unknown' ? UNKNOWN_WORD : SEVERITIES[alert.severity - 1],
    priority: PRIORITIES[alert.severity - 1],
    conditionName: sourceName,
    conditionHealthStatus: 'NEEDS_ATTENTION',
  };
  if (oddity !== 'nulls') return record;
  return {
    ...Object.fromEntries(Object.keys(record).map((key) => [key, null])),
    uid: record.uid,
    deviceId: record.deviceId,
    createTime: record.createTime,
  };
}

/** Everything that happened, in a list that only grows. */
export type Activities = {
  readonly all: readonly Activity[];
  add(device: SimulatedDevice, told: Partial<Activity>): Activity;
  ofAlert(alert: SimulatedAlert, statusCode: 'TRIGGERED' | 'RESET'): Activity;
};

export function openActivities(world: World): Activities {
  const all: Activity[] = [];
  const add = (device: SimulatedDevice, told: Partial<Activity>): Activity => {
    const { activityType = 'SYSTEM', statusCode = 'NODE_CREATED' } = told;
    const activity = {
      id: FIRST_ID + all.length,
      activityTime: seconds(world.now()),
      deviceId: idOf(device),
      severity: 'NONE',
      priority: 'NONE',
      seriesUid: null,
      ...{ activityType, statusCode, status: words(statusCode), type: words(activityType) },
      ...{ activityResult: 'SUCCESS', sourceConfigUid: null, sourceName: null, subject: null, userId: null },
      ...{ message: words(statusCode), data: {} },
      ...told,
    };
    all.push(activity);
    return activity;
  };
  const ofAlert = (alert: SimulatedAlert, statusCode: 'TRIGGERED' | 'RESET') => {
    const told = alertRecord(alert, world) as Record<string, unknown>;
    const { severity, priority, sourceConfigUid, sourceName, subject, message, data } = told;
    return add(alert.device, {
      ...{ activityType: 'CONDITION', statusCode, seriesUid: alert.uid },
      ...{ severity, priority, sourceConfigUid, sourceName, subject, message, data },
      activityTime: seconds(statusCode === 'RESET' ? (alert.resolvedAt ?? world.now()) : alert.raisedAt),
    });
  };
  for (const alert of world.alerts) ofAlert(alert, 'TRIGGERED');
  world.onAlert((alert, change) => void ofAlert(alert, change === 'raised' ? 'TRIGGERED' : 'RESET'));
  const status = { added: 'NODE_CREATED', removed: 'NODE_DELETED', audited: 'NODE_UPDATED' } as const;
  world.onDevice((device, change) => void add(device, { statusCode: status[change] }));
  return { all, add, ofAlert };
}
