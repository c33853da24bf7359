import type { SimulatedAlert, Trouble } from '../estate/types.ts';
import type { Push, PushTarget } from '../vendor.ts';
import type { World } from '../world.ts';
import { zoned } from '../zoned.ts';
import { customerId, deviceId, ORGANISATION, SERVER_ZONE, serviceId, siteId, taskId } from './numbers.ts';

const SERVICES: Readonly<Record<Trouble, string>> = {
  offline: 'Connectivity',
  disk: 'Disk',
  processor: 'CPU',
  memory: 'Memory',
  service: 'Windows Service',
  eventLog: 'Windows Event Log',
  antivirus: 'Antivirus Status',
  patch: 'Patch Status',
  backup: 'Backup Status',
  ransomware: 'Ransomware Detection',
};
const UNKNOWN_STATE = 42;

const isBad = ({ severity }: SimulatedAlert): boolean => severity <= 2;

const identityOf = (alert: SimulatedAlert) => `${deviceId(alert.device)} ${serviceId(alert)} ${taskId(alert)}`;

/** What is wrong now; what is wrong twice with one service of a device is one issue. */
export function openIssues(world: World): SimulatedAlert[] {
  const issues = new Map<string, SimulatedAlert>();
  for (const alert of world.alerts)
    if (alert.resolvedAt === null && !issues.has(identityOf(alert))) issues.set(identityOf(alert), alert);
  return [...issues.values()];
}

export function issueRecord(alert: SimulatedAlert, world: World) {
  const { device } = alert;
  const oddity = world.oddity(device);
  return {
    orgUnitId: siteId(device.site) ?? customerId(device.site),
    deviceId: deviceId(device),
    notificationState: oddity === 'unknown' ? UNKNOWN_STATE : isBad(alert) ? 5 : 3,
    serviceId: serviceId(alert),
    serviceName: oddity === 'nulls' ? null : SERVICES[alert.trouble],
    serviceType: 'Service',
    taskId: taskId(alert),
    serviceItemId: 1,
    _extra:
      oddity === 'nulls'
        ? null
        : {
            deviceName: device.hostname,
            transitionTime: new Date(alert.raisedAt).toISOString(),
            taskIdent: alert.part,
            customerTree: ['North MSP', device.site.name, ...(siteId(device.site) === null ? [] : [device.site.town])],
            soCustomerID: ORGANISATION,
            acknowledgedBy: alert.acknowledgedBy,
            numberOfActiveNotification: 1,
            numberOfAcknowledgedNotification: 0,
            psaTicketDetails: '',
            psaIntegrationExists: false,
            licenseMode: 'Professional',
            probe: false,
            maintenanceWindowEnabled: device.inMaintenance,
            monitoringDisabled: false,
            partOfNotification: true,
            deviceClassValue: null,
            deviceClassLabel: null,
          },
  };
}

/** What N-central calls: as a PSA's ticket, or every second time as an XML notification; a server may be set to send either. */
export function pushOf(alert: SimulatedAlert, change: 'raised' | 'resolved', target: PushTarget): Push {
  return alert.number % 2 === 0 ? ticketOf(alert, change, target) : notificationOf(alert, change, target);
}

const stateOf = (alert: SimulatedAlert): string => (isBad(alert) ? 'Failed' : 'Warning');

function ticketOf(alert: SimulatedAlert, change: 'raised' | 'resolved', { url, secret }: PushTarget): Push {
  const { device, part, trouble } = alert;
  const states = change === 'raised' ? ['Normal', stateOf(alert)] : [stateOf(alert), 'Normal'];
  const lines = [
    `Customer: ${device.site.name}`,
    `Customer ID: ${siteId(device.site) ?? customerId(device.site)}`,
    `Device: ${device.hostname}`,
    `Device ID: ${deviceId(device)}`,
    `Service: ${SERVICES[trouble]}`,
    ...(part === '' ? [] : [`Task: ${part}`]),
    `State: ${states.join(' -> ')}`,
    alert.message,
  ];
  const body = {
    action: change === 'raised' ? 'CREATE' : 'RESOLVE',
    title: `${device.hostname} - ${SERVICES[trouble]} ${part} - ${states[1]}`,
    details: lines.join('\n'),
    ncentralTicketId: String(63_000_000 + alert.number),
    customTags: { urgency: isBad(alert) ? 'High' : 'Medium', impact: 'Medium' },
    ...(change === 'resolved' ? { psaTicketNumber: `FETTLE-${63_000_000 + alert.number}` } : {}),
  };
  return {
    url,
    headers: { 'content-type': 'application/json', 'X-Fettle-Secret': secret },
    body: JSON.stringify(body),
  };
}

/** What XML cannot hold is left out, as N-central's own writer does. */
const xml = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what XML forbids
  text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f]/g, '').replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);

function notificationOf(alert: SimulatedAlert, change: 'raised' | 'resolved', { url, secret }: PushTarget): Push {
  const { device, part, trouble, message } = alert;
  const at = change === 'raised' ? alert.raisedAt : (alert.resolvedAt ?? alert.raisedAt);
  const [before, after] = change === 'raised' ? ['Normal', stateOf(alert)] : [stateOf(alert), 'Normal'];
  const elements = {
    ActiveNotificationTriggerID: String(1_788_000 + alert.number),
    CustomerName: device.site.name,
    ExternalCustomerID: device.site.code,
    DeviceName: device.hostname,
    DeviceURI: device.ip,
    AffectedService: SERVICES[trouble],
    TaskIdent: part,
    NCentralURI: 'https://ncentral.msp.example',
    QualitativeOldState: before,
    QualitativeNewState: after,
    QuantitativeNewState: message,
    TimeOfStateChange: zoned(at, SERVER_ZONE).replace('T', ' '),
  };
  const inside = Object.entries(elements).map(([name, value]) => `  <${name}>${xml(value ?? '')}</${name}>`);
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<notification>\n${inside.join('\n')}\n</notification>\n`;
  return { url, headers: { 'content-type': 'text/xml', 'X-Fettle-Secret': secret }, body };
}
