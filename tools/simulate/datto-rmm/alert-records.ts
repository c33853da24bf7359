import type { SimulatedAlert } from '../estate/types.ts';
import { UNKNOWN_WORD } from '../records.ts';
import type { Push, PushTarget } from '../vendor.ts';
import type { World } from '../world.ts';

const PRIORITIES = ['Critical', 'High', 'Moderate', 'Low', 'Information'] as const;

export const priorityOf = ({ severity }: SimulatedAlert): string => PRIORITIES[severity - 1] ?? 'Unknown';

export function alertRecord(alert: SimulatedAlert, world: World) {
  const { device, uid, raisedAt, resolvedAt, resolvedBy } = alert;
  const oddity = world.oddity(device);
  return {
    alertUid: uid,
    priority: oddity === 'unknown' ? UNKNOWN_WORD : priorityOf(alert),
    diagnostics: oddity === 'nulls' ? null : alert.message,
    resolved: resolvedAt !== null,
    resolvedBy,
    resolvedOn: resolvedAt,
    muted: false,
    ticketNumber: null,
    timestamp: raisedAt,
    alertMonitorInfo: { sendsEmails: false, createsTicket: false },
    alertContext: oddity === 'unknown' ? { '@class': UNKNOWN_WORD, colour: 'blue' } : contextOf(alert),
    alertSourceInfo: {
      deviceUid: device.uid,
      deviceName: device.hostname,
      siteUid: device.site.uid,
      siteName: device.site.name,
    },
    responseActions: null,
    autoresolveMins: 0,
  };
}

function contextOf({ trouble, part, value, total, message, raisedAt }: SimulatedAlert): object {
  switch (trouble) {
    case 'offline':
      return { '@class': 'online_offline_status_ctx', status: 'OFFLINE' };
    case 'disk':
      return {
        ...{ '@class': 'perf_disk_usage_ctx', diskName: part, totalVolume: total, freeSpace: value },
        ...{ unitOfMeasure: 'PERCENT', diskNameDesignation: 'ANY_VOLUME' },
      };
    case 'processor':
    case 'memory':
      return {
        ...{ '@class': 'perf_resource_usage_ctx', processName: null, sample: value },
        type: trouble === 'memory' ? 'MEMORY' : 'CPU',
      };
    case 'service':
      return { '@class': 'srvc_status_ctx', processName: part, status: 'STOPPED' };
    case 'eventLog':
      return {
        ...{ '@class': 'eventlog_ctx', logName: part, code: String(value), type: 'Error', source: 'Disk' },
        ...{ description: message, triggerCount: 1, lastTriggered: raisedAt, causedSuspension: false },
      };
    case 'antivirus':
      return { '@class': 'antivirus_ctx', status: 'NOTRUNNING', productName: part };
    case 'patch':
      return { '@class': 'patch_ctx', patchUid: part, policyUid: null, result: 'FAILED', info: message };
    case 'backup':
      return { '@class': 'backup_management_ctx', errorMessage: message, timeout: 0 };
    case 'ransomware':
      return {
        ...{ '@class': 'ransomware_ctx', state: 1, confidenceFactor: value, affectedDirectories: [part] },
        ...{ watchPaths: [part], rwextension: '.locked', metaAlertTime: raisedAt, alertTime: raisedAt },
      };
  }
}

/** The body that the guide tells administrators to paste. */
const TEMPLATE =
  '{"event":"[event]","alert_uid":"[alert_uid]","priority":"[alert_priority]","category":"[alert_category]","type":"[alert_type]",' +
  '"message":"[alert_message_en]","device_uid":"[device_uid]","device_hostname":"[device_hostname]","site_uid":"[site_uid]",' +
  '"site_name":"[site_name]","last_user":"[last_user]","platform":"[platform]"}';

/** As Datto sends it: what is put in is not escaped, and a placeholder that it does not know stays as it is. */
export function pushOf(alert: SimulatedAlert, change: 'raised' | 'resolved', { url, secret }: PushTarget): Push {
  const { device } = alert;
  const values: Readonly<Record<string, string>> = {
    event: change,
    alert_uid: alert.uid,
    alert_priority: priorityOf(alert),
    alert_category: alert.trouble,
    alert_message_en: alert.message,
    device_uid: device.uid,
    device_hostname: device.hostname,
    site_uid: device.site.uid,
    site_name: device.site.name,
    last_user: device.user ?? '',
    platform: 'merlot',
  };
  const body = TEMPLATE.replace(/\[(\w+)\]/g, (whole, name: string) => values[name] ?? whole);
  return { url, headers: { 'content-type': 'application/json', 'X-Fettle-Secret': secret }, body };
}
