import { softwareOf } from '../estate/software.ts';
import type { SimulatedDevice, SimulatedSite } from '../estate/types.ts';
import { UNKNOWN_WORD } from '../records.ts';
import type { World } from '../world.ts';
import { zoned } from '../zoned.ts';
import { elements, type Markup } from './markup.ts';
import { clientId, DASHBOARD_ZONE, type Kind, kindOf, siteId } from './numbers.ts';

const CHASSIS = { server: '23', workstation: '3', laptop: '10' } as const;

export function clientMarkup(site: SimulatedSite, devices: readonly SimulatedDevice[]): Markup {
  const count = (kind: Kind) => devices.filter((device) => device.site === site && kindOf(device) === kind).length;
  return [
    'client',
    elements({
      ...{ name: site.name, clientid: clientId(site), view_dashboard: 0, timezone: DASHBOARD_ZONE },
      ...{ creation_date: new Date(site.createdAt).toISOString().slice(0, 10), server_count: count('server') },
      ...{ workstation_count: count('workstation'), mobile_device_count: 0 },
      device_count: count('server') + count('workstation'),
    }),
  ];
}

export const siteMarkup = (site: SimulatedSite): Markup => [
  'site',
  elements({
    ...{ siteid: siteId(site), name: site.town, connection_ok: 1 },
    ...{ creation_date: new Date(site.createdAt).toISOString().slice(0, 10), primary_router: null },
  }),
];

export function deviceMarkup(id: number, device: SimulatedDevice, kind: Kind, world: World): Markup {
  const oddity = world.oddity(device);
  if (oddity === 'broken') return [kind, elements({ [`${kind}id`]: null, name: device.hostname })];
  const seenAt = device.online ? world.now() : device.lastSeenAt;
  const values = {
    name: device.hostname,
    guid: device.uid,
    description: device.description,
    agent_version: '10_13_8',
    agent_mode: 1,
    install_date: new Date(device.createdAt).toISOString().slice(0, 10),
    last_boot_time: Math.floor(device.lastBootAt / 1000),
    online: device.online ? 1 : 0,
    active_247: 1,
    check_interval_247: 5,
    status_247: 1,
    local_date_247: zoned(seenAt, DASHBOARD_ZONE).slice(0, 10),
    local_time_247: zoned(seenAt, DASHBOARD_ZONE).slice(11),
    utc_time_247: zoned(seenAt, 'UTC').replace('T', ' '),
    user: device.user,
    domain: device.site.domain,
    manufacturer: device.manufacturer,
    model: device.model,
    ip: device.ip,
    external_ip: device.site.publicIp,
    mac1: device.macs[0] ?? null,
    mac2: device.macs[1] ?? null,
    mac3: null,
    os: device.os?.name ?? null,
    os_details: device.os ? `${device.os.name} (build ${device.os.version})` : null,
    assetid: 700_000 + device.number,
    role: null,
    chassis_type: oddity === 'unknown' ? UNKNOWN_WORD : chassisOf(device, kind),
    device_serial: device.serial,
    processor_count: 1,
    total_memory: device.memoryBytes,
    os_product_key: 'AAAAA-BBBBB-CCCCC-DDDDD-EEEEE',
    last_scan_time: zoned(device.auditedAt, DASHBOARD_ZONE).replace('T', ' '),
    utc_offset: 36_000,
  };
  const said = oddity === 'nulls' ? Object.fromEntries(Object.keys(values).map((key) => [key, null])) : values;
  return [kind, elements({ ...said, [`${kind}id`]: id })];
}

const chassisOf = ({ kind }: SimulatedDevice, counted: Kind): string =>
  kind === 'laptop' || kind === 'mac' ? CHASSIS.laptop : CHASSIS[counted];

export const softwareMarkup = (device: SimulatedDevice): Markup[] =>
  softwareOf(device).map(({ name, version }, index) => [
    'software',
    elements({ softwareid: 5_000 + index, catalogid: index, name, version, install_date: '2026-03-04 00:00:00' }),
  ]);
